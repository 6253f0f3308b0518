import { type Ask, get, HOSTILE, post } from './asking.ts'

const LONG = 'a'.repeat(5_000)
const BOTH = ['', '/en'] as const

/** What is asked of the pages that are the same for everyone, in both languages, with a municipality and without. */
export const PUBLIC_ASKS: Readonly<Record<string, () => Ask[]>> = {
  'get /sitemap.xml': () => get('/sitemap.xml'),
  'get /robots.txt': () => get('/robots.txt'),
  ...Object.fromEntries(
    BOTH.flatMap((lang) => [
      [`get ${lang}/g/:place`, () => get(`${lang}/g/nergens`, `${lang}/g/${encodeURIComponent(HOSTILE)}`)],
      ...[lang, `${lang}/g/:place`].flatMap((base) => {
        const at = base.replace(':place', 'nergens')
        return [
          [`get ${base}/informatie/:slug`, () => get(`${at}/informatie/geen`, `${at}/informatie/${LONG}`)],
          [`get ${base}/ouderschapsplan`, () => get(`${at}/ouderschapsplan`)],
          [`get ${base}/nieuw.xml`, () => get(`${at}/nieuw.xml`)],
          [`get ${base}/zoeken`, () => get(`${at}/zoeken`)],
          [`post ${base}/zoeken`, () => post(`${at}/zoeken`, {}, { zoek: HOSTILE }, { zoek: LONG }, { zoek: 'Sanne' })],
          [`get ${base}/begin/:code`, () => get(`${at}/begin/geldzorgen`, `${at}/begin/constructor`)],
        ] as const
      }),
      [`get ${lang}/gemeente`, () => get(`${lang}/gemeente`)],
      [
        `post ${lang}/gemeente`,
        () => post(`${lang}/gemeente`, {}, { plaats: HOSTILE }, { plaats: LONG }, { plaats: '7772' }),
      ],
    ]),
  ),
}
