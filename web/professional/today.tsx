import type { FC } from 'hono/jsx'
import { maySomewhere } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import { completeMilestone } from '../../capabilities/cases/history/actions.ts'
import { tickItem } from '../../capabilities/family-plan/actions.ts'
import { stepRequest } from '../../capabilities/help-requests/actions.ts'
import { seeUnsafe } from '../../capabilities/help-requests/triage/actions.ts'
import type { Entry, Groups } from '../../capabilities/today/entries.ts'
import { type StandInToday, standInTodays, todayOf } from '../../capabilities/today/queries.ts'
import { type Day, daysBetween } from '../../foundation/day.ts'
import type { Answer, Refused } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { ErrorSummary } from '../design/error-summary.tsx'
import { EmptyState, Notice } from '../design/notice.tsx'
import { WaitingList } from '../design/waiting.tsx'
import { links } from '../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { formatDay } from '../words/format.ts'
import { refusalSentence } from '../words/refusals.ts'
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

/** What can be done on this page goes the same way as on the page of the thing itself; a double press does it once. */
export const post = guarded({ may: 'signed-in', act: 'work.done-at-once' }, async (actor, page) => {
  const done = await doAtOnce(actor, page)
  if (done === undefined) return notFound()
  if (done.ok && page.form.has('terug')) return redirect(links.request(String(page.form.get('nummer'))))
  if (done.ok) return redirect(links.work(String(page.form.get('doe'))))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

async function doAtOnce(actor: Actor, page: PageRequest): Promise<Answer | undefined> {
  const text = (name: string) => String(page.form.get(name) ?? '')
  const [id, rowVersion, today] = [text('nummer'), Number(text('versie')), page.today]
  if (text('doe') === 'see') return seeUnsafe(actor, id)
  if (text('doe') === 'done')
    return completeMilestone(actor, { trajectoryId: id, rowVersion }, { milestone: text('moment'), on: today })
  if (text('doe') === 'tick') return tickItem(actor, text('plan'), { itemId: id, rowVersion, doneOn: today })
  if (text('doe') !== 'take') return undefined
  // Taking up ends nothing, so no term of keeping begins.
  return stepRequest(actor, id, { step: 'take', rowVersion, today, keepMonths: 0 })
}

const NAMES = ['unsafe', 'late', 'today', 'week', 'others'] as const satisfies readonly (keyof Groups)[]

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const words = todayWords[page.lang]
  const groups = await todayOf(actor, page.today, page.now)
  const others = await standInTodays(actor, page.today, page.now)
  const waiting = groups.unsafe.length + groups.late.length + groups.today.length
  return workPage(
    page,
    actor,
    { title: words.title, active: 'today', ...(refused !== undefined && { status: 400, refusedWith: refused.reason }) },
    <>
      <h1>
        {words.title} <span class="soft small">{formatDay(page.lang, page.today)}</span>
      </h1>
      <Told page={page} refused={refused} />
      <p class="soft">{words.lead(waiting)}</p>
      {waiting + groups.week.length + groups.others.length + others.length === 0 ? (
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

const Told: FC<{ page: PageRequest; refused: Refused | undefined }> = ({ page, refused }) => {
  if (refused !== undefined)
    return <ErrorSummary lang={page.lang} errors={[{ message: refusalSentence(page.lang, refused) }]} />
  const said = Object.entries(todayWords[page.lang].said).find(([act]) => act === page.query.get('gedaan'))
  return said === undefined ? null : <Notice isNews>{said[1]}</Notice>
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
  const look = name === 'late' || name === 'unsafe' ? 'bad' : undefined
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
          who: whoOf(page.lang, one),
          what: whatOf(page.lang, one),
          term: termOf(page.lang, one, page.today),
          isLate: name === 'late' || name === 'unsafe',
          action: <AtOnce lang={page.lang} entry={one} />,
        }))}
      />
    </section>
  )
}

/** The one button with which it is done, without leaving the page. */
const AtOnce: FC<{ lang: Lang; entry: Entry }> = ({ lang, entry }) => {
  const { inPlace } = entry
  if (inPlace === undefined) return null
  const words = todayWords[lang]
  const hidden: Record<string, string> = {
    nummer: entry.id,
    ...('rowVersion' in inPlace && { versie: String(inPlace.rowVersion) }),
    ...(inPlace.act === 'done' && { moment: inPlace.milestone }),
    ...(inPlace.act === 'tick' && { plan: inPlace.planId }),
  }
  return (
    <form method="post" action={links.work()}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button look="plain" name="doe" value={inPlace.act}>
        {inPlace.act === 'take' ? words.take : inPlace.act === 'see' ? words.see : words.done}
        <span class="unseen">{words.about(whoOf(lang, entry), whatOf(lang, entry))}</span>
      </Button>
    </form>
  )
}

function whoOf(lang: Lang, { about, kind }: Entry): string {
  const words = todayWords[lang]
  return about ?? (kind === 'milestone' ? words.family : words.somebody)
}

function hrefOf({ kind, id, personId, milestone }: Entry): string {
  if (kind === 'milestone') return milestone === undefined ? links.trajectory(id) : links.caseMilestone(id, milestone)
  if (kind === 'sharing') return links.received(id)
  if (kind === 'action' || kind === 'action-of-other' || kind === 'sharing-sent')
    return personId === undefined ? links.files() : links.file(personId)
  return links.request(id)
}

function whatOf(lang: Lang, { kind, what, isTakenBack }: Entry): string {
  const words = todayWords[lang]
  if (isTakenBack === true) return words.requestTakenBack
  const told = what?.[lang] ?? ''
  const said: Record<Entry['kind'], string> = {
    ...{ milestone: told, action: told, 'action-of-other': words.actionOfOther(told) },
    ...{ 'request-new': words.requestNew, 'request-mine': words.requestMine, 'request-away': words.requestAway },
    ...{ unsafe: words.requestUnsafe, 'unsafe-sent': words.unsafeSent },
    ...{ sharing: words.sharing, 'sharing-sent': words.sharingSent },
  }
  return said[kind]
}

/** How long there is, in words: late first of all, a window by its end, one day by its name. */
function termOf(lang: Lang, { from, until, isLate }: Entry, today: Day): string {
  const words = todayWords[lang]
  if (until < today) return words.daysLate(daysBetween(until, today))
  if (until === today) return isLate === true ? words.lateToday : words.dueToday
  if (from > today)
    return from === until ? words.on(formatDay(lang, from, 'short')) : words.from(formatDay(lang, from, 'short'))
  return words.until(formatDay(lang, until, 'short'))
}
