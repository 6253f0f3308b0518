import { isDeepStrictEqual } from 'node:util'
import type { StepPlan } from '../definition.ts'

/** What is compared of each thing, in the order in which it stands on its form. */
const FIELDS = {
  plan: ['name', 'kept', 'minutes', 'safety'],
  questions: ['ask', 'help', 'type', 'required', 'options', 'when', 'purpose'],
  steps: [
    ...['title', 'at', 'if', 'why', 'how', 'who', 'term', 'documents', 'pages', 'offers'],
    ...['isJoint', 'oneOf', 'remindAfterDays'],
  ],
  changes: ['label', 'if', 'set'],
  examples: ['name', 'answers', 'steps'],
} as const satisfies Record<string, readonly string[]>

export type ComparedPart = keyof typeof FIELDS

/** One thing that differs between two versions of the plan. */
export type Difference = {
  readonly part: ComparedPart
  /** Of the thing; undefined when it is about the order of all of them, or about the plan itself. */
  readonly code?: string
  readonly how: 'came' | 'went' | 'changed' | 'order'
  /** What of it changed. */
  readonly fields: readonly string[]
}

const LISTS = ['questions', 'steps', 'changes', 'examples'] as const

/** Everything that differs, part by part. Things are the same when their codes are, whatever they are called. */
export function differencesBetween(before: StepPlan, after: StepPlan): Difference[] {
  const own = changedIn('plan', before, after)
  return [
    ...(own.length > 0 ? [{ part: 'plan', how: 'changed', fields: own } as const] : []),
    ...LISTS.flatMap((part) => ofList(part, before[part], after[part])),
  ]
}

type Listed = { readonly code: string }

function ofList(part: ComparedPart, before: readonly Listed[], after: readonly Listed[]): Difference[] {
  const [was, is] = [before, after].map((list) => new Map(list.map((one) => [one.code, one])))
  const shared = (list: readonly Listed[], other: ReadonlyMap<string, Listed> | undefined) =>
    list.flatMap(({ code }) => (other?.has(code) === true ? [code] : []))
  const isMoved = !isDeepStrictEqual(shared(before, is), shared(after, was))
  return [
    ...[...new Set([...before, ...after].map(({ code }) => code))].flatMap((code): Difference[] => {
      const [old, fresh] = [was?.get(code), is?.get(code)]
      if (old === undefined) return [{ part, code, how: 'came', fields: [] }]
      if (fresh === undefined) return [{ part, code, how: 'went', fields: [] }]
      const fields = changedIn(part, old, fresh)
      return fields.length === 0 ? [] : [{ part, code, how: 'changed', fields }]
    }),
    ...(isMoved ? [{ part, how: 'order', fields: [] } as const] : []),
  ]
}

const changedIn = (part: ComparedPart, before: object, after: object): string[] =>
  FIELDS[part].filter((field) => !isDeepStrictEqual(valueIn(before, field), valueIn(after, field)))

const valueIn = (thing: object, field: string): unknown => (thing as Readonly<Record<string, unknown>>)[field] // any field may be absent
