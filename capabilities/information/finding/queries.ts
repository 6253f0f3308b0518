import { inScope } from '../../../database/transaction.ts'
import type { Actor } from '../../access/actor.ts'
import { plainName } from '../../search/similar.ts'
import { termsIn } from '../../terms/chosen.ts'
import { readAs } from '../../terms/name-book.ts'
import { nameBook } from '../../terms/queries.ts'
import { soughtAs } from '../../terms/sought.ts'
import { mayChangePage } from '../editing/queries.ts'
import type { Language } from '../front-matter.ts'
import type { PageHead, PagePlace, ReadingPlace } from '../page.ts'
import { type Asked, publicPages } from '../queries.ts'
import { type Built, builtFrom, wordsOf } from './asked.ts'
import * as store from './store.ts'

/** The shortest thing that is looked for, how much of it is read, and how much is shown. */
export const SHORTEST = 2
const LONGEST = 120
const MOST_SHOWN = 20

export type FoundPages = {
  readonly pages: readonly PageHead[]
  /** Words that were read as other ones, because they stand nowhere. */
  readonly instead: Built['instead']
}

/**
 * The public pages of this place that hold what was typed, the best first: by the stem of the words, by everyday words for
 * official ones, and also when a word is spelled a little wrong. Without a page that holds all words, those with any.
 */
export async function findPages(
  actor: Actor,
  typed: string,
  asked: Asked & { readonly language: Language },
): Promise<FoundPages> {
  const text = plainQuestion(typed)
  if (text.length < SHORTEST) return { pages: [], instead: [] }
  return inScope(actor, async (tx) => {
    const { language, place } = asked
    const { groups, instead } = await questionBuilt(actor, text, { language, place })
    if (groups.length === 0) return { pages: [], instead: [] }
    const all = await store.slugsWith(tx, language, groups, 'all')
    const slugs = all.length > 0 ? all : await store.slugsWith(tx, language, groups, 'any')
    const heads = new Map((await publicPages(actor, asked)).map((head) => [head.slug, head]))
    return { pages: slugs.flatMap((slug) => heads.get(slug) ?? []).slice(0, MOST_SHOWN), instead }
  })
}

/** A text that is no page and is looked for as one. */
export type Findable = {
  readonly code: string
  readonly title: string
  readonly summary: string
  readonly body: string
}

/** In which language and where something is looked for. */
export type SoughtIn = { readonly language: Language; readonly place: ReadingPlace }

/** The codes of the texts that hold what was typed, the best first, found as pages are. */
export async function findTexts(
  actor: Actor,
  typed: string,
  sought: SoughtIn,
  texts: readonly Findable[],
): Promise<string[]> {
  const text = plainQuestion(typed)
  if (text.length < SHORTEST || texts.length === 0) return []
  return inScope(actor, async (tx) => {
    const more = texts.flatMap(({ title, summary, body }) => plainName(`${title} ${summary} ${body}`).split(' '))
    const { language } = sought
    const { groups } = await questionBuilt(actor, text, sought, more)
    if (groups.length === 0) return []
    const all = await store.textsWith(tx, language, texts, { groups, joined: 'all' })
    return all.length > 0 ? all : store.textsWith(tx, language, texts, { groups, joined: 'any' })
  })
}

/** As much of a question as is read, on one line. */
const plainQuestion = (typed: string): string =>
  typed
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST)

/**
 * How a question is looked for: with everyday words for official ones, with every name of a thing there for the others
 * and, for a word that stands nowhere, the likest.
 */
async function questionBuilt(
  actor: Actor,
  text: string,
  { language, place }: SoughtIn,
  moreWords: readonly string[] = [],
): Promise<Built> {
  return inScope(actor, async (tx) => {
    const book = await nameBook(actor)
    const here = readAs(place, book)
    const [synonyms, words, empty] = await Promise.all([
      store.synonymsIn(tx, language, here),
      store.vocabulary(tx, language),
      store.stopWords(tx, language, wordsOf(text)),
    ])
    const names = soughtAs(termsIn(book.shipped, book.chosen, here), language)
    return builtFrom(text, [...synonyms, ...names], new Set([...[...words, ...moreWords].map(plainName), ...empty]))
  })
}

/** The words by which people find something in a place, its own and those of its region and of everyone; for who keeps its pages. */
export async function synonymsKept(actor: Actor, place: PagePlace) {
  return (await mayChangePage(actor, place)) ? inScope(actor, (tx) => store.synonymsFor(tx, place)) : undefined
}
