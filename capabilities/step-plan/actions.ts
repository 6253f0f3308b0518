import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { PAPER, takeTurn } from '../access/sign-in/limits.ts'
import { type Paper, pdfOf } from './paper.ts'

/**
 * The steps as a tagged PDF. Laying one out is dear, so it is counted per network for a quarter of an hour and refused after
 * too many, and for whoever may read no step plan; nothing of the steps is kept.
 */
export async function paperOfSteps(
  actor: Actor,
  { paper, address }: { readonly paper: Paper; readonly address: string },
): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  if (!maySomewhere(actor, 'read', 'programme')) return refuse('not-found')
  const turn = await takeTurn(PAPER, address)
  if (!turn.isAllowed) return refuse('request-too-many', { minutes: Math.ceil(turn.waitSeconds / 60) })
  return allow(pdfOf(paper))
}
