/** A page as it is shown, without any markup language: what the texts may hold, and nothing else. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: Target; readonly text: readonly Inline[] }
  | { readonly kind: 'helpline'; readonly code: string }
  | { readonly kind: 'fact'; readonly code: string }

/** Where a link leads: another page, asking a question, one's own steps, the helper for a parenting plan, the schemes, whom to call now, or a site of somebody else. */
export type Target =
  | { readonly kind: 'page'; readonly slug: string }
  | { readonly kind: 'ask' }
  | { readonly kind: 'steps' }
  | { readonly kind: 'now' }
  | { readonly kind: 'plan' }
  /** The schemes of the municipality, the quick check, or what changes when the income rises. */
  | { readonly kind: 'schemes'; readonly part: 'all' | 'check' | 'rising' }
  | { readonly kind: 'site'; readonly href: string }

/** Every inline part of these blocks, those inside others too. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(inlinesOf)
    if (block.kind === 'quote') return inlinesOf(block.blocks)
    return withInner(block.text)
  })
}

const withInner = (text: readonly Inline[]): Inline[] =>
  text.flatMap((one) => ('text' in one && typeof one.text !== 'string' ? [one, ...withInner(one.text)] : [one]))

/** The same blocks with every text in them said otherwise; marks, links and what is filled in stay as they are. */
export const blocksSaid = (blocks: readonly Block[], said: (text: string) => string): Block[] =>
  blocks.map((block) => {
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => blocksSaid(item, said)) }
    if (block.kind === 'quote') return { ...block, blocks: blocksSaid(block.blocks, said) }
    return { ...block, text: inlineSaid(block.text, said) }
  })

const inlineSaid = (text: readonly Inline[], said: (text: string) => string): Inline[] =>
  text.map((one) => {
    if (one.kind === 'text') return { ...one, text: said(one.text) }
    return one.kind === 'strong' || one.kind === 'link' ? { ...one, text: inlineSaid(one.text, said) } : one
  })

/** What is read out, without links and marks; a helpline or fact is left out. */
export const plainText = (text: readonly Inline[]): string =>
  text.map((one) => ('text' in one ? (typeof one.text === 'string' ? one.text : plainText(one.text)) : '')).join('')
