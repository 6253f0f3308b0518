import type { Id } from '../../../foundation/id.ts'
import { recordAudit } from '../../privacy/audit.ts'
import { type Actor, BUILT_IN } from '../actor.ts'
import { loadActor } from '../queries.ts'

type About = {
  readonly personId?: Id | undefined
  readonly refusedWith?: string
  /** Where it belongs when nobody is known yet: the places of the organisation through which somebody came. */
  readonly municipalityIds?: readonly Id[]
}

/** One row about a person who is not signed in yet, in the municipalities where that person works. As much work for nobody. */
export async function recordSignIn(actor: Actor, act: string, about: About): Promise<void> {
  const person = await loadActor(about.personId ?? BUILT_IN.visitor, actor.traceId, actor.origin)
  const own = person?.grants.flatMap((grant) => grant.municipalityId ?? []) ?? []
  const municipality = own.length > 0 ? own : (about.municipalityIds ?? [])
  const shown = { municipality, ...(about.personId !== undefined && { person: [about.personId] }) }
  await recordAudit(actor, {
    act,
    kind: 'session',
    shown,
    ...(about.refusedWith !== undefined && { refusedWith: about.refusedWith }),
  })
}
