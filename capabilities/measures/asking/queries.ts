import { inScope } from '../../../database/transaction.ts'
import { type Day, dayAt, endOf } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import {
  type Municipality,
  municipalitiesKnown,
  placeOf,
  provisionsInReach,
  regionsKnown,
  villagesIn,
} from '../../access/queries.ts'
import { settledMoment } from '../../cases/queries.ts'
import type { Grouping, Measure, ProgrammeDefinition } from '../../programmes/definition.ts'
import { programmesEver } from '../../programmes/queries.ts'
import type { Audience } from '../audience.ts'
import type { NamedKey } from '../breakdown.ts'
import type { Ask, Figure } from '../figure.ts'
import { isByQuarter, lastQuarterEnd } from '../special-days.ts'

/** A question about a figure that may be answered, with all that the answer needs. */
export type Asked = {
  readonly definition: ProgrammeDefinition
  readonly measure: Measure
  readonly scope: Figure['scope']
  /** Id of the municipality or region asked about. */
  readonly scopeId: Id
  readonly isRegion: boolean
  /** All municipalities of the region: what is hidden is decided over all of them at once. */
  readonly municipalities: readonly Municipality[]
  readonly regionId: Id
  /** Only for exact figures over own files. */
  readonly provisionIds?: readonly Id[] | undefined
  readonly knownOn: string
  readonly knownAt: Date
  readonly asOf: Day
  readonly from?: Day | undefined
  readonly audience: Audience
}

/** Grouping of a region by its municipalities. */
export const BY_MUNICIPALITY = 'municipality'

/**
 * Whether this actor may ask this, and what it takes to answer. Refuses a measure or grouping that is not there, an
 * audience that is not the actor's, a moment in the future, and special groups where they are not counted.
 */
export async function asked(actor: Actor, ask: Ask): Promise<Answer<Asked>> {
  return inScope(actor, async () => {
    const found = measureIn(await programmesEver(actor), ask.measure)
    if (found === undefined) return refuse('measure-unknown', { code: ask.measure })
    const place = await placeAsked(actor, ask)
    if (place === undefined) return refuse('not-found')
    const audience = await audienceAllowed(actor, ask, place, found.definition.code)
    if (!audience.ok) return audience
    if (ask.from !== undefined && ask.from > ask.asOf) return refuse('period-wrong')
    const moment = momentOf(ask.knownOn)
    const knownAt = await settledMoment(
      actor,
      place.municipalities.map((one) => one.id),
      moment,
    )
    if (knownAt === undefined) return refuse('moment-in-future')
    const knownOn = ask.knownOn instanceof Date ? ask.knownOn.toISOString() : (ask.knownOn ?? dayAt(new Date()))
    return allow({
      ...found,
      ...place,
      ...audience.value,
      knownAt,
      knownOn,
      asOf: ask.asOf,
      from: ask.from,
      audience: ask.audience,
    })
  })
}

export function measureIn(
  definitions: readonly ProgrammeDefinition[],
  code: string,
): { definition: ProgrammeDefinition; measure: Measure } | undefined {
  for (const definition of definitions) {
    const measure = definition.measures.find((one) => one.code === code)
    if (measure !== undefined) return { definition, measure }
  }
  return undefined
}

type Place = Pick<Asked, 'scope' | 'scopeId' | 'isRegion' | 'municipalities' | 'regionId'>

async function placeAsked(actor: Actor, { scope }: Ask): Promise<Place | undefined> {
  const known = await municipalitiesKnown(actor)
  if ('municipalityId' in scope) {
    const one = known.find(({ id }) => id === scope.municipalityId)
    if (one === undefined) return undefined
    const municipalities = one.regionId === null ? [one] : known.filter(({ regionId }) => regionId === one.regionId)
    const named = { kind: 'municipality', code: one.code, name: one.name } as const
    return { scope: named, scopeId: one.id, isRegion: false, municipalities, regionId: one.regionId ?? one.id }
  }
  const region = (await regionsKnown(actor)).find(({ id }) => id === scope.regionId)
  const municipalities = known.filter(({ regionId }) => regionId === scope.regionId)
  const [only] = municipalities
  if (region === undefined || only === undefined) return undefined
  const named = { kind: 'region', code: region.code, name: region.name } as const
  // A region of one municipality is that municipality: the plan has no other cells.
  const scopeId = municipalities.length === 1 ? only.id : region.id
  return { scope: named, scopeId, isRegion: municipalities.length > 1, municipalities, regionId: region.id }
}

async function audienceAllowed(
  actor: Actor,
  ask: Ask,
  place: Place,
  programmeCode: string,
): Promise<Answer<{ provisionIds?: Id[] }>> {
  if (ask.audience === 'public') return allow({})
  const within =
    place.scope.kind === 'region' ? place.municipalities : place.municipalities.filter(({ id }) => id === place.scopeId)
  if (ask.audience === 'policy') {
    const mayAll = within.every((one) =>
      may(actor, 'read', 'figure', { municipalityId: one.id, regionId: one.regionId ?? undefined }),
    )
    return mayAll ? allow({}) : refuse('audience-not-yours')
  }
  const own = (await provisionsInReach(actor)).filter(
    (one) =>
      one.programmeCode === programmeCode &&
      within.some(({ id }) => id === one.municipalityId) &&
      may(actor, 'read', 'own-figure', placeOf(one)),
  )
  const isEverywhere = may(actor, 'read', 'own-figure', {})
  return own.length > 0 || isEverywhere
    ? allow({ provisionIds: own.map(({ id }) => id) })
    : refuse('audience-not-yours')
}

/** A day of knowledge lasts until its end; today's end is still to come, so today means now. */
function momentOf(knownOn: Ask['knownOn']): Date | undefined {
  if (knownOn === undefined || knownOn instanceof Date) return knownOn
  return knownOn === dayAt(new Date()) ? undefined : new Date(endOf(knownOn).getTime() - 1)
}

/**
 * The grouping asked for, or the two of a cross joined by `+`; refuses what the measure does not have for this audience,
 * and special groups where they are not counted, or for another day than the last of a quarter.
 */
export function groupingsAsked(given: Asked, by: string): Answer<readonly Grouping[]> {
  const { definition, measure, municipalities, scope, scopeId, audience } = given
  const unknown = refuse('grouping-unknown', { grouping: by, measure: measure.code })
  const codes = by.split('+')
  const isCross = codes.length === 2 && measure.crosses.some((pair) => pair.join('+') === by)
  const isOwn = audience === 'organisation' && measure.ownGroupings?.includes(by) === true
  if (!isCross && !isOwn && !measure.groupings.includes(by)) return unknown
  const groupings = definition.groupings.filter((one) => codes.includes(one.code))
  const isSpecial = definition.questions.some(
    (one) => one.special === true && groupings.some((grouping) => grouping.question === one.code),
  )
  const within = scope.kind === 'region' ? municipalities : municipalities.filter(({ id }) => id === scopeId)
  if (isSpecial && !within.every((one) => one.countsMigrationBackground)) return refuse('special-data-off')
  if (isSpecial && !isByQuarter(given)) return refuse('special-by-quarter', { day: lastQuarterEnd(given.asOf) })
  return groupings.length === codes.length ? allow(groupings) : unknown
}

/** The villages of a municipality as keys, in its order; none for a region as a whole. */
export async function villagesAsked(actor: Actor, { municipalities }: Asked, municipalityId: Id): Promise<NamedKey[]> {
  if (!municipalities.some(({ id }) => id === municipalityId)) return []
  const villages = await villagesIn(actor, municipalityId)
  return villages.map(({ code, name }) => ({ key: code, label: { nl: name, en: name } }))
}
