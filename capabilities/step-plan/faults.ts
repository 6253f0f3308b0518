import type { z } from 'zod'

/** A thing of a plan that is put right on screen, and what belongs to the plan as a whole. */
export type FaultPart = 'plan' | 'questions' | 'steps' | 'changes' | 'examples'

/** One fault: of what, in which field of it (`if/0/1/is`), why, and what its sentence needs: codes and numbers. */
export type PlanFault = {
  readonly part: FaultPart
  readonly code?: string
  readonly field?: string
  readonly why: Why
  readonly with?: Readonly<Record<string, string | number>>
}

type Given = Readonly<Record<string, string | number>>

/** For who checks a file: what is wrong, beside its place. On screen the words are those of `web/words`. */
const IN_TEXT = {
  'plan-text-empty': () => 'no text',
  'plan-text-long': ({ most }: Given) => `more than ${most} characters`,
  'plan-too-few': () => 'too few',
  'plan-too-many': ({ most }: Given) => `more than ${most}`,
  'plan-shape': ({ what }: Given) => `${what}`,
  'plan-twice': () => 'twice',
  'plan-form': ({ what }: Given) => `${what}`,
  'plan-question-unknown': ({ question }: Given) => `${question} is no question`,
  'plan-answer-unknown': ({ question, answer }: Given) => `${answer} is no answer to ${question}`,
  'plan-questions-many': ({ found, most }: Given) => `${found} are asked of somebody, ${most} at most`,
  'plan-condition-later': ({ question }: Given) => `its condition is about ${question}, which comes later`,
  'plan-tangled': () => 'looks at too many questions at once to be tried on everybody',
  'plan-page-unknown': ({ page }: Given) => `no page ${page}`,
  'plan-fact-unknown': ({ fact }: Given) => `no fact ${fact}`,
  'plan-programme-unknown': ({ programme }: Given) => `no programme ${programme}`,
  'plan-nobody': () => 'holds for nobody',
  'plan-unasked': () => 'looks at questions that nobody for whom it holds is asked',
  'plan-joint-afraid': () => 'is done together, and meets somebody who is afraid',
  'plan-both-routes': () => 'does not say in each set whether it is for who is afraid, or says both',
  'plan-page-tells': ({ page }: Given) => `${page} has a title that tells, and meets somebody who is afraid`,
  'plan-meet': ({ kind, steps }: Given) => `oneOf ${kind}: ${steps} meet`,
  'plan-safety-now': ({ answer }: Given) => `${answer} is danger now, and no fear`,
  'plan-safety-first': ({ question }: Given) => `${question} is asked first, of everybody, with one answer`,
  'plan-safety-left': ({ answer }: Given) => `nothing is there in the first week for who answers ${answer}`,
  'plan-safety-example': ({ answer }: Given) => `no example answers ${answer}`,
  'plan-safety-button': () => 'no button lets everybody who is not afraid say to be so',
  'plan-change-nothing': () => 'changes no answer',
  'plan-set-kind': ({ question }: Given) => `gives ${question} one answer for many, or many for one`,
  'plan-safety-undone': () => 'takes back that somebody is afraid',
  'plan-example-unasked': ({ question }: Given) => `${question} is not asked of this person`,
  'plan-example-answer': ({ question, reason }: Given) => `${question}: ${reason}`,
  'plan-example-differs': ({ at, got, wanted }: Given) => `step ${at} is ${got}, and should be ${wanted}`,
} as const satisfies Readonly<Record<string, (given: Given) => string>>

export type Why = keyof typeof IN_TEXT

/** A fault as one line: its place, and what is wrong there. */
export function inText({ part, code, field, why, with: given = {} }: PlanFault): string {
  const place = [part, code, why === 'plan-shape' ? field : undefined].filter((one) => one !== undefined).join('/')
  return `${place}: ${IN_TEXT[why](given)}`
}

/** What does not have the shape of the format, each at its thing and field. */
export const shapeFaults = (error: z.ZodError, json: unknown): PlanFault[] =>
  error.issues.map((issue) => ({ ...placeOf(issue.path, json), ...wrongIn(issue) }))

const LISTS: readonly string[] = ['questions', 'steps', 'changes', 'examples'] satisfies FaultPart[]

function placeOf(path: readonly PropertyKey[], json: unknown): Pick<PlanFault, 'part' | 'code' | 'field'> {
  const [list = '', at, ...field] = path.map(String)
  if (!LISTS.includes(list)) return { part: 'plan', field: path.join('/') }
  const part = list as FaultPart // it is one of the lists
  const thing = at === undefined ? undefined : own(own(json, list), at)
  const code = own(thing, 'code')
  return { part, code: typeof code === 'string' ? code : (at ?? ''), field: field.join('/') }
}

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key] // it has the key
    : undefined

function wrongIn(issue: z.core.$ZodIssue): Pick<PlanFault, 'why' | 'with'> {
  if (issue.code === 'too_small') return { why: 'plan-too-few' }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { why: 'plan-text-long', with: { most: Number(issue.maximum) } }
  if (issue.code === 'too_big') return { why: 'plan-too-many', with: { most: Number(issue.maximum) } }
  const isEmpty = issue.code === 'invalid_format' && issue.format === 'regex' && issue.pattern === '/\\S/'
  return isEmpty ? { why: 'plan-text-empty' } : { why: 'plan-shape', with: { what: issue.message } }
}
