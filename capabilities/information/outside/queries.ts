import { inScope } from '../../../database/transaction.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Failure, isBroken, type StandsIn } from './outside-link.ts'
import * as store from './store.ts'

export type BrokenLink = {
  readonly address: string
  readonly standsIn: readonly StandsIn[]
  readonly since: Date
  readonly what: Failure
}

/** The addresses outside that no longer answer, with since when and why; none for who keeps no page anywhere. */
export async function brokenOutside(actor: Actor): Promise<BrokenLink[]> {
  if (!maySomewhere(actor, 'change', 'page')) return []
  const links = await inScope(actor, store.allLinks)
  return links.flatMap((link) => {
    const { address, standsIn, outcome, failingSince } = link
    if (!isBroken(link) || failingSince === null || outcome === null || outcome === 'answers') return []
    return [{ address, standsIn, since: failingSince, what: outcome }]
  })
}
