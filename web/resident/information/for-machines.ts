import { publicPages } from '../../../capabilities/information/queries.ts'
import { links } from '../../links.ts'
import { guarded, notFound, type Reply } from '../../shell/guarded.ts'
import { informationWords } from '../../words/information.ts'
import { aroundOf } from './around.ts'

/** An answer that is no page. */
export const text = (body: string, type: string): Reply => ({
  ...{ kind: 'html', html: body, status: 200 },
  headers: { 'Content-Type': `${type}; charset=UTF-8` },
})

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

/** Of what is closed this is for everyone: how public figures are counted. */
const OPEN = [links.passports()]

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
    ...OPEN.map((path) => `Allow: ${path}`),
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}${links.sitemap()}`,
  ]
  return text(`${lines.join('\n')}\n`, 'text/plain')
})
