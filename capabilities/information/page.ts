import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { areFactsSound, type Fact } from './facts.ts'
import type { FrontMatter, PageLanguage } from './front-matter.ts'

/** a text is written, tested with a language ambassador, approved; and no longer public once it is retired. */
export const STATES = ['draft', 'tested', 'approved', 'retired'] as const
export type State = (typeof STATES)[number]

/** Which state may follow which: nothing is approved that was not tested, and what was approved can be taken back at once. */
const FOLLOWS: Readonly<Record<State, readonly State[]>> = {
  draft: ['tested', 'retired'],
  tested: ['approved', 'draft', 'retired'],
  approved: ['retired'],
  retired: [],
}

export const mayFollow = (from: State, to: State): boolean => FOLLOWS[from].includes(to)

/** Where a page holds: in one municipality, in one region, or everywhere. */
export type PagePlace = { readonly regionId: Id | null; readonly municipalityId: Id | null }

/** A public page without its text, as lists need it. */
export type PageHead = PagePlace &
  Omit<FrontMatter, 'sources' | 'related' | 'windowTitle' | 'standsFirst' | 'translation'> & {
    readonly pageId: Id
    readonly slug: string
    readonly language: PageLanguage
    readonly windowTitle: string | null
    /** Read before others behind its entrances: 1 first, 9 last. */
    readonly standsFirst: number | null
    readonly writtenAt: Date
    /** A machine translated it and nobody approved that yet. */
    readonly isUnread: boolean
  }

/** Where somebody reads: in a municipality, or in the one region of an installation. */
export type ReadingPlace = { readonly municipalityId: Id | null; readonly regionId: Id | null }

/** what is of one municipality or region is read there and nowhere else. */
export function isReadIn(page: PagePlace, place: ReadingPlace): boolean {
  if (page.municipalityId !== null) return page.municipalityId === place.municipalityId
  return page.regionId === null || page.regionId === place.regionId
}

/** Whether a real installation shows an approved text: its facts hold, and a person answers for its words. */
export const isTrusted = (
  page: { readonly facts: readonly string[]; readonly isUnread: boolean },
  known: readonly Fact[],
  today: Day,
): boolean => !page.isUnread && !isUncertain(page, known, today)

/** Why a page that is approved is shown with a banner, or not at all outside the demo: a fact of it cannot be trusted today. */
export const isUncertain = (
  { facts }: { readonly facts: readonly string[] },
  known: readonly Fact[],
  today: Day,
): boolean => !areFactsSound(known, facts, today)
