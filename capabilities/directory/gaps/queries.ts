import type { Day } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Municipality, municipalitiesKnown, programmesCarriedOut, villagesIn } from '../../access/queries.ts'
import { wholesOf } from '../../measures/figure.ts'
import { figures, type MeasureEntry, measures } from '../../measures/queries.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import { programmesEver } from '../../programmes/queries.ts'
import { DOMAINS, type LifeDomain } from '../card.ts'
import { publicOffers } from '../queries.ts'
import { type Finding, findingOf, offersFor, type SideBySide, together } from './gap.ts'
import { lastFourQuarters } from './period.ts'

export type GapLine = SideBySide & {
  /** The code of the village; undefined for the whole municipality. */
  readonly village: string | undefined
  readonly domain: LifeDomain
  readonly finding: Finding
}

export type SupplyAndDemand = {
  readonly municipality: Municipality
  readonly villages: readonly { readonly code: string; readonly name: string }[]
  readonly lines: readonly GapLine[]
  /** The figures that demand is made of, with their passports. */
  readonly counted: readonly MeasureEntry[]
  readonly from: Day
  readonly to: Day
  /** Below this a number is hidden from this reader. */
  readonly hideBelow: number
}

const placeOf = ({ id, regionId }: Municipality) => ({ municipalityId: id, regionId: regionId ?? undefined })

/** The municipalities of which the actor may lay supply and demand side by side: where the actor works with partners. */
export async function municipalitiesWithGaps(actor: Actor): Promise<Municipality[]> {
  if (!maySomewhere(actor, 'read', 'partner')) return []
  return (await municipalitiesKnown(actor)).filter((one) => may(actor, 'read', 'partner', placeOf(one)))
}

/**
 * Supply and demand per village and part of life over the last four quarters; undefined where the actor works with no
 * partners. Supply is the public local offer. Demand is what the figures of the programmes carried out there say, as policy may
 * see them, and for who may not as the public does: each is asked of the room of the measures, so that what is hidden there is
 * hidden here, and a sum with a hidden part is hidden too.
 */
export async function supplyAndDemand(actor: Actor, id: Id, today: Day): Promise<SupplyAndDemand | undefined> {
  const municipality = isId(id) ? (await municipalitiesWithGaps(actor)).find((one) => one.id === id) : undefined
  if (municipality === undefined) return undefined
  const [villages, offers, counted] = await Promise.all([
    villagesIn(actor, id),
    publicOffers(actor, id, today),
    countedIn(actor, id),
  ])
  const { from, to } = lastFourQuarters(today)
  const audience = may(actor, 'read', 'figure', placeOf(municipality)) ? 'policy' : 'public'
  const asked = { scope: { municipalityId: id }, asOf: to, from, audience } as const
  const found = await figures(
    actor,
    counted.map(({ entry, by }) => ({ ...asked, measure: entry.code, by })),
  )
  const known = found.flatMap((one, at) => {
    const domains = counted[at]?.domains ?? []
    return one.ok ? [{ figure: one.value, domains }] : []
  })
  const demandFor = (domain: LifeDomain, village: string | undefined) =>
    together(
      known
        .filter(({ domains }) => domains.includes(domain))
        .map(({ figure }) =>
          village === undefined ? figure.value : (figure.breakdown.find(({ key }) => key === village)?.value ?? null),
        ),
    )
  const lines = [undefined, ...villages.map(({ code }) => code)].flatMap((village) =>
    DOMAINS.map((domain): GapLine => {
      const both = { offers: offersFor(offers, domain, village), demand: demandFor(domain, village) }
      return { village, domain, ...both, finding: findingOf(both) }
    }),
  )
  return {
    ...{ municipality, villages, lines, from, to, counted: counted.map(({ entry }) => entry) },
    hideBelow: Math.max(0, ...known.map(({ figure }) => figure.setting.hideBelow)),
  }
}

type Counted = { readonly entry: MeasureEntry; readonly by: string; readonly domains: readonly LifeDomain[] }

/** Of each programme that runs or ran here and says what it is about: all that it counts, and how that is told by village. */
async function countedIn(actor: Actor, id: Id): Promise<Counted[]> {
  const [definitions, all, carriedOut] = await Promise.all([
    programmesEver(actor),
    measures(actor),
    programmesCarriedOut(actor),
  ])
  const here = new Set(
    carriedOut.filter(({ municipalityId }) => municipalityId === id).map(({ programmeCode }) => programmeCode),
  )
  return wholesOf(all).flatMap((entry) => {
    const definition = definitions.find(({ code }) => code === entry.programmeCode)
    const by = definition === undefined ? undefined : byVillage(definition, entry)
    if (definition?.domains === undefined || by === undefined || !here.has(definition.code)) return []
    return [{ entry, by, domains: definition.domains }]
  })
}

/** The grouping by which a measure is told per village. */
const byVillage = ({ groupings, questions }: ProgrammeDefinition, entry: MeasureEntry): string | undefined =>
  groupings.find(
    ({ code, question }) =>
      entry.groupings.some((one) => one.code === code) &&
      questions.some((one) => one.code === question && one.type === 'place'),
  )?.code
