import type { Child, FC } from 'hono/jsx'

export type Fact = { term: string; value: Child }

/** Terms with what they are, one under the other. Facts without a value are left out. */
export const Facts: FC<{ facts: readonly Fact[] }> = ({ facts }) => (
  <dl class="facts utrecht-data-list">
    {facts
      .filter(({ value }) => value !== undefined && value !== null && value !== '')
      .map(({ term, value }) => (
        <>
          <dt class="utrecht-data-list__item-key">{term}</dt>
          <dd class="utrecht-data-list__item-value">{value}</dd>
        </>
      ))}
  </dl>
)

/** Counts with their words on one line, such as what came out of reading a file. `isBad` sets a count in danger, its words say why. */
export const Strip: FC<{ counts: readonly { n: string; words: string; isBad?: boolean }[] }> = ({ counts }) => (
  <ul class="strip">
    {counts.map(({ n, words, isBad }) => (
      <li class={isBad === true ? 'bad' : undefined}>
        <strong>{n}</strong> {words}
      </li>
    ))}
  </ul>
)
