import { municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import { DOORS, pagesBehind, SUBJECTS } from '../../../capabilities/information/entrances.ts'
import { publicPages, readingIn } from '../../../capabilities/information/queries.ts'
import { links } from '../../links.ts'
import { guarded, type Reply } from '../../shell/guarded.ts'
import { LANGS } from '../../words/words.ts'

const text = (body: string, type: string): Reply => ({
  ...{ kind: 'html', html: body, status: 200 },
  headers: { 'Content-Type': `${type}; charset=UTF-8` },
})

/**
 * What may be found by search engines: front pages, entrances that lead somewhere and public pages, in both languages.
 * Pages about safety stand in it too: who looks for help must find them; their addresses tell nothing.
 */
export const getSitemap = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const reading = await readingIn(actor, undefined)
  const place = reading?.place ?? { municipalityId: null, regionId: null }
  const { today, isDemo, origin } = page
  const paths: string[] = []
  for (const lang of LANGS) {
    const pages = await publicPages(actor, { language: lang, place, today, isDemo })
    const open = [...DOORS, ...SUBJECTS].filter((entrance) => pagesBehind(entrance, pages).length > 0)
    paths.push(
      ...[links.home(lang), links.choosePlace(lang)],
      ...(await municipalitiesKnown(actor)).flatMap(({ slug }) => [
        links.home(lang, slug),
        links.offers({ lang, place: slug }),
      ]),
      ...open.map(({ code }) => links.entrance({ lang }, code)),
      ...pages.map(({ slug }) => links.page({ lang }, slug)),
    )
  }
  // Slugs and codes hold small letters, figures and hyphens only, so nothing of them means anything in XML.
  const urls = paths.map((path) => `<url><loc>${origin}${path}</loc></url>`)
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return text(body, 'application/xml')
})

/** Where search engines have no business: work, policy, own files, signing in, and the ways out. */
const CLOSED = [
  '/werk',
  '/beleid',
  '/mijn',
  '/inloggen',
  '/uitnodiging',
  '/taal',
  '/weg',
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
