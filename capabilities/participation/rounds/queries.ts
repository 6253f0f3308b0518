import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalityWith } from '../queries.ts'
import type { Finding, Round } from './round.ts'
import * as store from './store.ts'

export type RoundTold = { readonly round: Round; readonly findings: readonly Finding[] }

/** The test rounds of a municipality with what was found in each; nothing for who may not read them there. */
export async function testRounds(actor: Actor, municipalityId: Id): Promise<RoundTold[]> {
  if ((await municipalityWith(actor, ['read', 'participation'], municipalityId)) === undefined) return []
  noteShown('municipality', [municipalityId])
  return inScope(actor, async (tx) => {
    const findings = await store.findingsIn(tx, municipalityId)
    return (await store.roundsIn(tx, municipalityId)).map((round) => ({
      round,
      findings: findings.filter(({ roundId }) => roundId === round.id),
    }))
  })
}

/** One test round; undefined when it is not there or not for the actor. */
export const testRound = async (actor: Actor, municipalityId: Id, id: Id): Promise<RoundTold | undefined> =>
  isId(id) ? (await testRounds(actor, municipalityId)).find(({ round }) => round.id === id) : undefined
