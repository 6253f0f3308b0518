import { type Ask, get, HOSTILE, NOWHERE, post } from './asking.ts'

const LONG = 'a'.repeat(5_000)
const HOUSEHOLD = {
  leeftijd: 'middle',
  wonen: 'alone',
  kinderen: '6, 11',
  inkomen: '1500',
  spaargeld: '0',
  huis: 'rent',
}
const BOTH = ['', '/en'] as const

/** What is asked of the pages that are the same for everyone, in both languages, with a municipality and without. */
export const PUBLIC_ASKS: Readonly<Record<string, () => Ask[]>> = {
  'get /sitemap.xml': () => get('/sitemap.xml'),
  'get /robots.txt': () => get('/robots.txt'),
  'get /klopt-dit/:token': () => get('/klopt-dit/geen', `/klopt-dit/${'a'.repeat(43)}`),
  'post /klopt-dit/:token': () =>
    post(`/klopt-dit/${'a'.repeat(43)}`, {}, { doe: 'klopt', _versie: '1' }, { doe: 'anders', anders: LONG }),
  ...Object.fromEntries(
    ['/ar', '/tr', '/pl', '/uk'].flatMap((lang) => [
      [`get ${lang}`, () => get(lang)],
      [`get ${lang}/g/:place`, () => get(`${lang}/g/nergens`, `${lang}/g/${encodeURIComponent(HOSTILE)}`)],
      [`get ${lang}/informatie/:slug`, () => get(`${lang}/informatie/geen`, `${lang}/informatie/${LONG}`)],
      [`get ${lang}/g/:place/informatie/:slug`, () => get(`${lang}/g/nergens/informatie/geen`)],
      ...['', '/g/:place'].flatMap((at) => [
        [
          `get ${lang}${at}/informatie/:slug/geholpen`,
          () => get(`${lang}${at.replace(':place', 'nergens')}/informatie/geen/geholpen`),
        ] as const,
        [
          `post ${lang}${at}/informatie/:slug/geholpen`,
          () => post(`${lang}${at.replace(':place', 'nergens')}/informatie/geen/geholpen`, {}, { antwoord: 'useful' }),
        ] as const,
      ]),
    ]),
  ),
  ...Object.fromEntries(
    BOTH.flatMap((lang) => [
      [`get ${lang}/g/:place`, () => get(`${lang}/g/nergens`, `${lang}/g/${encodeURIComponent(HOSTILE)}`)],
      ...[lang, `${lang}/g/:place`].flatMap((base) => {
        const at = base.replace(':place', 'nergens')
        // Four addresses lead to one page: two of them are asked everything, the others one thing.
        const isBrief = (lang === '') === base.endsWith(':place')
        const few = ([name, asks]: readonly [string, () => Ask[]]) => [name, () => asks().slice(0, 1)] as const
        const all: readonly (readonly [string, () => Ask[]])[] = [
          [`get ${base}/stappen`, () => get(`${at}/stappen`)],
          [`post ${base}/stappen`, () => post(`${at}/stappen`, {}, { _stand: HOSTILE }, { _doe: LONG })],
          ...['papier', 'agenda'].flatMap((file) => [
            [`get ${base}/stappen/${file}`, () => get(`${at}/stappen/${file}`)] as const,
            [`post ${base}/stappen/${file}`, () => post(`${at}/stappen/${file}`, {}, { _stap: 'overzicht' })] as const,
          ]),
          [`get ${base}/stappen/code`, () => get(`${at}/stappen/code`)],
          [
            `post ${base}/stappen/code`,
            () => post(`${at}/stappen/code`, {}, { code: HOSTILE }, { code: LONG, _doe: 'weg' }),
          ],
          [`get ${base}/informatie/:slug`, () => get(`${at}/informatie/geen`, `${at}/informatie/${LONG}`)],
          [`get ${base}/chatten/:code`, () => get(`${at}/chatten/young-buddies`, `${at}/chatten/geen`)],
          [`get ${base}/informatie/:slug/geholpen`, () => get(`${at}/informatie/geen/geholpen`)],
          [
            `post ${base}/informatie/:slug/geholpen`,
            () => post(`${at}/informatie/geen/geholpen`, {}, { antwoord: 'useful' }, { antwoord: HOSTILE }),
          ],
          [`get ${base}/ouderschapsplan`, () => get(`${at}/ouderschapsplan`)],
          [`get ${base}/nieuw.xml`, () => get(`${at}/nieuw.xml`)],
          [`get ${base}/begrippen`, () => get(`${at}/begrippen`)],
          [`get ${base}/zoeken`, () => get(`${at}/zoeken`)],
          [`post ${base}/zoeken`, () => post(`${at}/zoeken`, {}, { zoek: HOSTILE }, { zoek: LONG }, { zoek: 'Sanne' })],
          [`get ${base}/regelingen`, () => get(`${at}/regelingen`)],
          [`get ${base}/regelingen/:code`, () => get(`${at}/regelingen/meedoen-kinderen`, `${at}/regelingen/${LONG}`)],
          [`get ${base}/regelingen/kijken`, () => get(`${at}/regelingen/kijken`)],
          [
            `post ${base}/regelingen/kijken`,
            () => post(`${at}/regelingen/kijken`, {}, HOUSEHOLD, { inkomen: HOSTILE }),
          ],
          [`get ${base}/regelingen/meer-inkomen`, () => get(`${at}/regelingen/meer-inkomen`)],
          [
            `post ${base}/regelingen/meer-inkomen`,
            () => post(`${at}/regelingen/meer-inkomen`, {}, { ...HOUSEHOLD, meer: '200' }, { meer: HOSTILE }),
          ],
          [`get ${base}/hulp-in-de-buurt`, () => get(`${at}/hulp-in-de-buurt`)],
          [
            `post ${base}/hulp-in-de-buurt`,
            () => post(`${at}/hulp-in-de-buurt`, {}, { village: HOSTILE, domain: HOSTILE, age: LONG, access: 'x' }),
          ],
          [`get ${base}/hulp-in-de-buurt/krant`, () => get(`${at}/hulp-in-de-buurt/krant`)],
          [`get ${base}/hulp-in-de-buurt/krant.txt`, () => get(`${at}/hulp-in-de-buurt/krant.txt`)],
          [`get ${base}/hulp-in-de-buurt/krant.docx`, () => get(`${at}/hulp-in-de-buurt/krant.docx`)],
          [
            `get ${base}/hulp-in-de-buurt/:id`,
            () => get(`${at}/hulp-in-de-buurt/${NOWHERE}`, `${at}/hulp-in-de-buurt/x`),
          ],
          [`get ${base}/begin/:code`, () => get(`${at}/begin/geldzorgen`, `${at}/begin/constructor`)],
        ]
        return isBrief ? all.map(few) : all
      }),
      [`get ${lang}/gemeente`, () => get(`${lang}/gemeente`)],
      [
        `post ${lang}/gemeente`,
        () => post(`${lang}/gemeente`, {}, { plaats: HOSTILE }, { plaats: LONG }, { plaats: '7772' }),
      ],
    ]),
  ),
}
