import type { Audience, Domain, Moment } from './front-matter.ts'
import type { PageHead } from './page.ts'

/** A way into the pages, in people's own words: by where one stands, by who one is, or by what it is about. */
export type Entrance = {
  /** As it stands in the address; neutral, because history stays. */
  readonly code: string
  readonly opens: { readonly moment: Moment } | { readonly audience: Audience } | { readonly domain: Domain }
}

/** In the order of the front page: moments, persons, and money worries. */
export const DOORS = [
  { code: 'ik-twijfel', opens: { moment: 'doubt' } },
  { code: 'we-gaan-uit-elkaar', opens: { moment: 'splitting-up' } },
  { code: 'we-zijn-uit-elkaar', opens: { moment: 'apart' } },
  { code: 'nieuw-gezin', opens: { moment: 'new-family' } },
  { code: 'ik-ben-een-kind', opens: { audience: 'child' } },
  { code: 'ik-ben-jong', opens: { audience: 'young' } },
  { code: 'ik-wil-iemand-helpen', opens: { audience: 'network' } },
  { code: 'ik-werk-met-gezinnen', opens: { audience: 'professional' } },
  { code: 'geldzorgen', opens: { domain: 'money' } },
] as const satisfies readonly Entrance[]

/** Subjects to read about in one's own time; safety has its own block on every page instead. */
export const SUBJECTS = [
  { code: 'kinderen', opens: { domain: 'children' } },
  { code: 'gevoel', opens: { domain: 'feelings' } },
  { code: 'praten', opens: { domain: 'talking' } },
  { code: 'wonen', opens: { domain: 'home' } },
  { code: 'regels', opens: { domain: 'rules' } },
  { code: 'familie', opens: { domain: 'family' } },
  { code: 'hulp', opens: { domain: 'help' } },
] as const satisfies readonly Entrance[]

export type DoorCode = (typeof DOORS)[number]['code']
export type SubjectCode = (typeof SUBJECTS)[number]['code']

export const entranceWith = (code: string): Entrance | undefined =>
  [...DOORS, ...SUBJECTS].find((one) => one.code === code)

const isYoung = (audience: Audience): boolean => audience === 'child' || audience === 'young'

/**
 * The pages behind an entrance: those of exactly this moment first, then those of every moment. A child and a young person get what
 * was written for them alone, and nothing that is for grown-ups too.
 */
export function pagesBehind({ opens }: Entrance, pages: readonly PageHead[]): PageHead[] {
  if ('audience' in opens) {
    const own = pages.filter(({ audience }) => audience.includes(opens.audience))
    return isYoung(opens.audience) ? own.filter(({ audience }) => audience.every(isYoung)) : own
  }
  // Children read their own pages, in their own words.
  const forGrownUps = pages.filter(({ audience }) => !audience.every(isYoung))
  if ('domain' in opens) return forGrownUps.filter(({ domains }) => domains.includes(opens.domain))
  const forParents = forGrownUps.filter(({ audience }) => audience.includes('parent'))
  const exact = forParents.filter(({ moment }) => moment === opens.moment)
  return exact.length === 0 ? [] : [...exact, ...forParents.filter(({ moment }) => moment === 'any')]
}

/** The entrances behind which this page stands; none for a page about safety, beside which nothing else belongs. */
export const entrancesOf = (page: PageHead): string[] =>
  page.windowTitle !== null || page.domains.includes('safety')
    ? []
    : [...DOORS, ...SUBJECTS].filter((one) => pagesBehind(one, [page]).length > 0).map(({ code }) => code)
