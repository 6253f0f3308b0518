import { beforeAll, expect, test } from 'vitest'
import { after, type Day, dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aRegistration } from '../../../tests/support/registrations.ts'
import { aMunicipality, anOperator, aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { setFitRule } from '../../programmes/actions.ts'
import { publishShippedProgrammes } from '../../programmes/shipped.ts'
import { registerTrajectory } from '../actions.ts'
import type { Answers } from '../event.ts'
import { answerQuestions, completeMilestone, moveTrajectory, setAnchor } from './actions.ts'

withDatabase()

const today = dayAt(new Date())
const longAgo = after(today, { months: -11 })
let operator: Actor
beforeAll(async () => {
  operator = await anOperator()
  await publishShippedProgrammes(operator)
})

/** A registered family with its coordinator, and short ways to act on it; each gives true or the reason of a refusal. */
async function aFamily(answers: Answers) {
  const municipalityId = await aMunicipality()
  const { id: provisionId, organisationId } = await aProvision({ municipalityId, programmeCode: 'home-start' })
  const coordinator = await someone({ role: 'coordinator', municipalityId, organisationId })
  const registration = aRegistration({
    phase: 'registered',
    holdsOn: longAgo,
    answers: { village: 'noord', ...answers },
  })
  const { trajectoryId } = yes(await registerTrajectory(coordinator, provisionId, registration))
  const seen: { trajectoryId: Id } = { trajectoryId }
  const said = async (answer: ReturnType<typeof moveTrajectory>) => {
    const given = await answer
    return given.ok || given.reason
  }
  return {
    municipalityId,
    moves: (to: string, on: Day, reason?: string) =>
      said(moveTrajectory(coordinator, seen, { to, on, ...(reason !== undefined && { reason }) })),
    answers: (more: Answers) => said(answerQuestions(coordinator, seen, { answers: more, on: longAgo })),
    movesWith: (to: string, more: Answers) =>
      said(moveTrajectory(coordinator, seen, { to, on: longAgo, answers: more })),
    doesWith: (milestone: string, more: Answers) =>
      said(completeMilestone(coordinator, seen, { milestone, on: today, outcome: 'continue', answers: more })),
    meets: (on: Day) => said(setAnchor(coordinator, seen, { anchor: 'match-meeting', on })),
    does: (milestone: string, on: Day, outcome?: string) =>
      said(completeMilestone(coordinator, seen, { milestone, on, ...(outcome !== undefined && { outcome }) })),
  }
}

const intake: Answers = {
  'question-clarified': 'rust in huis',
  motivation: 'wil het zelf',
  'family-situation': 'twee ouders',
  'network-start': 'hardly-anyone',
}
const evaluated: Answers = {
  'evaluation-goals': 'vaste bedtijd',
  'evaluation-progress': 'better',
  'evaluation-click': 'yes',
  'evaluation-fit': 'yes',
}

test('[R-108] [R-111] [R-113] a family goes from intake to its second evaluation by the rules of its definition', async () => {
  const family = await aFamily({ children: [{ years: 4 }], question: ['listening-ear'] })
  expect(await family.moves('intake', longAgo)).toBe(true)
  expect(await family.moves('waiting-for-match', longAgo)).toBe('step-needs-answer')
  expect(await family.answers(intake)).toBe(true)
  expect(await family.moves('waiting-for-match', longAgo)).toBe(true)
  expect(await family.does('confirmation', longAgo, 'both-yes')).toBe('milestone-before-anchor')
  expect(await family.meets(longAgo)).toBe(true)
  expect(await family.moves('active', longAgo)).toBe('step-needs-milestone')
  expect(await family.does('confirmation', longAgo, 'both-yes')).toBe(true)
  expect(await family.moves('active', longAgo)).toBe(true)
  expect(await family.does('second-evaluation', today, 'continue')).toBe('milestone-needs-answer')
  expect(await family.answers(evaluated)).toBe(true)
  expect(await family.does('second-evaluation', today, 'continue')).toBe('milestone-needs-answer')
  expect(await family.answers({ 'reason-to-continue': 'new-situation' })).toBe(true)
  expect(await family.does('second-evaluation', today, 'continue')).toBe(true)
})

test('[R-032] [R-033] a question that does not fit finds a volunteer only where the municipality says that it fits', async () => {
  const family = await aFamily({ children: [{ years: 4 }], question: ['practise-dutch'], ...intake })
  expect(await family.moves('intake', longAgo)).toBe(true)
  expect(await family.moves('waiting-for-match', longAgo)).toBe('step-does-not-fit')
  const rule = { programmeCode: 'home-start', rule: 'practise-dutch', value: { fits: true } }
  yes(await setFitRule(operator, { municipalityId: family.municipalityId, ...rule }))
  expect(await family.moves('waiting-for-match', longAgo)).toBe(true)
})

test.each<[string, Answers]>([
  ['no option', { 'network-start': 'a-dog' }],
  ['a name of every object', { 'network-start': '__proto__' }],
  ['several where one is asked', { 'network-start': ['hardly-anyone'] }],
  ['one that is right beside one that is not', { question: ['listening-ear', 'a-dog'] }],
  ['a number', { 'network-start': 3 }],
])('%s is refused by every door that records an answer, and nothing of it is kept', async (_, wrong) => {
  const family = await aFamily({ children: [{ years: 4 }], question: ['listening-ear'] })
  expect(await family.answers({ ...intake, ...wrong })).toBe('answer-not-offered')
  expect(await family.movesWith('intake', wrong)).toBe('answer-not-offered')
  expect(await family.doesWith('second-evaluation', wrong)).toBe('answer-not-offered')
  expect(await family.moves('intake', longAgo)).toBe(true)
  expect(await family.moves('waiting-for-match', longAgo)).toBe('step-needs-answer')
})

test('an option that only the file brought along may be said again, and taken away', async () => {
  const family = await aFamily({ children: [{ years: 4 }], question: ['from-a-file'] })
  expect(await family.answers({ question: ['from-a-file', 'listening-ear'] })).toBe(true)
  expect(await family.answers({ question: [] })).toBe(true)
  expect(await family.answers({ question: ['from-a-file'] })).toBe('answer-not-offered')
})
