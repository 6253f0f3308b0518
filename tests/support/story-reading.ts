import type { Page } from 'playwright-core'
import { linksOn } from '../hostile/forms-on.ts'
import { EVERYBODY, type Looking } from './story-rule.ts'

export type ReadersOf = {
  /** The page on which this reader is signed in. */
  readonly pageOf: (who: Looking) => Page
  readonly at: (path: string) => string
}

const RESIDENTS: ReadonlySet<Looking> = new Set(['parent A', 'parent B', 'child of 13'])
/** Where a professional looks for what is there. */
const LISTS = [
  ...['/werk', '/werk/dossiers', '/werk/trajecten', '/werk/berichten', '/werk/met-reden-geopend'],
  ...['', '?toon=opgepakt', '?toon=klaar'].map((group) => `/werk/hulpvragen${group}`),
]
/** Every file that a list leads to is opened; a request and a trajectory by their own address. */
const OPENS = /^\/werk\/(dossiers|gedeeld)\/[0-9a-f-]{36}$/

const CODES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The words of a page, without what only the browser reads. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, code: string) => CODES[code] ?? '')
    .replace(/\s+/g, ' ')

/** The server lets go of a connection that is idle for a while, perhaps just when it is used again. */
const AGAIN = { maxRetries: 2 }

type Seen = { readonly text: string; readonly statuses: ReadonlyMap<string, number> }

/** All that somebody can come by: the own pages, what the lists lead to, what is found by name, and these addresses. */
async function allOf({ pageOf, at }: ReadersOf, who: Looking, addresses: readonly string[]): Promise<Seen> {
  const { request } = pageOf(who)
  const texts: string[] = []
  const statuses = new Map<string, number>()
  const look = async (path: string): Promise<string[]> => {
    const answer = await request.get(at(path), { ...AGAIN, maxRedirects: 0 })
    const html = await answer.text()
    statuses.set(path, answer.status())
    texts.push(wordsOf(html))
    return answer.ok() ? linksOn(html) : []
  }
  const ahead = new Set(addresses)
  for (const list of RESIDENTS.has(who) ? ['/mijn'] : LISTS)
    for (const path of await look(list)) if (OPENS.test(path)) ahead.add(path)
  texts.push(wordsOf(await (await request.post(at('/werk/zoeken'), { ...AGAIN, form: { zoek: 'Sanne' } })).text()))
  for (const path of ahead) await look(path)
  return { text: texts.join('\n'), statuses }
}

/** What somebody reads on the own pages, and in every file that they lead to. */
export const ownPagesOf = async (readers: ReadersOf, who: Looking): Promise<string> =>
  (await allOf(readers, who, [])).text

export type ByWhom = Record<string, Looking[]>

/** Everybody looks everywhere: who comes by each of these words, and to whom each address answers; for others there is none. */
export async function everybodyLooks(
  readers: ReadersOf,
  words: Iterable<string>,
  addresses: readonly string[],
): Promise<{ read: ByWhom; opened: ByWhom }> {
  const seen = await Promise.all(EVERYBODY.map(async (who) => ({ who, ...(await allOf(readers, who, addresses)) })))
  const whoOf = (is: (one: Seen) => boolean) => seen.filter(is).map(({ who }) => who)
  const isOpened = (address: string) => (one: Seen) => {
    const status = one.statuses.get(address)
    if (status !== 200 && status !== 404) throw new Error(`${address} answers ${status}`)
    return status === 200
  }
  return {
    read: Object.fromEntries([...words].map((word) => [word, whoOf(({ text }) => text.includes(word))])),
    opened: Object.fromEntries(addresses.map((address) => [address, whoOf(isOpened(address))])),
  }
}
