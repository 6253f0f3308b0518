import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { findTexts } from '../../information/finding/queries.ts'
import type { Language } from '../../information/front-matter.ts'
import type { Offer } from '../offer.ts'
import { publicOffers } from '../queries.ts'

export type Looking = { readonly municipalityId: Id; readonly language: Language; readonly today: Day }

const MOST_SHOWN = 20

/**
 * The public cards of this municipality that hold what was typed, the best first, found as pages are. In English what was
 * written in Dutch only is looked through as it stands.
 */
export async function findOffers(actor: Actor, typed: string, looking: Looking): Promise<Offer[]> {
  const { municipalityId, language, today } = looking
  const offers = new Map((await publicOffers(actor, municipalityId, today)).map((one) => [one.id, one]))
  const texts = [...offers.values()].map(({ id, card: { name, about, provider, place } }) => ({
    ...{ code: id, title: name, summary: about[language] ?? about.nl },
    body: [provider, place?.name ?? ''].join('\n'),
  }))
  const ids = await findTexts(actor, typed, { language, place: { municipalityId, regionId: null } }, texts)
  return ids.flatMap((id) => offers.get(id) ?? []).slice(0, MOST_SHOWN)
}
