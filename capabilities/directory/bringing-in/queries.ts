import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import type { LifeDomain } from '../card.ts'
import { toldIn } from '../hsds/read.ts'
import { municipalityKept, toldOf, whereOf } from '../queries.ts'
import * as store from '../store.ts'
import { type Brought, compared, LARGEST_FILE } from './file.ts'

export type BringingIn = {
  readonly municipalityId: Id
  /** The file as it came. */
  readonly text: string
  /** For offers of which the file does not say which part of life they are about. */
  readonly domain?: LifeDomain | undefined
  readonly today: Day
}

/**
 * What a file of HSDS 3.0 would bring (new, changed, ended, the same), or every fault with its place; stores nothing.
 * Refuses who does not keep that municipality, a file that is too large, and what is no JSON.
 */
export async function lookAtFile(
  actor: Actor,
  { municipalityId, text, domain, today }: BringingIn,
): Promise<Answer<Brought>> {
  const municipality = await municipalityKept(actor, municipalityId)
  if (municipality === undefined) return refuse('not-found')
  if (text.length > LARGEST_FILE) return refuse('offer-file-large', { most: LARGEST_FILE / 1_000_000 })
  const file = parsed(text)
  if (file === undefined) return refuse('offer-file-unreadable')
  return inScope(actor, async (tx) => {
    const { offers, faults } = toldIn(file.value, await whereOf(actor, municipality, today), { domain })
    const ids = offers.map(({ id }) => id)
    const kept = (await store.offersWithIds(tx, municipalityId, ids)).map(toldOf)
    return allow({ ...compared(offers, kept, today), faults })
  })
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown }
  } catch {
    return undefined
  }
}
