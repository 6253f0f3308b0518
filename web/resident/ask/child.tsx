import type { FC } from 'hono/jsx'
import { Button } from '../../design/button.tsx'
import { TwoHouses } from '../../design/drawing-child.tsx'
import { type Here, links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { askHref, inLanguage, pageForAll, publicPage } from '../../shell/pages.tsx'
import { askWords } from '../../words/ask.ts'
import { aroundOf, placeShown } from '../information/around.ts'
import { FromPlace } from './start.tsx'

/** Where a child begins: larger, shorter, alone, and without any name. */
export const get = guarded({ may: 'everyone' }, (_actor, page) =>
  publicPage(page, { title: askWords[page.lang].windowTitle }, <ChildStart here={{ lang: page.lang }} />),
)

/** The same from a page of one municipality: its villages are offered first. */
export const getIn = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const { here } = around
  const paths = { nl: links.askChildIn({ ...here, lang: 'nl' }), en: links.askChildIn({ ...here, lang: 'en' }) }
  return pageForAll(
    page,
    {
      title: askWords[page.lang].windowTitle,
      isPrivate: true,
      at: { lang: page.lang, place: placeShown(around), paths },
    },
    <ChildStart here={here} />,
  )
})

const ChildStart: FC<{ here: Here }> = ({ here }) => {
  const words = askWords[here.lang]
  return (
    <div class="question child">
      <div>
        <h1>{words.childTitle}</h1>
        <p class="lead">{words.childLead}</p>
        <p>{words.childReads}</p>
        <p>{words.childNames}</p>
        <form method="post" action={links.askChildQuestion()}>
          <FromPlace here={here} />
          <div class="row">
            <Button>{words.childBegin}</Button>
          </div>
        </form>
        <TwoHouses />
        <ul class="other-ways">
          <li>
            <a href={inLanguage(here.lang, links.askStatus())}>{words.forStatus}</a>
          </li>
          <li>
            <a href={askHref(here)}>{words.adult}</a>
          </li>
        </ul>
      </div>
      <aside class="margin-note">
        <section class="urgent">
          <h2>{words.childUnsafe}</h2>
          <p>{words.childUnsafeText}</p>
          <p>
            <a href={inLanguage(here.lang, links.danger())}>{words.toDanger}</a>
          </p>
        </section>
        <section>
          <h2>{words.childHonest}</h2>
          <p>{words.childHonestText}</p>
        </section>
      </aside>
    </div>
  )
}
