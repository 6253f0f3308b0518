import { describe, expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { separationPoint } from '../../tests/support/programmes.ts'
import type { Answers } from '../cases/event.ts'
import { waitsForVoice } from '../cases/voice/voice.ts'
import { firstOpen } from './asked.ts'
import { mayCompleteMilestone } from './milestone-outcome.ts'
import { milestoneDays } from './milestones.ts'
import { stepsFrom, takeStep } from './steps.ts'
import { outcomesFor } from './tracks.ts'

const definition = separationPoint()
const { questions, phases } = definition
const question = (code: string) => questions.find((one) => one.code === code)
const optionsOf = (code: string) => question(code)?.options?.map((one) => one.code)
const asked = (code: string, answers: Answers) => firstOpen(definition, [code], answers) !== undefined

const talked: Answers = {
  track: 'parent',
  relation: 'not-known',
  'separation-phase': 'separating',
  'risk-estimate': 'none-seen',
  'money-worries': 'no',
  housing: ['no-worry'],
  law: 'no-law',
  form: 'individual',
  'form-why': 'wil eerst alleen praten',
}
const ended: Answers = {
  ...talked,
  'parent-role-apart': 'yes',
  'aware-of-effect': 'yes',
  'needs-weighed': 'unknown',
  'own-strength': 'yes',
  'conflicts-fewer': 'no',
  otherwise: 'youth-help',
  'otherwise-certainty': 'estimate',
  'otherwise-amount': 6250,
  'otherwise-source': 'consulent',
  'handed-over': ['own-network'],
}
const { 'separation-phase': _, ...noPhase } = talked

type Step = { from: string; to: string; answers: Answers; reason?: string }

/** True, the question that is still open, or the reason code. */
function step({ from, to, answers, reason }: Step): unknown {
  const standing = { phase: from, answers, anchors: {}, done: [] }
  const answer = takeStep(definition, standing, {
    to,
    today: day('2023-01-31'),
    ...(reason !== undefined && { reason }),
  })
  return answer.ok || (answer.with?.question ?? answer.reason)
}
const begin = (answers: Answers) => step({ from: 'first-talk', to: 'running', answers })
const close = (answers: Answers) => step({ from: 'closing', to: 'closed', answers, reason: 'goals-reached' })
const without = (answers: Answers, code: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => key !== code))

test('a trajectory goes from registration over a first talk and rounding off to closing, and may be opened again', () => {
  expect(phases.map(({ code }) => code)).toEqual([
    'registered',
    'first-talk',
    'running',
    'closing',
    'closed',
    'not-supported',
  ])
  expect(stepsFrom(definition, 'closed').map(({ to }) => to)).toEqual(['running'])
  expect(begin(talked)).toBe(true)
  expect(close(ended)).toBe(true)
})

test('every question says why it is asked, and every answer goes a year after the end', () => {
  for (const { purpose, keepMonths } of questions) {
    expect(purpose.nl).not.toBe('')
    expect(keepMonths).toBe(12)
  }
})

describe('safety', () => {
  test('[R-023] no step leads on from a talk without an estimate of the risk, or the reason why it could not be judged', () => {
    const unjudged = { ...ended, 'risk-estimate': 'not-judged' }
    for (const { code, steps } of phases.slice(1, 4))
      for (const { to } of steps.filter((one) => one.to !== 'running' || code === 'first-talk'))
        expect(step({ from: code, to, answers: { track: 'parent' }, reason: 'refrains' })).not.toBe(true)
    expect(close(without(ended, 'risk-estimate'))).toBe('risk-estimate')
    expect(close(unjudged)).toBe('risk-why')
    expect(close({ ...unjudged, 'risk-why': 'de ander was erbij' })).toBe(true)
    const refused = step({ from: 'first-talk', to: 'not-supported', answers: talked, reason: 'refrains' })
    expect(refused).toBe(true)
    const silent = { from: 'first-talk', to: 'not-supported', answers: {}, reason: 'refrains' }
    expect(step(silent)).toBe('risk-estimate')
  })

  test('a concern or acute risk asks what was done about it', () => {
    for (const risk of ['concern', 'acute']) {
      expect(close({ ...ended, 'risk-estimate': risk })).toBe('risk-done')
      expect(close({ ...ended, 'risk-estimate': risk, 'risk-done': ['colleague'] })).toBe(true)
    }
  })

  test('[R-067] closing waits for the voice of every child, by a rule of its own and not by a question', () => {
    expect(definition.childVoice?.phases).toEqual(['closed'])
    expect(waitsForVoice(definition, { phase: 'closing', to: 'closed', told: [] })).toBe(true)
    expect(waitsForVoice(definition, { phase: 'running', to: 'closing', told: [] })).toBe(false)
  })

  test('[R-063] opening again needs a reason, as closing does', () => {
    expect(step({ from: 'closed', to: 'running', answers: ended })).toBe('step-needs-reason')
    expect(step({ from: 'closed', to: 'running', answers: ended, reason: 'aftercare' })).toBe(true)
  })
})

describe('what is asked', () => {
  test('[R-027] the phase and the form of the relationship are stored, and the form may stay unknown', () => {
    expect(optionsOf('separation-phase')).toEqual([
      'relationship-problem',
      'considering',
      'separating',
      'separated',
      'complex',
    ])
    expect(optionsOf('relation')).toEqual(
      expect.arrayContaining(['marriage', 'registered-partnership', 'living-together', 'not-known']),
    )
    expect(begin(noPhase)).toBe('separation-phase')
    expect(begin(without(talked, 'relation'))).toBe('relation')
  })

  test('[R-025] money is always asked of a parent, and a yes offers a hand-over at once', () => {
    expect(begin(without(talked, 'money-worries'))).toBe('money-worries')
    expect(begin({ ...talked, 'money-worries': 'yes' })).toBe('money-handover')
    expect(begin({ ...talked, 'money-worries': 'yes', 'money-handover': 'now' })).toBe(true)
    expect(asked('money-worries', { track: 'child' })).toBe(false)
  })

  test('[R-026] housing tells who may lose the home and where children cannot stay', () => {
    expect(begin(without(talked, 'housing'))).toBe('housing')
    expect(optionsOf('housing')).toEqual(expect.arrayContaining(['may-lose-home', 'children-cannot-stay']))
  })

  test('life domains are noted only as far as raised: nothing waits for them', () => {
    expect(question('domains')?.required).toBeUndefined()
    const needed = phases.flatMap(({ steps }) => steps.flatMap(({ needs }) => needs?.answers ?? []))
    expect(needed).not.toContain('domains')
  })

  test('[R-031] each question is labelled by law before help begins', () => {
    expect(optionsOf('law')).toEqual(['youth-act', 'wmo', 'participation-act', 'debt-assistance', 'no-law'])
    expect(begin(without(talked, 'law'))).toBe('law')
    expect(definition.measures[0]?.groupings).toContain('law')
  })

  test('[R-029] [R-030] the ladder goes from own strength to heavy help, which needs a written reason', () => {
    const steps = ['own-strength', 'network', 'general', 'light', 'heavy']
    const ladder = questions.map(({ code }) => code).filter((code) => /^ladder-(?!.*-why$)/.test(code))
    expect(ladder).toEqual(steps.map((one) => `ladder-${one}`))
    for (const one of ladder) expect(optionsOf(one)).toEqual(['used', 'considered', 'rejected'])
    expect(asked('ladder-network-why', { 'ladder-network': 'rejected' })).toBe(true)
    expect(begin({ ...talked, 'ladder-heavy': 'used' })).toBe('ladder-heavy-why')
    expect(begin({ ...talked, 'ladder-heavy': 'used', 'ladder-heavy-why': 'groep is te licht' })).toBe(true)
  })

  test('[R-041] [R-043] alone or together is weighed, with why, and whether it ran before the pilot is told', () => {
    expect(begin(without(talked, 'form'))).toBe('form')
    expect(begin(without(talked, 'form-why'))).toBe('form-why')
    expect(question('before-pilot')?.asked).toBe('registration')
  })

  test('[R-042] every contact is one of four services', () => {
    expect(question('service')?.asked).toBe('contact')
    expect(optionsOf('service')).toEqual(['inform', 'facilitate', 'support', 'guide'])
  })
})

describe('what it brought', () => {
  test('[R-045] [R-046] [R-072] [R-073] outcomes of a parent and of a child stand apart, and the child speaks for itself', () => {
    const outcomes = (track: string) => outcomesFor(definition, { track })
    expect(outcomes('parent').map(({ code }) => code)).toEqual([
      'parent-role-apart',
      'aware-of-effect',
      'needs-weighed',
      'own-strength',
      'conflicts-fewer',
    ])
    expect(outcomes('child').map(({ code, by }) => `${code} ${by}`)).toEqual([
      'child-knows-where child',
      'child-feels-heard child',
      'child-own-strength child',
    ])
    for (const { code, question: told } of outcomes('parent')) expect(close(without(ended, told ?? ''))).toBe(code)
    expect(close({ ...ended, 'needs-weighed': 'yes' })).toBe('needs-weighed-how')
    expect(close({ ...ended, track: 'child' })).toBe('child-knows-where')
  })

  test('[R-049] closing tells what would have come otherwise, how certain that is and who says so', () => {
    for (const code of Object.values(definition.counterfactual ?? {})) expect(close(without(ended, code))).toBe(code)
    const unknown = { ...without(ended, 'otherwise-amount'), 'otherwise-certainty': 'not-known' }
    expect(close(unknown)).toBe(true)
  })

  test('[R-062] closing hands over what there is for afterwards, and says why it closes', () => {
    expect(close(without(ended, 'handed-over'))).toBe('handed-over')
    expect(step({ from: 'closing', to: 'closed', answers: ended })).toBe('step-needs-reason')
  })

  test('aftercare comes three, six and twelve months after closing, also from the last day of a month', () => {
    const days = milestoneDays(definition, { closed: day('2023-11-30') })
    expect(days.map(({ code, earliest }) => [code, earliest])).toEqual([
      ['aftercare-3', '2024-02-29'],
      ['aftercare-6', '2024-05-30'],
      ['aftercare-12', '2024-11-30'],
    ])
    expect(milestoneDays(definition, {})).toEqual([])
    const report = {
      milestone: 'aftercare-3',
      on: day('2024-03-01'),
      answers: {},
      anchors: { closed: day('2023-11-30') },
    }
    expect(mayCompleteMilestone(definition, { ...report, outcome: 'wants-help' }).ok).toBe(true)
    expect(mayCompleteMilestone(definition, report).ok).toBe(false)
  })
})
