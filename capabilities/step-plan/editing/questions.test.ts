import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEdit, formOfChange, formOfQuestion, known, plan, words } from '../../../tests/support/step-plan-edits.ts'
import { newFilling, openFilling, sealFilling } from '../../forms/filling.ts'
import { useFormSecret } from '../../forms/keys.ts'
import { askedIn, pagesOf } from '../../forms/pages.ts'
import { walk } from '../../forms/walk.ts'
import { checkStepPlan, faultsOfDraft, MOST_QUESTIONS, mostPages } from '../check.ts'
import { formOf, type StepPlan } from '../definition.ts'
import { fitting } from '../fitting.ts'
import { isAfraid, stepsFor } from '../steps.ts'
import { moved, type Thing, thingAt, withChangeAdded, withQuestionAdded, withThing } from './changes.ts'
import {
  answersGone,
  isSafetyReworded,
  meaningOf,
  referencesTo,
  sealOfReferences,
  withQuestionChanged,
  withQuestionRemoved,
} from './references.ts'
import { OF_EVERYBODY, setField, toldChange, toldQuestion } from './told-questions.ts'

useFormSecret('a-secret-for-tests-that-nobody-uses-0001')

const questionNamed = (code: string, of: StepPlan = plan): Thing<'questions'> => {
  const found = thingAt(of, { part: 'questions', code })
  if (found === undefined) throw new Error(`no question ${code}`)
  return found
}
const told = (before: Thing<'questions'>, change: (form: FormData) => void, doing = '') => {
  const form = formOfQuestion(before)
  change(form)
  return toldQuestion(form, { plan, before, doing })
}
const whys = (draft: StepPlan) =>
  faultsOfDraft(draft, known).map(({ part, code, field, why }) => [part, code, field, why])
const placesOf = (question: string, answers?: string[]) =>
  referencesTo(plan, { question, ...(answers && { answers }) }).map(
    ({ part, code, field }) => `${part}/${code}/${field}`,
  )

describe('[R-004] who gets a question', () => {
  test('is begun with an earlier question, then has its answers chosen, and is everybody again by its button', () => {
    const home = questionNamed('home')
    const begun = told(home, (form) => form.set('when/nieuw', 'children'))
    expect(begun.when).toEqual({ question: 'children', is: [] })
    expect(whys(withThing(plan, { part: 'questions', code: 'home' }, begun))).toContainEqual([
      ...['questions', 'home', 'when/is', 'plan-too-few'],
    ])
    const chosen = told(begun, (form) => form.append('when/is', 'none'))
    expect(chosen.when).toEqual({ question: 'children', is: ['none'] })
    expect(told(chosen, () => undefined, OF_EVERYBODY)).toEqual(home)
    // Another question has other answers.
    expect(told(chosen, (form) => form.set('when/nieuw', 'together')).when).toEqual({ question: 'together', is: [] })
  })

  test('cannot hang on a later question, one that is not there, or an answer that is not there', () => {
    const spot = { part: 'questions', code: 'together' } as const
    const asked = (question: string, is: string) =>
      whys(withThing(plan, spot, { ...questionNamed('together'), when: { question, is: [is] } }))
    expect(asked('home', 'rented')).toEqual([['questions', 'together', 'when/is', 'plan-condition-later']])
    expect(asked('nergens', 'a')).toEqual([['questions', 'together', 'when/is', 'plan-question-unknown']])
    expect(asked('afraid', 'a')).toEqual([['questions', 'together', 'when/is', 'plan-answer-unknown']])
  })

  test('makes a step that nobody can reach any more a fault of that step', () => {
    const device = { ...questionNamed('device'), when: { question: 'afraid', is: ['no'] } }
    expect(whys(withThing(plan, { part: 'questions', code: 'device' }, device))).toContainEqual([
      ...['steps', 'v-device', 'if', 'plan-unasked'],
    ])
  })

  test('is at most eight questions on any way through them: one more is refused at the question that is too many', () => {
    const { plan: more, code } = withQuestionAdded(plan, { ask: words, type: 'yes-no-unknown' })
    const filled = { ...questionNamed(code, more), purpose: words }
    const draft = withThing(more, { part: 'questions', code }, filled)
    expect(faultsOfDraft(draft, known)).toContainEqual({
      ...{ part: 'questions', code, field: 'when/nieuw', why: 'plan-questions-many' },
      with: { found: MOST_QUESTIONS + 1, most: MOST_QUESTIONS },
    })
    // Who is in doubt is no longer asked whether they agree, so there is room for one.
    const fewer = { ...filled, when: { question: 'stage', is: ['doubt'] } }
    const agree = { ...questionNamed('agree'), when: { question: 'stage', is: ['going', 'apart'] } }
    const asked = withThing(more, { part: 'questions', code }, fewer)
    const fits = withThing(asked, { part: 'questions', code: 'agree' }, agree)
    expect(whys(fits).map(([, , , why]) => why)).not.toContain('plan-questions-many')
    expect(mostPages(fits)).toHaveLength(MOST_QUESTIONS)
  })
})

describe('an answer', () => {
  test('that a condition, a button or an example names goes only when every one of those places was told', () => {
    const before = questionNamed('home')
    const after = told(before, () => undefined, 'weg:options/1')
    expect(answersGone(before, after)).toEqual(['bought'])
    const references = referencesTo(plan, { question: 'home', answers: ['bought'] })
    expect(new Set(references.map(({ part }) => part))).toEqual(new Set(['steps', 'changes', 'examples']))
    expect(placesOf('home', ['bought'])).toContain('changes/bought/set/home')
    for (const seen of ['', sealOfReferences(references.slice(1))])
      expect(withQuestionChanged(plan, after, seen)).toMatchObject({ reason: 'step-plan-referred' })
    const kept = withQuestionChanged(plan, after, sealOfReferences(references))
    if (!kept.ok) throw new Error(kept.reason)
    const wrong = new Set(faultsOfDraft(kept.value, known).map(({ part, code }) => `${part}/${code}`))
    for (const { part, code } of references.filter((one) => one.part !== 'examples'))
      expect(wrong).toContain(`${part}/${code}`)
  })

  test('that nothing names goes at once, and one whose words are empty for a moment stays', () => {
    const { plan: more, code } = withQuestionAdded(plan, { ask: words, type: 'choice' })
    const before: Thing<'questions'> = { ...questionNamed(code, more), options: [{ code: 'a', name: words }] }
    const draft = withThing(more, { part: 'questions', code }, before)
    const gone = toldQuestion(formOfQuestion(before), { plan: draft, before, doing: 'weg:options/0' })
    expect(withQuestionChanged(draft, gone, '').ok).toBe(true)
    const empty = told(before, (form) => {
      form.set('options/0/name/nl', '')
      form.set('options/0/name/en', '')
    })
    expect(empty.options).toEqual([{ code: 'a', name: { nl: '', en: '' } }])
  })

  test('goes one place up by its button, with its code', () => {
    const after = told(questionNamed('home'), () => undefined, 'omhoog:options/1')
    expect(after.options?.map(({ code }) => code)).toEqual(['bought', 'rented', 'others', 'none'])
  })
})

describe('a question', () => {
  test('that something names goes only when that was told; examples lose their answer with it', () => {
    expect(placesOf('children')).toContain('questions/authority/when/is')
    expect(withQuestionRemoved(plan, 'children', '')).toMatchObject({ reason: 'step-plan-referred' })
    const removed = withQuestionRemoved(
      plan,
      'children',
      sealOfReferences(referencesTo(plan, { question: 'children' })),
    )
    if (!removed.ok) throw new Error(removed.reason)
    expect(thingAt(removed.value, { part: 'questions', code: 'children' })).toBeUndefined()
    expect(removed.value.examples.some(({ answers }) => 'children' in answers)).toBe(false)
    expect(whys(removed.value)).toContainEqual(['questions', 'authority', 'when/is', 'plan-question-unknown'])
  })

  test('told twice is one, and a new one is behind the others', () => {
    const once = withQuestionAdded(plan, { ask: words, type: 'many' })
    expect(withQuestionAdded(once.plan, { ask: words, type: 'choice' })).toEqual(once)
    expect(once.plan.questions.at(-1)).toMatchObject({ code: 'iets-nieuws', type: 'many', options: [] })
    expect(whys(once.plan)).toContainEqual(['questions', 'iets-nieuws', 'options', 'plan-too-few'])
  })
})

describe('[R-004] [R-017] the question after fear', () => {
  const afraid = questionNamed('afraid')

  test('keeps its place, its answers and their order, and is asked of everybody, whatever is sent', () => {
    const after = told(afraid, (form) => {
      form.set('when/nieuw', 'home')
      form.set('options/0/code', 'yes')
      form.delete('options/3/name/nl')
      form.set('options/4/name/nl', 'Een beetje')
    })
    expect(after.options?.map(({ code }) => code)).toEqual(['no', 'unsure', 'yes', 'now'])
    expect([after.when, after.required, after.type]).toEqual([undefined, true, 'choice'])
    for (const doing of ['weg:options/2', 'omhoog:options/3'])
      expect(told(afraid, () => undefined, doing).options).toEqual(afraid.options)
    const second = plan.questions[1]?.code ?? ''
    expect(moved(plan, { part: 'questions', code: second })).toEqual(plan)
  })

  test('is not taken away and changes in nothing but words, also for who goes round the form', () => {
    const seal = sealOfReferences(referencesTo(plan, { question: 'afraid' }))
    expect(withQuestionRemoved(plan, 'afraid', seal)).toMatchObject({ reason: 'step-plan-safety-stays' })
    const [no, ...others] = afraid.options ?? []
    if (no === undefined) throw new Error('no answers')
    for (const other of [
      { ...afraid, options: [...others, no] },
      { ...afraid, options: others },
      { ...afraid, options: [...others, no, { code: 'more', name: words }] },
      { ...afraid, required: false },
      { ...afraid, when: { question: 'home', is: ['none'] } },
      { ...afraid, type: 'many' as const },
    ])
      expect(withQuestionChanged(plan, other, seal)).toMatchObject({ reason: 'step-plan-safety-stays' })
    const reworded = withQuestionChanged(plan, { ...afraid, ask: words }, '')
    if (!reworded.ok) throw new Error(reworded.reason)
    expect([isSafetyReworded(plan, reworded.value), isSafetyReworded(plan, plan)]).toEqual([true, false])
  })

  test('has answers of which each is told what it brings about', () => {
    expect(afraid.options?.map(({ code }) => meaningOf(plan, code))).toEqual([
      'not-afraid',
      'not-afraid',
      'afraid',
      'now',
    ])
  })
})

describe('a button for what changes in a life', () => {
  const named = (code: string) => {
    const found = thingAt(plan, { part: 'changes', code })
    if (found === undefined) throw new Error(`no button ${code}`)
    return found
  }

  test('begins without anything to change, which is a fault, and then says what an answer becomes', () => {
    const { plan: more, code } = withChangeAdded(plan, words)
    expect(whys(more)).toEqual([['changes', code, 'set/nieuw', 'plan-change-nothing']])
    const before = thingAt(more, { part: 'changes', code })
    if (before === undefined) throw new Error('no button')
    const form = formOfChange(before)
    form.set('set/nieuw', 'home')
    const begun = toldChange(form, { plan: more, before, doing: '' })
    expect(begun.set).toEqual({ home: [] })
    expect(whys(withThing(more, { part: 'changes', code }, begun))).toEqual([
      ['changes', code, 'set/home', 'plan-too-few'],
    ])
    const chosen = formOfChange(begun)
    chosen.append(setField('home'), 'bought')
    const whole = toldChange(chosen, { plan: more, before: begun, doing: '' })
    expect(whole.set).toEqual({ home: 'bought' })
    expect(whys(withThing(more, { part: 'changes', code }, whole))).toEqual([])
    const without = toldChange(formOfChange(whole), { plan: more, before: whole, doing: 'weg:set/home' })
    expect(without.set).toEqual({})
  })

  test('[R-004] that says fear stays for everybody, and no button takes fear back', () => {
    const gone = withThing(plan, { part: 'changes', code: 'afraid' }, undefined)
    expect(whys(gone)).toEqual([['plan', undefined, undefined, 'plan-safety-button']])
    const fewer = { ...named('afraid'), if: [[{ question: 'afraid', is: ['no'] }]] }
    expect(whys(withThing(plan, { part: 'changes', code: 'afraid' }, fewer))).toEqual(whys(gone))
    const undone = { ...named('agreed'), set: { afraid: 'no' } }
    expect(whys(withThing(plan, { part: 'changes', code: 'agreed' }, undone))).toEqual([
      ['changes', 'agreed', 'set/afraid', 'plan-safety-undone'],
    ])
  })

  test('gives one answer where one is asked, and a list where more may be', () => {
    for (const set of [{ home: ['bought'] }, { money: 'debts' }])
      expect(whys(withThing(plan, { part: 'changes', code: 'agreed' }, { ...named('agreed'), set }))).toEqual([
        ['changes', 'agreed', `set/${Object.keys(set)[0]}`, 'plan-set-kind'],
      ])
  })
})

describe('[R-004] whoever is halfway when the questions change', () => {
  const NOW = new Date('2026-11-27T12:00:00Z')

  test('goes on with what fits, to a question that is open or to the steps, whatever was changed', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(
        fc.array(anEdit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...plan.examples),
        fc.nat(9),
        (edits, { answers }, at) => {
          const draft = edits.reduce((copy, edit) => edit(copy), plan)
          if (!checkStepPlan(draft, known).ok) return
          const fits = fitting(draft, answers)
          const asked = askedIn(draft, fits).map(({ code }) => code)
          for (const [code, answer] of Object.entries(fits))
            expect([asked.includes(code), answer]).toEqual([true, answers[code]])
          expect(isAfraid(draft, fits)).toBe(isAfraid(plan, answers))
          const form = formOf(draft)
          const sent = new FormData()
          sent.set('_stand', sealFilling(form, { ...newFilling(), answers: fits }, NOW))
          sent.set('_stap', pagesOf(plan, answers)[at]?.code ?? 'overzicht')
          const next = walk(form, sent, {}, NOW)
          expect(['question', 'review']).toContain(next.at)
          if (next.at === 'review') expect(stepsFor(draft, next.filling.answers).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('at the only question that was left, and which is gone now, gets the steps and does not begin anew', () => {
    const [example] = plan.examples
    const { agree: _, ...others } = example?.answers ?? {}
    const removed = withQuestionRemoved(plan, 'agree', sealOfReferences(referencesTo(plan, { question: 'agree' })))
    if (!removed.ok) throw new Error(removed.reason)
    const form = formOf(removed.value)
    const sent = new FormData()
    sent.set('_stand', sealFilling(form, { ...newFilling(), answers: others }, NOW))
    sent.set('_stap', 'agree')
    sent.set('agree', 'yes')
    sent.set('_doe', 'verder')
    const next = walk(form, sent, {}, NOW)
    expect(next.at).toBe('review')
    if (next.at === 'review')
      expect(openFilling(form, sealFilling(form, next.filling, NOW), NOW)).toMatchObject({ ok: true })
  })
})
