import type { PageLanguage } from '../front-matter.ts'

/** How somebody came to a page: from elsewhere, which is a visit, or from another page of this site. */
export const WAYS = ['arrival', 'onward'] as const
export type Way = (typeof WAYS)[number]

/** In an address: on from here to a site where a child can chat or find a buddy. */
export const CHAT = 'chatten'

/** What was answered to the question under a page. */
export const OPINIONS = ['useful', 'not-useful'] as const
export type Opinion = (typeof OPINIONS)[number]

export type Kind = Way | Opinion

/**
 * Whether a request is the view of a page, and how somebody came there. `headers` are those of the request. Browsers say
 * themselves where they come from, without an address (`Sec-Fetch-*`); what says nothing is mostly a machine, and is not
 * counted. Nothing else is looked at: no cookie, no network address, no kind of browser.
 */
export function wayOf(method: string, headers: Pick<Headers, 'get'>): Way | undefined {
  if (method !== 'GET' || headers.get('sec-fetch-dest') !== 'document') return undefined
  if (/prefetch|prerender/.test(`${headers.get('sec-purpose')} ${headers.get('purpose')}`)) return undefined
  const from = headers.get('sec-fetch-site')
  if (from === null) return undefined
  return from === 'same-origin' ? 'onward' : 'arrival'
}

/** What is counted together: a page in a language, in a municipality or in none. */
export type Counted = {
  /** The first day of the month. */
  readonly month: string
  /** The name of the municipality in addresses. */
  readonly place: string | undefined
  /** The kind of page, as it stands in its address: `informatie`, `begin`; `voorpagina` for the front page. */
  readonly what: string
  readonly slug: string
  readonly language: PageLanguage
  readonly kind: Kind
}

/** More addresses than a site has in one minute; beyond it a page that is new is not counted, and memory stays what it is. */
const MOST = 20_000

/** Counts in memory, until they are written away. */
export class Tally {
  #counts = new Map<string, { readonly of: Counted; n: number }>()

  add(of: Counted, n = 1): void {
    const key = [of.month, of.place ?? '', of.what, of.slug, of.language, of.kind].join(' ')
    const known = this.#counts.get(key)
    if (known !== undefined) known.n += n
    else if (this.#counts.size < MOST) this.#counts.set(key, { of, n })
  }

  /** What was counted so far; from here on counting begins anew. */
  take(): readonly { readonly of: Counted; readonly n: number }[] {
    const taken = [...this.#counts.values()]
    this.#counts = new Map()
    return taken
  }
}

/** What this process counted since it was last written away: a page that is given from memory waits for no database. */
export const tally = new Tally()
