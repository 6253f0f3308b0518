import { links } from '../../web/links.ts'
import { type Ask, get, HOSTILE, type Known, post } from './asking.ts'

const [SLUG, NEW] = ['huurhuis', links.pageBegun()]
const PLACES = [undefined, 'nergens'] as const
const moves = [{}, { doe: 'approved', _versie: '1' }, { doe: 'taken' }, { doe: 'restored', _versie: HOSTILE }]
const texts = [{}, { doe: 'bewaar', tekst: HOSTILE }, { doe: 'voorbeeld', titel: HOSTILE, tekst: HOSTILE }]

/** Public texts hold nothing of a family; who helps one keeps none, so every answer is that the page is not there. */
export const PAGE_ASKS: Readonly<Record<string, (known: Known) => Ask[]>> = {
  'get /werk/paginas': () => get(links.pagesKept(), links.pagesKept('toon=all&taal=nl')),
  'get /werk/paginas/nieuw': () => get(NEW),
  'post /werk/paginas/nieuw': () => post(NEW, ...texts),
  'get /werk/paginas/:slug/:taal': () =>
    get(links.pageKept(SLUG, 'nl'), links.pageKept(SLUG, 'nl', undefined, 'naast=1')),
  'post /werk/paginas/:slug/:taal': () => post(links.pageKept(SLUG, 'nl'), ...moves),
  'get /werk/paginas/:slug/:taal/tekst': () => get(links.pageText(SLUG, 'nl')),
  'post /werk/paginas/:slug/:taal/tekst': () => post(links.pageText(SLUG, 'nl'), ...texts),
  'get /werk/paginas/:slug/:taal/in/:gemeente': () => get(...PLACES.map((place) => links.pageKept(SLUG, 'nl', place))),
  'post /werk/paginas/:slug/:taal/in/:gemeente': () => post(links.pageKept(SLUG, 'nl', PLACES[1]), ...moves),
  'get /werk/paginas/:slug/:taal/in/:gemeente/tekst': () => get(links.pageText(SLUG, 'nl', PLACES[1])),
  'post /werk/paginas/:slug/:taal/in/:gemeente/tekst': () => post(links.pageText(SLUG, 'nl', PLACES[1]), ...texts),
}
