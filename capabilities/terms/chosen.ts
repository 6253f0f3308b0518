import type { Id } from '../../foundation/id.ts'
import { type Said, type ShippedTerms, TERM_CODES, type TermCode } from './term.ts'

/** For whom a name was chosen: a whole region, or one municipality of it. */
export type NamePlace = { readonly regionId: Id | null; readonly municipalityId: Id | null }

/** What a region or municipality calls something. */
export type Chosen = NamePlace & { readonly code: TermCode; readonly said: Said }

/** Whose name is used somewhere. */
export type Level = 'shipped' | 'region' | 'municipality'

/** One thing as it is called in a place, with the names under it that texts can still hold. */
export type Term = {
  readonly code: TermCode
  readonly said: Said
  readonly level: Level
  /** From the product up, without the one that is used. */
  readonly under: readonly Said[]
}

/** What everything is called in a place: as its municipality chose, else its region, else as it came with the product. */
export function termsIn(shipped: ShippedTerms, chosen: readonly Chosen[], place: NamePlace): Term[] {
  return TERM_CODES.map((code) => {
    const of = chosen.filter((one) => one.code === code)
    const layers: { level: Level; said: Said | undefined }[] = [
      { level: 'shipped', said: shipped[code] },
      { level: 'region', said: of.find((one) => one.municipalityId === null && isAt(one, place, 'regionId'))?.said },
      { level: 'municipality', said: of.find((one) => isAt(one, place, 'municipalityId'))?.said },
    ]
    const there = layers.flatMap(({ level, said }) => (said === undefined ? [] : [{ level, said }]))
    const used = there.at(-1) ?? { level: 'shipped' as const, said: shipped[code] }
    return { code, ...used, under: there.slice(0, -1).map(({ said }) => said) }
  })
}

const isAt = (one: NamePlace, place: NamePlace, by: keyof NamePlace): boolean =>
  one[by] !== null && one[by] === place[by]
