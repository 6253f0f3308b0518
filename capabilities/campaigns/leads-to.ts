import { entranceWith, pagesBehind } from '../information/entrances.ts'
import type { PageHead } from '../information/page.ts'

/** Where a campaign leads: a page of this site and nothing else, so that no short address sends anybody elsewhere. */
export type LeadsTo =
  | { readonly kind: (typeof PLAIN)[number] }
  | { readonly kind: 'informatie' | 'begin'; readonly code: string }

/** Pages that are one of their kind, as their address says it. */
export const PLAIN = ['voorpagina', 'stappen', 'hulp-in-de-buurt', 'regelingen'] as const

const NAMED = /^(informatie|begin)\/([a-z0-9-]{1,60})$/

/** What a text such as `informatie/geld-op-een-rij` leads to; undefined for anything that is no kind of page of this site. */
export function leadsToIn(text: string): LeadsTo | undefined {
  const plain = PLAIN.find((kind) => kind === text)
  if (plain !== undefined) return { kind: plain }
  const [, kind, code] = NAMED.exec(text) ?? []
  if (code === undefined || (kind !== 'informatie' && kind !== 'begin')) return undefined
  return kind === 'begin' && entranceWith(code) === undefined ? undefined : { kind, code }
}

/** Whether somebody who follows this comes to a page that is there. */
export function isThere(to: LeadsTo, pages: readonly PageHead[]): boolean {
  if (!('code' in to)) return true
  if (to.kind === 'informatie') return pages.some(({ slug }) => slug === to.code)
  const entrance = entranceWith(to.code)
  return entrance !== undefined && pagesBehind(entrance, pages).length > 0
}
