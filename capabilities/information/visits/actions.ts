import { inScope } from '../../../database/transaction.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalitiesKnown } from '../../access/queries.ts'
import { OPINION, takeTurn } from '../../access/sign-in/limits.ts'
import { type Asked, publicPages } from '../queries.ts'
import * as store from './store.ts'
import { type Opinion, tally } from './visit.ts'

/**
 * Writes away what this process counted since the last time; gives how many different counts. Only the background jobs may.
 * What cannot be written is kept for the next time; what was counted in the last minute is lost with the process.
 */
export const writeVisits = (actor: Actor): Promise<number> =>
  tally.writeAway((taken) =>
    inScope(actor, async (tx) => {
      const places = new Map((await municipalitiesKnown(actor)).map(({ slug, id }) => [slug, id]))
      const rows = taken.flatMap(({ of: { place, ...of }, n }) => {
        const municipalityId = place === undefined ? null : places.get(place)
        return municipalityId === undefined ? [] : [{ ...of, municipalityId, n }]
      })
      if (rows.length > 0) await store.add(tx, rows)
    }),
  )

export type OpinionGiven = {
  readonly slug: string
  readonly opinion: Opinion
  /** The name of the municipality in the address. */
  readonly place: string | undefined
  /** The network it came from, counted for a quarter of an hour and kept nowhere else. */
  readonly address: string
  readonly asked: Asked
}

/** Counts whether a public page helped; who said so is not known. Not of pages about safety, which ask nothing. */
export async function giveOpinion(
  actor: Actor,
  { slug, opinion, place, address, asked }: OpinionGiven,
): Promise<Answer<undefined>> {
  const head = (await publicPages(actor, asked)).find((one) => one.slug === slug)
  if (head === undefined || head.windowTitle !== null) return refuse('not-found')
  const turn = await takeTurn(OPINION, address)
  if (!turn.isAllowed) return refuse('opinion-too-many', { minutes: Math.ceil(turn.waitSeconds / 60) })
  const month = `${asked.today.slice(0, 7)}-01`
  tally.add({ month, place, what: 'informatie', slug, language: asked.language, kind: opinion })
  return allow(undefined)
}
