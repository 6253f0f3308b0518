import { expect, test } from 'vitest'
import { dayAt } from '../../foundation/day.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { definitionFile, STRANGER, stranger } from '../../tests/support/programmes.ts'
import { aRegistration } from '../../tests/support/registrations.ts'
import { aMunicipality, anOperator, aProvision, someone, yes } from '../../tests/support/world.ts'
import { figure } from '../measures/queries.ts'
import { publishProgramme } from '../programmes/actions.ts'
import { registerTrajectory } from './actions.ts'
import { answerQuestions, completeMilestone, moveTrajectory, setAnchor } from './history/actions.ts'
import { trajectoryDetail } from './queries.ts'

withDatabase()

test('[R-114] a programme nobody has seen goes from registration over a milestone to a figure, without a line of code', async () => {
  const today = dayAt(new Date())
  const operator = await anOperator()
  yes(await publishProgramme(operator, definitionFile(STRANGER)))
  const { code, registration, anchors, milestones, measures, questions } = stranger()
  const municipalityId = await aMunicipality()
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: code })
  const guide = await someone({ role: 'coordinator', municipalityId, organisationId })
  const place = questions.find((one) => one.type === 'place')?.code ?? ''
  const { trajectoryId } = yes(
    await registerTrajectory(
      guide,
      provisionId,
      aRegistration({ phase: registration.phase, answers: { [place]: 'noord' } }),
    ),
  )
  const refused = await moveTrajectory(guide, { trajectoryId }, { to: 'walking', on: today })
  expect(refused.ok).toBe(false)
  const pace = questions.find((one) => one.code === 'pace')?.options?.[0]?.code ?? 'slow'
  yes(await answerQuestions(guide, { trajectoryId }, { answers: { pace }, on: today }))
  yes(await moveTrajectory(guide, { trajectoryId }, { to: 'walking', on: today }))
  yes(await setAnchor(guide, { trajectoryId }, { anchor: anchors[0]?.code ?? '', on: today }))
  const detail = await trajectoryDetail(guide, trajectoryId)
  expect(detail?.milestones.map((one) => one.code)).toContain(milestones[0]?.code)
  expect((await moveTrajectory(guide, { trajectoryId }, { to: 'arrived', on: today })).ok).toBe(false)
  yes(await completeMilestone(guide, { trajectoryId }, { milestone: 'look-back', on: today }))
  yes(await moveTrajectory(guide, { trajectoryId }, { to: 'arrived', on: today }))
  const found = yes(
    await figure(guide, {
      measure: measures[0]?.code ?? '',
      scope: { municipalityId },
      asOf: today,
      audience: 'organisation',
    }),
  )
  expect(found.value).toBe(1)
})
