import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { audienceSetting } from '../../measures/queries.ts'
import { municipalityWith } from '../queries.ts'
import { type Gathered, type PeopleHeard, peopleHeard, type Recommendation, yearsOver } from './gathered.ts'
import * as store from './store.ts'

export type AllGathered = {
  readonly gathered: readonly Gathered[]
  readonly recommendations: readonly Recommendation[]
  /** How many people spoke in each year that is over, small numbers hidden. */
  readonly heard: readonly { readonly year: string; readonly people: PeopleHeard }[]
}

/**
 * What was gathered in a municipality and the recommendations that it led to; undefined for who may not read it
 * there.
 */
export async function allGathered(actor: Actor, municipalityId: Id, today: Day): Promise<AllGathered | undefined> {
  if ((await municipalityWith(actor, ['read', 'participation'], municipalityId)) === undefined) return undefined
  noteShown('municipality', [municipalityId])
  return inScope(actor, async (tx) => {
    const gathered = await store.gatheredIn(tx, municipalityId)
    const setting = await audienceSetting(actor, 'policy')
    return {
      gathered,
      recommendations: await store.recommendationsIn(tx, municipalityId),
      heard: yearsOver(gathered, today).map((year) => ({
        year,
        people: peopleHeard(
          gathered.filter(({ heldOn }) => heldOn.startsWith(year)),
          setting,
        ),
      })),
    }
  })
}
