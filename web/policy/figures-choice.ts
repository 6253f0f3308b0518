import { may } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import {
  municipalitiesKnown,
  placeOf,
  programmesCarriedOut,
  provisionsInReach,
  regionsKnown,
} from '../../capabilities/access/queries.ts'
import type { Audience } from '../../capabilities/measures/audience.ts'
import { groupingsFor } from '../../capabilities/measures/figure.ts'
import { type MeasureEntry, measures, type Scope } from '../../capabilities/measures/queries.ts'
import { lastQuarterEnd, quarterBegin } from '../../capabilities/measures/special-days.ts'
import type { NamePlace } from '../../capabilities/terms/chosen.ts'
import { type Day, parseDay } from '../../foundation/day.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { namedAt } from '../shell/names.ts'

/** An area whose figures this person may see, and as which audience. */
export type Area = { readonly code: string; readonly name: string; readonly scope: Scope; readonly audience: Audience }

/** What the address of the dashboard asks for, completed with what it leaves out. */
export type Choice = {
  readonly areas: readonly Area[]
  readonly area: Area
  readonly programmes: readonly { readonly code: string; readonly entries: readonly MeasureEntry[] }[]
  readonly entries: readonly MeasureEntry[]
  readonly entry: MeasureEntry
  readonly by: string
  /** A special grouping: then the days are those of whole quarters. */
  readonly isByQuarter: boolean
  readonly asOf: Day
  readonly from: Day | undefined
}

/** The areas in reach: whole regions and municipalities for policy, the places where one's own organisation works for its own files. */
export async function areasOf(actor: Actor): Promise<Area[]> {
  const [municipalities, regions, provisions] = await Promise.all([
    municipalitiesKnown(actor),
    regionsKnown(actor),
    provisionsInReach(actor),
  ])
  const policy = municipalities.filter((one) =>
    may(actor, 'read', 'figure', { municipalityId: one.id, regionId: one.regionId ?? undefined }),
  )
  const own = municipalities.filter(
    (one) =>
      !policy.includes(one) &&
      provisions.some(
        (provision) => provision.municipalityId === one.id && may(actor, 'read', 'own-figure', placeOf(provision)),
      ),
  )
  const wholeRegions = regions.filter((region) => may(actor, 'read', 'figure', { regionId: region.id }))
  return [
    ...wholeRegions.map(({ id, code, name }): Area => ({ code, name, scope: { regionId: id }, audience: 'policy' })),
    ...policy.map(({ id, code, name }): Area => ({ code, name, scope: { municipalityId: id }, audience: 'policy' })),
    ...own.map(({ id, code, name }): Area => ({ code, name, scope: { municipalityId: id }, audience: 'organisation' })),
  ]
}

/** What to show, from the address; what is not there or not in reach falls back to the first that is. */
export async function choiceIn(actor: Actor, page: PageRequest): Promise<Choice | undefined> {
  const areas = await areasOf(actor)
  const area = areas.find((one) => one.code === page.query.get('gebied')) ?? areas[0]
  const programmes = area === undefined ? [] : namedAt(page, namesOf(area), await programmesIn(actor, area))
  const programme = programmes.find((one) => one.code === page.query.get('programma')) ?? programmes[0]
  const entry = programme?.entries.find((one) => one.code === page.query.get('maat')) ?? programme?.entries[0]
  if (area === undefined || programme === undefined || entry === undefined) return undefined
  const groupings = groupingsFor(entry, area.audience)
  const by = groupings.find((one) => one.code === page.query.get('per')) ?? groupings[0]
  const isByQuarter = by?.isSpecial === true
  const day = dayIn(page, 'tot') ?? page.today
  const asOf = day > page.today ? page.today : day
  const from = dayIn(page, 'van')
  return {
    ...{ areas, area, programmes, entries: programme.entries, entry },
    ...{ by: by?.code ?? '', isByQuarter },
    asOf: isByQuarter ? lastQuarterEnd(asOf) : asOf,
    from: from !== undefined && isByQuarter ? quarterBegin(from) : from,
  }
}

/** Figures with their groups in the names of the area. */
export const namedHere = <T>(page: PageRequest, { area }: Choice, thing: T): T => namedAt(page, namesOf(area), thing)

const namesOf = ({ scope }: Area): NamePlace => ({
  municipalityId: 'municipalityId' in scope ? scope.municipalityId : null,
  regionId: 'regionId' in scope ? scope.regionId : null,
})

/** What is counted in an area: what runs or ran there, the oldest first; all there is when nothing does yet. */
async function programmesIn(actor: Actor, { scope, audience }: Area): Promise<Choice['programmes']> {
  const [entries, provisions, municipalities, carriedOut] = await Promise.all([
    measures(actor),
    provisionsInReach(actor),
    municipalitiesKnown(actor),
    programmesCarriedOut(actor),
  ])
  const byCode = Map.groupBy(entries, (one) => one.programmeCode)
  const own = provisions.filter((one) => may(actor, 'read', 'own-figure', placeOf(one)))
  const isOwn = (code: string) => own.some((one) => one.programmeCode === code)
  const there = municipalities.filter((one) =>
    'regionId' in scope ? one.regionId === scope.regionId : one.id === scope.municipalityId,
  )
  const here = carriedOut.filter(
    ({ municipalityId, programmeCode }) =>
      there.some(({ id }) => id === municipalityId) && (audience === 'policy' || isOwn(programmeCode)),
  )
  const named = [...new Set(here.map(({ programmeCode }) => programmeCode))].filter((code) => byCode.has(code))
  return (named.length === 0 ? [...byCode.keys()] : named).map((code) => ({ code, entries: byCode.get(code) ?? [] }))
}

const dayIn = (page: PageRequest, name: string): Day | undefined => parseDay(page.query.get(name) ?? '')

/** The address of this choice, changed here and there. */
export function queryOf(choice: Choice, change: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    gebied: choice.area.code,
    programma: choice.entry.programmeCode,
    maat: choice.entry.code,
    per: choice.by,
    tot: choice.asOf,
    ...(choice.from !== undefined && { van: choice.from }),
    ...change,
  })
  return query.toString()
}
