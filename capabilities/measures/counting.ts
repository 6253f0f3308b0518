import type { AnswerWhere, CountedGrouping, CountedMeasure, CountedParts, CountedQuestion, Where } from './counted.ts'

export type GroupingWithQuestion = { readonly grouping: CountedGrouping; readonly question: CountedQuestion }

/** The groupings a measure is broken down by, its crosses included, each with its question. */
export function groupingsOf(parts: CountedParts, measure: CountedMeasure): GroupingWithQuestion[] {
  return named(parts, [...measure.groupings, ...measure.crosses.flat()])
}

/** The groupings that only the organisation itself sees, each with its question. */
export const ownGroupingsOf = (parts: CountedParts, measure: CountedMeasure): GroupingWithQuestion[] =>
  named(parts, measure.ownGroupings ?? [])

function named(parts: CountedParts, codes: readonly string[]): GroupingWithQuestion[] {
  return parts.groupings.flatMap((grouping) => {
    const question = parts.questions.find((one) => one.code === grouping.question)
    return codes.includes(grouping.code) && question !== undefined ? [{ grouping, question }] : []
  })
}

/** Whether every counted unit falls in exactly one group, so that the groups add up to the total. */
export function isPartition(measure: CountedMeasure, { question, grouping }: GroupingWithQuestion): boolean {
  if (grouping.each === 'number') return true
  if (question.type !== 'many' && question.type !== 'ages') return true
  return measure.counts !== 'trajectories' && measure.of === question.code
}

/** Whether two measures count the same trajectories. */
export const isSameWhere = (a: Where, b: Where): boolean =>
  (['reached', 'in', 'notIn'] as const).every((key) => sameCodes(a[key], b[key])) &&
  a.answer?.question === b.answer?.question &&
  (['is', 'isNot'] as const).every((key) => sameCodes(a.answer?.[key], b.answer?.[key]))

const sameCodes = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.length === b.length && a.every((code) => b.includes(code))

/**
 * The measures that are parts of this one, in groups of which no trajectory can count for two: each group is one sum, so
 * that what is missing from all of its parts together is seen.
 */
export function partsOf(measures: readonly CountedMeasure[], whole: CountedMeasure): readonly CountedMeasure[][] {
  const groups: CountedMeasure[][] = []
  for (const part of measures.filter((one) => one.partOf === whole.code)) {
    const group = groups.find((others) => others.every((one) => isApart(one.where, part.where)))
    if (group === undefined) groups.push([part])
    else group.push(part)
  }
  return groups
}

const isApart = (a: Where, b: Where): boolean => excludes(a, b) || excludes(b, a)

const excludes = (a: Where, b: Where): boolean => isElsewhere(a, b) || isAnsweredElsewhere(a.answer, b.answer)

const isElsewhere = (a: Where, b: Where): boolean =>
  a.in !== undefined &&
  a.in.every((phase) => b.notIn?.includes(phase) === true || (b.in !== undefined && !b.in.includes(phase)))

/** Only questions with one answer stand in a condition, so another list of answers is another trajectory. */
const isAnsweredElsewhere = (a: AnswerWhere | undefined, b: AnswerWhere | undefined): boolean =>
  a?.is !== undefined &&
  a.question === b?.question &&
  a.is.every((code) => b.isNot?.includes(code) === true || (b.is !== undefined && !b.is.includes(code)))
