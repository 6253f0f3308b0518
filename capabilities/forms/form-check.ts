import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { type FormDefinition, type FormQuestion, formFormat } from './form.ts'
import { groupsOf } from './pages.ts'

/** Checks a parsed JSON document: its shape first, then what a shape cannot say. The refusal names the places. */
export function checkForm(json: unknown): Answer<FormDefinition> {
  const shaped = formFormat.safeParse(json)
  const faults = shaped.success
    ? formFaults(shaped.data)
    : shaped.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`)
  if (faults.length > 0 || !shaped.success) return refuse('form-faulty', { faults: faults.join('; ') })
  return allow(shaped.data)
}

/** What a shape cannot say of the questions of a form, each with its place. */
export function formFaults(form: FormDefinition): string[] {
  const codes = form.questions.map(({ code }) => code)
  return [
    ...codes.filter((code, at) => codes.indexOf(code) !== at).map((code) => `${code}: twice`),
    ...form.questions.flatMap((question, at) => [
      ...questionFaults(question).map((fault) => `${question.code}: ${fault}`),
      ...conditionFaults(form, question, at).map((fault) => `${question.code}: ${fault}`),
    ]),
    ...(form.questions[0]?.together === true ? ['the first question has no page to stand on'] : []),
  ]
}

function questionFaults({ type, options, from, to, check }: FormQuestion): string[] {
  const isListed = type === 'choice' || type === 'many'
  const codes = options?.map(({ code }) => code) ?? []
  return [
    ...(isListed === (options === undefined) ? ['options belong to choice and many'] : []),
    ...(new Set(codes).size === codes.length ? [] : ['an option twice']),
    ...(type === 'scale' && (from === undefined || to === undefined) ? ['a scale has two ends'] : []),
    ...(from !== undefined && to !== undefined && from >= to ? ['from is before to'] : []),
    ...(type === 'scale' && from !== undefined && to !== undefined && to - from > 10
      ? ['a scale has 11 steps at most']
      : []),
    ...(check !== undefined && type !== 'text' ? ['check belongs to text'] : []),
  ]
}

/** A condition looks back, and past its own page: without script nothing on a page can wait for that same page. */
function conditionFaults(form: FormDefinition, { when }: FormQuestion, at: number): string[] {
  if (when === undefined) return []
  const earlier = form.questions.slice(0, at).find(({ code }) => code === when.question)
  if (earlier === undefined) return ['the condition is about no earlier question']
  const page = groupsOf(form).find((group) => group.some((one) => one === form.questions[at]))
  if (page?.includes(earlier)) return ['the condition is about the same page']
  const known = earlier.type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : earlier.options?.map(({ code }) => code)
  return when.is
    .filter((code) => known?.includes(code) !== true)
    .map((code) => `${code} is no answer to ${when.question}`)
}
