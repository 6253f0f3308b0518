import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { definitionIn } from '../../tests/support/programmes.ts'
import type { Answers, AnswerValue } from '../cases/event.ts'
import { NO_WORKERS, type TrajectoryState } from '../cases/timeline.ts'
import { contributions } from '../measures/cell.ts'
import type { ProgrammeDefinition, Question, Step } from './definition.ts'
import { fitOf } from './fit.ts'
import { milestoneDays } from './milestones.ts'
import { optionsOf } from './option-words.ts'
import { isOpenPhase, stepsFrom, takeStep } from './steps.ts'
import { reasonsFor } from './steps-needed.ts'

const SHIPPED = readdirSync('programmes').filter((name) => name.endsWith('.json'))
const today = day('2026-03-02')

/** An answer as somebody could give it; of choices the one that fits the programme. */
function answerTo({ fit }: ProgrammeDefinition, question: Question): AnswerValue {
  const fitting = fit.flatMap((rule) =>
    rule.kind === 'options' && rule.fits && rule.question === question.code ? rule.options : [],
  )
  const [first = 'yes'] = [...fitting, ...optionsOf(question).map(({ code }) => code)]
  const ages = fit.flatMap((rule) => (rule.kind === 'ages' ? [{ years: rule.ages.from }] : []))
  switch (question.type) {
    case 'many':
      return [first]
    case 'ages':
      return [ages[0] ?? { years: 3 }]
    case 'number':
      return 4
    case 'day':
      return today
    case 'text':
    case 'place':
      return 'something'
    default:
      return first
  }
}

/** The way from the first phase to a closed one, through one in which somebody is supported, by steps that may be taken. */
function walked(definition: ProgrammeDefinition, answers: Answers): string[] {
  const anchors = Object.fromEntries(definition.anchors.map(({ code }) => [code, today]))
  const done = definition.milestones.map(({ code, outcomes }) => {
    const outcome = outcomes?.find((one) => one.effect !== 'stays-blocked')?.code
    return { milestone: code, on: today, ...(outcome !== undefined && { outcome }) }
  })
  const kindOf = (phase: string) => definition.phases.find(({ code }) => code === phase)?.kind
  const passes = (phase: string, step: Step): boolean => {
    const { to } = step
    const standing = { phase, answers, anchors, done, fit: fitOf(definition, {}, answers) }
    const reason = reasonsFor(definition, step)?.[0]?.code
    return takeStep(definition, standing, { to, today, ...(reason !== undefined && { reason }) }).ok
  }
  const ways: string[][] = [[definition.registration.phase]]
  for (const way of ways) {
    const last = way.at(-1) ?? ''
    if (kindOf(last) === 'closed' && way.some((phase) => kindOf(phase) === 'supporting')) return way
    for (const step of stepsFrom(definition, last))
      if (!way.includes(step.to) && passes(last, step)) ways.push([...way, step.to])
  }
  return []
}

test.each(SHIPPED)('%s goes from registration to closing, and its figures count it', (file) => {
  const definition = definitionIn(`programmes/${file}`)
  const answers = Object.fromEntries(definition.questions.map((one) => [one.code, answerTo(definition, one)]))
  const reached = walked(definition, answers)
  expect(reached.length).toBeGreaterThanOrEqual(3)
  expect(isOpenPhase(definition, reached.at(-1) ?? '')).toBe(false)
  const begun = Object.fromEntries(definition.anchors.map(({ code }) => [code, today]))
  expect(
    milestoneDays(definition, begun).every(({ earliest, latest }) => today <= earliest && earliest <= latest),
  ).toBe(true)
  const state: TrajectoryState = {
    ...{ phase: reached.at(-1) ?? '', reached, answers, anchors: begun, milestonesDone: [] },
    ...{ contacts: [answers], referrals: [{ id: 'r', answers }], workers: NO_WORKERS },
  }
  const counted = new Set(contributions(definition, state).map(({ measure }) => measure))
  const always = definition.measures.filter(
    ({ where, counts }) => Object.keys(where).length === 0 && counts !== 'worker-changes',
  )
  expect(always.length).toBeGreaterThan(0)
  expect(always.filter(({ code }) => !counted.has(code)).map(({ code }) => code)).toEqual([])
  const reaching = definition.measures.filter(
    ({ where, counts }) => where.reached !== undefined && counts === 'trajectories',
  )
  expect(reaching.some(({ code }) => counted.has(code)) || reaching.length === 0).toBe(true)
})

const SAYS: readonly (readonly [requirement: string, file: string, questions: readonly string[]])[] = [
  ['R-050', 'family-care-worker', ['deployment']],
  ['R-050', 'strong-family', ['deployment']],
  ['R-051', 'family-care-worker', ['decided-by', 'decided-on', 'hours']],
  ['R-052', 'strong-family', ['linked-with', 'goals']],
  ['R-056', 'wmo-transport', ['pass', 'guided-wanted', 'guided-used', 'trips']],
  ['R-057', 'insight-out', ['age-group', 'home', 'lives']],
  ['R-058', 'home-chance', ['announced-on', 'partners', 'outreach', 'eviction']],
  ['R-105', 'get-a-grip', ['volunteer-trained']],
  ['R-106', 'support-family', ['activity']],
  ['R-139', 'get-a-grip', ['debts', 'credit-bank', 'task', 'dropped-out']],
]

test.each(SAYS)(
  '[R-050] [R-051] [R-052] [R-056] [R-057] [R-058] [R-105] [R-106] [R-139] for %s, %s asks what it must tell: %j',
  (_, file, questions) => {
    const asked = definitionIn(`programmes/${file}.json`).questions.map(({ code }) => code)
    expect(questions.filter((code) => !asked.includes(code))).toEqual([])
  },
)

test('[R-054] support for a whole school counts how many took part, by contact, and asks nothing about a child', () => {
  const { questions, measures } = definitionIn('programmes/youth-supporters.json')
  expect(questions.map(({ code }) => code)).toEqual(['village', 'theme', 'participants', 'activity'])
  expect(measures.find(({ counts }) => counts === 'contacts')?.groupings).toContain('participants')
})

test('[R-057] sheltered living counts who lives there now and who waits, and guidance in an own home ends after a year', () => {
  const where = (code: string) =>
    definitionIn('programmes/sheltered-living.json').measures.find((one) => one.code === `sheltered-living-${code}`)
      ?.where
  expect([where('running'), where('waiting')]).toEqual([{ in: ['running'] }, { in: ['waiting-list'] }])
  expect(definitionIn('programmes/insight-out.json').longest?.span).toEqual({ years: 1 })
})

test('[R-116] pilot families are evaluated every half year', () => {
  for (const file of ['family-care-worker', 'strong-family'])
    expect(definitionIn(`programmes/${file}.json`).milestones.map(({ window }) => window?.from)).toEqual([
      { months: 6 },
      { months: 12 },
    ])
})
