import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { type Provision, placeOf, provisionWithId } from '../../access/queries.ts'
import { openFamilies } from '../actions.ts'
import { type Authority, authorityTold, type Details, member, type NewMember } from './person.ts'
import { readerOf, worksSteadilyOn } from './queries.ts'
import * as store from './store.ts'

/** Who may open files in a provision: who may work on one there once it is theirs. */
const mayOpen = (actor: Actor, provision: Provision | undefined): provision is Provision =>
  provision !== undefined && may(actor, 'change', 'trajectory', { ...placeOf(provision), isAssigned: true })

export type NewWorker = { readonly accountId: Id; readonly role: string; readonly fromOn: Day }

/**
 * Opens a family with its members, each a person of their own, and the file of the first one with its first worker. The
 * others have no file until help or a record concerns them. Gives their ids in the order given; a key of the
 * form is the id of the first. Refuses members that cannot be, and a provision in which the actor does not work.
 */
export async function openFamily(
  actor: Actor,
  provisionId: Id,
  given: { readonly key?: Id | undefined; readonly members: readonly NewMember[]; readonly worker: NewWorker },
): Promise<Answer<{ familyId: Id; personIds: Id[] }>> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, provisionId)
    if (!mayOpen(actor, provision)) return refuse('not-found')
    const checked = allOf(given.members.map(member))
    if (!checked.ok) return checked
    const { municipalityId, organisationId } = provision
    const familyId = newId()
    await openFamilies(actor, [{ id: familyId, municipalityId, organisationId, villageCode: undefined, children: [] }])
    const idAt = (at: number) => (at === 0 ? (given.key ?? newId()) : newId())
    const rows = checked.value.map((one, at) => ({ id: idAt(at), municipalityId, organisationId, ...columns(one) }))
    const [first, ...others] = rows.map((row, at) => ({
      municipalityId,
      organisationId,
      familyId,
      personId: row.id,
      role: checked.value[at]?.role ?? 'other',
    }))
    if (first === undefined) return refuse('family-of-nobody')
    await store.insertPersons(tx, rows)
    await store.insertMembers(tx, [first])
    const started = await startWork(actor, { personId: first.personId, provisionId, ...given.worker })
    if (!started.ok) return started
    await store.insertMembers(tx, others)
    noteShown('municipality', [municipalityId])
    return allow({ familyId, personIds: rows.map((row) => row.id) })
  })
}

function allOf<T>(answers: readonly Answer<T>[]): Answer<T[]> {
  const values: T[] = []
  for (const one of answers) {
    if (!one.ok) return one
    values.push(one.value)
  }
  return allow(values)
}

const columns = ({ kind, name, age }: NewMember) => ({
  kind,
  name: name ?? null,
  ageYears: age !== undefined && 'years' in age ? age.years : null,
  weeksPregnant: age !== undefined && 'weeksPregnant' in age ? age.weeksPregnant : null,
  statedOn: age?.statedOn ?? null,
})

/** Adds somebody to a family: by whoever works on one of its members. A form sent twice, by its key, adds one. */
export async function addMember(
  actor: Actor,
  personId: Id,
  given: NewMember & { readonly key?: Id },
): Promise<Answer<{ personId: Id }>> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    const [beside] = worksOn.has(personId) ? await store.personsById(tx, [personId]) : []
    const [familyId] = beside === undefined ? [] : await store.familiesOf(tx, personId)
    if (beside === undefined || familyId === undefined) return refuse('not-found')
    const checked = member(given)
    if (!checked.ok) return checked
    const { municipalityId, organisationId } = beside
    const id = given.key ?? newId()
    if (given.key !== undefined && (await store.personsById(tx, [id])).length > 0) return allow({ personId: id })
    await store.insertPersons(tx, [{ id, municipalityId, organisationId, ...columns(checked.value) }])
    await store.insertMembers(tx, [
      { municipalityId, organisationId, familyId, personId: id, role: checked.value.role },
    ])
    noteShown('file', [personId, id])
    return allow({ personId: id })
  })
}

/**
 * Makes somebody a worker of a person, beside the assignment to a trajectory. A first worker opens the file. Refuses
 * whoever serves another adult of the family, unless that was decided (`decideBothSides`).
 */
export async function startWork(
  actor: Actor,
  given: NewWorker & { readonly personId: Id; readonly provisionId: Id },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, given.provisionId)
    if (provision === undefined) return refuse('not-found')
    if (await onlyStandsIn(actor, given.personId)) return refuse('stand-in-staffs')
    const isForOneself = given.accountId === actor.personId
    if (isForOneself && (await store.standsInFamily(tx, actor.personId, given.personId)))
      return refuse('stand-in-staffs')
    if (await store.servesTheOther(tx, given.accountId, given.personId)) return refuse('serves-the-other')
    const { municipalityId } = provision
    const isFirst = (await store.workersOf(tx, [given.personId])).length === 0
    // Somebody works on it whom the actor may not see: another side of the family.
    if (isFirst && !(await store.isNewFile(tx, given.personId))) return refuse('file-with-others')
    await store.insertWorker(tx, { ...given, id: newId(), municipalityId })
    if (isFirst) {
      await store.updatePerson(tx, given.personId, { fileOpenedOn: given.fromOn })
      if (given.accountId === actor.personId)
        await store.insertDetails(tx, { municipalityId, personId: given.personId })
    }
    noteShown('file', [given.personId])
    return allow()
  })
}

/** Who stands in does not decide who works on somebody, nor starts anything of one's own on that person. */
async function onlyStandsIn(actor: Actor, personId: Id): Promise<boolean> {
  return (await readerOf(actor)).worksOn.has(personId) && !(await worksSteadilyOn(actor)).has(personId)
}

export type StandingIn = {
  readonly standsIn: Id
  readonly accountId: Id
  readonly awayId: Id
  readonly provisionId: Id
  readonly fromOn: Day
  readonly untilOn: Day
}

/**
 * Makes somebody stand in on the files of these persons, for the days of the arrangement and no longer. Refuses, without
 * saying why or where, whoever has another member of one of these families.
 */
export async function standInOn(actor: Actor, personIds: readonly Id[], given: StandingIn): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const { awayId, ...row } = given
    const provision = await provisionWithId(actor, given.provisionId)
    if (provision === undefined) return refuse('not-found')
    const { municipalityId } = provision
    for (const personId of personIds)
      if (
        (await store.standsOpposed(tx, given.accountId, personId, awayId)) ||
        (await store.servesTheOther(tx, given.accountId, personId))
      )
        return refuse('stand-in-cannot')
    for (const personId of personIds)
      await store.insertWorker(tx, { ...row, id: newId(), municipalityId, personId, role: 'stand-in' })
    noteShown('file', personIds)
    return allow()
  })
}

/** Ends somebody's work on a person; after `untilOn` that file is closed to them. */
export const endWork = (actor: Actor, personId: Id, accountId: Id, untilOn: Day): Promise<void> =>
  inScope(actor, (tx) => store.endWorkers(tx, personId, accountId, untilOn))

/**
 * Changes how a person can be reached, which belongs to the own file. Refuses when somebody else changed it since
 * the version the actor saw, and gives nothing to whoever does not work on that person.
 */
export async function changeDetails(
  actor: Actor,
  personId: Id,
  given: { readonly rowVersion: number; readonly change: Partial<Details> },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    if (!worksOn.has(personId)) return refuse('not-found')
    noteShown('file', [personId])
    if ((await store.detailsOf(tx, personId)) === undefined) {
      const [person] = await store.personsById(tx, [personId])
      if (person === undefined) return refuse('not-found')
      await store.insertDetails(tx, { municipalityId: person.municipalityId, personId })
    }
    const isDone = await store.updateDetails(tx, personId, given.rowVersion, given.change)
    return isDone ? allow() : refuse('changed-meanwhile')
  })
}

/** Gives a person of the family a sign-in of their own, with which they read their own file and nobody else's; never one's own. */
export async function linkAccount(actor: Actor, personId: Id, accountId: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if (accountId === actor.personId || !(await worksSteadilyOn(actor)).has(personId)) return refuse('not-found')
    noteShown('file', [personId])
    return (await store.linkAccount(tx, personId, accountId)) ? allow() : refuse('not-found')
  })
}

/** Says that a child lives with an adult of the family; a child can live in two homes. */
export async function setHome(actor: Actor, childId: Id, adultId: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    const [child] = await store.personsById(tx, [childId])
    if (child === undefined || !(worksOn.has(childId) || worksOn.has(adultId))) return refuse('not-found')
    await store.insertHome(tx, { municipalityId: child.municipalityId, childId, adultId })
    noteShown('file', [childId, adultId])
    return allow()
  })
}

/** Records whether a parent has authority over a child, with the source and the day it was looked up; earlier ones stay. */
export async function recordAuthority(actor: Actor, given: Authority): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const { worksOn } = await readerOf(actor)
    const [child] = await store.personsById(tx, [given.childId])
    if (child === undefined || !(worksOn.has(given.childId) || worksOn.has(given.parentId))) return refuse('not-found')
    const told = authorityTold(given, dayAt(new Date()))
    if (!told.ok) return told
    await store.insertAuthority(tx, {
      ...told.value,
      id: newId(),
      municipalityId: child.municipalityId,
      recordedBy: actor.personId,
    })
    noteShown('file', [given.childId, given.parentId])
    return allow()
  })
}

const SHORTEST_REASON = 10
const LONGEST_REASON = 2_000

/**
 * Decides, with a reason on record, that one worker may serve two adults of a family. By who leads the provision; never
 * for oneself.
 */
export async function decideBothSides(
  actor: Actor,
  given: { readonly provisionId: Id; readonly familyId: Id; readonly accountId: Id; readonly reason: string },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const provision = await provisionWithId(actor, given.provisionId)
    if (provision === undefined || !may(actor, 'change', 'trajectory', placeOf(provision))) return refuse('not-found')
    if (given.accountId === actor.personId) return refuse('not-for-oneself')
    if (given.reason.trim().length < SHORTEST_REASON) return refuse('reason-needed', { least: SHORTEST_REASON })
    if (given.reason.trim().length > LONGEST_REASON) return refuse('reason-long', { most: LONGEST_REASON })
    await store.insertDecision(tx, {
      id: newId(),
      municipalityId: provision.municipalityId,
      familyId: given.familyId,
      accountId: given.accountId,
      reason: given.reason.trim(),
      decidedBy: actor.personId,
    })
    return allow()
  })
}
