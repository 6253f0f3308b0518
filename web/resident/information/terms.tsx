import type { FC } from 'hono/jsx'
import type { Term } from '../../../capabilities/terms/chosen.ts'
import { otherNames } from '../../../capabilities/terms/sought.ts'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { termWords } from '../../words/terms.ts'
import type { Lang } from '../../words/words.ts'
import { aroundOf, placeShown } from './around.ts'

/** What everything is called here, with its explanation and its other names. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const { here, municipality, terms } = around
  const words = termWords[page.lang]
  const paths = { nl: links.terms({ ...here, lang: 'nl' }), en: links.terms({ ...here, lang: 'en' }) }
  return pageForAll(
    page,
    {
      ...{ title: words.windowTitle, description: words.lead },
      at: { lang: page.lang, place: placeShown(around), paths },
    },
    <>
      <header class="page-head">
        <h1>{municipality === undefined ? words.title : words.titleIn(municipality.name)}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <TermList lang={here.lang} terms={terms} />
      {municipality === undefined ? (
        <p>
          {words.elsewhere} <a href={links.choosePlace(here.lang)}>{words.choose}</a>
        </p>
      ) : null}
    </>,
  )
})

/** Names with what they mean. */
export const TermList: FC<{ lang: Lang; terms: readonly Term[] }> = ({ lang, terms }) => (
  <dl class="terms">
    {terms.map((term) => {
      const { name, short, explanation } = term.said[lang]
      const others = otherNames(term, lang).filter((one) => one !== short)
      return (
        <>
          <dt id={`begrip-${term.code}`}>
            {capital(name)}
            {short === null ? null : ` (${short})`}
          </dt>
          <dd>
            {explanation}
            {others.length === 0 ? null : <span class="small soft"> {termWords[lang].also(others.join(', '))}</span>}
          </dd>
        </>
      )
    })}
  </dl>
)

/** In Dutch an accent that tells a word apart is left off its capital. */
const capital = (text: string): string =>
  (text.startsWith('éé') ? 'Eé' : text.slice(0, 1).toUpperCase()) + text.slice(text.startsWith('éé') ? 2 : 1)
