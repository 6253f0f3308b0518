import type { Child, FC } from 'hono/jsx'
import { maySomewhere } from '../../capabilities/access/access.ts'
import type { Actor } from '../../capabilities/access/actor.ts'
import { type Alternates, type MoreScript, renderPage } from '../design/document.tsx'
import { Icon } from '../design/icon.tsx'
import { type LanguageLink, type NavLink, PublicLayout } from '../design/layout-public.tsx'
import { WorkLayout } from '../design/layout-work.tsx'
import { type Here, links } from '../links.ts'
import { layoutWords } from '../words/design.ts'
import { shellWords } from '../words/shell.ts'
import type { Lang } from '../words/words.ts'
import type { PageRequest, Reply } from './guarded.ts'
import { languageLinks, translationsOf } from './languages.ts'
import { type WorkScreen, workMenu } from './work-menu.ts'

type WorkPage = {
  readonly title: string
  readonly active?: WorkScreen
  readonly audience?: 'work' | 'policy'
  /** The script of one element that only this page has. */
  readonly moreScript?: 'pass-key.js' | 'writing-help.js' | 'page-editor.js'
  readonly status?: number
  /** The reason code when the page tells that something was refused; it goes in the audit row. */
  readonly refusedWith?: string
}

/** Posted, because what is sought can be a name and an address is kept. */
const SearchForm: FC<{ label: string }> = ({ label }) => (
  <search class="search">
    <form method="post" action={links.search()}>
      <label class="unseen" for="zoek">
        {label}
      </label>
      <Icon name="search" />
      <input
        id="zoek"
        class="utrecht-textbox"
        type="search"
        name="zoek"
        placeholder={label}
        autocomplete="off"
        maxlength={100}
      />
    </form>
  </search>
)

/** A screen for whoever signed in, with the menu of what this person may open. */
export async function workPage(page: PageRequest, actor: Actor, given: WorkPage, body: Child): Promise<Reply> {
  const words = shellWords[page.lang]
  const html = await renderPage(
    <WorkLayout
      lang={page.lang}
      title={`${given.title} - Voorveld`}
      audience={given.audience ?? 'work'}
      {...(given.moreScript !== undefined && { moreScript: given.moreScript })}
      homeHref={links.work()}
      nav={workMenu('first', actor, given.active, page.lang)}
      moreNav={workMenu('more', actor, given.active, page.lang)}
      person={{
        name: actor.name,
        links: [{ href: links.account(), label: words.account }],
        signOutAction: links.signOut(),
      }}
      search={maySomewhere(actor, 'search', 'trajectory') ? <SearchForm label={words.search} /> : undefined}
      languageHref={links.language(page.lang === 'nl' ? 'en' : 'nl', here(page))}
    >
      {page.isDemo ? <p class="demo small soft">{words.demo}</p> : null}
      {body}
    </WorkLayout>,
  )
  return reply(html, given)
}

type PublicPage = {
  /** Window title; neutral, because it stays in the history. */
  readonly title: string
  readonly description?: string
  readonly status?: number
  readonly refusedWith?: string
  readonly isPrivate?: boolean
  readonly moreScript?: MoreScript
  /** Where somebody who takes another language begins again; here, unless said. */
  readonly languageAt?: string
  readonly headers?: Record<string, string>
  /** The whole address at which it may be found, where that says no language. */
  readonly canonical?: string
  /** Only says whom to call now: nothing in the bar leads elsewhere but the way out. */
  readonly isForDanger?: boolean
}

type OpenPage = Pick<PageRequest, 'lang' | 'path' | 'isDemo' | 'translations'>

/** A page for everyone, with the way out of the site. */
export const publicPage = (page: OpenPage, given: PublicPage, body: Child): Promise<Reply> =>
  openPage(page, given, {
    body,
    footer: [links.home(page.lang), links.ask(), links.signIn()],
    languages: languageLinks(page.lang, againIn(given.languageAt ?? page.path), translationsOf(page.translations)),
    ...(given.canonical !== undefined && { alternates: { canonical: given.canonical } }),
    ...(given.isForDanger !== true && { nav: [toFind({ lang: page.lang })] }),
  })

const toFind = (at: Here): NavLink => ({ href: links.find(at), label: shellWords[at.lang].find, isForPhone: true })

const againIn = (path: string): InBoth => ({ nl: links.language('nl', path), en: links.language('en', path) })

type InBoth = { readonly nl: string; readonly en: string }

/** Where a page that is the same for everyone stands, as paths; `counts` when it is the same page as another, such as of every municipality. */
type Standing = {
  readonly lang: Lang
  readonly place: { readonly slug: string; readonly name: string } | undefined
  readonly paths: InBoth
  readonly counts?: InBoth
  /** What is new in this place, for readers of feeds. */
  readonly news?: string
  /** The page that may stand in more languages, by its slug. */
  readonly slug?: string
}

/**
 * A page that is the same for everyone at its address: its links keep language and municipality, and lead on in that
 * language also where an address does not say it.
 */
export function pageForAll(page: PageRequest, given: PublicPage & { at: Standing }, body: Child): Promise<Reply> {
  const { lang, place, paths, counts = paths, news, slug } = given.at
  const words = shellWords[lang]
  const whole = (path: string): string => page.origin + path
  const more = translationsOf(page.translations, slug, place?.slug)
  const alternates = {
    canonical: whole(counts[lang]),
    nl: whole(counts.nl),
    en: whole(counts.en),
    news: news && whole(news),
    more: more.filter(({ isThis }) => isThis).map((one) => ({ lang: one.lang, href: whole(one.countsAs) })),
  }
  return openPage(page, given, {
    body,
    languages: languageLinks(lang, paths, more),
    ...(given.isPrivate === true ? {} : { alternates }),
    nav: [
      { href: links.choosePlace(lang), label: place?.name ?? words.choosePlace },
      toFind({ lang, place: place?.slug }),
    ],
    place: place?.slug,
    footer: [links.home(lang, place?.slug), askHref({ lang, place: place?.slug }), inLanguage(lang, links.signIn())],
  })
}

/** A page that is not the same for everyone, in the language of the page that leads there. */
export const inLanguage = (lang: Lang, path: string): string => (lang === 'nl' ? path : links.language(lang, path))

/** Where somebody asks who reads here: in the municipality of the page, when there is one. */
export const askHref = (here: Here): string =>
  here.place === undefined ? inLanguage(here.lang, links.ask()) : links.askIn(here)

/** The same for a child. */
export const askChildHref = (here: Here): string =>
  here.place === undefined ? inLanguage(here.lang, links.askChild()) : links.askChildIn(here)

type Frame = {
  readonly body: Child
  /** Addresses of the front page, of asking and of signing in. */
  readonly footer: readonly [string, string, string]
  readonly languages: readonly LanguageLink[]
  readonly nav?: readonly NavLink[]
  readonly alternates?: Alternates
  /** The municipality that stands in the address. */
  readonly place?: string | undefined
}

/** What the law asks every site to say about itself; each is a public page, by its slug. */
export const STATEMENTS = ['privacy', 'toegankelijkheid'] as const

async function openPage(page: OpenPage, given: PublicPage, frame: Frame): Promise<Reply> {
  const words = shellWords[page.lang]
  const [home, ask, signIn] = frame.footer
  const { place } = frame
  const html = await renderPage(
    <PublicLayout
      lang={page.lang}
      words={layoutWords[page.lang]}
      title={given.title}
      {...(given.description !== undefined && { description: given.description })}
      {...(given.moreScript !== undefined && { moreScript: given.moreScript })}
      {...(frame.nav !== undefined && { nav: frame.nav })}
      {...(frame.alternates !== undefined && { alternates: frame.alternates })}
      homeHref={home}
      languages={frame.languages}
      leaveHref={links.quickExit()}
      footer={{
        words: words.foot,
        links: [
          { href: home, label: words.home },
          { href: ask, label: words.ask },
          { href: signIn, label: words.signIn },
          ...STATEMENTS.map((slug) => ({ href: links.page({ lang: page.lang, place }, slug), label: words[slug] })),
        ],
      }}
      isPrivate={given.isPrivate ?? false}
    >
      {frame.body}
    </PublicLayout>,
  )
  return { ...reply(html, given), ...(given.headers !== undefined && { headers: given.headers }) }
}

const reply = (
  html: string,
  { status = 200, refusedWith }: { status?: number; refusedWith?: string },
): Extract<Reply, { kind: 'html' }> => ({
  kind: 'html',
  html,
  status,
  ...(refusedWith !== undefined && { refusedWith }),
})

const here = (page: PageRequest): string => page.path + (page.query.size > 0 ? `?${page.query}` : '')
