import type { Actor } from '../../../capabilities/access/actor.ts'
import type { LifeDomain } from '../../../capabilities/directory/card.ts'
import { freshness } from '../../../capabilities/directory/freshness.ts'
import { openToday } from '../../../capabilities/directory/hours.ts'
import { isAhead, type Offer } from '../../../capabilities/directory/offer.ts'
import { publicOffers } from '../../../capabilities/directory/queries.ts'
import type { Entrance } from '../../../capabilities/information/entrances.ts'
import type { Domain } from '../../../capabilities/information/front-matter.ts'
import { timeAt } from '../../../foundation/day.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { openInWords } from '../../words/offer-hours.ts'
import type { Around } from './around.ts'

/** A place nearby, as it stands beside a text. */
export type Nearby = {
  readonly id: string
  readonly name: string
  /** Whether its door is open today, in words; undefined for what has no hours. */
  readonly open: string | undefined
  readonly phone: string | undefined
}

/** Which parts of life a text about this is about. */
const PARTS: Readonly<Record<Domain, readonly LifeDomain[]>> = {
  ...{ children: ['parenting'], talking: ['network', 'parenting'], money: ['income'], home: ['housing'] },
  ...{
    rules: ['legal'],
    safety: ['safety'],
    feelings: ['health'],
    help: ['network'],
    family: ['parenting', 'network'],
    site: [],
  },
}

/** Beside a text there is room for so many. */
const MOST = 3

/** The parts of life behind an entrance; those of a moment are about parents who split up. */
export const domainsOf = ({ opens }: Entrance): readonly Domain[] =>
  'domain' in opens ? [opens.domain] : 'moment' in opens ? ['children', 'rules'] : ['help']

/**
 * What there is nearby with what a text is about, in the municipality of the address: whose door is open soonest first.
 * What nobody checked for long and what only begins later is left out.
 */
export async function nearbyAbout(
  actor: Actor,
  { municipality }: Around,
  { today, now, lang }: Pick<PageRequest, 'today' | 'now' | 'lang'>,
  domains: readonly Domain[],
): Promise<Nearby[]> {
  if (municipality === undefined) return []
  const wanted = new Set(domains.flatMap((one) => PARTS[one]))
  const wall = { on: today, time: timeAt(now) }
  return (await publicOffers(actor, municipality.id, today))
    .filter((offer) => offer.card.domains.some((one) => wanted.has(one)))
    .filter((offer) => freshness(offer.confirmedOn, today) !== 'stale' && !isAhead(offer, today))
    .map((offer) => ({ offer, open: openToday(offer.card.hours, wall, offer) }))
    .toSorted((a, b) => rank(a.offer, a.open) - rank(b.offer, b.open))
    .slice(0, MOST)
    .map(({ offer: { id, card }, open }) => ({
      ...{ id, name: card.name, phone: card.phone },
      open: open === undefined ? undefined : openInWords(lang, open, today),
    }))
}

/** Open now, later today, on another day, by appointment; a door without an appointment before one with. */
function rank({ card }: Offer, open: ReturnType<typeof openToday>): number {
  const soon = open === undefined ? 3 : { open: 0, later: 1, over: 2, closed: 2 }[open.state]
  return soon * 2 + Number(!card.isWalkIn)
}
