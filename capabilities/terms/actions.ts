import { inScope, noteShown } from '../../database/transaction.ts'
import { newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Actor } from '../access/actor.ts'
import type { NamePlace } from './chosen.ts'
import { termKept, termsAt } from './queries.ts'
import * as store from './store.ts'
import type { Said, TermCode } from './term.ts'
import { type ToldTerm, termFrom } from './told.ts'

/** Of which version somebody changes a name. */
export type Naming = { readonly code: TermCode; readonly place: NamePlace; readonly version: number }

/**
 * Keeps what a region or municipality calls something. Refuses who does not keep its public pages, a version that
 * somebody changed meanwhile, and what `termFrom` refuses.
 */
export const keepTerm = (actor: Actor, naming: Naming, told: ToldTerm): Promise<Answer> =>
  addVersion(actor, naming, async () => termFrom(told, naming.code, await termsAt(actor, naming.place)))

/** Takes the name of a place away, so that the one of its region or of the product holds again. Refuses as `keepTerm`. */
export const dropTerm = (actor: Actor, naming: Naming): Promise<Answer> =>
  addVersion(actor, naming, async (isOwn) => (isOwn ? allow(null) : refuse('changed-meanwhile')))

type Saying = (isOwn: boolean) => Promise<Answer<Said | null>>

async function addVersion(actor: Actor, { code, place, version }: Naming, saying: Saying): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if ((await termKept(actor, code, place)) === undefined) return refuse('not-found')
    await store.lockPlace(tx, place)
    const kept = await termKept(actor, code, place)
    if (kept === undefined || kept.version !== version) return refuse('changed-meanwhile')
    const said = await saying((kept.versions[0]?.said ?? null) !== null)
    if (!said.ok) return said
    const { regionId, municipalityId } = place
    if (municipalityId !== null) noteShown('municipality', [municipalityId])
    const row = { id: newId(), code, regionId, municipalityId, version: version + 1, said: said.value }
    return (await store.insertVersion(tx, { ...row, recordedBy: actor.personId }))
      ? allow()
      : refuse('changed-meanwhile')
  })
}
