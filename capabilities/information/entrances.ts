import { type Audience, DOMAINS, type Domain, type Moment } from './front-matter.ts'
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
 * was written for them alone, and nothing that is for grown-ups too. What is about the site itself stands behind none.
 */
export function pagesBehind({ opens }: Entrance, all: readonly PageHead[]): PageHead[] {
  const pages = all.filter(({ domains }) => !domains.includes('site'))
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

/** Who comes in can take in as many at once. */
const MOST_FIRST = 5
/** With fewer than this to read on there is nothing to search through. */
const FEWEST_IN_GROUPS = 9

export type Arranged = {
  /** Where to begin, in this order. */
  readonly first: readonly PageHead[]
  /** What there is to read on, by what it is about in the order of DOMAINS; one part without a name when there is little. */
  readonly rest: readonly { readonly domain: Domain | undefined; readonly pages: readonly PageHead[] }[]
}

/**
 * The pages behind an entrance in the order in which somebody new reads them: at most five to begin with, that were
 * written for this entrance before all else and of which an editor said that they are read first; then the others.
 */
export function arranged(entrance: Entrance, pages: readonly PageHead[]): Arranged {
  const behind = pagesBehind(entrance, pages)
  const first = behind
    .flatMap((page) =>
      page.standsFirst !== null && isWrittenFor(entrance, page) ? [{ page, at: page.standsFirst }] : [],
    )
    .toSorted((one, other) => one.at - other.at)
    .slice(0, MOST_FIRST)
    .map(({ page }) => page)
  const others = behind.filter((page) => !first.includes(page))
  const isLittle = others.length < FEWEST_IN_GROUPS || 'domain' in entrance.opens
  const parts = isLittle
    ? [{ domain: undefined, pages: others }]
    : DOMAINS.map((domain) => ({ domain, pages: others.filter(({ domains }) => domains[0] === domain) }))
  return { first, rest: parts.filter((part) => part.pages.length > 0) }
}

const isWrittenFor = ({ opens }: Entrance, { audience, moment, domains }: PageHead): boolean => {
  if ('moment' in opens) return moment === opens.moment
  return 'audience' in opens ? audience[0] === opens.audience : domains[0] === opens.domain
}

/** The entrances behind which this page stands; none for a page about safety, beside which nothing else belongs. */
export const entrancesOf = (page: PageHead): string[] =>
  page.windowTitle !== null || page.domains.includes('safety')
    ? []
    : [...DOORS, ...SUBJECTS].filter((one) => pagesBehind(one, [page]).length > 0).map(({ code }) => code)
