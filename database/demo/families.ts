import type { Actor } from '../../capabilities/access/actor.ts'
import { municipalityWithCode, personNamed, provisionsInReach } from '../../capabilities/access/queries.ts'
import { assign } from '../../capabilities/cases/actions.ts'
import { startTrajectory } from '../../capabilities/cases/person/actions.ts'
import {
  changeDetails,
  linkAccount,
  openFamily,
  recordAuthority,
  setHome,
} from '../../capabilities/families/files/actions.ts'
import { writeNote } from '../../capabilities/families/notes/actions.ts'
import { addItem, openPlan, tickItem } from '../../capabilities/family-plan/actions.ts'
import { programmeDefinition } from '../../capabilities/programmes/queries.ts'
import { after, type Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { chanceFrom, seedOf } from './chance.ts'
import { drawnHistory } from './history.ts'
import { must } from './must.ts'
import { demoPeople } from './region.ts'
import { readShape, shapeOf } from './shape.ts'
import { tellSteunfiguren } from './steunfiguren.ts'
import type { StoryFamily, StoryMember } from './story.ts'
import { demoActor } from './trajectories.ts'

export type Telling = {
  readonly operator: Actor
  readonly today: Day
  /** Everybody of the story, by name. */
  readonly persons: Map<string, Id>
  /** Their trajectories, by name. */
  readonly trajectories: Map<string, Id>
}

/** The role in which somebody works on a member. */
const roleOf = ({ worker }: StoryMember): string => demoPeople().find(({ email }) => email === worker)?.role ?? ''

const before = (today: Day, days = 0): Day => after(today, { days: -days })

/** An account of the region by its address. */
async function accountOf({ operator }: Telling, email: string): Promise<Id> {
  const id = await personNamed(operator, email)
  if (id === undefined) throw new Error(`the demo has nobody with the address ${email}`)
  return id
}

function named(known: ReadonlyMap<string, Id>, name: string): Id {
  const id = known.get(name)
  if (id === undefined) throw new Error(`the story knows no ${name}`)
  return id
}

/** Opens a family with its files, each by its own worker, and then tells what they share. */
export async function tellFamily(telling: Telling, family: StoryFamily): Promise<void> {
  await openMembers(telling, family)
  for (const member of family.members) await openFile(telling, family, member)
  for (const [child, adult] of family.homes) {
    const worker = await workerOf(telling, family, adult)
    must(await setHome(worker, named(telling.persons, child), named(telling.persons, adult)))
  }
  for (const { child, parent, value, source, daysAgo } of family.authority) {
    const told = { value, source, checkedOn: before(telling.today, daysAgo), validFrom: null }
    const ids = { childId: named(telling.persons, child), parentId: named(telling.persons, parent) }
    must(await recordAuthority(await workerOf(telling, family, parent), { ...ids, ...told }))
  }
  await callDirector(telling, family)
  await sharePlan(telling, family)
}

async function workerOf({ operator }: Telling, { members }: StoryFamily, name: string): Promise<Actor> {
  const email = members.find((one) => one.name === name)?.worker
  if (email === undefined) throw new Error(`nobody works on ${name}`)
  return demoActor(operator, { email })
}

async function provisionFor(actor: Actor, { municipality, programme }: StoryFamily): Promise<Id> {
  const id = (await municipalityWithCode(actor, municipality))?.id
  const provisions = await provisionsInReach(actor)
  const own = provisions.find((one) => one.municipalityId === id && one.programmeCode === programme)
  if (own === undefined) throw new Error(`${programme} is not carried out in ${municipality}`)
  return own.id
}

async function openMembers(telling: Telling, family: StoryFamily): Promise<void> {
  const [first] = family.members
  if (first === undefined) return
  const worker = await workerOf(telling, family, first.name)
  const fromOn = before(telling.today, first.daysAgo)
  const members = family.members.map(({ name, kind, role, years }) => ({
    ...{ name, kind, role },
    ...(years !== undefined && { age: { years, statedOn: fromOn } }),
  }))
  const role = roleOf(first)
  const opened = must(
    await openFamily(worker, await provisionFor(worker, family), {
      members,
      worker: { accountId: worker.personId, role, fromOn },
    }),
  )
  for (const [at, { name }] of family.members.entries()) telling.persons.set(name, opened.personIds[at] ?? '')
}

/** The file of one member, with trajectory, sign-in, details and notes; nothing for who has no worker. */
async function openFile(telling: Telling, family: StoryFamily, member: StoryMember): Promise<void> {
  if (member.worker === undefined) return
  const worker = await workerOf(telling, family, member.name)
  const personId = named(telling.persons, member.name)
  const provisionId = await provisionFor(worker, family)
  const registration = await historyOf(telling, family, member)
  const by = { accountId: worker.personId, role: roleOf(member) }
  const { trajectoryId } = must(await startTrajectory(worker, { provisionId, personId, registration, worker: by }))
  telling.trajectories.set(member.name, trajectoryId)
  if (member.account !== undefined) must(await linkAccount(worker, personId, await accountOf(telling, member.account)))
  if (member.details !== undefined)
    must(await changeDetails(worker, personId, { rowVersion: 1, change: detailsOf(member.details) }))
  for (const { daysAgo, kind, voice, disclosure, named: emails = [], body } of member.notes) {
    const accounts: Id[] = []
    for (const email of emails) accounts.push(await accountOf(telling, email))
    const text = { personId, trajectoryId, kind, voice, disclosure, named: accounts, body }
    must(await writeNote(worker, { ...text, holdsOn: before(telling.today, daysAgo) }))
  }
  await tellSteunfiguren({ worker, today: telling.today, personId, trajectoryId }, member)
}

function detailsOf({ phone, email, villageCode, safeContact }: NonNullable<StoryMember['details']>) {
  const { when, voicemail, mail, readBy } = safeContact ?? {}
  return {
    ...{ phone: phone ?? null, email: email ?? null, villageCode: villageCode ?? null },
    safeContact: {
      ...(when !== undefined && { when }),
      ...(voicemail !== undefined && { voicemail: yesOrNo(voicemail) }),
      ...(mail !== undefined && { mail: yesOrNo(mail) }),
      ...(readBy !== undefined && { readBy }),
    },
  }
}

const yesOrNo = (text: string): 'yes' | 'no' => (text === 'yes' ? 'yes' : 'no')

async function historyOf({ operator, today }: Telling, family: StoryFamily, member: StoryMember) {
  const definition = await programmeDefinition(operator, family.programme)
  if (definition === undefined) throw new Error(`there is no programme ${family.programme}`)
  const { steps, days } = family
  const shape = { ...shapeOf(readShape(), family.programme), steps, days }
  const chance = chanceFrom(seedOf(member.name))
  const drawn = { definition, shape, chance, today, workers: [], villages: [], told: member.answers ?? {} }
  return drawnHistory(drawn, before(today, member.daysAgo))
}

async function callDirector(telling: Telling, { director }: StoryFamily): Promise<void> {
  if (director === undefined) return
  const by = await demoActor(telling.operator, { email: director.by })
  const fromOn = before(telling.today, director.daysAgo)
  const personId = await accountOf(telling, director.account)
  must(await assign(by, named(telling.trajectories, director.on), { personId, role: 'director', fromOn }))
}

async function sharePlan(telling: Telling, { plan }: StoryFamily): Promise<void> {
  if (plan === undefined) return
  const { today, persons } = telling
  const director = await demoActor(telling.operator, { email: plan.by })
  const participants = plan.with.map((name) => named(persons, name))
  const opening = { participants, on: before(today, plan.daysAgo) }
  const { planId } = must(await openPlan(director, named(persons, plan.of), opening))
  const made: Id[] = []
  for (const { kind, goal, body, owner, dueInDays, done } of plan.items) {
    const { itemId } = must(
      await addItem(director, planId, {
        ...{ kind, body },
        goalId: goal === undefined ? undefined : made[goal],
        ownerPersonId: owner === undefined ? undefined : named(persons, owner),
        dueOn: dueInDays === undefined ? undefined : after(today, { days: dueInDays }),
      }),
    )
    made.push(itemId)
    if (done !== undefined)
      must(await tickItem(director, planId, { itemId, rowVersion: 1, doneOn: before(today, done) }))
  }
}
