import { type Click, clickTally } from '../../capabilities/campaigns/clicks.ts'
import { CHAT, tally, wayOf } from '../../capabilities/information/visits/visit.ts'
import type { Day } from '../../foundation/day.ts'
import { langInAddress, moreLangInAddress } from '../links.ts'

type View = {
  readonly method: string
  readonly headers: Pick<Headers, 'get'>
  /** The pattern of the address, such as `/en/g/:place/informatie/:slug`. */
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly today: Day
}

const ASKING = 'vraag'
const ADDRESS = /^(?:\/(?:en|ar|tr|pl|uk))?(?:\/g\/:place)?(?:\/([a-z-]+)(?:\/(:?[a-z-]+))?)?\/?$/

/** Counts the view of a page that is the same for everyone, and so was there, or a click to a chat; what is no page for people is left out. */
export function countView({ method, headers, route, params, today }: View): void {
  const kind = wayOf(method, headers)
  const found = route.match(ADDRESS)
  if (kind === undefined || found === null) return
  const [, what = 'voorpagina', part = ''] = found
  // Who begins to ask is counted nowhere, with or without a municipality in the address.
  if (what === ASKING) return
  // Going on to a chat is a click on a page of ours, and no page itself.
  if (what === CHAT && kind !== 'onward') return
  tally.add({
    ...{ kind, month: `${today.slice(0, 7)}-01`, place: params.place },
    language: moreLangInAddress(route) ?? langInAddress(route) ?? 'nl',
    ...{ what, slug: part.startsWith(':') ? (params[part.slice(1)] ?? '') : part },
  })
}

/**
 * Counts that the short address of a campaign was followed from outside the site, as a visit is counted: no machine, and
 * nothing fetched ahead. Whoever follows it from a page of this site, such as an editor who tries it, is no click.
 */
export function countClick(method: string, headers: Pick<Headers, 'get'>, click: Click): void {
  if (wayOf(method, headers) === 'arrival') clickTally.add(click)
}
