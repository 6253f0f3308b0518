import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../database/connect.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Alternatives } from '../../information/finding/asked.ts'
import type { Language } from '../../information/front-matter.ts'

/** What a card says in words; in English what was written in Dutch only is looked through as it stands. */
const WORDS: Readonly<Record<Language, SQL>> = {
  nl: sql`concat_ws(' ', card ->> 'name', card -> 'about' ->> 'nl', card ->> 'provider', card -> 'place' ->> 'name')`,
  en: sql`concat_ws(' ', card ->> 'name', coalesce(card -> 'about' ->> 'en', card -> 'about' ->> 'nl'), card ->> 'provider', card -> 'place' ->> 'name')`,
}
const NOW = sql`state = 'public' and (ends_on is null or ends_on >= access.today())`

/** Every word of the public cards of a municipality, as it is written there. */
export async function vocabulary(tx: Tx, municipalityId: Id, language: Language): Promise<string[]> {
  const { rows } = await tx.execute<{ word: string }>(sql`
    select distinct word from offers cross join lateral unnest(tsvector_to_array(to_tsvector('simple', ${WORDS[language]}))) as word
    where municipality_id = ${municipalityId} and ${NOW}`)
  return rows.map(({ word }) => word)
}

/** The public cards of a municipality that hold all of these words, the best first; the name counts most. */
export async function idsWith(
  tx: Tx,
  municipalityId: Id,
  language: Language,
  groups: readonly Alternatives[],
): Promise<Id[]> {
  const stems = sql.raw(language === 'nl' ? `'dutch'` : `'english'`)
  const group = (alternatives: Alternatives) =>
    sql`(${sql.join(
      alternatives.map((one) => sql`plainto_tsquery(${stems}, ${one})`),
      sql` || `,
    )})`
  const asked = sql.join(groups.map(group), sql` && `)
  const { rows } = await tx.execute<{ id: Id }>(sql`
    select id from offers cross join (select ${asked} as query) as asked
      cross join lateral (select setweight(to_tsvector(${stems}, card ->> 'name'), 'A')
        || setweight(to_tsvector(${stems}, ${WORDS[language]}), 'C') as words) as told
    where municipality_id = ${municipalityId} and ${NOW} and words @@ asked.query
    order by ts_rank(words, asked.query, 1) desc, id limit 20`)
  return rows.map(({ id }) => id)
}
