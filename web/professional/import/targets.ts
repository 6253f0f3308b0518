import { IGNORE, RECORD_TARGETS } from '../../../capabilities/imports/columns.ts'
import type { ProgrammeDefinition } from '../../../capabilities/programmes/definition.ts'
import { importWords } from '../../words/import.ts'
import type { Lang } from '../../words/words.ts'

export type Option = { readonly value: string; readonly label: string }

/** What a column may be coupled to, each in words, and first that it is not read. */
export const targetOptions = (lang: Lang, programme: ProgrammeDefinition, targets: readonly string[]): Option[] => [
  { value: IGNORE, label: importWords[lang].ignore },
  ...targets.map((target) => ({ value: target, label: targetInWords(lang, programme, target) })),
]

/** What a column holds, in words; a question that the programme asks no more keeps its code. */
export function targetInWords(lang: Lang, programme: ProgrammeDefinition, target: string): string {
  const words = importWords[lang]
  if (target === IGNORE) return words.ignore
  const record = RECORD_TARGETS.find((one) => one === target)
  if (record !== undefined) return words.targets[record]
  return programme.questions.find((one) => one.code === target)?.ask[lang] ?? target
}
