import type { MoreLanguage } from '../../../capabilities/information/front-matter.ts'
import { arabic } from './ar.ts'
import type { TranslatedWords } from './form.ts'
import { polish } from './pl.ts'
import { turkish } from './tr.ts'
import { ukrainian } from './uk.ts'

export const translatedWords: Readonly<Record<MoreLanguage, TranslatedWords>> = {
  ...{ ar: arabic, tr: turkish, pl: polish, uk: ukrainian },
}
