import type { Grouping, Measure, ProgrammeDefinition, Question } from './definition.ts'
import { answerFaults, rangeFaults, typeFaults, WITH_OPTIONS } from './definition-asking.ts'
import { type Fault, fault, type Path } from './definition-faults.ts'
import { UNBORN_BAND, UNBORN_YEARS } from './definition-measures.ts'
import type { References } from './definition-references.ts'
import { keptWith } from './moments.ts'

/** Faults in groupings and measures: what is counted. */
export function figureFaults(definition: ProgrammeDefinition, points: References): Fault[] {
  const { groupings, measures } = definition
  return [
    ...groupings.flatMap((grouping, index) => groupingFaults(grouping, points, ['groupings', index])),
    ...measures.flatMap((measure, index) => [
      ...measureFaults(measure, points, ['measures', index]),
      ...nameFaults(measure, definition.code, ['measures', index, 'code']),
      ...wholeFaults(measures, measure, ['measures', index, 'partOf']),
    ]),
  ]
}

const GROUPABLE: readonly Question['type'][] = ['choice', 'many', 'place', 'yes-no-unknown', 'ages']

function groupingFaults({ question: code, bands, each, small }: Grouping, points: References, path: Path): Fault[] {
  const question = points.question(code)
  const isAges = question?.type === 'ages'
  const isOther = question !== undefined && !isAges
  return [
    ...points.questions.one(code, [...path, 'question']),
    ...typeFaults(question, GROUPABLE, [...path, 'question']),
    ...(isAges && bands === undefined && each === undefined
      ? [fault([...path, 'bands'], 'definition-bands-needed')]
      : []),
    ...(isOther && bands !== undefined ? [fault([...path, 'bands'], 'definition-bands-elsewhere')] : []),
    ...(each !== undefined && (isOther || bands !== undefined)
      ? [fault([...path, 'each'], 'definition-each-elsewhere')]
      : []),
    ...bandFaults(bands ?? [], [...path, 'bands']),
    ...(question?.special === true && small !== 'hide' ? [fault([...path, 'small'], 'definition-special-shown')] : []),
  ]
}

function bandFaults(bands: NonNullable<Grouping['bands']>, path: Path): Fault[] {
  return bands.flatMap((band, index) => {
    const at = [...path, index]
    const saysUnborn = band.from === UNBORN_YEARS || band.code === UNBORN_BAND
    const isUnborn = band.to === UNBORN_YEARS && band.from === UNBORN_YEARS && band.code === UNBORN_BAND
    if (saysUnborn && !isUnborn) return [fault(at, 'definition-band-unborn')]
    const other = bands.slice(0, index).find((one) => one.from <= band.to && band.from <= one.to)
    return [
      ...rangeFaults(band, at),
      ...(other === undefined ? [] : [fault(at, 'definition-bands-overlap', { code: other.code })]),
    ]
  })
}

/** Measures of all programmes stand in one list, so each carries the name of its programme. */
export function nameFaults(measure: { readonly code: string }, programme: string, path: Path): Fault[] {
  const start = `${programme}-`
  return measure.code.startsWith(start) ? [] : [fault(path, 'definition-measure-name', { start })]
}

function measureFaults(measure: Measure, points: References, path: Path): Fault[] {
  const { groupings, ownGroupings = [], crosses, where, partOf } = measure
  return [
    ...countFaults(measure, points, [...path, 'of']),
    ...(['reached', 'in', 'notIn'] as const).flatMap((key) => points.phases.all(where[key], [...path, 'where', key])),
    ...answerWhereFaults(where.answer, points, [...path, 'where', 'answer']),
    ...changeWhereFaults(where.change, points, [...path, 'where', 'change']),
    ...points.groupings.all(groupings, [...path, 'groupings']),
    ...groupings.flatMap((code, index) => contactFaults(measure, code, points, [...path, 'groupings', index])),
    ...groupings.flatMap((code, index) => eachFaults(points.grouping(code), [...path, 'groupings', index])),
    ...points.groupings.all(ownGroupings, [...path, 'ownGroupings']),
    ...ownGroupings.flatMap((code, index) => ownFaults(measure, code, points, [...path, 'ownGroupings', index])),
    ...crosses.flatMap((pair, index) => crossFaults(groupings, pair, [...path, 'crosses', index])),
    ...points.measures.one(partOf, [...path, 'partOf']),
  ]
}

/** A condition on an answer that each trajectory has one of at most, with the answers or without them. */
function answerWhereFaults(answer: Measure['where']['answer'], points: References, path: Path): Fault[] {
  if (answer === undefined) return []
  const { question: code, is, isNot } = answer
  const question = points.question(code)
  const codesAt = (key: 'is' | 'isNot') =>
    (answer[key] ?? []).flatMap((one, index) => answerFaults(question, one, [...path, key, index]))
  return [
    ...points.answers.one(code, [...path, 'question']),
    ...typeFaults(question, ['choice', 'yes-no-unknown'], [...path, 'question']),
    ...((is === undefined) === (isNot === undefined) ? [fault(path, 'definition-is-or-is-not')] : []),
    ...codesAt('is'),
    ...codesAt('isNot'),
  ]
}

/** Every age by itself makes groups of one: those are for the organisation alone. */
const eachFaults = (grouping: Grouping | undefined, path: Path): Fault[] =>
  grouping?.each === undefined ? [] : [fault(path, 'definition-each-not-own', { code: grouping.code })]

/** Exact groups are never of a special answer, and stand in one of the two lists. */
function ownFaults(measure: Measure, code: string, points: References, path: Path): Fault[] {
  const question = points.question(points.grouping(code)?.question ?? '')
  return [
    ...contactFaults(measure, code, points, path),
    ...(measure.groupings.includes(code) ? [fault(path, 'definition-code-twice', { code })] : []),
    ...(question?.special === true ? [fault(path, 'definition-own-special', { code })] : []),
  ]
}

/** A score that is asked twice: two choices from the same options in the same order. */
function changeWhereFaults(change: Measure['where']['change'], points: References, path: Path): Fault[] {
  if (change === undefined) return []
  const ends = (['from', 'to'] as const).map((key) => ({
    key,
    code: change[key],
    question: points.question(change[key]),
  }))
  const [first, last] = ends.map(({ question }) => question?.options?.map(({ code }) => code).join(' '))
  const isAlike = first === undefined || last === undefined || first === last
  return [
    ...ends.flatMap(({ key, code, question }) => [
      ...points.answers.one(code, [...path, key]),
      ...typeFaults(question, ['choice'], [...path, key]),
    ]),
    ...(isAlike && change.from !== change.to ? [] : [fault([...path, 'to'], 'definition-change-scale')]),
  ]
}

/** What is asked at every contact splits contacts, at every referral referrals, and nothing else. */
function contactFaults({ counts }: Measure, grouping: string, points: References, path: Path): Fault[] {
  const of = keptWith(points.question(points.grouping(grouping)?.question ?? '')?.asked)
  if (of === undefined || counts === of) return []
  return [
    of === 'contacts'
      ? fault(path, 'definition-grouping-of-contact', { code: grouping })
      : fault(path, 'definition-grouping-of-referral', { code: grouping }),
  ]
}

function countFaults({ counts, of }: Measure, points: References, path: Path): Fault[] {
  if (counts !== 'mentions' && counts !== 'children')
    return of === undefined ? [] : [fault(path, 'definition-of-elsewhere')]
  if (of === undefined) return [fault(path, 'definition-of-needed', { counts })]
  const types = counts === 'children' ? (['ages'] as const) : WITH_OPTIONS
  return [...points.answers.one(of, path), ...typeFaults(points.question(of), types, path)]
}

function crossFaults(groupings: readonly string[], pair: readonly [string, string], path: Path): Fault[] {
  if (pair[0] === pair[1]) return [fault(path, 'definition-cross-itself', { code: pair[0] })]
  return pair.flatMap((code, index) =>
    groupings.includes(code) ? [] : [fault([...path, index], 'definition-cross-outside', { code })],
  )
}

/** A part counts the same thing as its whole, and no measure is part of itself, not even by a detour. */
function wholeFaults(measures: readonly Measure[], measure: Measure, path: Path): Fault[] {
  const wholeOf = (part: Measure) => measures.find(({ code }) => code === part.partOf)
  const nearest = wholeOf(measure)
  const passed = new Set<Measure>()
  for (let whole = nearest; whole !== undefined && !passed.has(whole); whole = wholeOf(whole)) passed.add(whole)
  if (passed.has(measure)) return [fault(path, 'definition-part-of-itself')]
  const differs = nearest !== undefined && (nearest.counts !== measure.counts || nearest.of !== measure.of)
  return differs ? [fault(path, 'definition-part-of-other', { code: nearest.code })] : []
}
