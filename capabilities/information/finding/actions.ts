import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inScope, noteShown } from '../../../database/transaction.ts'
import { isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { plainName } from '../../search/similar.ts'
import { mayChangePage } from '../editing/queries.ts'
import { LANGUAGES } from '../front-matter.ts'
import type { PagePlace } from '../page.ts'
import { wordsOf } from './asked.ts'
import * as store from './store.ts'
import { MOST_SYNONYMS, synonymFrom, type ToldSynonym } from './synonym.ts'

const FILE = 'content/synonyms.json'
const word = z
  .string()
  .min(2)
  .max(60)
  .regex(/^\S.*\S$/)
  .refine((text) => text === text.toLowerCase())
const pairs = z.array(z.tuple([word, word]))
const format = z.strictObject({ about: z.string(), nl: pairs, en: pairs })

/**
 * Adds the everyday words that come with the product to those that are there, without those that somebody took away on
 * screen; nothing for who may not change pages of everyone.
 */
export async function addShippedSynonyms(actor: Actor): Promise<void> {
  if (!may(actor, 'change', 'page', {})) return
  const shipped = format.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  const rows = LANGUAGES.flatMap((language) =>
    shipped[language].map(([one, means]) => ({ id: newId(), language, word: one, means, recordedBy: actor.personId })),
  )
  await inScope(actor, async (tx) => {
    const keyOf = (one: { language: string; word: string; means: string }) =>
      [one.language, one.word, one.means].join('\n')
    const known = new Set((await store.everKept(tx)).map(keyOf))
    await store.insertSynonyms(
      tx,
      rows.filter((row) => !known.has(keyOf(row))),
    )
  })
}

/**
 * Keeps a word by which people look for something in a place. Refuses who does not keep the public pages there, what
 * `synonymFrom` refuses, a word that no public page holds, and more words than a place may keep; one that is there already
 * is kept once.
 */
export async function addSynonym(actor: Actor, place: PagePlace, told: ToldSynonym): Promise<Answer> {
  if (!(await mayChangePage(actor, place))) return refuse('not-found')
  const checked = synonymFrom(told)
  if (!checked.ok) return checked
  const { language, means } = checked.value
  const { regionId, municipalityId } = place
  return inScope(actor, async (tx) => {
    const asked = wordsOf(means).map((one) => [one])
    const found = asked.length === 0 ? [] : await store.slugsWith(tx, language, asked, 'all')
    if (found.length === 0) return refuse('synonym-nowhere', { field: 'means', word: plainName(means) })
    const kept = (await store.synonymsFor(tx, place)).filter(
      (one) => one.regionId === regionId && one.municipalityId === municipalityId,
    )
    if (kept.length >= MOST_SYNONYMS) return refuse('synonym-many', { field: 'word', most: MOST_SYNONYMS })
    if (municipalityId !== null) noteShown('municipality', [municipalityId])
    const row = { id: newId(), ...checked.value, regionId, municipalityId, recordedBy: actor.personId }
    await store.insertSynonyms(tx, [row])
    return allow()
  })
}

/** Takes a word of a place away; who did it and when stays. Refuses who does not keep the pages there, and what is there no longer. */
export async function dropSynonym(actor: Actor, place: PagePlace, id: string): Promise<Answer> {
  if (!isId(id) || !(await mayChangePage(actor, place))) return refuse('not-found')
  return inScope(actor, async (tx) => {
    if (place.municipalityId !== null) noteShown('municipality', [place.municipalityId])
    return (await store.removeSynonym(tx, id, place, actor.personId)) ? allow() : refuse('changed-meanwhile')
  })
}
