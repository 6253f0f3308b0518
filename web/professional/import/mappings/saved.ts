import type { MappingLine } from '../../../../capabilities/imports/mappings/queries.ts'
import { dayAt } from '../../../../foundation/day.ts'
import { formatDay } from '../../../words/format.ts'
import { mappingWords } from '../../../words/import-mappings.ts'
import type { Lang } from '../../../words/words.ts'

/** Who chose a mapping last, in words: somebody who no longer works here has no name here. */
export const savedBy = (lang: Lang, { savedByName }: MappingLine): string => savedByName ?? mappingWords[lang].somebody

/** The day on which a mapping was chosen last. */
export const savedOn = (lang: Lang, { savedAt }: MappingLine): string => formatDay(lang, dayAt(savedAt), 'plain')
