import { links } from '../../web/links.ts'
import { type Ask, get, HOSTILE, type Known, NOWHERE, post } from './asking.ts'

const [SLUG, NEW] = ['huurhuis', links.pageBegun()]
const PLACES = [undefined, 'nergens'] as const
const moves = [{}, { doe: 'approved', _versie: '1' }, { doe: 'taken' }, { doe: 'restored', _versie: HOSTILE }]
const step = { 'title/nl': HOSTILE, 'if/nieuw': HOSTILE, doe: 'weg:if/0/0', _zegel: HOSTILE }
const texts = [{}, { doe: 'bewaar', tekst: HOSTILE }, { doe: 'voorbeeld', titel: HOSTILE, tekst: HOSTILE }]

/** Public texts hold nothing of a family; who helps one keeps none, so every answer is that the page is not there. */
export const PAGE_ASKS: Readonly<Record<string, (known: Known) => Ask[]>> = {
  'get /werk/namen': () =>
    get(links.names(), links.names(NOWHERE, 'naam'), `/werk/namen?voor=${encodeURIComponent(HOSTILE)}`),
  'get /werk/namen/zoekwoorden': () => get(links.searchWords(), links.searchWords(NOWHERE)),
  'post /werk/namen/zoekwoorden': () =>
    post(links.searchWords(), {}, { word: HOSTILE, means: HOSTILE, language: 'nl' }, { weg: NOWHERE }),
  'get /werk/namen/naam/:code': () => get(links.nameKept('local-team'), links.nameKept('geen', NOWHERE)),
  'post /werk/namen/naam/:code': () =>
    post(links.nameKept('local-team'), {}, { _versie: '0', 'name/nl': HOSTILE }, { doe: 'weg', _versie: HOSTILE }),
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
  'get /werk/stappenplan': () => get(links.stepPlan(), links.stepPlan('openbaar')),
  'post /werk/stappenplan': () =>
    post(links.stepPlan(), {}, { doe: 'weg', _versie: '1' }, { doe: 'omhoog', soort: 'steps', code: 'papers' }),
  'get /werk/stappenplan/vragen/:code': () =>
    get(...['afraid', 'nergens', 'nieuw'].map((code) => links.stepPlanQuestion(code))),
  'post /werk/stappenplan/vragen/:code': () => [
    ...post(links.stepPlanQuestion('afraid'), {}, { 'ask/nl': HOSTILE }, { doe: 'weg' }),
    ...post(links.stepPlanQuestion('nieuw'), {}, { 'ask/nl': HOSTILE, 'ask/en': HOSTILE, type: HOSTILE }),
  ],
  'get /werk/stappenplan/knoppen/:code': () => get(links.stepPlanChange('agreed'), links.stepPlanChange('nieuw')),
  'post /werk/stappenplan/knoppen/:code': () => [
    ...post(links.stepPlanChange('agreed'), {}, { doe: 'weg' }, { 'label/nl': HOSTILE, 'set/nieuw': HOSTILE }),
    ...post(links.stepPlanChange('nieuw'), {}, { 'label/nl': HOSTILE, 'label/en': HOSTILE }),
  ],
  'get /werk/stappenplan/stappen/:code': () => get(links.stepPlanStep('papers'), links.stepPlanStep('nieuw')),
  'post /werk/stappenplan/stappen/:code': () => [
    ...post(links.stepPlanStep('papers'), {}, { doe: 'weg' }, step),
    ...post(links.stepPlanStep('nieuw'), {}, { 'title/nl': HOSTILE, 'title/en': HOSTILE, at: HOSTILE }),
  ],
  'get /werk/stappenplan/voorbeelden/:code': () => get(links.stepPlanExample('unsure'), links.stepPlanExample('nieuw')),
  'post /werk/stappenplan/voorbeelden/:code': () => [
    ...post(links.stepPlanExample('unsure'), {}, { doe: 'overnemen' }, { 'answers/afraid': HOSTILE, steps: HOSTILE }),
    ...post(links.stepPlanExample('nieuw'), {}, { 'name/nl': HOSTILE, 'name/en': HOSTILE }),
  ],
  'get /werk/stappenplan/proef': () => get(links.stepPlanPreview(), links.stepPlanPreview('unsure')),
  'post /werk/stappenplan/proef': () => post(links.stepPlanPreview(), {}, { _stand: HOSTILE, _stap: 'afraid' }),
  'get /werk/stappenplan/openbaar': () => get(links.stepPlanPublish()),
  'post /werk/stappenplan/openbaar': () => post(links.stepPlanPublish(), {}, { _versie: '1', _openbaar: '1' }),
  'get /werk/stappenplan/versies/:versie': () => get(links.stepPlanVersion('1'), links.stepPlanVersion('99')),
  'post /werk/stappenplan/versies/:versie': () => post(links.stepPlanVersion('1'), {}, { _openbaar: HOSTILE }),
}
