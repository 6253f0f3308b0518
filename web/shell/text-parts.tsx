import type { FC } from 'hono/jsx'
import type { Block } from '../../capabilities/information/blocks.ts'
import { Blocks, inline, type Naming } from './blocks-view.tsx'

export type Text = {
  readonly blocks: readonly Block[]
  /** What a municipality adds, under its own heading. */
  readonly addition?: { readonly title: string; readonly blocks: readonly Block[] } | undefined
  readonly naming: Naming
}

/** The text of a page in its parts, with what is added to it as the last one. */
export const TextParts: FC<Text> = ({ blocks, addition, naming }) => (
  <>
    {partsOf(blocks).map((part) => (
      <Part part={part} naming={naming} />
    ))}
    {addition === undefined ? null : (
      <Part part={{ heading: undefined, blocks: addition.blocks }} naming={naming} title={addition.title} />
    )}
  </>
)

type PartOfPage = {
  readonly heading: Extract<Block, { kind: 'heading' }> | undefined
  readonly blocks: readonly Block[]
}

/** A text in parts, each with its heading of the second rank; what stands before the first heading has none. */
function partsOf(blocks: readonly Block[]): PartOfPage[] {
  const starts = blocks.flatMap((block, at) => (block.kind === 'heading' && block.level === 2 ? [at] : []))
  const before = blocks.slice(0, starts[0] ?? blocks.length)
  const parts = starts.map((start, nth) => {
    const heading = blocks[start]
    const inside = blocks.slice(start + 1, starts[nth + 1] ?? blocks.length)
    return { heading: heading?.kind === 'heading' ? heading : undefined, blocks: inside }
  })
  return before.length === 0 ? parts : [{ heading: undefined, blocks: before }, ...parts]
}

const Part: FC<{ part: PartOfPage; naming: Naming; title?: string }> = ({
  part: { heading, blocks },
  naming,
  title,
}) => (
  <section class="part">
    <header>
      {heading === undefined ? null : <h2 id={heading.id}>{inline(heading.text, naming)}</h2>}
      {title === undefined ? null : <h2>{title}</h2>}
    </header>
    <div class="prose">
      <Blocks blocks={blocks} naming={naming} />
    </div>
  </section>
)
