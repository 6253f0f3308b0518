import type { FC } from 'hono/jsx'
import { maySomewhere } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import type { Entry, Groups } from '../../capabilities/today/entries.ts'
import { type StandInToday, standInTodays, todayOf } from '../../capabilities/today/queries.ts'
import { type Day, daysBetween } from '../../foundation/day.ts'
import { EmptyState } from '../design/notice.tsx'
import { WaitingList } from '../design/waiting.tsx'
import { links } from '../links.ts'
import { guarded, type PageRequest, redirect } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { formatDay } from '../words/format.ts'
import { todayWords } from '../words/today.ts'
import type { Lang } from '../words/words.ts'

/** Where work starts: what waits, or for who has no files or requests the first thing they have to do with. */
export const get = guarded({ may: 'signed-in', act: 'work.opened' }, async (actor, page) => {
  if (maySomewhere(actor, 'change', 'trajectory') || maySomewhere(actor, 'list', 'help-request'))
    return show(actor, page)
  if (maySomewhere(actor, 'list', 'trajectory')) return redirect(links.trajectories())
  if (maySomewhere(actor, 'read', 'figure')) return redirect(links.figures())
  if (maySomewhere(actor, 'list', 'person')) return redirect(links.people())
  return redirect(actor.grants.some((one) => one.role === 'resident') ? links.ownFile() : links.account())
})

const NAMES = ['late', 'today', 'week'] as const satisfies readonly (keyof Groups)[]

async function show(actor: Actor, page: PageRequest) {
  const words = todayWords[page.lang]
  const groups = await todayOf(actor, page.today)
  const others = await standInTodays(actor, page.today)
  const waiting = groups.late.length + groups.today.length
  return workPage(
    page,
    actor,
    { title: words.title, active: 'today' },
    <>
      <h1>
        {words.title} <span class="soft small">{formatDay(page.lang, page.today)}</span>
      </h1>
      <p class="soft">{words.lead(waiting)}</p>
      {waiting + groups.week.length + others.length === 0 ? (
        <EmptyState title={words.nothing}>
          <p>{words.nothingWhat}</p>
        </EmptyState>
      ) : (
        NAMES.map((name) => <Group page={page} name={name} entries={groups[name]} />)
      )}
      {others.map((other, at) => (
        <ForAnother page={page} other={other} at={at} />
      ))}
      {maySomewhere(actor, 'change', 'trajectory') ? (
        <p class="small">
          <a href={links.standIn()}>{words.away}</a>
        </p>
      ) : null}
    </>,
  )
}

/** The list of a colleague who is away, apart from one's own. */
const ForAnother: FC<{ page: PageRequest; other: StandInToday; at: number }> = ({ page, other, at }) => {
  const words = todayWords[page.lang]
  const { groups, awayName, untilOn } = other
  const isEmpty = NAMES.every((name) => groups[name].length === 0)
  return (
    <section class="for-another" aria-labelledby={`voor-${at}`}>
      <h2 id={`voor-${at}`}>{words.forAnother(awayName ?? words.colleague)}</h2>
      <p class="soft">{words.forAnotherUntil(formatDay(page.lang, untilOn, 'plain'))}</p>
      {isEmpty ? <p class="soft">{words.nothing}</p> : null}
      {NAMES.map((name) => (
        <Group page={page} name={name} entries={groups[name]} inside={`-${at}`} />
      ))}
    </section>
  )
}

type GroupProps = { page: PageRequest; name: keyof Groups; entries: readonly Entry[]; inside?: string }

const Group: FC<GroupProps> = ({ page, name, entries, inside }) => {
  const words = todayWords[page.lang]
  if (entries.length === 0) return null
  const [id, title] = [`groep-${name}${inside ?? ''}`, `${words[name]} (${entries.length})`]
  const look = name === 'late' ? 'bad' : undefined
  return (
    <section aria-labelledby={id}>
      {inside === undefined ? (
        <h2 id={id} class={look}>
          {title}
        </h2>
      ) : (
        <h3 id={id} class={look}>
          {title}
        </h3>
      )}
      <WaitingList
        rows={entries.map((one) => ({
          href: hrefOf(one),
          who: one.about ?? (one.kind === 'milestone' ? words.family : words.somebody),
          what: whatOf(page.lang, one),
          term: termOf(page.lang, one, page.today),
          isLate: name === 'late',
        }))}
      />
    </section>
  )
}

function hrefOf({ kind, id, personId }: Entry): string {
  if (kind === 'milestone') return links.trajectory(id)
  if (kind === 'action') return personId === undefined ? links.files() : links.file(personId)
  return links.request(id)
}

function whatOf(lang: Lang, { kind, what }: Entry): string {
  const words = todayWords[lang]
  if (kind === 'request-new') return words.requestNew
  if (kind === 'request-away') return words.requestAway
  return kind === 'request-mine' ? words.requestMine : (what?.[lang] ?? '')
}

/** How long there is, in words: late first of all, a window by its end, one day by its name. */
function termOf(lang: Lang, { from, until }: Entry, today: Day): string {
  const words = todayWords[lang]
  if (until < today) return words.daysLate(daysBetween(until, today))
  if (until === today) return words.dueToday
  if (from > today)
    return from === until ? words.on(formatDay(lang, from, 'short')) : words.from(formatDay(lang, from, 'short'))
  return words.until(formatDay(lang, until, 'short'))
}
