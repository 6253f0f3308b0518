import { sql } from 'drizzle-orm'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import type { NewMessage } from '../../capabilities/messages/message.ts'
import { database } from '../../database/transaction.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { type Post, sendDue } from '../../jobs/send-messages.ts'
import { asOwner } from './logs.ts'
import { aMunicipality, anOrganisation, someone, theActor } from './world.ts'

export const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

/** Somebody who takes part in work of an organisation in a municipality. */
export const aWorker = (municipalityId: Id, organisationId: Id) =>
  someone({ role: 'director', municipalityId, organisationId, ownMatches: true })

export type MessageWorld = {
  readonly here: Id
  readonly elsewhere: Id
  readonly coordinator: Actor
  readonly director: Actor
  readonly jobs: Actor
}

/** Two colleagues in a municipality, another municipality, and the background jobs. */
export async function aMessageWorld(): Promise<MessageWorld> {
  const [here, elsewhere, organisationId] = [await aMunicipality(), await aMunicipality(), await anOrganisation()]
  return {
    here,
    elsewhere,
    coordinator: await someone({ role: 'coordinator', municipalityId: here, organisationId }),
    director: await aWorker(here, organisationId),
    jobs: await theActor(BUILT_IN.jobs),
  }
}

/** That work waits for somebody; for the director, here, unless told otherwise. */
export const workFor = (
  world: MessageWorld,
  given: { urgent?: true; to?: Actor; municipalityId?: Id } = {},
): NewMessage => ({
  kind: 'work-waiting',
  to: { personId: (given.to ?? world.director).personId },
  municipalityId: given.municipalityId ?? world.here,
  about: newId(),
  ...(given.urgent && { urgent: true }),
})

export const postOf = (send: Post['send'], askerOf?: Post['askerOf']): Post => ({
  baseUrl: new URL('https://voorveld.example'),
  send,
  askerOf,
})

/** One round of what is due, a moment from now unless told otherwise. */
export const round = ({ jobs }: MessageWorld, post: Post, now = inMinutes(0.1)) => sendDue(jobs, post, now)

/** What is kept of every message, oldest first. */
export const keptMessages = () =>
  asOwner<{ state: string; reason: string | null; attempts: number }>(
    database(),
    sql`select state, reason, attempts from messages order by id`,
  )
