import type { Actor } from '../../../capabilities/access/actor.ts'
import { municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import { DOORS, pagesBehind, SUBJECTS } from '../../../capabilities/information/entrances.ts'
import { isReadIn } from '../../../capabilities/information/page.ts'
import {
  type Asked,
  pagesOfSomewhere,
  parentingPlanAmong,
  publicPages,
  readingIn,
} from '../../../capabilities/information/queries.ts'
import { schemesShown } from '../../../capabilities/money-help/queries.ts'
import { links } from '../../links.ts'
import { guarded, notFound, type Reply } from '../../shell/guarded.ts'
import { informationWords } from '../../words/information.ts'
import { LANGS } from '../../words/words.ts'
import { aroundOf } from './around.ts'

const text = (body: string, type: string): Reply => ({
  ...{ kind: 'html', html: body, status: 200 },
  headers: { 'Content-Type': `${type}; charset=UTF-8` },
})

/**
 * What may be found by search engines: front pages, entrances that lead somewhere and public pages, in every language that they are public in.
 * Pages about safety stand in it too: who looks for help must find them; their addresses tell nothing.
 */
export const getSitemap = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const reading = await readingIn(actor, undefined)
  const place = reading?.place ?? { municipalityId: null, regionId: null }
  const { today, isDemo, origin } = page
  const schemes = await schemesShown(actor, { municipalityId: null, today: page.today, isDemo: page.isDemo })
  const paths: string[] = []
  for (const lang of LANGS) {
    const pages = await publicPages(actor, { language: lang, place, today, isDemo })
    const open = [...DOORS, ...SUBJECTS].filter((entrance) => pagesBehind(entrance, pages).length > 0)
    const plan = parentingPlanAmong(actor, new Set(pages.map(({ slug }) => slug)), { today, isDemo })
    paths.push(
      ...(plan === undefined ? [] : [links.parentingPlan({ lang })]),
      ...[links.home(lang), links.choosePlace(lang)],
      ...(await municipalitiesKnown(actor)).flatMap(({ slug }) => [
        links.home(lang, slug),
        links.offers({ lang, place: slug }),
      ]),
      ...open.map(({ code }) => links.entrance({ lang }, code)),
      ...pages.map(({ slug }) => links.page({ lang }, slug)),
      ...(await pagesOfPlaces(actor, { language: lang, place, today, isDemo })),
      ...[links.schemes({ lang }), links.schemesCheck({ lang }), links.schemesRising({ lang })],
      links.terms({ lang }),
      ...schemes.map(({ scheme }) => links.scheme({ lang }, scheme.code)),
    )
  }
  for (const [lang, slugs] of page.translations)
    paths.push(links.home(lang), ...[...slugs].map((slug) => links.page({ lang }, slug)))
  // Slugs and codes hold small letters, figures and hyphens only, so nothing of them means anything in XML.
  const urls = paths.map((path) => `<url><loc>${origin}${path}</loc></url>`)
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return text(body, 'application/xml')
})

/** What only the readers of one region or municipality read, at the addresses of each of its places. */
async function pagesOfPlaces(actor: Actor, asked: Asked & { readonly language: 'nl' | 'en' }): Promise<string[]> {
  const all = await pagesOfSomewhere(actor, asked)
  return (await municipalitiesKnown(actor)).flatMap(({ id, regionId, slug: place }) =>
    all
      .filter((page) => isReadIn(page, { municipalityId: id, regionId }))
      .map(({ slug }) => links.page({ lang: asked.language, place }, slug)),
  )
}

/** So many pages are news. */
const MOST_NEWS = 20

/** What was published last, for readers of feeds; a page about safety is no news in somebody's reader. */
export const getNews = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const { here, asked } = around
  const words = informationWords[here.lang]
  const pages = (await publicPages(actor, asked)).filter(({ windowTitle }) => windowTitle === null)
  const newest = pages.toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime()).slice(0, MOST_NEWS)
  const whole = (path: string): string => escapeXml(page.origin + path)
  const items = newest.map(({ slug, title, summary, writtenAt }) => {
    const address = whole(links.page(here, slug))
    const about = `<title>${escapeXml(title)}</title><description>${escapeXml(summary)}</description>`
    return `<item>${about}<link>${address}</link><guid>${address}</guid><pubDate>${writtenAt.toUTCString()}</pubDate></item>`
  })
  const channel = [
    `<title>${escapeXml(words.news)}</title><description>${escapeXml(words.newsAbout)}</description>`,
    `<link>${whole(links.home(here.lang, here.place))}</link><language>${here.lang}</language>`,
  ]
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>\n${[...channel, ...items].join('\n')}\n</channel></rss>\n`
  return text(body, 'application/rss+xml')
})

const escapeXml = (value: string): string => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Where search engines have no business: work, policy, own files, signing in, and the ways out. */
const CLOSED = [
  '/werk',
  '/beleid',
  '/mijn',
  '/inloggen',
  '/uitnodiging',
  '/taal',
  '/weg',
  '/ga',
  '/chatten',
  '/*/chatten/',
  '/api',
  '/vraag/stand',
  '/klopt-dit',
]

export const getRobots = guarded({ may: 'everyone', isForAll: true }, async (_actor, { origin }) => {
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}${links.sitemap()}`,
  ]
  return text(`${lines.join('\n')}\n`, 'text/plain')
})
