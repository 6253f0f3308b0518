import { beforeAll, describe, expect, test } from 'vitest'
import { after, type Day, day, dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { definitionFile, STRANGER_OF_A_PERSON } from '../../tests/support/programmes.ts'
import { aRegistration } from '../../tests/support/registrations.ts'
import { aMunicipality, anOperator, anOrganisation, aProvision, someone, yes } from '../../tests/support/world.ts'
import { endProvision } from '../access/actions.ts'
import type { Actor } from '../access/actor.ts'
import { figure } from '../measures/queries.ts'
import { shareOf } from '../measures/shares/queries.ts'
import { publishProgramme } from '../programmes/actions.ts'
import { assign, endAssignment, registerMany, registerTrajectory } from './actions.ts'
import { answerQuestions, correctEvent, moveTrajectory, setAnchor, withdrawEvent } from './history/actions.ts'
import { trajectoryDetail } from './queries.ts'

withDatabase()

const today = dayAt(new Date())
const ago = (days: number): Day => after(today, { days: -days })
const ended = { instead: 'nothing', 'instead-sure': 'not-known', 'instead-says': 'de bode', 'ship-missed': 'no' }
const aSailor = (holdsOn: Day, answers: Record<string, string> = {}) =>
  aRegistration({ phase: 'asked', holdsOn, answers: { harbour: 'noord', writer: 'sailor', ...answers } })

beforeAll(async () => {
  yes(await publishProgramme(await anOperator(), definitionFile(STRANGER_OF_A_PERSON)))
})

type Here = { municipalityId: Id; organisationId: Id; provisionId: Id; worker: Actor }

async function aPlace(endsOn?: Day): Promise<Here> {
  const municipalityId = await aMunicipality()
  const given = { municipalityId, programmeCode: 'letters-home', ...(endsOn !== undefined && { endsOn }) }
  const { id: provisionId, organisationId } = await aProvision(given)
  const worker = await someone({ role: 'coordinator', municipalityId, organisationId })
  return { municipalityId, organisationId, provisionId, worker }
}

const registered = async (here: Here, holdsOn = ago(200)): Promise<Id> =>
  yes(await registerTrajectory(here.worker, here.provisionId, aSailor(holdsOn))).trajectoryId

async function moored(here: Here, on: Day): Promise<Id> {
  const trajectoryId = await registered(here)
  yes(await moveTrajectory(here.worker, { trajectoryId }, { to: 'writing', on: ago(200) }))
  yes(await answerQuestions(here.worker, { trajectoryId }, { answers: ended, on: ago(190) }))
  yes(await moveTrajectory(here.worker, { trajectoryId }, { to: 'moored', on }))
  return trajectoryId
}

const own = async (here: Here, code: string, asOf = today) => {
  const scope = { municipalityId: here.municipalityId }
  return yes(await figure(here.worker, { measure: `letters-home-${code}`, scope, asOf, audience: 'organisation' }))
    .value
}

describe('[R-061] the last day of a provision', () => {
  test('lets nobody begin after it, warns of who may outlast it, and leaves alone who began before', async () => {
    const here = await aPlace(ago(10))
    expect(await registerTrajectory(here.worker, here.provisionId, aSailor(today))).toEqual(
      refuse('provision-ended', { endsOn: ago(10) }),
    )
    const late = yes(await registerTrajectory(here.worker, here.provisionId, aSailor(ago(10))))
    expect(late.warning?.reason).toBe('ends-after-provision')
    expect(late.warning?.with).toEqual({ endsOn: ago(10), plannedEnd: after(ago(10), { months: 6 }) })
    const early = yes(await registerTrajectory(here.worker, here.provisionId, aSailor(ago(300))))
    expect(early.warning).toBeUndefined()
    const { trajectoryId } = early
    expect((await moveTrajectory(here.worker, { trajectoryId }, { to: 'writing', on: today })).ok).toBe(true)
    expect(await own(here, 'writers')).toBe(2)
  })

  test('holds for a whole file: one row too late and nothing is stored', async () => {
    const here = await aPlace(ago(10))
    const rows = [aSailor(ago(40)), aSailor(ago(9))]
    expect(await registerMany(here.worker, here.provisionId, rows)).toEqual(
      refuse('provision-ended', { endsOn: ago(10) }),
    )
    expect(await own(here, 'writers')).toBe(0)
  })

  test('may be moved by who sets up the place, and by nobody else', async () => {
    const here = await aPlace()
    const { municipalityId, organisationId, provisionId } = here
    const elsewhere = await aMunicipality()
    const callers: [string, Actor, string | true][] = [
      ['the manager there', await someone({ role: 'manager', municipalityId }), true],
      [
        'the manager of another municipality',
        await someone({ role: 'manager', municipalityId: elsewhere }),
        'not-found',
      ],
      ['the coordinator', here.worker, 'not-yours'],
      [
        'a coordinator of another organisation',
        await someone({ role: 'coordinator', municipalityId, organisationId: await anOrganisation() }),
        'not-found',
      ],
      [
        'a volunteer',
        await someone({ role: 'volunteer', municipalityId, organisationId, ownMatches: true }),
        'not-found',
      ],
      ['policy', await someone({ role: 'policy-adviser', municipalityId }), 'not-found'],
    ]
    for (const [who, actor, expected] of callers) {
      const answer = await endProvision(actor, provisionId, ago(1))
      expect([who, answer.ok || answer.reason]).toEqual([who, expected])
    }
    expect((await registerTrajectory(here.worker, provisionId, aSailor(today))).ok).toBe(false)
    yes(await endProvision(await anOperator(), provisionId, null))
    expect((await registerTrajectory(here.worker, provisionId, aSailor(today))).ok).toBe(true)
  })
})

describe('[R-065] changes of worker', () => {
  test('are counted when one worker takes over from another, on the day and as known', async () => {
    const here = await aPlace()
    const trajectoryId = await registered(here)
    const { municipalityId, organisationId } = here
    const grant = { role: 'coordinator', municipalityId, organisationId } as const
    const [first, second] = [await someone(grant), await someone(grant)]
    const volunteer = await someone({ role: 'volunteer', municipalityId, organisationId, ownMatches: true })
    yes(await assign(here.worker, trajectoryId, { personId: first.personId, role: 'trainer', fromOn: ago(100) }))
    yes(await assign(here.worker, trajectoryId, { personId: volunteer.personId, role: 'volunteer', fromOn: ago(90) }))
    yes(await endAssignment(here.worker, trajectoryId, volunteer.personId, ago(80)))
    expect(await own(here, 'messenger-changes')).toBe(0)
    yes(await endAssignment(here.worker, trajectoryId, first.personId, ago(50)))
    yes(await assign(here.worker, trajectoryId, { personId: second.personId, role: 'trainer', fromOn: ago(49) }))
    expect([await own(here, 'messenger-changes', ago(50)), await own(here, 'messenger-changes')]).toEqual([0, 1])
  })

  test('may be agreed for a day to come, and then count from that day', async () => {
    const here = await aPlace()
    const trajectoryId = await registered(here)
    const { municipalityId, organisationId } = here
    const next = await someone({ role: 'coordinator', municipalityId, organisationId })
    const { personId } = here.worker
    const soon = after(today, { days: 9 })
    yes(await assign(here.worker, trajectoryId, { personId, role: 'trainer', fromOn: ago(30) }))
    yes(await endAssignment(here.worker, trajectoryId, personId, soon))
    yes(await assign(here.worker, trajectoryId, { personId: next.personId, role: 'trainer', fromOn: soon }))
    expect(await own(here, 'messenger-changes')).toBe(0)
    expect(await own(here, 'messenger-changes', soon)).toBe(1)
    expect((await moveTrajectory(here.worker, { trajectoryId }, { to: 'writing', on: soon })).ok).toBe(false)
    yes(await moveTrajectory(here.worker, { trajectoryId }, { to: 'writing', on: today }))
    expect((await trajectoryDetail(here.worker, trajectoryId))?.trajectory.phase).toBe('writing')
  })
})

describe('a day that a step sets', () => {
  const mooring = async (here: Here, id: Id) => (await trajectoryDetail(here.worker, id))?.trajectory.anchors.mooring

  test('is there from the step on, follows its correction, and goes with its withdrawal', async () => {
    const here = await aPlace()
    const trajectoryId = await moored(here, ago(30))
    expect(await mooring(here, trajectoryId)).toBe(ago(30))
    const detail = await trajectoryDetail(here.worker, trajectoryId)
    expect(detail?.milestones[0]).toMatchObject({ code: 'postcard', earliest: after(ago(30), { months: 3 }) })
    const step = detail?.events.find((event) => event.type === 'moved' && event.to === 'moored')?.id ?? ''
    yes(await correctEvent(here.worker, { trajectoryId }, step, { type: 'moved', to: 'moored', holdsOn: ago(20) }))
    expect(await mooring(here, trajectoryId)).toBe(ago(20))
    yes(await withdrawEvent(here.worker, { trajectoryId }, step))
    expect(await mooring(here, trajectoryId)).toBeUndefined()
  })

  test('is lifted when the trajectory is opened again, so that nobody calls about aftercare meanwhile', async () => {
    const here = await aPlace()
    const trajectoryId = await moored(here, ago(30))
    yes(await moveTrajectory(here.worker, { trajectoryId }, { to: 'writing', on: ago(5) }))
    expect(await mooring(here, trajectoryId)).toBeUndefined()
    yes(await moveTrajectory(here.worker, { trajectoryId }, { to: 'moored', on: today }))
    expect(await mooring(here, trajectoryId)).toBe(today)
  })

  test('is not set by hand', async () => {
    const here = await aPlace()
    const trajectoryId = await registered(here)
    const answer = await setAnchor(here.worker, { trajectoryId }, { anchor: 'mooring', on: ago(1) })
    expect(answer).toMatchObject({ ok: false, reason: 'anchor-of-phase' })
  })
})

test('[R-042] what is asked at every contact is no answer of the trajectory itself', async () => {
  const here = await aPlace()
  const trajectoryId = await registered(here)
  const answer = await answerQuestions(here.worker, { trajectoryId }, { answers: { carried: 'letter' }, on: ago(1) })
  expect(answer).toEqual(refuse('question-unknown', { question: 'carried' }))
})

test('[R-041] [R-219] a programme about a person that nobody has seen tells what ran before, what is new, and what share is done', async () => {
  const here = await aPlace()
  const rows = [
    aSailor(day('2021-12-31'), { 'sailed-before': 'yes' }),
    aSailor(day('2022-01-31'), { 'sailed-before': 'no' }),
  ]
  yes(await registerMany(here.worker, here.provisionId, rows))
  await moored(here, ago(3))
  expect([await own(here, 'writers'), await own(here, 'sailed'), await own(here, 'fresh')]).toEqual([3, 1, 2])
  expect([await own(here, 'moored'), await own(here, 'at-sea')]).toEqual([1, 2])
  const scope = { municipalityId: here.municipalityId }
  const ask = { measure: 'letters-home-moored-share', scope, asOf: today, audience: 'organisation' } as const
  expect(yes(await shareOf(here.worker, ask)).percent).toBe(33.3)
})
