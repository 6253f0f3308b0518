import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type PlaceNamed, placesNamed } from '../../../capabilities/terms/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { namesKeptWords } from '../../words/names-kept.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { Lang } from '../../words/words.ts'

export type KeptHere = { readonly mine: readonly PlaceNamed[]; readonly here: PlaceNamed }

/** The place in the address, or the first one whose names this person keeps; undefined for any other. */
export async function namedAt(actor: Actor, page: PageRequest): Promise<KeptHere | undefined> {
  const mine = await placesNamed(actor)
  const asked = page.query.get('voor')
  const here = asked === null ? mine[0] : mine.find(({ id }) => id === asked)
  return here && { mine, here }
}

/** How a place is called where one is chosen. */
export const placeName = (lang: Lang, { kind, name }: Pick<PlaceNamed, 'kind' | 'name'>): string =>
  kind === 'region' ? namesKeptWords[lang].region(name) : name

/** The places that somebody can choose from; nothing when there is one. */
export const PlaceChoice: FC<{ lang: Lang; places: readonly { href: string; name: string; isHere: boolean }[] }> = ({
  lang,
  places,
}) =>
  places.length < 2 ? null : (
    <ul class="path-list" aria-label={namesKeptWords[lang].place}>
      {places.map(({ href, name, isHere }) => (
        <li>
          <a href={href} aria-current={isHere ? 'true' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )

export const fieldOf = (refused: Refused | undefined): string | undefined =>
  refused?.with?.field === undefined ? undefined : String(refused.with.field)

/** What is refused, with the way to the field. */
export const Refusal: FC<{ lang: Lang; refused: Refused | undefined }> = ({ lang, refused }) =>
  refused === undefined ? null : (
    <ErrorSummary lang={lang} errors={[{ field: fieldOf(refused), message: refusalSentence(lang, refused) }]} />
  )
