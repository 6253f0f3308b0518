import type { Child, FC } from 'hono/jsx'

export type WaitingRow = {
  href: string
  who: string
  what: string
  term: string
  isLate: boolean
  /** What can be done right here: a small form of one button. */
  action?: Child
}

/** What waits, one line each: who, what, how long there is, and what can be done at once; on a phone below each other. */
export const WaitingList: FC<{ rows: readonly WaitingRow[] }> = ({ rows }) => (
  <ul class="mail">
    {rows.map((row) => (
      <li class={row.isLate ? 'late' : undefined}>
        <a href={row.href}>{row.who}</a>
        <span class="what">{row.what}</span>
        <span class="term">{row.term}</span>
        {row.action === undefined ? null : <div class="at-once">{row.action}</div>}
      </li>
    ))}
  </ul>
)
