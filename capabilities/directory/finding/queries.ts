import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { plainQuestion, questionBuilt, SHORTEST } from '../../information/finding/queries.ts'
import type { Language } from '../../information/front-matter.ts'
import type { Offer } from '../offer.ts'
import { publicOffers } from '../queries.ts'
import * as store from './store.ts'

export type Looking = { readonly municipalityId: Id; readonly language: Language; readonly today: Day }

/**
 * The public cards of this municipality that hold what was typed, the best first: as pages are found, by the stem of the
 * words, by everyday words for official ones, and also when a word is spelled a little wrong.
 */
export async function findOffers(actor: Actor, typed: string, looking: Looking): Promise<Offer[]> {
  const text = plainQuestion(typed)
  if (text.length < SHORTEST) return []
  const { municipalityId, language, today } = looking
  return inScope(actor, async (tx) => {
    const words = await store.vocabulary(tx, municipalityId, language)
    const { groups } = await questionBuilt(actor, text, language, words)
    if (groups.length === 0) return []
    const ids = await store.idsWith(tx, municipalityId, language, groups)
    const offers = new Map((await publicOffers(actor, municipalityId, today)).map((one) => [one.id, one]))
    return ids.flatMap((id) => offers.get(id) ?? [])
  })
}
