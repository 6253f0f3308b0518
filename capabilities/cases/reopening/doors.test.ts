import { beforeAll, beforeEach, expect, test } from 'vitest'
import { day, dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { definitionFile } from '../../../tests/support/programmes.ts'
import { aRegistration } from '../../../tests/support/registrations.ts'
import {
  aMunicipality,
  anOperator,
  anOrganisation,
  aProvision,
  someone,
  theActor,
  yes,
} from '../../../tests/support/world.ts'
import { switchPerson } from '../../access/actions.ts'
import type { Actor } from '../../access/actor.ts'
import { openFamily } from '../../families/files/actions.ts'
import { figure } from '../../measures/queries.ts'
import { publishProgramme } from '../../programmes/actions.ts'
import { moveTrajectory } from '../history/actions.ts'
import { startTrajectory } from '../person/actions.ts'
import { trajectoryDetail } from '../queries.ts'
import { workerChanges } from '../timeline.ts'
import { reopenTrajectory } from './actions.ts'
import { turnsOf } from './queries.ts'
import { workersOf } from './reopening.ts'

withDatabase()
const today = dayAt(new Date())

let worker: Actor
let colleague: Actor
let coordinator: Actor
let trajectoryId: Id

beforeAll(async () => {
  yes(await publishProgramme(await anOperator(), definitionFile('programmes/separation-point.json')))
}, 60_000)

beforeEach(async () => {
  const [municipalityId, organisationId] = [await aMunicipality(), await anOrganisation()]
  const provision = await aProvision({ municipalityId, organisationId, programmeCode: 'separation-point' })
  const expert = () => someone({ role: 'separation-expert', municipalityId, organisationId, ownMatches: true })
  worker = await expert()
  colleague = await expert()
  coordinator = await someone({ role: 'coordinator', municipalityId, organisationId })
  const on = day('2026-01-05')
  const account = { accountId: worker.personId, role: 'separation-expert' }
  const { personIds } = yes(
    await openFamily(worker, provision.id, {
      members: [{ kind: 'adult', role: 'parent', name: 'Sanne' }],
      worker: { ...account, fromOn: on },
    }),
  )
  ;({ trajectoryId } = yes(
    await startTrajectory(worker, {
      ...{ provisionId: provision.id, personId: personIds[0] ?? '', worker: account },
      registration: aRegistration({ phase: 'closing', holdsOn: on }),
    }),
  ))
  const answers = {
    ...{ relation: 'marriage', 'separation-phase': 'separated', 'risk-estimate': 'none-seen', 'money-worries': 'no' },
    ...{ housing: ['no-worry'], law: 'no-law', form: 'individual', 'form-why': 'past het best' },
    ...{ 'parent-role-apart': 'yes', 'aware-of-effect': 'yes', 'needs-weighed': 'unknown', 'own-strength': 'yes' },
    ...{ 'conflicts-fewer': 'yes', otherwise: 'nothing', 'otherwise-certainty': 'not-known' },
    ...{ 'otherwise-source': 'worker', 'handed-over': ['not-needed'] },
  }
  const closing = { to: 'closed', on: today, reason: 'goals-reached', answers }
  yes(await moveTrajectory(worker, { trajectoryId }, closing))
}, 60_000)

const detail = async () => {
  const found = await trajectoryDetail(coordinator, trajectoryId)
  if (found === undefined) throw new Error('the trajectory is there')
  return found
}
const reopen = (actor: Actor, given: { rowVersion?: number; worker?: Id; key?: Id; reason?: string } = {}) => {
  const { rowVersion, key = newId(), ...rest } = given
  const seen = { trajectoryId, ...(rowVersion !== undefined && { rowVersion }) }
  return reopenTrajectory(actor, seen, { to: 'running', on: today, reason: 'aftercare', ...rest, key })
}

test('[R-065] it goes back to the same worker, with who, when and why on record', async () => {
  yes(await reopen(worker))
  const found = await detail()
  expect([found.trajectory.phase, workersOf(found).present]).toEqual(['running', [worker.personId]])
  expect(workerChanges(workersOf(found))).toBe(0)
  expect(await turnsOf(coordinator, trajectoryId)).toEqual([
    { what: 'closed', on: today, by: worker.personId, reason: 'goals-reached' },
    { what: 'reopened', on: today, by: worker.personId, reason: 'aftercare' },
  ])
})

test('without a reason it stays closed, and a step that the definition does not have opens nothing', async () => {
  const key = newId()
  const without = await reopenTrajectory(worker, { trajectoryId }, { to: 'running', on: today, key })
  expect(without).toEqual(refuse('step-needs-reason'))
  const wrong = await reopenTrajectory(worker, { trajectoryId }, { to: 'first-talk', on: today, key })
  expect(wrong.ok).toBe(false)
  expect((await detail()).trajectory.phase).toBe('closed')
})

test('[R-065] when the worker left it says so, and goes to who is chosen', async () => {
  yes(await switchPerson(await anOperator(), worker.personId, false))
  expect(await reopen(coordinator)).toEqual(refuse('worker-gone'))
  expect(await reopen(coordinator, { worker: newId() })).toEqual(refuse('colleague-unknown'))
  expect((await detail()).trajectory.phase).toBe('closed')
  yes(await reopen(coordinator, { worker: colleague.personId }))
  const found = await detail()
  expect([found.trajectory.phase, workersOf(found).present]).toEqual(['running', [colleague.personId]])
  expect(workerChanges(workersOf(found))).toBe(1)
  const again = await trajectoryDetail(await theActor(colleague.personId), trajectoryId)
  expect(again?.trajectory.phase).toBe('running')
})

test('of two people at once the second is refused; the same press twice is one', async () => {
  const { rowVersion } = (await detail()).trajectory
  const key = newId()
  yes(await reopen(worker, { rowVersion, key }))
  yes(await reopen(worker, { rowVersion, key }))
  expect(await reopen(coordinator, { rowVersion })).toMatchObject({ ok: false })
  expect((await turnsOf(coordinator, trajectoryId)).map(({ what }) => what)).toEqual(['closed', 'reopened'])
})

test('[R-060] figures follow from then on, and what was known before stays the answer', async () => {
  const { municipalityId } = (await detail()).trajectory
  const ask = (code: string, knownOn?: Date) =>
    figure(coordinator, {
      ...{ measure: `separation-point-${code}`, scope: { municipalityId }, asOf: today },
      ...{ audience: 'organisation', ...(knownOn !== undefined && { knownOn }) },
    })
  const before = yes(await ask('closed'))
  expect(before.value).toBe(1)
  yes(await reopen(worker))
  expect([yes(await ask('closed')).value, yes(await ask('open')).value]).toEqual([0, 1])
  expect(yes(await ask('closed', new Date(before.knownAt))).value).toBe(1)
})

test('[R-252] nobody else opens it: not a colleague who does not work on it, nor a coordinator elsewhere', async () => {
  const there = await someone({
    role: 'coordinator',
    municipalityId: await aMunicipality(),
    organisationId: await anOrganisation(),
  })
  for (const actor of [colleague, there]) expect(await reopen(actor)).toEqual(refuse('not-found'))
})
