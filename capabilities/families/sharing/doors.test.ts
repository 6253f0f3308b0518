import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner, rowsOf } from '../../../tests/support/logs.ts'
import { aReceiver, aSharing, type Receiver } from '../../../tests/support/sharings.ts'
import { aFamilyInTwoHomes, everybodyOf, publishWalk, type TwoHomes } from '../../../tests/support/two-homes.ts'
import { someone, theActor, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { addItem, openPlan } from '../../family-plan/actions.ts'
import { linesOf } from '../../family-plan/plan.ts'
import { receivedLines, sharedPlan } from '../../family-plan/queries.ts'
import { audited } from '../../privacy/audit.ts'
import { linesOf as logLinesOf, pseudonymKey } from '../../privacy/processing-line.ts'
import { changeDetails, startWork } from '../files/actions.ts'
import { personFile } from '../files/queries.ts'
import { writeNote } from '../notes/actions.ts'
import { notesIn } from '../notes/queries.ts'
import { acceptSharing, share, withdrawSharing } from './actions.ts'
import { receivedReach, receivedSharing, receivedSharings, sharingsOf } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
let home: TwoHomes
let wilma: Receiver

beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
  await aPlan()
}, 60_000)
// To each test a receiver of its own; what was shared with others before stays.
beforeEach(async () => {
  wilma = await aReceiver()
})

const BODIES = {
  shared: ['Rust bij het wisselen', 'Overdracht op school', 'Sanne belt de school', 'Wij vragen het na'],
  ofMark: ['Mark zoekt woonruimte', 'Mark belt zijn broer', 'De hulp van Mark belt'],
}

/** A plan with lines of nobody, of Sanne, of Mark, and of who works on either. */
async function aPlan(): Promise<void> {
  const { actors, persons } = home
  const { planId } = yes(
    await openPlan(actors.workerOfMark, persons.mark, { participants: [persons.sanne], on: today }),
  )
  const add = async (who: Actor, given: Parameters<typeof addItem>[2]) => yes(await addItem(who, planId, given))
  const { workerOfSanne, workerOfMark } = actors
  await add(workerOfSanne, { kind: 'goal', body: 'Rust bij het wisselen' })
  await add(workerOfMark, { kind: 'agreement', body: 'Overdracht op school' })
  await add(workerOfSanne, { kind: 'action', body: 'Sanne belt de school', ownerPersonId: persons.sanne })
  const ofWorker = { kind: 'action', body: 'Wij vragen het na', ownerAccountId: workerOfSanne.personId }
  await add(workerOfSanne, ofWorker)
  const goal = await add(workerOfMark, { kind: 'goal', body: 'Mark zoekt woonruimte', ownerPersonId: persons.mark })
  const ofMark = { kind: 'action', body: 'Mark belt zijn broer', ownerPersonId: persons.mark, goalId: goal.itemId }
  await add(workerOfMark, ofMark)
  await add(workerOfMark, { kind: 'action', body: 'De hulp van Mark belt', ownerAccountId: workerOfMark.personId })
}

const shareSanne = async (given: Parameters<typeof aSharing>[1] = {}, to: Receiver = wilma) =>
  yes(await share(home.actors.workerOfSanne, home.persons.sanne, aSharing(to, given))).sharingId

const taken = async (given: Parameters<typeof aSharing>[1] = {}, to: Receiver = wilma) => {
  const id = await shareSanne(given, to)
  yes(await acceptSharing(to.actor, id))
  return id
}

const bodies = async (who: Actor, id: string) => (await receivedLines(who, id)).map((line) => line.body)

describe('[R-268] who receives', () => {
  test('reads the lines of that person once it is taken, and nothing of the other, no note and no file', async () => {
    const { actors, persons } = home
    yes(await writeNote(actors.workerOfSanne, { personId: persons.sanne, holdsOn: today, body: 'Sanne vertelt.' }))
    const id = await shareSanne()
    expect(await bodies(wilma.actor, id)).toEqual([])
    expect(await receivedSharing(wilma.actor, id)).toMatchObject({ isAccepted: false, personName: 'Sanne' })
    yes(await acceptSharing(wilma.actor, id))
    expect(await bodies(wilma.actor, id)).toEqual(BODIES.shared)
    expect(await notesIn(wilma.actor, persons.sanne)).toEqual([])
    expect(await personFile(wilma.actor, persons.sanne)).toBeUndefined()
    expect(await sharedPlan(wilma.actor, [home.familyId])).toBeUndefined()
    expect(await receivedReach(wilma.actor, id)).toBeUndefined()
    expect(JSON.stringify(await receivedSharings(wilma.actor))).not.toContain('Mark')
  })

  test('gets the lines that the rule picks, as who works on the person sees them beforehand', async () => {
    const { actors, persons } = home
    const plan = await sharedPlan(actors.workerOfSanne, [home.familyId])
    const own = linesOf(plan?.items ?? [], persons.sanne, new Set([actors.workerOfSanne.personId]))
    expect(own.map((line) => line.body)).toEqual(BODIES.shared)
    expect(await bodies(wilma.actor, await taken())).toEqual(BODIES.shared)
    expect(plan?.items).toHaveLength(BODIES.shared.length + BODIES.ofMark.length)
  })

  test('[R-270] gets how to reach somebody when that is shared, never the address', async () => {
    const { actors, persons } = home
    const change = {
      phone: '06 00000001',
      address: 'Geheimelaan 1',
      isShielded: true,
      safeContact: { when: 'ochtend' },
    }
    yes(await changeDetails(actors.workerOfSanne, persons.sanne, { rowVersion: 1, change }))
    const id = await taken({ parts: ['reach'] })
    expect(await receivedReach(wilma.actor, id)).toEqual({
      ...{ phone: '06 00000001', email: null, safeContact: { when: 'ochtend' } },
    })
    expect(await bodies(wilma.actor, id)).toEqual([])
  })

  test('nobody else reads or takes it: not a colleague there, not the family, not who leads, not a guess', async () => {
    const id = await shareSanne()
    const colleague = await aReceiver()
    const everybody = [...everybodyOf(home).map((who) => home.actors[who]), colleague.actor]
    for (const who of everybody) {
      expect(await acceptSharing(who, id)).toEqual(refuse('not-found'))
      expect([await receivedSharings(who), await bodies(who, id), await receivedReach(who, id)]).toEqual([
        [],
        [],
        undefined,
      ])
    }
    expect(await acceptSharing(wilma.actor, newId())).toEqual(refuse('not-found'))
    expect(await acceptSharing(wilma.actor, "'; drop table sharings")).toEqual(refuse('not-found'))
  })

  test('reads no more once they stop working there', async () => {
    const id = await taken()
    await asOwner(
      database(),
      sql`update grants set starts_on = access.today() - 2, ends_on = access.today() - 1 where person_id = ${wilma.actor.personId}`,
    )
    const gone = await theActor(wilma.actor.personId)
    expect([await bodies(gone, id), await receivedSharings(gone)]).toEqual([[], []])
  })
})

describe('the end of a sharing', () => {
  test('[R-268] withdrawn by the person, it is closed at once and stays on record; pressed twice it is ended once', async () => {
    const { actors, persons } = home
    const id = await taken({ parts: ['plan', 'reach'] })
    yes(await withdrawSharing(actors.sanne, persons.sanne, id))
    yes(await withdrawSharing(actors.sanne, persons.sanne, id))
    expect([await bodies(wilma.actor, id), await receivedReach(wilma.actor, id)]).toEqual([[], undefined])
    expect(await receivedSharings(wilma.actor)).toEqual([])
    const [shown] = await sharingsOf(actors.workerOfSanne, persons.sanne)
    expect(shown).toMatchObject({ id, withdrawnBy: actors.sanne.personId, receiver: { name: 'Wilma Waterland' } })
    expect(shown?.acceptedAt).not.toBeNull()
    expect(await acceptSharing(wilma.actor, id)).toEqual(refuse('not-found'))
  })

  test('after the last day nothing is read, without anybody doing anything', async () => {
    const id = await taken({ endsOn: today })
    expect(await bodies(wilma.actor, id)).toEqual(BODIES.shared)
    await asOwner(
      database(),
      sql`update sharings set recorded_at = recorded_at - interval '3 days', ends_on = ends_on - 1, consent_on = consent_on - 3 where id = ${id}`,
    )
    expect([await bodies(wilma.actor, id), await receivedSharings(wilma.actor)]).toEqual([[], []])
    expect((await sharingsOf(home.actors.sanne, home.persons.sanne)).map((one) => one.id)).toContain(id)
  })

  test('by nobody else: not the other parent, not who works on that one, not the receiver', async () => {
    const id = await taken()
    const others = [
      home.actors.mark,
      home.actors.workerOfMark,
      home.actors.coordinator,
      home.actors.colleague,
      wilma.actor,
    ]
    for (const who of others)
      for (const person of [home.persons.sanne, home.persons.mark])
        expect(await withdrawSharing(who, person, id)).toEqual(refuse('not-found'))
  })

  test('what rests on safety the person sees without its reason, and cannot end; who helps can', async () => {
    const { actors, persons } = home
    const safety = { ground: 'safety', safetyReason: 'Er is gedreigd; de opvang moet dit weten.' }
    const id = await shareSanne(safety)
    const [seen] = await sharingsOf(actors.sanne, persons.sanne)
    expect(seen).toMatchObject({ id, ground: 'safety', safetyReason: null, receiver: { name: 'Wilma Waterland' } })
    expect(await withdrawSharing(actors.sanne, persons.sanne, id)).toEqual(refuse('sharing-safety-stays'))
    yes(await withdrawSharing(actors.workerOfSanne, persons.sanne, id))
  })
})

describe('[R-088] the other side', () => {
  test('is told nothing: not by a list, not by an answer to sharing with the same worker', async () => {
    const { actors, persons } = home
    await taken()
    expect(await sharingsOf(actors.workerOfMark, persons.sanne)).toEqual([])
    for (const who of [actors.mark, actors.workerOfMark, actors.lotte, actors.workerOfLotte])
      for (const person of Object.values(persons)) expect(await sharingsOf(who, person)).toEqual([])
    yes(await share(actors.workerOfMark, persons.mark, aSharing(wilma)))
    const [ofMark] = await sharingsOf(actors.workerOfMark, persons.mark)
    expect(ofMark).toMatchObject({ acceptedAt: null, withdrawnAt: null })
  })

  test('whoever receives of one parent is offered nothing of the other, until that ended', async () => {
    const { actors, persons } = home
    const first = await taken()
    const { sharingId } = yes(await share(actors.workerOfMark, persons.mark, aSharing(wilma)))
    expect((await receivedSharings(wilma.actor)).map((one) => one.id)).toEqual([first])
    expect(await acceptSharing(wilma.actor, sharingId)).toEqual(refuse('not-found'))
    yes(await withdrawSharing(actors.workerOfSanne, persons.sanne, first))
    yes(await acceptSharing(wilma.actor, sharingId))
    expect(await bodies(wilma.actor, sharingId)).not.toContain('Sanne belt de school')
  })

  test('whoever works on the other parent receives nothing of this one, and who receives is not made to', async () => {
    const { actors, persons, municipalityId, provisionId } = home
    const here = await aReceiver({ municipalityId })
    const begin = () =>
      startWork(actors.coordinator, {
        ...{ provisionId, personId: persons.mark, accountId: here.actor.personId },
        ...{ role: 'worker', fromOn: today },
      })
    const id = await taken({}, here)
    expect(await begin()).toEqual(refuse('serves-the-other'))
    // The database says so by itself, and closes what was open when it is forced.
    await asOwner(
      database(),
      sql`insert into file_workers (municipality_id, id, person_id, provision_id, account_id, role, from_on) values
        (${municipalityId}, ${newId()}, ${persons.mark}, ${here.provisionId}, ${here.actor.personId}, 'worker', ${today})`,
    )
    expect([await bodies(here.actor, id), await receivedSharings(here.actor)]).toEqual([[], []])
    await withoutSides(async () => {
      expect(await asActor(here.actor, sql`select sharing_id from access.received()`)).toEqual([{ sharing_id: id }])
      expect([await bodies(here.actor, id), await receivedSharings(here.actor)]).toEqual([[], []])
    })
  })

  test('who receives and leads elsewhere in the family’s own organisation finds the file of the other closed', async () => {
    const { persons, municipalityId, organisationId } = home
    const away = await aReceiver()
    const both = await someone({ role: 'coordinator', municipalityId, organisationId })
    await asOwner(
      database(),
      sql`update grants set person_id = ${away.actor.personId} where person_id = ${both.personId}`,
    )
    const leads = { ...away, actor: await theActor(away.actor.personId) }
    const seen = async () =>
      (await asActor(leads.actor, sql`select person_id from trajectories where person_id = ${persons.mark}`)).length
    expect(await seen()).toBe(1)
    await taken({}, leads)
    expect(await seen()).toBe(0)
  })
})

/** Does something while the database would say of nobody that they stand on another side: then the rule alone says so. */
async function withoutSides(work: () => Promise<void>): Promise<void> {
  const [kept] = await asOwner<{ text: string }>(
    database(),
    sql`select pg_get_functiondef('access.is_on_another_side(uuid, uuid)'::regprocedure) as text`,
  )
  await asOwner(
    database(),
    sql`create or replace function access.is_on_another_side(account uuid, person uuid) returns boolean
      language sql stable security definer as 'select false'`,
  )
  await work()
  await asOwner(database(), sql.raw(kept?.text ?? ''))
}

test('[R-267] every look from elsewhere is in the log of the municipality whose file it is, and a line for the person', async () => {
  const id = await taken()
  await audited(wilma.actor, { act: 'sharing.received' }, async () => {
    await receivedSharing(wilma.actor, id)
    await receivedLines(wilma.actor, id)
  })
  const [row] = (await rowsOf(database(), 'sharing.received')).slice(-1)
  expect(row).toMatchObject({ actor_id: wilma.actor.personId, subject_ids: [home.persons.sanne] })
  expect(row?.municipality_ids).toContain(home.municipalityId)
  const [line] = logLinesOf(
    {
      ...{ id: newId(), traceId: '0'.repeat(32), act: 'sharing.received', result: 'done' },
      ...{ subjectIds: [home.persons.sanne], municipalityIds: [], beganAt: '2026-11-26', at: '2026-11-26' },
    },
    pseudonymKey('x'.repeat(32)),
  )
  expect(line).toMatchObject({ processingActivityId: expect.stringContaining('sharing-between-organisations') })
})

const asActor = (actor: Actor, statement: ReturnType<typeof sql>) =>
  database().transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('role', 'voorveld_app', true), set_config('app.actor_id', ${actor.personId}, true)`,
    )
    return (await tx.execute(statement)).rows
  })
