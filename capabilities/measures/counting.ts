import type { CountedGrouping, CountedMeasure, CountedParts, CountedQuestion, Where } from './counted.ts'

export type GroupingWithQuestion = { readonly grouping: CountedGrouping; readonly question: CountedQuestion }

/** The groupings a measure is broken down by, its crosses included, each with its question. */
export function groupingsOf(parts: CountedParts, measure: CountedMeasure): GroupingWithQuestion[] {
  const codes = new Set([...measure.groupings, ...measure.crosses.flat()])
  return parts.groupings.flatMap((grouping) => {
    const question = parts.questions.find((one) => one.code === grouping.question)
    return codes.has(grouping.code) && question !== undefined ? [{ grouping, question }] : []
  })
}

/** Whether every counted unit falls in exactly one group, so that the groups add up to the total. */
export function isPartition(measure: CountedMeasure, { question }: GroupingWithQuestion): boolean {
  if (question.type !== 'many' && question.type !== 'ages') return true
  return measure.counts !== 'trajectories' && measure.of === question.code
}

/** Whether two measures count the same trajectories. */
export const isSameWhere = (a: Where, b: Where): boolean =>
  (['reached', 'in', 'notIn'] as const).every((key) => sameCodes(a[key], b[key]))

const sameCodes = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.length === b.length && a.every((code) => b.includes(code))

/** The measures that are parts of this one; together in one sum when no trajectory can count for two of them. */
export function partsOf(measures: readonly CountedMeasure[], whole: CountedMeasure): readonly CountedMeasure[][] {
  const parts = measures.filter((one) => one.partOf === whole.code)
  const isApart = parts.every((a, index) =>
    parts.slice(index + 1).every((b) => excludes(a.where, b.where) || excludes(b.where, a.where)),
  )
  if (parts.length === 0) return []
  return isApart ? [parts] : parts.map((part) => [part])
}

const excludes = (a: Where, b: Where): boolean =>
  a.in !== undefined &&
  a.in.every((phase) => b.notIn?.includes(phase) === true || (b.in !== undefined && !b.in.includes(phase)))
