import type { Tx } from '../../../database/connect.ts'
import { askedOnce, inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Provision, placeOf, provisionsInReach } from '../../access/queries.ts'
import { mayRead, type Reader } from '../disclosure.ts'
import { glassBrokenBy } from '../glass/queries.ts'
import { type Authority, isActive, type Member, type Person, type Worker } from './person.ts'
import * as store from './store.ts'

/** Who asks, as far as disclosure goes, from what the tables say and the grants of the actor allow. */
export const readerOf = (actor: Actor): Promise<Reader> => askedOnce('reader', () => readerNow(actor))

async function readerNow(actor: Actor): Promise<Reader> {
  return inScope(actor, async (tx) => {
    const today = dayAt(new Date())
    const [inReach, work, is, broken] = await Promise.all([
      provisionsInReach(actor),
      ownWork(tx, actor, today),
      store.personsWithAccount(tx, actor.personId),
      glassBrokenBy(actor),
    ])
    const provisions = new Map(inReach.map((one) => [one.id, one]))
    const active = work.filter((one) => isActive(one, today) && mayWork(actor, provisions.get(one.provisionId)))
    return {
      accountId: actor.personId,
      is: new Set(is),
      worksOn: new Set(active.map((one) => one.personId)),
      brokeGlassOver: new Set(broken),
    }
  })
}

const ownWork = (tx: Tx, actor: Actor, today: Day): Promise<Worker[]> =>
  askedOnce('own work', () => store.workOf(tx, actor.personId, today))

/** The persons on whom the actor works as own work, not standing in: of these the actor decides who else works on them. */
export async function worksSteadilyOn(actor: Actor): Promise<Set<Id>> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    const today = dayAt(new Date())
    const own = (await ownWork(tx, actor, today)).filter((one) => one.standsIn === null && isActive(one, today))
    return new Set(own.map(({ personId }) => personId).filter((id) => worksOn.has(id)))
  })
}

/** The persons on whom a colleague works in a provision, not standing in, as far as this actor sees who works there. */
export async function workOfColleague(actor: Actor, accountId: Id, provisionId: Id): Promise<Id[]> {
  return inScope(actor, async (tx) => {
    const today = dayAt(new Date())
    const rows = (await store.workOf(tx, accountId, today)).filter(
      (one) => one.provisionId === provisionId && one.standsIn === null,
    )
    return [...new Set(rows.map(({ personId }) => personId))]
  })
}

const mayWork = (actor: Actor, provision: Provision | undefined): boolean =>
  provision !== undefined && may(actor, 'read', 'trajectory', { ...placeOf(provision), isAssigned: true })

/** Whether the actor may read what belongs to the own file of this person, which is what opens it. */
export const opensFile = async (actor: Actor, personId: Id): Promise<boolean> =>
  isId(personId) && mayRead(await readerOf(actor), { disclosure: 'own-file', personId })

/** A person's file as the actor may read it: the person, the family around, and what belongs to the own file. */
export type PersonFile = {
  readonly person: Person
  readonly familyIds: readonly Id[]
  /** Without saying whether the others have a file. */
  readonly members: readonly Member[]
  readonly details: store.StoredDetails | undefined
  /** Who works on the file or did, from early to late. */
  readonly workers: readonly (Worker & { readonly isNow: boolean })[]
  readonly authority: readonly Authority[]
  readonly homes: readonly { readonly childId: Id; readonly adultId: Id }[]
}

/**
 * The file of one person; undefined when there is none, and for whoever may not read what belongs to the own file. The
 * members of the family come along by name, kind and age only.
 */
export async function personFile(actor: Actor, personId: Id): Promise<PersonFile | undefined> {
  if (!isId(personId)) return undefined
  return inScope(actor, async (tx) => {
    const [reader, today] = [await readerOf(actor), dayAt(new Date())]
    if (!mayRead(reader, { disclosure: 'own-file', personId })) return undefined
    const [[person], familyIds, details, workers] = await Promise.all([
      store.personsById(tx, [personId]),
      store.familiesOf(tx, personId),
      store.detailsOf(tx, personId),
      store.workersOf(tx, [personId]),
    ])
    if (person === undefined) return undefined
    const members = (await Promise.all(familyIds.map((id) => store.membersOf(tx, id)))).flat()
    const children = members.filter((one) => one.role === 'child').map((one) => one.id)
    const [authority, homes] = await Promise.all([
      store.authorityOver(tx, children),
      children.length === 0 ? [] : store.homesOf(tx, children),
    ])
    noteShown('file', [personId])
    noteNamed(members.filter((one) => one.id !== personId))
    noteShown('municipality', [person.municipalityId])
    return {
      person,
      familyIds,
      members: members.map((one) => (one.id === personId ? one : { ...one, fileOpenedOn: null })),
      details,
      workers: workers.map((one) => ({ ...one, isNow: isActive(one, today) })),
      authority: authority.filter((one) => concerns(one, personId)),
      homes,
    }
  })
}

/** A worker of one parent sees whether that parent has authority, and of a child's file whoever has. */
const concerns = ({ childId, parentId }: Authority, personId: Id): boolean =>
  childId === personId || parentId === personId

/** By account, the names of who works on the files of these persons, or wrote in them; of the files that the actor reads. */
export async function workerNames(actor: Actor, personIds: readonly Id[]): Promise<Map<Id, string>> {
  if (personIds.length === 0) return new Map()
  return inScope(actor, (tx) => askedOnce(`worker names ${personIds.join()}`, () => store.workerNames(tx, personIds)))
}

/** The person of a file and the others of the family, whose workers its page may name. */
export const familyOf = ({ person, members }: PersonFile): Id[] => [
  ...new Set([person.id, ...members.map(({ id }) => id)]),
]

/** The persons who sign in with this account: one for somebody of a family, none for a worker. */
export const ownPersons = (actor: Actor): Promise<Id[]> =>
  inScope(actor, (tx) => store.personsWithAccount(tx, actor.personId))

/** Persons by name and kind, in the order given: of families of which the actor is part, and of trajectories the actor lists. */
export const personsNamed = (actor: Actor, ids: readonly Id[]): Promise<Person[]> =>
  inScope(actor, async (tx) => {
    const found = await store.personsById(tx, ids)
    noteNamed(found)
    return ids.flatMap((id) => found.filter((one) => one.id === id))
  })

/**
 * Whose name came along without the file being read. In the audit log only: a line in the log of that person would tell one
 * parent that somebody works for the other.
 */
const noteNamed = (persons: readonly Pick<Person, 'id'>[]): void =>
  noteShown(
    'named',
    persons.map(({ id }) => id),
  )

/** The persons on whose files the actor works today. */
export async function ownFiles(actor: Actor): Promise<Person[]> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    const found = await store.personsById(tx, [...worksOn])
    noteShown(
      'file',
      found.map((one) => one.id),
    )
    return found
  })
}

/** Whom one can call in or hand over to in a provision, by name. */
export const colleaguesIn = (actor: Actor, provisionId: Id): Promise<{ id: Id; name: string }[]> =>
  inScope(actor, (tx) => store.colleaguesIn(tx, provisionId))
