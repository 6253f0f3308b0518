import type { Child, FC } from 'hono/jsx'
import type { MoreLanguage } from '../../../capabilities/information/front-matter.ts'
import type { Day } from '../../../foundation/day.ts'
import { type MoreScript, renderPage } from '../../design/document.tsx'
import { PublicLayout } from '../../design/layout-public.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { languageLinks, translationsOf } from '../../shell/languages.ts'
import { STATEMENTS } from '../../shell/pages.tsx'
import { translatedWords } from '../../words/translated/words.ts'

type Given = {
  readonly lang: MoreLanguage
  /** The municipality in the address. */
  readonly place: string | undefined
  /** The page that is shown; the page where the language begins without it. */
  readonly slug?: string
  readonly title: string
  readonly description: string
  readonly moreScript?: MoreScript
  readonly headers?: Record<string, string>
  readonly status?: number
  /** Kept out of search engines, and no page of its own in any language. */
  readonly isPrivate?: boolean
}

/** A page in one of the languages beside Dutch and English: the frame of every public page, in its words and its direction. */
export async function translatedPage(page: PageRequest, given: Given, body: Child): Promise<Reply> {
  const { lang, place, slug, title, description, moreScript, headers, status = 200 } = given
  const words = translatedWords[lang]
  const more = translationsOf(page.translations, slug, place)
  const [nl, en] = (['nl', 'en'] as const).map((one) => pathIn(one, { place, slug })) as [string, string] // one for each
  const home = links.home(lang, place)
  const html = await renderPage(
    <PublicLayout
      {...{ lang, title, description, words: words.layout, moreScript }}
      {...(lang === 'ar' && { dir: 'rtl' as const })}
      {...(given.isPrivate === true ? { isPrivate: true } : { alternates: alternatesOf(page, given) })}
      homeHref={home}
      languages={languageLinks(lang, { nl, en }, more)}
      leaveHref={links.quickExit()}
      footer={{
        words: words.foot,
        links: [
          { href: home, label: words.start },
          ...STATEMENTS.map((one) => ({
            href: links.page({ lang: 'nl', place }, one),
            label: `${one === 'privacy' ? words.privacy : words.accessibility} (${words.inDutch})`,
          })),
        ],
      }}
    >
      {body}
    </PublicLayout>,
  )
  return { kind: 'html', html, status, ...(headers !== undefined && { headers }) }
}

type At = { readonly place?: string | undefined; readonly slug?: string | undefined }

const pathIn = (lang: 'nl' | 'en' | MoreLanguage, { place, slug }: At): string =>
  slug === undefined ? links.home(lang, place) : links.page({ lang, place }, slug)

/** A translation is the same in every municipality, so all its addresses count as the one without. */
function alternatesOf({ origin, translations }: PageRequest, { lang, slug }: Given) {
  const whole = (one: 'nl' | 'en' | MoreLanguage): string => origin + pathIn(one, { slug })
  return {
    ...{ canonical: whole(lang), nl: whole('nl'), en: whole('en') },
    more: translationsOf(translations, slug)
      .filter(({ isThis }) => slug === undefined || isThis)
      .map((one) => ({ lang: one.lang, href: whole(one.lang) })),
  }
}

/** A page in Dutch or English, said so: whoever follows it must know before. */
export const LinkToOther: FC<{ lang: MoreLanguage; to: 'nl' | 'en'; href: string; label: string }> = (props) => {
  const { inDutch, inEnglish } = translatedWords[props.lang]
  return (
    <a href={props.href} hreflang={props.to}>
      {props.label} ({props.to === 'nl' ? inDutch : inEnglish})
    </a>
  )
}

/** A day as the language writes it, in the figures that stand in Dutch letters too. */
export const dayIn = (lang: MoreLanguage, day: Day): string =>
  new Intl.DateTimeFormat(`${lang}-u-nu-latn-ca-gregory`, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
