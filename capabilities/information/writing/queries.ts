import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../../access/actor.ts'
import type { EverydayWords } from './advice.ts'
import { everydayWordsFormat } from './everyday-words.ts'

/** The office words that come with the product, each with the everyday word for it; for everyone. */
export const everydayWords = (_: Actor): EverydayWords =>
  everydayWordsFormat.parse(JSON.parse(readFileSync(join('content', 'everyday-words.json'), 'utf8'))).words
