import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, municipalitiesKnown } from '../../../capabilities/access/queries.ts'
import { publicOffers } from '../../../capabilities/directory/queries.ts'
import { DOORS, pagesBehind, SUBJECTS } from '../../../capabilities/information/entrances.ts'
import { isReadIn } from '../../../capabilities/information/page.ts'
import {
  type Asked,
  pagesOfSomewhere,
  parentingPlanAmong,
  publicPages,
  readingIn,
} from '../../../capabilities/information/queries.ts'
import { measures } from '../../../capabilities/measures/queries.ts'
import { sharesKnown } from '../../../capabilities/measures/shares/queries.ts'
import { schemesShown } from '../../../capabilities/money-help/queries.ts'
import { links } from '../../links.ts'
import { guarded, type PageRequest } from '../../shell/guarded.ts'
import { LANGS, type Lang } from '../../words/words.ts'
import { text } from './for-machines.ts'

/**
 * What may be found by search engines: front pages, entrances that lead somewhere, public pages, schemes, the local offer and
 * how figures are counted, each at the one address that counts. Pages about safety stand in it too: who looks for help must
 * find them; their addresses tell nothing.
 */
export const getSitemap = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const paths: string[] = []
  for (const lang of LANGS) {
    paths.push(...(await pathsOfAll(actor, page, lang)))
    for (const place of await municipalitiesKnown(actor)) paths.push(...(await pathsOfPlace(actor, page, lang, place)))
  }
  for (const [lang, slugs] of page.translations)
    paths.push(links.home(lang), ...[...slugs].map((slug) => links.page({ lang }, slug)))
  const counted = [...(await measures(actor)), ...(await sharesKnown(actor))]
  paths.push(links.passports(), ...counted.map(({ code }) => links.passport(code)))
  // Slugs and codes hold small letters, figures and hyphens only, so nothing of them means anything in XML.
  const urls = paths.map((path) => `<url><loc>${page.origin}${path}</loc></url>`)
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return text(body, 'application/xml')
})

/** What is the same in every municipality, at the addresses without one. */
async function pathsOfAll(actor: Actor, { today, isDemo }: PageRequest, lang: Lang): Promise<string[]> {
  const asked = await askedNowhere(actor, { today, isDemo }, lang)
  const pages = await publicPages(actor, asked)
  const open = [...DOORS, ...SUBJECTS].filter((entrance) => pagesBehind(entrance, pages).length > 0)
  const plan = parentingPlanAmong(actor, new Set(pages.map(({ slug }) => slug)), { today, isDemo })
  const schemes = await schemesShown(actor, { municipalityId: null, today, isDemo })
  return [
    ...(plan === undefined ? [] : [links.parentingPlan({ lang })]),
    ...[links.home(lang), links.choosePlace(lang)],
    ...open.map(({ code }) => links.entrance({ lang }, code)),
    ...pages.map(({ slug }) => links.page({ lang }, slug)),
    ...[links.schemes({ lang }), links.schemesCheck({ lang }), links.schemesRising({ lang }), links.terms({ lang })],
    ...schemes.map(({ scheme }) => links.scheme({ lang }, scheme.code)),
  ]
}

const askedNowhere = async (actor: Actor, day: Pick<Asked, 'today' | 'isDemo'>, language: Lang): Promise<Asked> => ({
  ...{ ...day, language },
  place: (await readingIn(actor, undefined))?.place ?? { municipalityId: null, regionId: null },
})

/** What only the readers of one municipality read, or what says something else there. */
async function pathsOfPlace(
  actor: Actor,
  { today, isDemo }: PageRequest,
  lang: Lang,
  { id, regionId, slug: place }: Municipality,
): Promise<string[]> {
  const at = { lang, place }
  const elsewhere = await pagesOfSomewhere(actor, await askedNowhere(actor, { today, isDemo }, lang))
  const schemes = await schemesShown(actor, { municipalityId: id, today, isDemo })
  const offers = await publicOffers(actor, id, today)
  return [
    ...[links.home(lang, place), links.offers(at), links.schemes(at)],
    ...elsewhere
      .filter((page) => isReadIn(page, { municipalityId: id, regionId }))
      .map(({ slug }) => links.page(at, slug)),
    ...schemes.filter(({ rule }) => rule !== undefined).map(({ scheme }) => links.scheme(at, scheme.code)),
    ...offers.map((offer) => links.offer(at, offer.id)),
  ]
}
