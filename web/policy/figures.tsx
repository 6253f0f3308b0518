import type { FC } from 'hono/jsx'
import { maySomewhere } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import { groupingsFor } from '../../capabilities/measures/figure.ts'
import { type Figure, figures, type MeasureEntry, type Trend, trend } from '../../capabilities/measures/queries.ts'
import { type ShareFigure, shareOf, sharesKnown } from '../../capabilities/measures/shares/queries.ts'
import { after, dayAt } from '../../foundation/day.ts'
import { type Answer, refuse } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { DayField, FieldRow, SelectField } from '../design/field.tsx'
import { type FigureProps, Figures } from '../design/figure.tsx'
import { EmptyState, Notice } from '../design/notice.tsx'
import { HIDDEN } from '../design/shown.ts'
import { links } from '../links.ts'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { figureWords } from '../words/figures.ts'
import { formatDay } from '../words/format.ts'
import { refusalSentence } from '../words/refusals.ts'
import { requestLawWords } from '../words/request-laws.ts'
import { visitWords } from '../words/visits.ts'
import { type Choice, choiceIn, namedHere } from './figures-choice.ts'
import { BreakdownPart, TrendPart } from './figures-parts.tsx'

/** Nobody reads more than four figures at once. */
const MOST_FIGURES = 4

// Whoever may open it sees either policy figures or exact ones over own files; the doors decide which.
export const get = guarded({ may: 'signed-in', act: 'figure.read' }, async (actor, page) => {
  const words = figureWords[page.lang]
  const choice = await choiceIn(actor, page)
  if (choice === undefined) {
    return workPage(
      page,
      actor,
      { title: words.title, active: 'figures', audience: 'policy' },
      <>
        <h1>{words.title}</h1>
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      </>,
    )
  }
  const title = words.heading(choice.entry.programmeName[page.lang], choice.area.name)
  return workPage(
    page,
    actor,
    { title, active: 'figures', audience: 'policy' },
    await report(actor, page, choice, title),
  )
})

async function report(actor: Actor, page: PageRequest, choice: Choice, title: string) {
  const words = figureWords[page.lang]
  const asked = askOf(choice)
  const entries = choice.entries.slice(0, MOST_FIGURES)
  const shares = await sharesIn(actor, choice)
  const found = await figures(actor, [
    { ...asked, by: choice.by },
    ...entries.flatMap((entry) => nowAndBefore(choice, entry)),
    // Of which the percentages are made further on, so that all are counted at once.
    ...shares.flatMap(({ part, whole }) => [part, whole].map((measure) => ({ ...asked, measure }))),
  ])
  const [main = refuse('not-found'), ...standing] = namedHere(page, choice, found)
  const course = await trend(actor, { ...asked, per: 'quarter' })
  return (
    <div class="report">
      <h1>{title}</h1>
      {main.ok ? <Standing page={page} choice={choice} found={main.value} /> : null}
      <Filters page={page} choice={choice} />
      {choice.isByQuarter ? <Notice>{words.byQuarter}</Notice> : null}
      {main.ok ? null : <Notice title={words.notNow}>{refusalSentence(page.lang, main)}</Notice>}
      <h2 class="unseen">{words.title}</h2>
      <Figures figures={figuresOf(page, { choice, entries, standing })} />
      <Shares page={page} shares={namedHere(page, choice, await sharesOf(actor, choice, shares))} />
      {course.ok && main.ok ? (
        <TrendPart page={page} choice={choice} course={course.value as Trend} found={main.value} />
      ) : null}
      {main.ok ? <BreakdownPart page={page} choice={choice} found={main.value} /> : null}
      <p>
        <a href={links.requestLaws()}>{requestLawWords[page.lang].link}</a>
      </p>
      {maySomewhere(actor, 'read', 'figure') ? (
        <p>
          <a href={links.visits()}>{visitWords[page.lang].title}</a>
        </p>
      ) : null}
    </div>
  )
}

const askOf = ({ entry, area, asOf, from }: Choice, measure: MeasureEntry = entry) => ({
  measure: measure.code,
  scope: area.scope,
  audience: area.audience,
  asOf,
  ...(from !== undefined && from <= asOf && { from }),
})

type Part = { page: PageRequest; choice: Choice }

const Standing: FC<Part & { found: Figure }> = ({ page, choice, found }) => {
  const words = figureWords[page.lang]
  const known = formatDay(page.lang, dayAt(page.now), 'plain')
  const later =
    found.recordedAfter === null ? words.laterFew : found.recordedAfter === 0 ? '' : words.later(found.recordedAfter)
  return (
    <>
      <p class="soft">
        {found.from === undefined ? words.standing(found.asOf, known) : words.since(found.from, found.asOf, known)}{' '}
        {later}
      </p>
      {choice.area.audience === 'organisation' ? <p class="soft">{words.exact}</p> : null}
    </>
  )
}

const Filters: FC<Part> = ({ page, choice }) => {
  const words = figureWords[page.lang]
  const { areas, area, programmes, entries, entry, by, asOf, from } = choice
  return (
    <form method="get" action={links.figures()} class="filters">
      <FieldRow>
        <SelectField
          name="gebied"
          label={words.area}
          value={area.code}
          options={areas.map((one) => ({ value: one.code, label: one.name }))}
        />
        {programmes.length > 1 ? (
          <SelectField
            name="programma"
            label={words.programme}
            value={entry.programmeCode}
            options={programmes.map((one) => ({
              value: one.code,
              label: one.entries[0]?.programmeName[page.lang] ?? one.code,
            }))}
          />
        ) : null}
        <DayField name="van" label={words.from} value={from} max={page.today} />
        <DayField name="tot" label={words.asOf} value={asOf} max={page.today} />
        <SelectField
          name="maat"
          label={words.measure}
          value={entry.code}
          options={entries.map((one) => ({ value: one.code, label: one.name[page.lang] }))}
        />
        <SelectField
          name="per"
          label={words.by}
          value={by}
          options={groupingsFor(entry, area.audience).map((one) => ({ value: one.code, label: one.name[page.lang] }))}
        />
        <Button look="plain">{words.show}</Button>
      </FieldRow>
    </form>
  )
}

/** The figure itself, and a year before when no period is asked. */
const nowAndBefore = (choice: Choice, entry: MeasureEntry) => {
  const asked = askOf(choice, entry)
  return choice.from === undefined ? [asked, { ...asked, asOf: after(choice.asOf, { years: -1 }) }] : [asked]
}

type Asked = Pick<Part, 'choice'> & {
  entries: readonly MeasureEntry[]
  /** What was answered to `nowAndBefore` of these measures, one after the other. */
  standing: readonly Answer<Figure>[]
}

function figuresOf(page: PageRequest, { choice, entries, standing }: Asked): FigureProps[] {
  const each = choice.from === undefined ? 2 : 1
  return entries.flatMap((entry, at): FigureProps[] => {
    const [now, before] = standing.slice(at * each, (at + 1) * each)
    if (now?.ok !== true) return []
    return [
      {
        lang: page.lang,
        name: entry.name[page.lang],
        value: now.value.value ?? HIDDEN,
        change: before?.ok === true ? changeIn(page, now.value.value, before.value.value) : undefined,
        note:
          entry.passport.target === undefined
            ? figureWords[page.lang].noTarget
            : figureWords[page.lang].target(entry.passport.target),
        passport: { href: links.passport(entry.code), label: figureWords[page.lang].howCounted },
      },
    ]
  })
}

/** The percentages of the programme, of what holds on the day; none over a period. */
const sharesIn = async (actor: Actor, { from, entry }: Choice) =>
  from === undefined ? (await sharesKnown(actor)).filter((one) => one.programmeCode === entry.programmeCode) : []

async function sharesOf(
  actor: Actor,
  { area, asOf }: Choice,
  shares: Awaited<ReturnType<typeof sharesIn>>,
): Promise<ShareFigure[]> {
  const shown: ShareFigure[] = []
  for (const { code } of shares) {
    const answer = await shareOf(actor, { measure: code, scope: area.scope, audience: area.audience, asOf })
    if (answer.ok) shown.push(answer.value)
  }
  return shown
}

const Shares: FC<{ page: PageRequest; shares: readonly ShareFigure[] }> = ({ page: { lang }, shares }) => (
  <>
    {shares.map(({ share, percent }) => (
      <p>
        {share.name[lang]}:{' '}
        <strong>{percent === null ? figureWords[lang].noPercent : figureWords[lang].percent(percent)}</strong>{' '}
        <a href={links.passport(share.code)}>
          {figureWords[lang].howCounted} <span class="unseen">{share.name[lang]}</span>
        </a>
      </p>
    ))}
  </>
)

function changeIn(page: PageRequest, now: number | null, before: number | null): FigureProps['change'] {
  const words = figureWords[page.lang]
  if (now === null || before === null) return undefined
  if (now === before) return { direction: 'level', words: words.same(before) }
  return now > before
    ? { direction: 'up', words: words.more(now - before, before) }
    : { direction: 'down', words: words.fewer(before - now, before) }
}
