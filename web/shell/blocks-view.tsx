import type { Child, FC } from 'hono/jsx'
import type { Block, Inline, Target } from '../../capabilities/information/blocks.ts'

/** How a text names what stands elsewhere: where its links lead, and what is filled in today. */
export type Naming = {
  readonly hrefOf: (to: Target) => string | undefined
  readonly helpline: (code: string) => Child
  readonly fact: (code: string) => Child
  /** Where a link leads to a text in another language: which, and how that is said behind it. */
  readonly otherLanguage?: (to: Target) => { readonly code: string; readonly said: string } | undefined
}

/** The blocks of a text, without its headings of the second rank: those stand in the margin. */
export const Blocks: FC<{ blocks: readonly Block[]; naming: Naming }> = ({ blocks, naming }) => (
  <>
    {blocks.map((block) => (
      <BlockView block={block} naming={naming} />
    ))}
  </>
)

const BlockView: FC<{ block: Block; naming: Naming }> = ({ block, naming }) => {
  switch (block.kind) {
    case 'heading':
      return <h3 id={block.id}>{inline(block.text, naming)}</h3>
    case 'paragraph':
      return <p>{inline(block.text, naming)}</p>
    case 'list':
      return <ListView {...block} naming={naming} />
    case 'quote':
      return (
        <blockquote class="utrecht-blockquote">
          <Blocks blocks={block.blocks} naming={naming} />
        </blockquote>
      )
  }
}

const ListView: FC<Extract<Block, { kind: 'list' }> & { naming: Naming }> = ({ isOrdered, items, naming }) => {
  const lines = items.map((item) => <li>{itemOf(item, naming)}</li>)
  return isOrdered ? <ol class="utrecht-ordered-list">{lines}</ol> : <ul class="utrecht-unordered-list">{lines}</ul>
}

/** A short line needs no paragraph of its own. */
function itemOf(item: readonly Block[], naming: Naming): Child {
  const [only] = item
  return item.length === 1 && only?.kind === 'paragraph' ? (
    inline(only.text, naming)
  ) : (
    <Blocks blocks={item} naming={naming} />
  )
}

export const inline = (text: readonly Inline[], naming: Naming): Child[] => text.map((one) => inlineOf(one, naming))

function inlineOf(one: Inline, naming: Naming): Child {
  switch (one.kind) {
    case 'text':
      return one.text
    case 'strong':
      return <strong>{inline(one.text, naming)}</strong>
    case 'link':
      return <LinkView {...one} naming={naming} />
    case 'helpline':
      return naming.helpline(one.code)
    case 'fact':
      return naming.fact(one.code)
  }
}

/** A page that is not public here is named, and leads nowhere. */
const LinkView: FC<Extract<Inline, { kind: 'link' }> & { naming: Naming }> = ({ to, text, naming }) => {
  const href = naming.hrefOf(to)
  if (href === undefined) return <>{inline(text, naming)}</>
  const other = naming.otherLanguage?.(to)
  return (
    <a href={href} hreflang={other?.code} rel={to.kind === 'site' ? 'noreferrer external' : undefined}>
      {inline(text, naming)}
      {other === undefined ? null : ` (${other.said})`}
    </a>
  )
}
