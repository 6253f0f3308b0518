import type { FC } from 'hono/jsx'
import type { Source } from '../../../capabilities/information/front-matter.ts'
import { informationWords } from '../../words/information.ts'
import type { Lang } from '../../words/words.ts'

/** Where a text comes from, each with the day on which it was looked at. */
export const SourceList: FC<{ lang: Lang; sources: readonly Pick<Source, 'name' | 'url' | 'checkedOn'>[] }> = ({
  lang,
  sources,
}) => (
  <ul class="utrecht-unordered-list">
    {sources.map(({ name, url, checkedOn }) => (
      <li>
        {url === undefined ? (
          name
        ) : (
          <a href={url} rel="noreferrer external">
            {name}
          </a>
        )}
        , {informationWords[lang].sourceChecked(checkedOn)}
      </li>
    ))}
  </ul>
)
