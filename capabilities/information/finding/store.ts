import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Language } from '../front-matter.ts'
import type { Alternatives, Synonym } from './asked.ts'
import { pageSynonyms } from './tables.ts'

/** For whom words are kept: everyone when both are null. */
type Place = { readonly regionId: string | null; readonly municipalityId: string | null }

/** Which words are read in a place: those of everyone, of its region and of itself. */
const readIn = ({ regionId, municipalityId }: Place) =>
  or(
    and(isNull(pageSynonyms.regionId), isNull(pageSynonyms.municipalityId)),
    regionId === null ? undefined : eq(pageSynonyms.regionId, regionId),
    municipalityId === null ? undefined : eq(pageSynonyms.municipalityId, municipalityId),
  )

export const synonymsIn = (tx: Tx, language: Language, place: Place): Promise<Synonym[]> =>
  tx
    .select({ word: pageSynonyms.word, means: pageSynonyms.means })
    .from(pageSynonyms)
    .where(and(eq(pageSynonyms.language, language), isNull(pageSynonyms.removedAt), readIn(place)))

/** Every word that is read in a place, by language and alphabet. */
export const synonymsFor = (tx: Tx, place: Place) =>
  tx
    .select()
    .from(pageSynonyms)
    .where(and(isNull(pageSynonyms.removedAt), readIn(place)))
    .orderBy(desc(pageSynonyms.language), asc(pageSynonyms.word), asc(pageSynonyms.means))

/** Stores words; says how many were not there yet. */
export async function insertSynonyms(tx: Tx, rows: readonly (typeof pageSynonyms.$inferInsert)[]): Promise<number> {
  if (rows.length === 0) return 0
  const added = await tx
    .insert(pageSynonyms)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: pageSynonyms.id })
  return added.length
}

/** What was ever kept for everyone, also what was taken away since: that does not come back by itself. */
export const everKept = (tx: Tx) =>
  tx
    .select({ language: pageSynonyms.language, word: pageSynonyms.word, means: pageSynonyms.means })
    .from(pageSynonyms)
    .where(and(isNull(pageSynonyms.regionId), isNull(pageSynonyms.municipalityId)))

/** Takes a word away from where it is kept; says whether it was there. */
export async function removeSynonym(tx: Tx, id: string, place: Place, by: string): Promise<boolean> {
  const { regionId, municipalityId } = place
  const removed = await tx
    .update(pageSynonyms)
    .set({ removedAt: sql`date_trunc('milliseconds', clock_timestamp())`, removedBy: by })
    .where(
      and(
        ...[eq(pageSynonyms.id, id), isNull(pageSynonyms.removedAt)],
        regionId === null ? isNull(pageSynonyms.regionId) : eq(pageSynonyms.regionId, regionId),
        municipalityId === null ? isNull(pageSynonyms.municipalityId) : eq(pageSynonyms.municipalityId, municipalityId),
      ),
    )
    .returning({ id: pageSynonyms.id })
  return removed.length > 0
}

/** Every word of the public pages as it is written there; `ts_stat` asks with the rights of whoever asks it. */
const WORDS: Readonly<Record<Language, SQL>> = {
  nl: sql`select word from ts_stat('select to_tsvector(''simple'', unaccented) from (select title || '' '' || summary || '' '' || body as unaccented from page_versions where state = ''approved'' and language = ''nl'') as t')`,
  en: sql`select word from ts_stat('select to_tsvector(''simple'', unaccented) from (select title || '' '' || summary || '' '' || body as unaccented from page_versions where state = ''approved'' and language = ''en'') as t')`,
}

export async function vocabulary(tx: Tx, language: Language): Promise<string[]> {
  const { rows } = await tx.execute<{ word: string }>(WORDS[language])
  return rows.map(({ word }) => word)
}

/** Which of these words say nothing by themselves, such as *mijn* and *the*: nobody misspelled another word with them. */
export async function stopWords(tx: Tx, language: Language, words: readonly string[]): Promise<string[]> {
  const stems = sql.raw(language === 'nl' ? `'dutch'` : `'english'`)
  const { rows } = await tx.execute<{ word: string }>(sql`
    select word from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) as word
    where numnode(plainto_tsquery(${stems}, word)) = 0`)
  return rows.map(({ word }) => word)
}

/** How the words of a question hang together: all of them, or any. */
export type Joined = 'all' | 'any'

/**
 * Addresses of public pages that hold these words, the best first. The title counts most, and a long text is not better for being
 * long; where an editor said to begin counts a little more, and what is for children alone a little less: they begin at their own pages.
 */
export async function slugsWith(
  tx: Tx,
  language: Language,
  groups: readonly Alternatives[],
  joined: Joined,
): Promise<string[]> {
  const asked = askedFor(language, groups, joined)
  const { rows } = await tx.execute<{ slug: string }>(sql`
    select p.slug from page_versions v join pages p on p.id = v.page_id cross join (select ${asked} as query) as asked
      cross join lateral access.page_words(v.language, v.title, v.summary, v.body) as words
    where v.state = 'approved' and v.language = ${language} and p.slug is not null and access.page_words(v.language, v.title, v.summary, v.body) @@ asked.query
    order by ts_rank(words, asked.query, 1) * case when v.stands_first <= 5 then 1.2 else 1 end
      * case when v.audience <@ array['child', 'young'] then 0.7 else 1 end desc, p.slug`)
  return rows.map(({ slug }) => slug)
}

/** What is asked of the words of a text. */
function askedFor(language: Language, groups: readonly Alternatives[], joined: Joined): SQL {
  const stems = sql.raw(language === 'nl' ? `'dutch'` : `'english'`)
  const group = (alternatives: Alternatives) =>
    sql`(${sql.join(
      alternatives.map((one) => sql`plainto_tsquery(${stems}, ${one})`),
      sql` || `,
    )})`
  return sql.join(groups.map(group), joined === 'all' ? sql` && ` : sql` || `)
}

type Text = { readonly code: string; readonly title: string; readonly summary: string; readonly body: string }

/** Codes of texts that stand outside the database and hold these words, the best first. */
export async function textsWith(
  tx: Tx,
  language: Language,
  texts: readonly Text[],
  { groups, joined }: { readonly groups: readonly Alternatives[]; readonly joined: Joined },
): Promise<string[]> {
  const asked = askedFor(language, groups, joined)
  const { rows } = await tx.execute<{ code: string }>(sql`
    select t.code from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as t (code text, title text, summary text, body text)
      cross join (select ${asked} as query) as asked
      cross join lateral access.page_words(${language}, t.title, t.summary, t.body) as words
    where words @@ asked.query
    order by ts_rank(words, asked.query, 1) desc, t.code`)
  return rows.map(({ code }) => code)
}
