import { inScope, noteShown } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type RequestShown, requestDetail } from '../queries.ts'
import type { HelpRequest, RequestState } from '../request.ts'
import * as store from '../store.ts'

/**
 * One request as a system reads it; undefined when it is not there, out of reach, or taken up by a colleague: a system does
 * not tell that somebody has asked for help and is being helped.
 */
export async function requestForSystem(actor: Actor, id: Id): Promise<RequestShown | undefined> {
  const shown = await requestDetail(actor, id)
  return shown?.mayReadDetails === true ? shown : undefined
}

const LARGEST_PAGE = 200

/** Requests in reach in these states, a page at a time by number; none for whoever lists none. */
export async function requestsByNumber(
  actor: Actor,
  states: readonly RequestState[],
  { after, most }: { readonly after: Id | undefined; readonly most: number },
): Promise<{ readonly rows: readonly HelpRequest[]; readonly next?: Id }> {
  if (!maySomewhere(actor, 'list', 'help-request')) return { rows: [] }
  const size = Math.min(Math.max(most, 1), LARGEST_PAGE)
  const found = await inScope(actor, (tx) => store.listByNumber(tx, { states }, { after, most: size + 1 }))
  const rows = found.slice(0, size)
  noteShown('help-request', rows.map(({ id }) => id)) // biome-ignore format: one line reads best
  noteShown('municipality', new Set(rows.map(({ municipalityId }) => municipalityId)))
  const last = rows.at(-1)
  return { rows, ...(found.length > size && last !== undefined && { next: last.id }) }
}
