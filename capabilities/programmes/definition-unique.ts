import type { ProgrammeDefinition } from './definition.ts'
import { type Fault, fault, type Path } from './definition-faults.ts'
import { normaliseWord, wordsOf } from './option-words.ts'

/** Keys that figures use for themselves: the total, no answer, and words outside the list. */
const RESERVED = ['all', 'unknown', 'other']

/** Faults of codes that stand twice, and of words in files that could mean two things. */
export function uniqueFaults(definition: ProgrammeDefinition): Fault[] {
  return [...codeFaults(definition), ...wordFaults(definition)]
}

type Coded = { readonly code: string }

function codeFaults(definition: ProgrammeDefinition): Fault[] {
  const {
    phases,
    questions,
    fit,
    anchors,
    milestones,
    longest,
    reasons,
    outcomes,
    rhythms = [],
    groupings,
    measures,
    shares = [],
    tracks,
    takesHandOver = [],
  } = definition
  const days = [...milestones, ...(longest === undefined ? [] : [longest])]
  const dayPath = (index: number): Path => (index < milestones.length ? ['milestones', index] : ['longest'])
  const figures = [...measures, ...shares]
  const figurePath = (index: number): Path =>
    index < measures.length ? ['measures', index] : ['shares', index - measures.length]
  const lists = { phases, questions, fit, anchors, reasons, outcomes, rhythms, groupings }
  return [
    ...Object.entries(lists).flatMap(([key, list]) => twice(list, (index) => [key, index])),
    ...twice(days, dayPath),
    ...twice(figures, figurePath),
    ...twice(tracks?.each ?? [], (index) => ['tracks', 'each', index]),
    ...twiceTaken(takesHandOver),
    ...reserved(groupings, (index) => ['groupings', index]),
    ...questions.flatMap(({ options = [] }, question) => {
      const path = (index: number): Path => ['questions', question, 'options', index]
      return [...twice(options, path), ...reserved(options, path)]
    }),
    ...reasons.flatMap(({ options }, list) => twice(options, (index) => ['reasons', list, 'options', index])),
    ...milestones.flatMap(({ outcomes: ends = [] }, one) =>
      twice(ends, (index) => ['milestones', one, 'outcomes', index]),
    ),
    ...groupings.flatMap(({ bands = [] }, grouping) => {
      const path = (index: number): Path => ['groupings', grouping, 'bands', index]
      return [...twice(bands, path), ...reserved(bands, path)]
    }),
  ]
}

function twice(list: readonly Coded[], path: (index: number) => Path): Fault[] {
  const codes = list.map(({ code }) => code)
  return codes.flatMap((code, index) =>
    codes.indexOf(code) < index ? [fault([...path(index), 'code'], 'definition-code-twice', { code })] : [],
  )
}

const twiceTaken = (subjects: readonly string[]): Fault[] =>
  subjects.flatMap((code, index) =>
    subjects.indexOf(code) < index ? [fault(['takesHandOver', index], 'definition-code-twice', { code })] : [],
  )

const reserved = (list: readonly Coded[], path: (index: number) => Path): Fault[] =>
  list.flatMap(({ code }, index) =>
    RESERVED.includes(code) ? [fault([...path(index), 'code'], 'definition-code-reserved', { code })] : [],
  )

type Meant = { readonly words: readonly string[]; readonly path: Path }

function wordFaults({ phases, registration, questions, reasons }: ProgrammeDefinition): Fault[] {
  const columns: Meant[] = [
    ...Object.entries(registration.columns).map(([key, words]) => ({ words, path: ['registration', 'columns', key] })),
    ...questions.map((question, index) => ({ words: question.columns, path: ['questions', index, 'columns'] })),
  ]
  return [
    ...ambiguous(columns),
    ...ambiguous(phases.map((phase, index) => ({ words: wordsOf(phase), path: ['phases', index, 'synonyms'] }))),
    ...[...questions.map(({ options = [] }) => options), ...reasons.map(({ options }) => options)].flatMap(
      (options, list) => {
        const path = list < questions.length ? ['questions', list] : ['reasons', list - questions.length]
        return ambiguous(
          options.map((one, index) => ({ words: wordsOf(one), path: [...path, 'options', index, 'synonyms'] })),
        )
      },
    ),
  ]
}

/** A word that stands for two things: a fault at the later one. */
function ambiguous(list: readonly Meant[]): Fault[] {
  const seen = new Map<string, number>()
  return list.flatMap(({ words, path }, index) =>
    [...new Set(words.map(normaliseWord))].flatMap((word) => {
      const first = seen.get(word) ?? index
      seen.set(word, first)
      return first === index ? [] : [fault(path, 'definition-word-twice', { word })]
    }),
  )
}
