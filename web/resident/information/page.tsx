import type { FC } from 'hono/jsx'
import { inlinesOf, plainText } from '../../../capabilities/information/blocks.ts'
import { entrancesOf } from '../../../capabilities/information/entrances.ts'
import { type PageShown, publicPage, publicPages } from '../../../capabilities/information/queries.ts'
import type { StoryShown } from '../../../capabilities/participation/stories/story.ts'
import { namedIn } from '../../../capabilities/terms/spoken.ts'
import { Notice } from '../../design/notice.tsx'
import { ReadAloud } from '../../design/read-aloud.tsx'
import { links } from '../../links.ts'
import type { Naming } from '../../shell/blocks-view.tsx'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { namingOn } from '../../shell/naming.tsx'
import { pageForAll, STATEMENTS } from '../../shell/pages.tsx'
import { TextParts } from '../../shell/text-parts.tsx'
import { informationWords } from '../../words/information.ts'
import { shellWords } from '../../words/shell.ts'
import { termWords } from '../../words/terms.ts'
import { type MoneyContact, moneyContactAround } from '../money/contact.tsx'
import { Stories, storiesAround } from '../stories/quote.tsx'
import { type Around, aroundOf, countsIn, type Offer, offersAround, placeShown } from './around.ts'
import { PageList } from './entrance-pages.tsx'
import { HelpedQuestion } from './helped.tsx'
import { LocalHelp } from './local-help.tsx'
import { type Nearby, nearbyAbout } from './nearby.ts'
import { SourceList } from './sources.tsx'
import { TermList } from './terms.tsx'

/** One public page: text like a letter, local help beside it, sources and the day of the last check at its end. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  const { slug = '' } = page.params
  const shown = around && (await publicPage(actor, slug, around.asked))
  if (around === undefined) return notFound()
  const { here } = around
  if (shown === undefined) return isStatement(slug) ? statementToCome(page, around, slug) : notFound()
  const [heads, offers, nearby, stories] = await Promise.all([
    publicPages(actor, around.asked),
    offersAround(actor, around),
    nearbyAbout(actor, around, page, shown.domains),
    storiesAround(actor, around, entrancesOf(shown), 1),
  ])
  const naming = namingOn(actor, page, here, new Set(heads.map((head) => head.slug)))
  // A text about safety stays about that.
  const isAboutMoney = shown.domains.includes('money') && shown.windowTitle === null
  const money = isAboutMoney ? await moneyContactAround(actor, around, page.today) : undefined
  const words = informationWords[page.lang]
  const isAboutSafety = shown.windowTitle !== null
  const pathsIn = pathsOf(slug)
  const counted = await countsIn(actor, around, (isRead) => isRead(shown) && shown.addition === undefined)
  return pageForAll(
    page,
    {
      title: shown.windowTitle ?? words.windowTitle(shown.title),
      // A search result tells what the page is about; the history of a browser does not.
      description: shown.summary,
      moreScript: 'read-aloud.js',
      at: {
        ...{ lang: page.lang, place: placeShown(around) },
        ...{ slug, paths: pathsIn(here.place), counts: pathsIn(counted) },
      },
      ...(isAboutSafety && { headers: { 'Cache-Control': 'no-store' } }),
    },
    <PageView {...{ shown, around, offers, nearby, naming, money, stories }} isDemo={page.isDemo} />,
  )
})

const pathsOf = (slug: string) => (place: string | undefined) => ({
  nl: links.page({ lang: 'nl', place }, slug),
  en: links.page({ lang: 'en', place }, slug),
})

type Statement = (typeof STATEMENTS)[number]

const isStatement = (slug: string): slug is Statement => STATEMENTS.some((one) => one === slug)

/** Every page leads to the statements, also while nobody has approved one. */
function statementToCome(page: PageRequest, around: Around, slug: Statement) {
  const { lang } = around.here
  const words = informationWords[lang]
  const at = { lang, place: placeShown(around), paths: pathsOf(slug)(around.here.place) }
  return pageForAll(
    page,
    { title: words.windowTitle(shellWords[lang][slug]), isPrivate: true, at },
    <header class="page-head">
      <h1>{shellWords[lang][slug]}</h1>
      <p class="lead">{words.statementToCome}</p>
    </header>,
  )
}

type Shown = {
  shown: PageShown
  around: Around
  offers: readonly Offer[]
  nearby: readonly Nearby[]
  naming: Naming
  money: MoneyContact | undefined
  stories: readonly StoryShown[]
  isDemo: boolean
}

const isForChildren = ({ audience }: PageShown): boolean => audience.every((one) => one === 'child' || one === 'young')

const PageView: FC<Shown> = ({ shown, around, offers, nearby, naming, money, stories, isDemo }) => {
  const { lang } = around.here
  const words = informationWords[lang]
  return (
    <article itemscope itemtype="https://schema.org/WebPage">
      <meta itemProp="inLanguage" content={lang} />
      <header class="page-head">
        <h1 itemprop="name">{shown.title}</h1>
        <p class="lead" itemprop="description">
          {shown.summary}
        </p>
        {shown.isUncertain ? <Notice>{words.uncertain}</Notice> : null}
        <ReadAloud lang={lang} words={words.readAloud} isPrivate={shown.windowTitle !== null} />
      </header>
      <div class="beside">
        <div itemprop="text" data-read-aloud>
          <TextParts blocks={shown.blocks} addition={shown.addition} naming={naming} />
        </div>
        <LocalHelp {...{ around, offers, nearby, money }} isForChild={isForChildren(shown)} />
      </div>
      <Stories lang={lang} stories={stories} />
      <End shown={shown} around={around} isDemo={isDemo} />
    </article>
  )
}

/** What the names on a page mean. */
const WordsHere: FC<{ shown: PageShown; around: Around }> = ({ shown, around: { here, terms } }) => {
  const texts = [...inlinesOf(shown.blocks), ...inlinesOf(shown.addition?.blocks ?? [])].map((one) => plainText([one]))
  const named = namedIn(terms, here.lang, [shown.title, shown.summary, ...texts])
  if (named.length === 0) return null
  const words = termWords[here.lang]
  return (
    <section class="part">
      <header>
        <h2>{words.onPage}</h2>
      </header>
      <div class="prose">
        <TermList lang={here.lang} terms={named} />
        <p>
          <a href={links.terms(here)}>{words.all}</a>
        </p>
      </div>
    </section>
  )
}

const End: FC<{ shown: PageShown; around: Around; isDemo: boolean }> = ({ shown, around, isDemo }) => {
  const { here } = around
  const words = informationWords[here.lang]
  const [checkedOn] = shown.sources.map((source) => source.checkedOn).toSorted()
  return (
    <div class="page-end">
      {shown.windowTitle === null ? <HelpedQuestion here={here} slug={shown.slug} /> : null}
      <WordsHere shown={shown} around={around} />
      {shown.related.length === 0 ? null : (
        <section class="part">
          <header>
            <h2>{words.related}</h2>
          </header>
          <PageList here={here} pages={shown.related} isWays />
        </section>
      )}
      <section class="part">
        <header>
          <h2>{words.sources}</h2>
        </header>
        <div class="prose small">
          {shown.sources.length === 0 ? (
            <p>{words.noSources}</p>
          ) : (
            <SourceList lang={here.lang} sources={shown.sources} />
          )}
          <p>
            {checkedOn === undefined ? '' : `${words.checkedOn(checkedOn)} `}
            {words.reviewOn(shown.reviewOn)}
          </p>
          {shown.windowTitle === null ? null : <p>{words.history}</p>}
          {isDemo ? <p>{words.demo}</p> : null}
        </div>
      </section>
    </div>
  )
}
