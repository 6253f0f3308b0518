import { readFileSync } from 'node:fs'
import { inScope } from '../../../database/transaction.ts'
import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { may, maySomewhere } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import type { Municipality } from '../../access/queries.ts'
import { referenceHash } from '../reference.ts'
import { type Promised, promisedTo, shippedTermOn, type TermOn, waitingTermsFormat } from '../triage/deadlines.ts'
import { counted, type OwnTerm, ownTermOn } from './own-term.ts'
import * as store from './store.ts'

/**
 * By day the waiting term of each of these municipalities, as everyone may know: its own, and where there is none on that day the one
 * of the product.
 */
export async function termsAt(actor: Actor, municipalityIds: readonly Id[]): Promise<(municipalityId: Id) => TermOn> {
  if (!maySomewhere(actor, 'read', 'programme')) throw new Error('terms are read by whoever may read programmes')
  const own = await inScope(actor, (tx) => store.termsOf(tx, [...new Set(municipalityIds)]))
  const shipped = shippedTerms()
  return (municipalityId) => (on) => ownTermOn(own.get(municipalityId) ?? [], on) ?? shippedTermOn(shipped, on)
}

const shippedTerms = () => waitingTermsFormat.parse(JSON.parse(readFileSync('content/waiting-terms.json', 'utf8')))

/**
 * On what whoever asked with this code may count, by the term that staff of that municipality worked by when it came in; undefined for
 * a code that nobody has. The page counts wrong codes before it asks.
 */
export async function promisedFor(actor: Actor, code: string): Promise<Promised | undefined> {
  const hash = referenceHash(code)
  const found = hash === undefined ? undefined : await inScope(actor, (tx) => store.cameIn(tx, hash))
  if (found === undefined) return undefined
  const { municipalityId, receivedAt } = found
  return promisedTo((await termsAt(actor, [municipalityId]))(municipalityId), receivedAt)
}

export type TermsKept = {
  /** What holds today, and whether that is an own term. */
  readonly now: ReturnType<TermOn>
  readonly isOwn: boolean
  /** What the municipality said and still counts, what begins last first. */
  readonly own: readonly OwnTerm[]
}

/** The own terms of a municipality, also those that are over; for who sets them. Undefined for anybody else. */
export async function termsKept(
  actor: Actor,
  { id, regionId }: Pick<Municipality, 'id' | 'regionId'>,
  today: Day,
): Promise<TermsKept | undefined> {
  if (!may(actor, 'change', 'setting', { municipalityId: id, regionId: regionId ?? undefined })) return undefined
  const own = (await inScope(actor, (tx) => store.termsOf(tx, [id]))).get(id) ?? []
  const held = ownTermOn(own, today)
  return { own: counted(own), isOwn: held !== undefined, now: held ?? shippedTermOn(shippedTerms(), today) }
}
