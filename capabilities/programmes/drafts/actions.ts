import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../../database/connect.ts'
import { inScope } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { type Publication, publishProgramme } from '../actions.ts'
import { isSameOwner, type Owner } from '../owner.ts'
import { programmeDefinition } from '../queries.ts'
import { type Called, copyOf, emptyDefinition, nextVersion, withThrough } from './beginning.ts'
import { codeFrom } from './coding.ts'
import { asPiece, codeOf, listAt, type Piece, pieceAt, type Spot, withPiece } from './document.ts'
import { type Draft, sealOf, withCode } from './draft.ts'
import { draftsInReach, ownersInReach, programmesWithVersions } from './queries.ts'
import * as store from './store.ts'

export type NewDraft = {
  readonly id: Id
  readonly name: Called
  readonly owner: Owner
  /** The programme to copy; without one it begins with nothing. */
  readonly copyOf?: string
}

const LONGEST_NAME = 120

/** Begins a programme, from nothing or as a copy of one. Sent twice, by its id, it is one. */
export async function beginDraft(
  actor: Actor,
  { id, name, owner, copyOf: from }: NewDraft,
): Promise<Answer<{ id: Id }>> {
  return inScope(actor, async (tx) => {
    if (!(await ownersInReach(actor)).some((one) => isSameOwner(one, owner))) return refuse('not-yours')
    if (![name.nl, name.en].every((one) => one.trim() !== '' && one.length <= LONGEST_NAME))
      return refuse('draft-name-needed', { most: LONGEST_NAME })
    const code = codeFrom(name.nl, await codesTaken(actor))
    const copied = from === undefined ? undefined : await programmeDefinition(actor, from)
    if (from !== undefined && copied === undefined) return refuse('not-found')
    const definition = copied === undefined ? emptyDefinition(code, name) : copyOf(asPiece(copied), code, name)
    return begin(tx, actor, { id, code, definition, ...owner })
  })
}

/** Begins the next version of an own programme as the last one stands; a draft of it that is there already is that one. */
export async function beginNextVersion(actor: Actor, id: Id, code: string): Promise<Answer<{ id: Id }>> {
  return inScope(actor, async (tx) => {
    const programme = (await programmesWithVersions(actor)).find((one) => one.code === code)
    if (programme === undefined) return refuse('not-found')
    if (!programme.isMine) return refuse('not-yours')
    const there = (await draftsInReach(actor)).find((one) => one.code === code)
    if (there !== undefined) return allow({ id: there.id })
    const [{ version, municipalityId, regionId }] = programme.versions
    const definition = nextVersion(asPiece(await programmeDefinition(actor, code, version)), version)
    return begin(tx, actor, { id, code, definition, municipalityId, regionId })
  })
}

type Begun = Owner & Pick<Draft, 'id' | 'code' | 'definition'>

async function begin(tx: Tx, actor: Actor, { definition, ...row }: Begun): Promise<Answer<{ id: Id }>> {
  await store.insertDraft(tx, { ...row, definition, createdBy: actor.personId, changedBy: actor.personId })
  return allow({ id: row.id })
}

const codesTaken = async (actor: Actor): Promise<string[]> => [
  ...(await programmesWithVersions(actor)).map(({ code }) => code),
  ...(await draftsInReach(actor)).map(({ code }) => code),
]

/** A change of one thing in a draft; `seal` tells what the form showed. */
export type Change = {
  readonly spot: Spot
  readonly seal: string
  /** The thing as it becomes; undefined takes it out. */
  readonly told: (before: Piece) => Piece | undefined
}

/**
 * Keeps what somebody filled in, also when it is not right yet. Refuses when the same thing was changed since the form was
 * opened; whoever changed something else meanwhile is no hindrance.
 */
export const changeDraft = (actor: Actor, id: Id, { spot, seal, told }: Change): Promise<Answer> =>
  change(actor, id, ({ definition }) => {
    if (sealOf(definition, spot) !== seal) return refuse('draft-changed-meanwhile')
    const piece = told(pieceAt(definition, spot) ?? {})
    return allow(withPiece(definition, spot, piece && withCode(definition, spot, piece)))
  })

/** Adds a thing behind the others of its part. The same thing told twice is one. */
export const addToDraft = (actor: Actor, id: Id, part: Spot['part'], told: Piece): Promise<Answer> =>
  change(actor, id, ({ definition }) => {
    const list = listAt(definition, part)
    const isThere = list.some(({ code: _, ...rest }) => isDeepStrictEqual(rest, told))
    return allow(
      isThere ? definition : withPiece(definition, { part, at: list.length }, withCode(definition, { part }, told)),
    )
  })

/** Puts a thing one place nearer to the front: questions and phases are shown in their order. */
export const moveInDraft = (actor: Actor, id: Id, { part, at = 0 }: Spot, seal: string): Promise<Answer> =>
  change(actor, id, ({ definition }) => {
    if (sealOf(definition, { part, at }) !== seal) return refuse('draft-changed-meanwhile')
    const list = listAt(definition, part)
    const [one, before] = [list[at], list[at - 1]]
    if (one === undefined || before === undefined) return allow(definition)
    return allow({ ...definition, [part]: list.with(at - 1, one).with(at, before) })
  })

/** A definition is a few dozen kilobytes; the database keeps no more than a million signs. */
const LARGEST = 900_000

async function change(actor: Actor, id: string, changed: (draft: Draft) => Answer<Piece>): Promise<Answer> {
  if (!isId(id)) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const draft = await store.draftToChange(tx, id)
    if (draft === undefined) return refuse('not-found')
    const next = changed(draft)
    if (!next.ok) return next
    const whole = withThrough(next.value)
    if (JSON.stringify(whole).length > LARGEST) return refuse('draft-too-large')
    await store.updateDraft(tx, draft, whole, actor.personId)
    return allow()
  })
}

/**
 * Publishes a draft as the next version of its programme; the draft is gone then. Refuses one that changed since its check
 * was shown, and what publishing refuses.
 */
export async function publishDraft(actor: Actor, id: string, rowVersion: number): Promise<Publication> {
  if (!isId(id)) return refuse('not-found')
  return inScope(actor, async (tx) => {
    const draft = await store.draftToChange(tx, id)
    if (draft === undefined) return refuse('not-found')
    if (draft.rowVersion !== rowVersion) return refuse('draft-changed-meanwhile')
    const [last] = (await programmesWithVersions(actor)).find((one) => one.code === draft.code)?.versions ?? []
    const isOthers = last !== undefined && !isSameOwner(last, draft)
    const document = isOthers
      ? recoded(draft.definition, await codesTaken(actor))
      : nextVersion(draft.definition, last?.version ?? 0)
    const published = await publishProgramme(actor, document, draft)
    if (published.ok) await store.deleteDraft(tx, id)
    return published
  })
}

/** Somebody elsewhere published a programme under this code while this one was written: it gets another code. */
const recoded = (definition: Piece, taken: readonly string[]): Piece =>
  copyOf(definition, codeFrom(codeOf(definition), taken), asPiece(definition.name))

/** Throws a draft away; what was published of the programme stays. */
export async function discardDraft(actor: Actor, id: string): Promise<Answer> {
  if (!isId(id)) return refuse('not-found')
  return inScope(actor, async (tx) => {
    if ((await store.draftToChange(tx, id)) === undefined) return refuse('not-found')
    await store.deleteDraft(tx, id)
    return allow()
  })
}
