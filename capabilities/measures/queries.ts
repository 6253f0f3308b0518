import { inScope, noteShown } from '../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Actor } from '../access/actor.ts'
import { programmesEver } from '../programmes/queries.ts'
import { type Asked, asked, BY_MUNICIPALITY, groupingsAsked, villagesAsked } from './asking/queries.ts'
import { type Audience, type AudienceSetting, rounded } from './audience.ts'
import { breakdownOf, crossOf, meanOf, type NamedKey, ofPlace } from './breakdown.ts'
import { UNKNOWN } from './cell.ts'
import { isPartition } from './counting.ts'
import { type Ask, entryOf, type Figure, type FigureCell, type MeasureEntry } from './figure.ts'
import { asFirstGiven, type Named } from './given/queries.ts'
import { type Plan, shownIn } from './plan.ts'
import { countAtOnce, periodsShown, planOf, recordedLater, totalIn, trendOf } from './planned/queries.ts'
import * as store from './store.ts'
import { type Per, pointsOf, type TrendPoint } from './trend.ts'

export type { Ask, Figure, MeasureEntry, Scope } from './figure.ts'

/** Every measure of every programme with its passport; none for who may read no programme. */
export async function measures(actor: Actor): Promise<MeasureEntry[]> {
  const definitions = await programmesEver(actor)
  return definitions.flatMap((definition) => definition.measures.map((one) => entryOf(definition, one)))
}

/**
 * One figure at (D, K) for an audience, broken down when asked. What is hidden is decided over the whole region at once,
 * and what policy or the public was once answered stays the answer.
 */
export async function figure(actor: Actor, ask: Ask): Promise<Answer<Figure>> {
  const [only] = await figures(actor, [ask])
  return only ?? refuse('not-found')
}

/** Several figures, each as `figure` gives it, in the order asked; what is counted for them is counted at once. */
export async function figures(actor: Actor, asks: readonly Ask[]): Promise<Answer<Figure>[]> {
  return inScope(actor, async () => {
    const allowed = await Promise.all(asks.map((ask) => figureAsked(actor, ask)))
    const given = allowed.flatMap((one) => (one.ok ? [one.value] : []))
    const answers = await asFirstGiven(actor, given, async (missing) => {
      await countAtOnce(actor, missing)
      const found: Figure[] = []
      for (const one of missing) found.push(await answer(actor, one, one.by))
      return found
    })
    const rest = [...answers]
    return allowed.map((one) => (one.ok ? allow(rest.shift() as Figure) : one)) // one answer for each that was allowed
  })
}

type FigureAsked = Named & { readonly by: string | undefined }

async function figureAsked(actor: Actor, ask: Ask): Promise<Answer<FigureAsked>> {
  const allowed = await asked(actor, ask)
  if (!allowed.ok) return allowed
  const given = allowed.value
  const checked = checkBy(given, ask.by)
  if (!checked.ok) return checked
  noteShown('municipality', given.isRegion ? given.municipalities.map((one) => one.id) : [given.scopeId])
  return allow({ ...given, by: ask.by, what: `figure by ${ask.by ?? ''}` })
}

function checkBy(given: Asked, by: string | undefined): Answer<unknown> {
  if (by === undefined) return allow()
  if (by !== BY_MUNICIPALITY) return groupingsAsked(given, by)
  return given.scope.kind === 'region'
    ? allow()
    : refuse('grouping-unknown', { grouping: by, measure: given.measure.code })
}

async function answer(actor: Actor, given: Asked, by: string | undefined): Promise<Figure> {
  const { plan, setting } = await planOf(actor, given)
  const { measure, scopeId, from } = given
  const value = totalIn(plan, scopeId, measure.code)
  const later = await recordedLater(actor, given)
  const groupings = by === undefined || by === BY_MUNICIPALITY ? [] : by.split('+')
  const breakdown = by === undefined ? [] : await groupsIn(actor, given, { by, plan, setting })
  const grouping = given.definition.groupings.find((one) => one.code === by)
  const question = given.definition.questions.find((one) => one.code === grouping?.question)
  return {
    code: measure.code,
    asOf: given.asOf,
    ...(from !== undefined && { from }),
    knownOn: given.knownOn,
    knownAt: given.knownAt.toISOString(),
    audience: given.audience,
    scope: given.scope,
    value: value === null ? null : rounded(value, setting.roundTo),
    suppressed: value === null,
    recordedAfter: later === null ? null : rounded(later, setting.roundTo),
    breakdown,
    setting,
    ...(grouping?.each !== undefined && { mean: meanOf(breakdown) }),
    ...(grouping !== undefined &&
      question !== undefined &&
      !isPartition(measure, { grouping, question }) && { overlaps: true }),
    ...(groupings.length === 1 && { completeness: completenessIn(given, plan, by ?? '', setting) }),
  }
}

type Broken = { readonly by: string; readonly plan: Plan; readonly setting: AudienceSetting }

async function groupsIn(actor: Actor, given: Asked, { by, plan, setting }: Broken): Promise<FigureCell[]> {
  const { definition, measure, scopeId, municipalities } = given
  if (by === BY_MUNICIPALITY) return perMunicipality(given, plan, setting)
  const [first, second] = by.split('+').map((code) => definition.groupings.find((one) => one.code === code))
  if (first === undefined) return []
  const groups = (place: string, villages: readonly NamedKey[]): FigureCell[] => {
    const input = { definition, measure, plan, scopeId: place, villages, setting }
    return second === undefined ? breakdownOf({ ...input, grouping: first }) : crossOf(input, first, second)
  }
  if (!given.isRegion || !isByPlace(given, by)) return groups(scopeId, await villagesAsked(actor, given, scopeId))
  const cells: FigureCell[] = []
  for (const one of municipalities) {
    const own = groups(one.id, await villagesAsked(actor, given, one.id))
    cells.push(...own.map((cell) => ofPlace(cell, one)))
  }
  return cells
}

function perMunicipality({ municipalities, measure }: Asked, plan: Plan, { roundTo }: AudienceSetting): FigureCell[] {
  return municipalities.map(({ id, code, name }) => {
    const value = totalIn(plan, id, measure.code)
    return {
      key: code,
      label: { nl: name, en: name },
      value: value === null ? null : rounded(value, roundTo),
      suppressed: value === null,
    }
  })
}

/** Villages stay with their municipality, also in a region: two may share a name. */
const isByPlace = ({ definition }: Asked, by: string): boolean =>
  by.split('+').some((code) => {
    const question = definition.groupings.find((one) => one.code === code)?.question
    return definition.questions.some((one) => one.code === question && one.type === 'place')
  })

function completenessIn(given: Asked, plan: Plan, by: string, { roundTo }: AudienceSetting) {
  const { measure, scopeId, municipalities, isRegion } = given
  const places = isRegion && isByPlace(given, by) ? municipalities.map((one) => one.id) : [scopeId]
  const all = totalIn(plan, scopeId, measure.code)
  const unknown = places.map((place) => shownIn(plan, place, measure.code, by, UNKNOWN))
  const known = unknown.reduce((so, one) => (so === null || one === null ? null : so - one), all)
  return { known: known === null ? null : rounded(known, roundTo), all: all === null ? null : rounded(all, roundTo) }
}

export type Trend = {
  readonly points: readonly TrendPoint[]
  readonly knownAt: string
  readonly per: Per
}

/** How a figure came about: what came to hold in each year or quarter up to D. Small periods are hidden with their company. */
export async function trend(actor: Actor, ask: Ask & { readonly per: Per }): Promise<Answer<Trend>> {
  const allowed = await asked(actor, ask)
  if (!allowed.ok) return allowed
  const given = allowed.value
  const { per } = ask
  const [course] = await asFirstGiven(actor, [{ ...given, what: `trend per ${per}` }], async () => {
    const { setting } = await planOf(actor, { ...given, from: undefined })
    const planned = await trendOf(actor, given)
    const periods = periodsShown(planned, given, per)
    const points = pointsOf(planned, periods, { scopeId: given.scopeId, measure: given.measure.code }, setting)
    return [{ per, knownAt: given.knownAt.toISOString(), points }]
  })
  return course === undefined ? refuse('not-found') : allow(course)
}

/** From which size this audience sees a number now. */
export const audienceSetting = (actor: Actor, audience: Audience): Promise<AudienceSetting> =>
  inScope(actor, async (tx) => (await store.settingsAt(tx, new Date()))[audience])
