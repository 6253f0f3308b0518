import { noteShown } from '../../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { giveBack, STATUS, takeTurn } from '../../access/sign-in/limits.ts'
import { audited } from '../../privacy/audit.ts'
import { referenceHash } from '../reference.ts'
import * as store from './store.ts'

/** No code gives this hash, so that what can be no code costs the same look in the table as a wrong one. */
const OF_NOBODY = '0'.repeat(64)

/**
 * Takes back with the code what somebody asked or handed over: nobody reads it from then on. Gives whether somebody
 * had taken it up; only then the way to reach the asker stays, for who has it. Twice is the same as once. Refuses a code that
 * nobody has and one that can be none alike; guessing stops after a few, counted per network with looking how far it is.
 */
export async function takeBackRequest(
  actor: Actor,
  { typed, address }: { readonly typed: string; readonly address: string },
): Promise<Answer<{ readonly wasTaken: boolean }>> {
  if (actor.personId !== BUILT_IN.visitor) return refuse('request-ask-as-visitor')
  const turn = await takeTurn(STATUS, address)
  if (!turn.isAllowed) return refuse('request-too-many', { minutes: Math.ceil(turn.waitSeconds / 60) })
  const answer = await audited(
    actor,
    { act: 'help-request.withdrawn' },
    async (tx): Promise<Answer<{ readonly wasTaken: boolean }>> => {
      const found = await store.takeBack(tx, referenceHash(typed) ?? OF_NOBODY)
      if (found === undefined) return refuse('reference-unknown')
      noteShown('help-request', [found.id])
      noteShown('municipality', [found.municipalityId])
      return allow({ wasTaken: found.state !== 'withdrawn' })
    },
  )
  if (answer.ok) await giveBack(STATUS, address)
  return answer
}
