import { beforeAll, expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { definitionFile } from '../../../tests/support/programmes.ts'
import { aRegistration } from '../../../tests/support/registrations.ts'
import { aMunicipality, anOperator, anOrganisation, aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { openFamily } from '../../families/files/actions.ts'
import { publishProgramme } from '../../programmes/actions.ts'
import { moveTrajectory } from '../history/actions.ts'
import { startTrajectory } from '../person/actions.ts'
import { trajectoryDetail } from '../queries.ts'

withDatabase()
const today = dayAt(new Date())
let worker: Actor
let trajectoryId: Id

beforeAll(async () => {
  yes(await publishProgramme(await anOperator(), definitionFile('programmes/money-point.json')))
  const [municipalityId, organisationId] = [await aMunicipality(), await anOrganisation()]
  const provision = await aProvision({ municipalityId, organisationId, programmeCode: 'money-point' })
  worker = await someone({ role: 'financial-prevention-worker', municipalityId, organisationId, ownMatches: true })
  const account = { accountId: worker.personId, role: 'financial-prevention-worker' }
  const { personIds } = yes(
    await openFamily(worker, provision.id, {
      members: [{ kind: 'adult', role: 'parent', name: 'Sanne' }],
      worker: { ...account, fromOn: today },
    }),
  )
  ;({ trajectoryId } = yes(
    await startTrajectory(worker, {
      ...{ provisionId: provision.id, personId: personIds[0] ?? '', worker: account },
      registration: aRegistration({ phase: 'running' }),
    }),
  ))
}, 60_000)

const intake = { 'money-question': ['schemes'], separating: 'yes', law: 'no-law' }
const close = (answers: Record<string, string>) =>
  moveTrajectory(
    worker,
    { trajectoryId },
    { to: 'closed', on: today, reason: 'done', answers: { ...intake, ...answers } },
  )

test('[R-135] advice about money does not end before the poverty trap was looked at, and what came of it is kept', async () => {
  expect(await close({ result: 'alone' })).toMatchObject({ ok: false, with: { question: 'poverty-trap' } })
  yes(await close({ result: 'alone', 'poverty-trap': 'risk' }))
  const kept = await trajectoryDetail(worker, trajectoryId)
  expect(kept?.trajectory).toMatchObject({ phase: 'closed', answers: { 'poverty-trap': 'risk', result: 'alone' } })
})
