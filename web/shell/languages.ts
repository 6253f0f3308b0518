import { randomBytes } from 'node:crypto'
import { BUILT_IN } from '../../capabilities/access/actor.ts'
import { visitor } from '../../capabilities/access/queries.ts'
import { MORE_LANGUAGES, type MoreLanguage, type PageLanguage } from '../../capabilities/information/front-matter.ts'
import { publicTranslations, readingIn, type Translations } from '../../capabilities/information/queries.ts'
import { inScope } from '../../database/transaction.ts'
import type { LanguageLink } from '../design/layout-public.tsx'
import { links } from '../links.ts'
import type { PageRequest } from './guarded.ts'
import { keptValue } from './kept-pages.ts'

/** Each language as its own readers write it. */
export const LANGUAGE_NAMES: Readonly<Record<PageLanguage, string>> = {
  ...{ nl: 'Nederlands', en: 'English' },
  ...{ ar: 'العربية', tr: 'Türkçe', pl: 'Polski', uk: 'Українська' },
}

type At = Pick<PageRequest, 'now' | 'today' | 'isDemo'> & { readonly place: string | undefined }

/**
 * What is public in the languages beside Dutch and English where this address is read; nothing for a place that nobody knows.
 * Asked outside the transaction of a page, and kept as long as pages are.
 */
export async function translationsAt({ place, now, today, isDemo }: At): Promise<Translations> {
  const traceId = randomBytes(16).toString('hex')
  const found = await keptValue(`translations ${isDemo} ${today} ${place ?? ''}`, now, () =>
    inScope({ personId: BUILT_IN.visitor, traceId }, async () => {
      const actor = await visitor(traceId)
      const reading = actor && (await readingIn(actor, place))
      return reading && publicTranslations(actor, { place: reading.place, today, isDemo })
    }),
  )
  return found ?? new Map()
}

/** Where one of the other languages leads from a page: to this very page in it, or to where the language begins. */
export type InLanguage = {
  readonly lang: MoreLanguage
  readonly href: string
  readonly isThis: boolean
  /** The address without a municipality, which stands for all of them. */
  readonly countsAs: string
}

/** The other languages that there is something to read in, from the page with this slug or from any other. */
export function translationsOf(translations: Translations, slug?: string, place?: string): InLanguage[] {
  return MORE_LANGUAGES.flatMap((lang) => {
    const slugs = translations.get(lang)
    if (slugs === undefined) return []
    const isThis = slug !== undefined && slugs.has(slug)
    const [href, countsAs] = [place, undefined].map((at) =>
      isThis ? links.page({ lang, place: at }, slug) : links.home(lang, at),
    ) as [string, string] // one for each of the two
    return [{ lang, href, countsAs, isThis }]
  })
}

/** Every language of the site, as a page shows them: this page in Dutch and in English, and what there is in others. */
export const languageLinks = (
  current: PageLanguage,
  { nl, en }: { readonly nl: string; readonly en: string },
  more: readonly InLanguage[],
): LanguageLink[] =>
  [{ lang: 'nl' as const, href: nl }, { lang: 'en' as const, href: en }, ...more].map(({ lang, href }) => ({
    ...{ lang, href, name: LANGUAGE_NAMES[lang], isHere: lang === current },
  }))
