import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { type Day, dayAt, after as later } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aRegistration } from '../../../tests/support/registrations.ts'
import { aFamilyInTwoHomes, publishWalk, type TwoHomes } from '../../../tests/support/two-homes.ts'
import { someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { addMember, linkAccount, startWork } from '../../families/files/actions.ts'
import { personFile } from '../../families/files/queries.ts'
import { writeNote } from '../../families/notes/actions.ts'
import { notesIn } from '../../families/notes/queries.ts'
import { addItem, openPlan } from '../../family-plan/actions.ts'
import { standInTodays, todayOf } from '../../today/queries.ts'
import { assign, endAssignment } from '../actions.ts'
import { logContact } from '../contacts/actions.ts'
import { setAnchor } from '../history/actions.ts'
import { startTrajectory } from '../person/actions.ts'
import { trajectoryDetail } from '../queries.ts'
import { workersOf } from '../reopening/reopening.ts'
import { workerChanges } from '../timeline.ts'
import { arrangeStandIn, endStandIn } from './actions.ts'
import { standInPlaces, standingInFor } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
let home: TwoHomes

beforeAll(publishWalk, 60_000)
beforeEach(async () => {
  home = await aFamilyInTwoHomes()
}, 60_000)

type Who = keyof TwoHomes['actors']
type Given = { by?: Who; away?: Who; for?: Actor; from?: number; until?: number; key?: string }
const inDays = (days: number): Day => later(today, { days })
const arrange = ({
  by = 'workerOfSanne',
  away = 'workerOfSanne',
  from = 0,
  until = 7,
  key = newId(),
  ...given
}: Given = {}) =>
  arrangeStandIn(home.actors[by], {
    ...{ provisionId: home.provisionId, awayId: home.actors[away].personId, key },
    standInId: (given.for ?? home.actors.colleague).personId,
    ...{ fromOn: inDays(from), untilOn: inDays(until) },
  })
const reads = async (actor: Actor, personId = home.persons.sanne): Promise<boolean> =>
  (await personFile(actor, personId)) !== undefined
const seesTrajectory = async (actor: Actor): Promise<boolean> =>
  (await trajectoryDetail(actor, home.trajectories.sanne)) !== undefined

describe('[R-088] whoever stands in', () => {
  test('does in those days what the colleague may, and is told of as a reader', async () => {
    const { colleague, workerOfSanne } = home.actors
    yes(await writeNote(workerOfSanne, { personId: home.persons.sanne, holdsOn: today, body: 'Sanne slaapt slecht.' }))
    expect([await reads(colleague), await seesTrajectory(colleague)]).toEqual([false, false])
    yes(await arrange())
    expect([await reads(colleague), await seesTrajectory(colleague)]).toEqual([true, true])
    expect((await notesIn(colleague, home.persons.sanne)).map(({ body }) => body)).toEqual(['Sanne slaapt slecht.'])
    const contact = { on: today, minutes: '10', isReached: true, given: {}, key: newId() }
    yes(await logContact(colleague, home.trajectories.sanne, contact))
    const workers = (await personFile(workerOfSanne, home.persons.sanne))?.workers ?? []
    expect(workers.map(({ accountId, role, untilOn }) => [accountId, role, untilOn])).toContainEqual([
      ...[colleague.personId, 'stand-in', inDays(7)],
    ])
  })

  test('reads nothing of the others in the family, and nothing before or after', async () => {
    yes(await arrange({ from: 1, until: 3 }))
    expect([await reads(home.actors.colleague), await seesTrajectory(home.actors.colleague)]).toEqual([false, false])
    await shift(-1)
    expect([await reads(home.actors.colleague), await seesTrajectory(home.actors.colleague)]).toEqual([true, true])
    for (const other of ['mark', 'lotte'] as const)
      expect(await reads(home.actors.colleague, home.persons[other])).toBe(false)
    await shift(-3)
    expect([await reads(home.actors.colleague), await seesTrajectory(home.actors.colleague)]).toEqual([false, false])
  })

  test('is nobody who has another member of the family, parent or child, now or soon; the refusal names none', async () => {
    const { workerOfMark, workerOfLotte, colleague } = home.actors
    for (const other of [workerOfMark, workerOfLotte])
      expect(await arrange({ for: other })).toEqual(refuse('stand-in-cannot'))
    yes(await arrange({ from: 5, until: 9 }))
    // The days agreed count as well: the same colleague is not drawn to the other side meanwhile.
    expect(await arrange({ by: 'workerOfMark', away: 'workerOfMark' })).toEqual(refuse('stand-in-cannot'))
    const given = { personId: colleague.personId, role: 'trainer', fromOn: today }
    expect(await assign(workerOfMark, home.trajectories.mark, given)).toEqual(refuse('serves-the-other'))
    expect(await reads(colleague, home.persons.mark)).toBe(false)
  })

  test('is no change of worker in the figures (R-065)', async () => {
    yes(await arrange())
    const detail = await trajectoryDetail(home.actors.coordinator, home.trajectories.sanne)
    expect(workerChanges(workersOf({ events: detail?.events ?? [] }))).toBe(0)
  })

  test('cannot make a few days into many: not by assigning, starting, or ending the work of another', async () => {
    const { colleague, workerOfSanne } = home.actors
    yes(await arrange())
    const own = { personId: colleague.personId, role: 'trainer', fromOn: today }
    expect(await assign(colleague, home.trajectories.sanne, own)).toEqual(refuse('not-found'))
    const other = await anotherColleague()
    expect(await assign(colleague, home.trajectories.sanne, { ...own, personId: other.personId })).toEqual(
      refuse('not-found'),
    )
    expect(await endAssignment(colleague, home.trajectories.sanne, workerOfSanne.personId, today)).toEqual(
      refuse('not-found'),
    )
    const registration = aRegistration({ phase: 'signed-up' })
    const started = await startTrajectory(colleague, {
      ...{ provisionId: home.provisionId, personId: home.persons.sanne, registration },
      worker: { accountId: colleague.personId, role: 'trainer' },
    })
    expect(started).toEqual(refuse('stand-in-staffs'))
    // Nor by becoming the director of a plan, the first to work on a child, or the person of the file.
    expect(await openPlan(colleague, home.persons.sanne, { participants: [], on: today })).toEqual(
      refuse('stand-in-staffs'),
    )
    expect(await linkAccount(colleague, home.persons.sanne, colleague.personId)).toEqual(refuse('not-found'))
    const baby = { kind: 'unborn', role: 'child', age: { weeksPregnant: 20, statedOn: today } } as const
    const { personId } = yes(await addMember(colleague, home.persons.sanne, baby))
    const first = {
      personId,
      provisionId: home.provisionId,
      accountId: colleague.personId,
      role: 'trainer',
      fromOn: today,
    }
    expect(await startWork(colleague, first)).toEqual(refuse('stand-in-staffs'))
    expect(await reads(workerOfSanne)).toBe(true)
  })

  test('nor in the database, past every door', async () => {
    yes(await arrange())
    const { colleague, workerOfSanne } = home.actors
    const { provisionId, municipalityId } = home
    const tries = [
      sql`insert into file_workers (municipality_id, id, person_id, provision_id, account_id, role, from_on)
        values (${municipalityId}, ${newId()}, ${home.persons.sanne}, ${provisionId}, ${colleague.personId}, 'worker', access.today())`,
      sql`insert into assignments (municipality_id, id, trajectory_id, provision_id, person_id, role, from_on)
        values (${municipalityId}, ${newId()}, ${home.trajectories.sanne}, ${provisionId}, ${colleague.personId}, 'worker', access.today())`,
      sql`insert into plans (municipality_id, id, family_id, director_id, opened_on)
        values (${municipalityId}, ${newId()}, ${home.familyId}, ${colleague.personId}, access.today())`,
      sql`update person_details set account_id = ${colleague.personId} where person_id = ${home.persons.sanne}`,
    ]
    for (const statement of tries) await expect(inScope(colleague, (tx) => tx.execute(statement))).rejects.toThrow()
    const quiet = [
      sql`update file_workers set until_on = null where account_id = ${colleague.personId} returning id`,
      sql`update file_workers set until_on = access.today() where account_id = ${workerOfSanne.personId} returning id`,
      sql`update assignments set until_on = null, stands_in = null, role = 'worker' where person_id = ${colleague.personId} returning id`,
    ]
    for (const statement of quiet) expect((await inScope(colleague, (tx) => tx.execute(statement))).rows).toEqual([])
    const longer = sql`update stand_ins set until_on = until_on + 30 where stand_in_id = ${colleague.personId}`
    await expect(inScope(colleague, (tx) => tx.execute(longer))).rejects.toThrow()
  })

  test('stops when the colleague hands the file over', async () => {
    yes(await arrange())
    const other = await anotherColleague()
    const { workerOfSanne, colleague } = home.actors
    yes(
      await assign(workerOfSanne, home.trajectories.sanne, {
        personId: other.personId,
        role: 'trainer',
        fromOn: today,
      }),
    )
    yes(await endAssignment(workerOfSanne, home.trajectories.sanne, workerOfSanne.personId, today))
    expect(await reads(colleague)).toBe(true)
    await shift(-1)
    expect([await reads(colleague), await reads(other)]).toEqual([false, true])
  })
})

describe('an arrangement', () => {
  test('[R-252] is made by who will be away or who leads there, and by nobody else', async () => {
    expect(await arrange({ by: 'workerOfMark' })).toEqual(refuse('not-found'))
    expect(await arrange({ by: 'colleague' })).toEqual(refuse('not-found'))
    for (const by of ['director', 'elsewhere', 'sanne', 'mark', 'officer'] as const)
      expect((await arrange({ by })).ok).toBe(false)
    expect(await arrange({ by: 'coordinator', for: home.actors.coordinator })).toEqual(refuse('not-for-oneself'))
    expect(await arrange({ for: home.actors.elsewhere })).toEqual(refuse('colleague-unknown'))
    yes(await arrange({ by: 'coordinator' }))
    expect(await reads(home.actors.colleague)).toBe(true)
  })

  test('sent twice is one; another for the same days is refused', async () => {
    const key = newId()
    yes(await arrange({ key }))
    yes(await arrange({ key }))
    expect(await arrange({ for: await anotherColleague() })).toEqual(refuse('away-twice'))
    const places = await standInPlaces(home.actors.workerOfSanne, today)
    expect(places.flatMap(({ arranged }) => arranged.map(({ id }) => id))).toEqual([key])
    expect((await standInPlaces(home.actors.workerOfMark, today)).flatMap(({ arranged }) => arranged)).toEqual([])
  })

  test('ends at once by who is concerned, and closes the files', async () => {
    const key = newId()
    yes(await arrange({ key }))
    expect(await endStandIn(home.actors.workerOfMark, key)).toEqual(refuse('not-found'))
    yes(await endStandIn(home.actors.workerOfSanne, key))
    yes(await endStandIn(home.actors.workerOfSanne, key))
    expect([await reads(home.actors.colleague), await seesTrajectory(home.actors.colleague)]).toEqual([false, false])
    yes(await arrange())
  })

  test('is refused for who is the other parent', async () => {
    const parent = await anotherColleague()
    yes(await linkAccount(home.actors.workerOfMark, home.persons.mark, parent.personId))
    expect(await arrange({ for: parent })).toEqual(refuse('stand-in-cannot'))
  })
})

test("[R-110] today shows the colleague's work as a list of its own, in those days and to nobody else", async () => {
  const { actors, trajectories, persons } = home
  yes(
    await setAnchor(
      actors.workerOfSanne,
      { trajectoryId: trajectories.sanne },
      { anchor: 'first-walk', on: inDays(-400) },
    ),
  )
  const { planId } = yes(
    await openPlan(actors.workerOfSanne, persons.sanne, { participants: [persons.mark], on: today }),
  )
  const ownerAccountId = actors.workerOfSanne.personId
  yes(
    await addItem(actors.workerOfSanne, planId, {
      kind: 'action',
      body: 'School bellen',
      dueOn: today,
      ownerAccountId,
    }),
  )
  expect(await standInTodays(actors.colleague, today, new Date())).toEqual([])
  yes(await arrange())
  const [list] = await standInTodays(actors.colleague, today, new Date())
  expect(list).toMatchObject({ awayName: actors.workerOfSanne.name, untilOn: inDays(7) })
  expect(list?.groups.late.map(({ id }) => id)).toEqual([trajectories.sanne])
  expect(list?.groups.today.map(({ what, personId }) => [what?.nl, personId])).toEqual([
    ['School bellen', persons.sanne],
  ])
  const own = await todayOf(actors.colleague, today, new Date())
  expect([...own.late, ...own.today, ...own.week]).toEqual([])
  for (const who of ['workerOfMark', 'workerOfLotte', 'director', 'elsewhere', 'mark', 'workerOfSanne'] as const)
    expect([who, await standingInFor(actors[who], today)]).toEqual([who, []])
})

const anotherColleague = () => {
  const { municipalityId, organisationId } = home
  return someone({ role: 'separation-expert', municipalityId, organisationId, ownMatches: true })
}

/** As many days go by: everything that was agreed lies so much earlier. */
async function shift(days: number): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.execute(sql`update stand_ins set from_on = from_on + ${days}::int, until_on = until_on + ${days}::int`)
    await tx.execute(sql`update file_workers set until_on = until_on + ${days}::int, from_on = from_on + ${days}::int
      where stands_in is null and until_on is not null`)
    await tx.execute(sql`update assignments set until_on = until_on + ${days}::int, from_on = from_on + ${days}::int
      where stands_in is null and until_on is not null`)
  })
}
