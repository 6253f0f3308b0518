import type { FC } from 'hono/jsx'

export type WaitingRow = { href: string; who: string; what: string; term: string; isLate: boolean }

/** What waits, one line each: who, what, and how long there is, read down one column; on a phone on two lines. */
export const WaitingList: FC<{ rows: readonly WaitingRow[] }> = ({ rows }) => (
  <ul class="mail">
    {rows.map((row) => (
      <li class={row.isLate ? 'late' : undefined}>
        <a href={row.href}>{row.who}</a>
        <span class="what">{row.what}</span>
        <span class="term">{row.term}</span>
      </li>
    ))}
  </ul>
)
