import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, type Village, villagesIn } from '../../../capabilities/access/queries.ts'
import { DOMAINS } from '../../../capabilities/directory/card.ts'
import {
  PARTNER_TYPES,
  type PartnerChoice,
  type PartnerTold,
  partnersChosen,
  SHOWN,
} from '../../../capabilities/directory/partners/partner.ts'
import { municipalitiesWithPartners, partnersKept } from '../../../capabilities/directory/partners/queries.ts'
import type { PageRequest } from '../../shell/guarded.ts'

export type Chosen = {
  readonly mine: readonly Municipality[]
  readonly here: Municipality
  readonly villages: readonly Village[]
  readonly choice: PartnerChoice
  readonly all: readonly PartnerTold[]
  readonly found: readonly PartnerTold[]
  /** The same choice in an address. */
  readonly query: string
}

/** The partners that the address asks for; undefined where the actor reads none. What is no choice counts as none. */
export async function chosenIn(actor: Actor, page: PageRequest): Promise<Chosen | undefined> {
  const mine = await municipalitiesWithPartners(actor)
  const { gemeente } = page.params
  const here = gemeente === undefined ? mine[0] : mine.find(({ id }) => id === gemeente)
  if (here === undefined) return undefined
  const villages = await villagesIn(actor, here.id)
  const asked = (name: string, known: readonly string[]) => known.find((one) => one === page.query.get(name))
  const choice: PartnerChoice = {
    type: asked('soort', PARTNER_TYPES),
    domain: asked('over', DOMAINS),
    village: asked(
      'dorp',
      villages.map(({ code }) => code),
    ),
    shown: SHOWN.find((one) => one === page.query.get('toon')),
  }
  const all = await partnersKept(actor, here.id)
  const kept = { soort: choice.type, over: choice.domain, dorp: choice.village, toon: choice.shown }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(kept)) if (value !== undefined) query.set(name, value)
  return { mine, here, villages, choice, all, found: partnersChosen(all, choice, page.today), query: query.toString() }
}

/** The names of the villages of a partner; undefined for the whole municipality. */
export function villageNames(codes: readonly string[], villages: readonly Village[]): string | undefined {
  if (codes.length === 0) return undefined
  return codes.map((code) => villages.find((one) => one.code === code)?.name ?? code).join(', ')
}
