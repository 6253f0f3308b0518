import type { FC } from 'hono/jsx'
import type { Block } from '../../../capabilities/information/blocks.ts'
import { Blocks, inline, type Naming } from './blocks-view.tsx'

type PartOfPage = {
  readonly heading: Extract<Block, { kind: 'heading' }> | undefined
  readonly blocks: readonly Block[]
}

/** A text in parts, each with its heading of the second rank; what stands before the first heading has none. */
export function partsOf(blocks: readonly Block[]): PartOfPage[] {
  const starts = blocks.flatMap((block, at) => (block.kind === 'heading' && block.level === 2 ? [at] : []))
  const before = blocks.slice(0, starts[0] ?? blocks.length)
  const parts = starts.map((start, nth) => {
    const heading = blocks[start]
    const inside = blocks.slice(start + 1, starts[nth + 1] ?? blocks.length)
    return { heading: heading?.kind === 'heading' ? heading : undefined, blocks: inside }
  })
  return before.length === 0 ? parts : [{ heading: undefined, blocks: before }, ...parts]
}

export const Part: FC<{ part: PartOfPage; naming: Naming; title?: string }> = ({
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
