import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inScope } from '../../../database/transaction.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { LANGUAGES } from '../front-matter.ts'
import * as store from './store.ts'

const FILE = 'content/synonyms.json'
const word = z
  .string()
  .min(2)
  .max(60)
  .regex(/^\S.*\S$/)
  .refine((text) => text === text.toLowerCase())
const pairs = z.array(z.tuple([word, word]))
const format = z.strictObject({ about: z.string(), nl: pairs, en: pairs })

/** Adds the everyday words that come with the product to those that are there; nothing for who may not change pages of everyone. */
export async function addShippedSynonyms(actor: Actor): Promise<void> {
  if (!may(actor, 'change', 'page', {})) return
  const shipped = format.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  const rows = LANGUAGES.flatMap((language) =>
    shipped[language].map(([one, means]) => ({ language, word: one, means, recordedBy: actor.personId })),
  )
  await inScope(actor, (tx) => store.insertSynonyms(tx, rows))
}
