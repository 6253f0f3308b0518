import type { FC } from 'hono/jsx'
import { WALK } from '../../../capabilities/forms/walk.ts'
import { Button } from '../../design/button.tsx'
import { type Here, links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { askChildHref, inLanguage, pageForAll, publicPage } from '../../shell/pages.tsx'
import { askWords } from '../../words/ask.ts'
import { aroundOf, placeShown } from '../information/around.ts'
import { PLACE } from './nearby.ts'

/** Where asking begins: what it takes, who reads it, and whom to call when it cannot wait. */
export const get = guarded({ may: 'everyone' }, (_actor, page) =>
  publicPage(page, { title: askWords[page.lang].windowTitle }, <Start here={{ lang: page.lang }} />),
)

/** The same from a page of one municipality: its villages are offered first. */
export const getIn = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const { here } = around
  const paths = { nl: links.askIn({ ...here, lang: 'nl' }), en: links.askIn({ ...here, lang: 'en' }) }
  return pageForAll(
    page,
    {
      title: askWords[page.lang].windowTitle,
      isPrivate: true,
      at: { lang: page.lang, place: placeShown(around), paths },
    },
    <Start here={here} />,
  )
})

/** What the form takes along from the page before: its language, and the municipality that stands in its address. */
export const FromPlace: FC<{ here: Here }> = ({ here: { lang, place } }) =>
  place === undefined ? null : (
    <>
      <input type="hidden" name={WALK.language} value={lang} />
      <input type="hidden" name={PLACE} value={place} />
    </>
  )

const Start: FC<{ here: Here }> = ({ here }) => {
  const words = askWords[here.lang]
  return (
    <div class="question">
      <div>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ol class="plain-steps">
          <li>{words.how1}</li>
          <li>{words.how2}</li>
          <li>{words.how3}</li>
        </ol>
        <form method="post" action={links.askQuestion()}>
          <FromPlace here={here} />
          <div class="row">
            <Button>{words.begin}</Button>
            <span class="soft">{words.minutes}</span>
          </div>
        </form>
        <ul class="other-ways">
          <li>
            <a href={askChildHref(here)}>{words.forChild}</a>
          </li>
          <li>
            <a href={inLanguage(here.lang, links.askStatus())}>{words.forStatus}</a>
          </li>
        </ul>
      </div>
      <aside class="margin-note">
        <section class="urgent">
          <h2>{words.unsafe}</h2>
          <p>
            {words.unsafeText} <a href={inLanguage(here.lang, links.danger())}>{words.toDanger}</a>
          </p>
        </section>
        <section>
          <h2>{words.whoReads}</h2>
          <p>{words.whoReadsText}</p>
        </section>
        <section>
          <h2>{words.safely}</h2>
          <p>{words.safelyText}</p>
        </section>
      </aside>
    </div>
  )
}
