import type { FC } from 'hono/jsx'
import type { Arranged } from '../../../capabilities/information/entrances.ts'
import type { PageHead } from '../../../capabilities/information/page.ts'
import { type Here, links } from '../../links.ts'
import { entranceWords } from '../../words/entrances.ts'
import { domains } from '../../words/page-terms.ts'

/** Where to begin, with what each page is about; then what there is to read on, by subject and by title alone. */
export const EntrancePages: FC<{ here: Here; pages: Arranged }> = ({ here, pages: { first, rest } }) => {
  const words = entranceWords[here.lang]
  const others = rest.reduce((n, { pages }) => n + pages.length, 0)
  if (first.length === 0) return <Unordered here={here} pages={rest.flatMap(({ pages }) => pages)} />
  return (
    <div>
      <section class="part">
        <header>
          <h2>{words.first}</h2>
          <p class="small soft">{words.firstBeside}</p>
        </header>
        <PageList here={here} pages={first} />
      </section>
      {others === 0 ? null : (
        <section class="part">
          <header>
            <h2>{words.more}</h2>
            <p class="small soft">{words.moreBeside(others)}</p>
          </header>
          <div class="reading-on">
            {rest.map(({ domain, pages }) => (
              <div>
                {domain === undefined ? null : <h3>{domains[here.lang][domain]}</h3>}
                <TitleList here={here} pages={pages} />
              </div>
            ))}
          </div>
        </section>
      )}
    </div>
  )
}

/** As long as no editor said where to begin. */
const Unordered: FC<{ here: Here; pages: readonly PageHead[] }> = ({ here, pages }) => {
  const words = entranceWords[here.lang]
  return (
    <section class="part">
      <header>
        <h2>{words.pages(pages.length)}</h2>
      </header>
      {pages.length === 0 ? <p>{words.none}</p> : <PageList here={here} pages={pages} />}
    </section>
  )
}

const TitleList: FC<{ here: Here; pages: readonly PageHead[] }> = ({ here, pages }) => (
  <ul>
    {pages.map(({ slug, title }) => (
      <li>
        <a href={links.page(here, slug)}>{title}</a>
      </li>
    ))}
  </ul>
)

/** Pages with what they are about, in a list that reads down, or as ways to go on. */
export const PageList: FC<{ here: Here; pages: readonly PageHead[]; isWays?: boolean }> = ({ here, pages, isWays }) => (
  <ul class={isWays === true ? 'ways' : 'page-list'}>
    {pages.map(({ slug, title, summary }) => (
      <li>
        <h3>
          <a href={links.page(here, slug)}>{title}</a>
        </h3>
        <p>{summary}</p>
      </li>
    ))}
  </ul>
)
