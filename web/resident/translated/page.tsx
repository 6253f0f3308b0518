import type { FC } from 'hono/jsx'
import type { PageHead } from '../../../capabilities/information/page.ts'
import { type PageShown, publicPage } from '../../../capabilities/information/queries.ts'
import { Notice } from '../../design/notice.tsx'
import { ReadAloud } from '../../design/read-aloud.tsx'
import { links } from '../../links.ts'
import type { Naming } from '../../shell/blocks-view.tsx'
import { guarded, notFound, type PageRequest, type Reply } from '../../shell/guarded.ts'
import { TextParts } from '../../shell/text-parts.tsx'
import { translatedWords } from '../../words/translated/words.ts'
import { type Translated, translatedAround } from './around.ts'
import { dayIn, LinkToOther, translatedPage } from './frame.tsx'
import { HelpedQuestion } from './helped.tsx'
import { namingIn } from './naming.tsx'

/** A public page in Arabic, Turkish, Polish or Ukrainian, under a banner as long as no person answers for its words. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await translatedAround(actor, page)
  const { slug = '' } = page.params
  const shown = around && (await publicPage(actor, slug, around.asked))
  if (around === undefined) return notFound()
  if (shown === undefined) return missing(page, around)
  const { lang } = around
  return translatedPage(
    page,
    {
      ...{ lang, slug, place: around.slug, description: shown.summary, moreScript: 'read-aloud.js' },
      title: shown.windowTitle ?? `${shown.title} - ${translatedWords[lang].layout.product}`,
      ...(shown.windowTitle !== null && { headers: { 'Cache-Control': 'no-store' } }),
    },
    <PageView {...{ shown, around }} naming={namingIn(actor, page, around)} isDemo={page.isDemo} />,
  )
})

/** Whoever reads this language reads in it, too, that a page is not there. */
function missing(page: PageRequest, { lang, slug: place }: Translated): Promise<Reply> {
  const { layout, start, ...words } = translatedWords[lang]
  const { title, text } = words.missing
  return translatedPage(
    page,
    { ...{ lang, place, status: 404, description: text }, title: `${title} - ${layout.product}` },
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={links.home(lang, place)}>{start}</a>
      </p>
    </>,
  )
}

type View = { shown: PageShown; around: Translated; naming: Naming; isDemo: boolean }

const PageView: FC<View> = ({ shown, around, naming, isDemo }) => {
  const { lang, slug: place } = around
  const words = translatedWords[lang]
  return (
    <article>
      <header class="page-head">
        <h1>{shown.title}</h1>
        <p class="lead">{shown.summary}</p>
        {shown.isUnread ? <Notice>{words.unread}</Notice> : null}
        {shown.isUncertain ? <Notice>{words.uncertain}</Notice> : null}
        <p class="original">
          <a href={links.page({ lang: 'nl', place }, shown.slug)} hreflang="nl">
            {words.dutchOriginal}
          </a>
        </p>
        <ReadAloud lang={lang} words={words.readAloud} isPrivate={shown.windowTitle !== null} />
      </header>
      <div class="beside">
        <div data-read-aloud>
          <TextParts blocks={shown.blocks} naming={naming} />
        </div>
        <Help around={around} />
      </div>
      <End {...{ shown, around, isDemo }} />
    </article>
  )
}

/** Who near the reader thinks along, and whom to call when it is not safe; where these lead the words are Dutch or English. */
const Help: FC<{ around: Translated }> = ({ around }) => {
  const { lang, municipality } = around
  const { help } = translatedWords[lang]
  return (
    <aside class="local-help" aria-labelledby="hulp-hier">
      <section class="local">
        <h2 id="hulp-hier">{help.title}</h2>
        {municipality === undefined ? null : (
          <p>
            <strong lang="nl">{municipality.name}</strong>
          </p>
        )}
        <p>{help.text}</p>
        <AskLinks around={around} />
        <p class="small soft">{help.independent}</p>
      </section>
      <p class="small">
        <strong>{help.notSafe}</strong> <LinkToOther lang={lang} to="nl" href={links.danger()} label={help.callNow} />
      </p>
    </aside>
  )
}

/** Asking, in either of the languages of the form. */
export const AskLinks: FC<{ around: Pick<Translated, 'lang' | 'slug'> }> = ({ around: { lang, slug: place } }) => {
  const { ask } = translatedWords[lang].help
  // In a municipality its villages are offered first; the address says the language then.
  const askIn = (to: 'nl' | 'en') =>
    place === undefined ? links.language(to, links.ask()) : links.askIn({ lang: to, place })
  return (
    <>
      <p>
        <LinkToOther lang={lang} to="nl" href={askIn('nl')} label={ask} />
      </p>
      <p>
        <LinkToOther lang={lang} to="en" href={askIn('en')} label={ask} />
      </p>
    </>
  )
}

const End: FC<{ shown: PageShown; around: Translated; isDemo: boolean }> = ({ shown, around, isDemo }) => {
  const { lang } = around
  const words = translatedWords[lang]
  return (
    <div class="page-end">
      {shown.windowTitle === null ? <HelpedQuestion around={around} slug={shown.slug} /> : null}
      {shown.related.length === 0 ? null : (
        <section class="part">
          <header>
            <h2>{words.related}</h2>
          </header>
          <Ways around={around} heads={shown.related} />
        </section>
      )}
      <section class="part">
        <header>
          <h2>{words.sources}</h2>
        </header>
        <div class="prose small">
          <ul class="utrecht-unordered-list">
            {shown.sources.map(({ name, url, checkedOn }) => (
              <li>
                <a href={url} lang="nl" hreflang="nl" rel="noreferrer external">
                  <bdi>{name}</bdi>
                </a>
                <br />
                {words.sourceChecked(dayIn(lang, checkedOn))}
              </li>
            ))}
          </ul>
          <p>{words.reviewOn(dayIn(lang, shown.reviewOn))}</p>
          {shown.windowTitle === null ? null : <p>{words.history}</p>}
          {isDemo ? <p>{words.demo}</p> : null}
        </div>
      </section>
    </div>
  )
}

/** Pages of this language with what they are about. */
export const Ways: FC<{ around: Pick<Translated, 'lang' | 'slug'>; heads: readonly PageHead[] }> = ({
  around: { lang, slug: place },
  heads,
}) => (
  <ul class="ways">
    {heads.map(({ slug, title, summary }) => (
      <li>
        <h3>
          <a href={links.page({ lang, place }, slug)}>{title}</a>
        </h3>
        <p>{summary}</p>
      </li>
    ))}
  </ul>
)
