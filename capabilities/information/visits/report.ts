import { type Sum, suppress, type TableCell } from '../../measures/suppress.ts'
import type { Audience } from '../front-matter.ts'
import { CHAT, type Kind } from './visit.ts'

export type Count = {
  readonly month: string
  readonly what: string
  readonly slug: string
  readonly kind: Kind
  readonly n: number
}

/** Null where a number is hidden. */
export type Shown = number | null

export type PageVisits = {
  readonly what: string
  readonly slug: string
  /** Came from elsewhere. */
  readonly visits: Shown
  /** Came from another page of the site: on an offer of help this is the click-through. */
  readonly onward: Shown
  readonly useful: Shown
  readonly notUseful: Shown
}

/** Clicks to a site where a child can chat or find a buddy, by the code of the line. */
export type Clicks = {
  readonly all: Shown
  readonly each: readonly { readonly code: string; readonly clicks: Shown }[]
}

export type VisitReport = {
  readonly visits: Shown
  /** The most visited first. */
  readonly pages: readonly PageVisits[]
  /** A page that is for more than one counts for each. */
  readonly audiences: readonly { readonly audience: Audience; readonly visits: Shown }[]
  readonly clicks: Clicks
}

/**
 * What one month says about one place. `audiencesOf` tells for whom a page is; below `hideBelow` a number is hidden, and
 * so is what it could be worked out from: the pages add up to all visits, and pages add up to an audience.
 */
export function visitReport(
  counts: readonly Count[],
  audiencesOf: (what: string, slug: string) => readonly Audience[],
  hideBelow: number,
): VisitReport {
  const [clicked = [], viewed = []] = [true, false].map((isClick) =>
    counts.filter(({ what }) => (what === CHAT) === isClick),
  )
  const pages = [...Map.groupBy(viewed, ({ what, slug }) => `${what} ${slug}`).values()].flatMap(asPage)
  const audiences = [...new Set(pages.flatMap(({ what, slug }) => audiencesOf(what, slug)))].toSorted()
  const pagesFor = (audience: Audience) =>
    pages.filter(({ what, slug }) => audiencesOf(what, slug).includes(audience)).map(({ id }) => id)
  const visitsOf = new Map(pages.map(({ id, arrival }) => [id, arrival]))
  const sumOf = (ids: readonly string[]) => ids.reduce((so, id) => so + (visitsOf.get(id) ?? 0), 0)
  const groups = new Map(audiences.map((audience) => [audience, pagesFor(audience)]))
  const all = pages.map(({ id }) => id)
  const sums: Sum[] = [
    { total: 'all', parts: all },
    ...[...groups].map(([audience, parts]) => ({ total: `for ${audience}`, parts })),
  ]
  const cells: TableCell[] = [
    ...pages.map(({ id, arrival }) => cell(id, arrival)),
    ...sums.map(({ total, parts }) => ({ ...cell(total, sumOf(parts)), weight: 1 })),
  ]
  const hidden = suppress({ cells, sums, hideBelow })
  const shown = (id: string, n: number): Shown => (hidden.has(id) ? null : n)
  const alone = (n: number): Shown => (n > 0 && n < hideBelow ? null : n)
  return {
    visits: shown('all', sumOf(all)),
    pages: pages
      .toSorted((a, b) => b.arrival - a.arrival || b.onward - a.onward || (a.id < b.id ? -1 : 1))
      .map(({ id, what, slug, arrival, onward, useful, notUseful }) => ({
        ...{ what, slug, visits: shown(id, arrival), onward: alone(onward) },
        ...{ useful: alone(useful), notUseful: alone(notUseful) },
      })),
    audiences: audiences.map((audience) => ({
      audience,
      visits: shown(`for ${audience}`, sumOf(groups.get(audience) ?? [])),
    })),
    clicks: clicksIn(clicked, hideBelow),
  }
}

/** They add up to all clicks, so that a small one takes another along. */
function clicksIn(counts: readonly Count[], hideBelow: number): Clicks {
  const each = [...Map.groupBy(counts, ({ slug }) => slug)]
    .map(([code, of]) => ({ code, n: of.reduce((so, { n }) => so + n, 0) }))
    .toSorted((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1))
  const all = each.reduce((so, { n }) => so + n, 0)
  const cells = [...each.map(({ code, n }) => cell(`to ${code}`, n)), { ...cell('all', all), weight: 1 }]
  const sums = each.length === 0 ? [] : [{ total: 'all', parts: each.map(({ code }) => `to ${code}`) }]
  const hidden = suppress({ cells, sums, hideBelow })
  return {
    all: hidden.has('all') ? null : all,
    each: each.map(({ code, n }) => ({ code, clicks: hidden.has(`to ${code}`) ? null : n })),
  }
}

const cell = (id: string, value: number): TableCell => ({ id, value, families: value })

function asPage(counts: readonly Count[]) {
  const [first] = counts
  if (first === undefined) return []
  const { what, slug } = first
  const of = (kind: Kind) => counts.reduce((so, one) => (one.kind === kind ? so + one.n : so), 0)
  const numbers = { arrival: of('arrival'), onward: of('onward'), useful: of('useful'), notUseful: of('not-useful') }
  return [{ id: `page ${what} ${slug}`, what, slug, ...numbers }]
}
