import type { Tx } from '../../../database/connect.ts'
import { asReports, inScope } from '../../../database/transaction.ts'
import { type Day, day, endOf } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import type { Asked } from '../asking/queries.ts'
import type { AudienceSetting } from '../audience.ts'
import { planKept, trendKept } from '../kept-plans.ts'
import { type Plan, shownIn } from '../plan.ts'
import { cellId } from '../scope-amounts.ts'
import * as store from '../store.ts'
import { periodsBetween, pointId, type TrendPlan } from '../trend.ts'

export type Planned = { readonly plan: Plan; readonly setting: AudienceSetting }

/** What one request planned already: a dashboard reads several figures of one plan. Gone with its transaction. */
const within = new WeakMap<Tx, Map<string, Promise<unknown>>>()

function once<T>(tx: Tx, question: readonly unknown[], work: () => Promise<T>): Promise<T> {
  const known = within.get(tx) ?? new Map<string, Promise<unknown>>()
  within.set(tx, known)
  const key = JSON.stringify(question)
  const answer = (known.get(key) as Promise<T> | undefined) ?? work() // kept by the line below, for the same question
  known.set(key, answer)
  return answer
}

const isAsked = (tx: Tx, question: readonly unknown[]): boolean =>
  within.get(tx)?.has(JSON.stringify(question)) === true

const questionOf = ({ definition, regionId, audience, provisionIds, asOf, from, knownAt }: Asked): unknown[] => [
  ...[definition.code, definition.version, regionId, audience, provisionIds, asOf, from, knownAt],
]

/** What may be seen at (D, K) of all figures of the programme in the region of the place asked about. */
export const planOf = (actor: Actor, given: Asked): Promise<Planned> =>
  inScope(actor, (tx) => once(tx, ['plan', ...questionOf(given)], () => planned(actor, given)))

async function planned(actor: Actor, given: Asked): Promise<Planned> {
  const decided = await decidedByTrend(actor, given)
  return asReports(actor, async (tx) => {
    const settings = await store.settingsAt(tx, given.knownAt)
    const setting = settings[given.audience]
    const rows = Map.groupBy(await sumsOf(actor, tx, given), (row) => row.municipalityId)
    const municipalities = given.municipalities.map(({ id, countsMigrationBackground }) => ({
      id,
      countsSpecial: countsMigrationBackground,
      cells: rows.get(id) ?? [],
    }))
    return {
      setting,
      plan: planKept({
        ...{ parts: given.definition, regionId: given.regionId, municipalities, decided },
        hideBelow: setting.hideBelow,
        hideSpecialBelow: Math.max(settings.policy.hideBelow, setting.hideBelow),
      }),
    }
  })
}

const counted = (given: Asked): store.Counted => ({
  programmeCode: given.definition.code,
  municipalityIds: given.municipalities.map((one) => one.id),
  provisionIds: given.provisionIds,
  from: given.from,
})

const sumsQuestion = (given: Asked, { asOf, knownAt }: store.Standing): unknown[] => [
  ...['sums', counted(given), asOf, knownAt],
]

/** Counted before by `countAtOnce`, or now. */
const sumsOf = (actor: Actor, reading: Tx, given: Asked): Promise<store.SummedCell[]> =>
  inScope(actor, (tx) =>
    once(
      tx,
      sumsQuestion(given, given),
      async () => (await store.summedCells(reading, counted(given), [given]))[0] ?? [],
    ),
  )

/** Counts in one pass what these figures and what was recorded later of them will be made of. */
export async function countAtOnce(actor: Actor, asked: readonly Asked[]): Promise<void> {
  await inScope(actor, async (tx) => {
    for (const alike of Map.groupBy(asked, (one) => JSON.stringify(counted(one))).values()) {
      const [first] = alike
      if (first === undefined) continue
      const open = alike.flatMap(standingsOf).filter((one) => !isAsked(tx, sumsQuestion(first, one)))
      const at = new Map(open.map((one) => [JSON.stringify(one), one]))
      if (at.size < 2) continue
      const sums = await asReports(actor, (reading) => store.summedCells(reading, counted(first), [...at.values()]))
      for (const [nth, one] of [...at.values()].entries()) {
        const rows = sums[nth] ?? []
        await once(tx, sumsQuestion(first, one), async () => rows)
      }
    }
  })
}

/** The moments of which the plans of a figure are made: its own, and that of its reference day. */
const standingsOf = ({ asOf, knownAt }: Asked): store.Standing[] => {
  const then = endOfDay(asOf)
  return then >= knownAt
    ? [{ asOf, knownAt }]
    : [
        { asOf, knownAt },
        { asOf, knownAt: then },
      ]
}

const endOfDay = (on: Day): Date => new Date(endOf(on).getTime() - 1)

/** The total of a measure in one place of the plan; null when hidden. */
export const totalIn = (planned: Plan, scopeId: Id, measure: string): number | null =>
  shownIn(planned, scopeId, measure, 'all', 'all')

/**
 * A figure over a period that stands in the trend as a year or quarter is hidden where it is hidden there: both can be
 * on one page.
 */
async function decidedByTrend(actor: Actor, given: Asked): Promise<Map<string, 'hidden' | 'shown'>> {
  const { from, asOf, audience, definition, municipalities, regionId } = given
  const decided = new Map<string, 'hidden' | 'shown'>()
  if (from === undefined || audience === 'organisation') return decided
  const points = await trendOf(actor, given)
  for (const scopeId of [...municipalities.map((one) => one.id), regionId]) {
    for (const { code } of definition.measures) {
      const value = points.get(pointId(scopeId, code, { from, to: asOf }))
      if (value !== undefined) decided.set(cellId(scopeId, code, 'all', 'all'), value === null ? 'hidden' : 'shown')
    }
  }
  return decided
}

/** What may be seen of every year and quarter up to D, of all totals of the programme in the region. */
export function trendOf(actor: Actor, { from: _, ...given }: Asked): Promise<TrendPlan> {
  return inScope(actor, (tx) =>
    once(tx, ['trend', ...questionOf(given)], async () => {
      const { plan: totals, setting } = await planOf(actor, given)
      const quarters = await asReports(actor, (reading) => store.summedQuarters(reading, counted(given), given))
      return trendKept(given.definition, {
        last: given.asOf,
        jumps: quarters.map(({ municipalityId, startsOn, ...row }) => ({
          ...{ ...row, scopeId: municipalityId, holdsOn: startsOn },
        })),
        region: { id: given.regionId, municipalityIds: given.municipalities.map((one) => one.id) },
        hideBelow: setting.hideBelow,
        isTotalHidden: (scope, code) => totalIn(totals, scope, code) === null,
      })
    }),
  )
}

/** The years or quarters a trend shows: from the period asked, or from the first in which anything was counted in this place. */
export function periodsShown(points: TrendPlan, { from, asOf, scopeId, measure }: Asked, per: 'year' | 'quarter') {
  const starts = [...points].flatMap(([id, value]) => {
    const [scope, code, period = ''] = id.split(' ')
    return scope === scopeId && code === measure.code && period.includes('/') && value !== 0
      ? [period.slice(0, 10)]
      : []
  })
  const first = from ?? starts.toSorted()[0]
  return first === undefined ? [] : periodsBetween(day(first), asOf, per)
}

/**
 * How much of a total was recorded after its reference day: what is shown now less what could be shown then. Null when
 * either is hidden, or the difference is too small to tell.
 */
export async function recordedLater(actor: Actor, given: Asked): Promise<number | null> {
  const then = endOfDay(given.asOf)
  if (then >= given.knownAt) return 0
  const { plan: now, setting } = await planOf(actor, given)
  const { plan: before } = await planOf(actor, { ...given, knownAt: then })
  const [value, known] = [now, before].map((one) => totalIn(one, given.scopeId, given.measure.code))
  if (value === null || value === undefined || known === null || known === undefined) return null
  const later = value - known
  return later !== 0 && Math.abs(later) < setting.hideBelow ? null : later
}
