import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Measure, ProgrammeDefinition, Share, Words } from '../programmes/definition.ts'
import type { Audience, AudienceSetting } from './audience.ts'

/** One municipality, or a region as a whole. */
export type Scope = { readonly municipalityId: Id } | { readonly regionId: Id }

/** What is asked of a figure. */
export type Ask = {
  readonly measure: string
  readonly scope: Scope
  /** A grouping of the measure, two joined by `+`, or `municipality` for a region. */
  readonly by?: string
  /** Counts only what came to hold from this day on. */
  readonly from?: Day
  /** Reference day D: what holds on this day. */
  readonly asOf: Day
  /** Knowledge moment K: a day means to its end, in the Netherlands. Now when left out. */
  readonly knownOn?: Day | Date
  readonly audience: Audience
}

export type FigureCell = {
  readonly key: string
  readonly label: Words
  /** Null when hidden, so that nobody can be recognised. */
  readonly value: number | null
  readonly suppressed: boolean
}

/** A measure with its passport. */
export type MeasureEntry = {
  readonly code: string
  readonly programmeCode: string
  readonly programmeName: Words
  readonly programmeVersion: number
  readonly name: Words
  readonly unit: Words
  /** Of special data (AVG article 9) a grouping is told by whole quarters. */
  readonly groupings: readonly { readonly code: string; readonly name: Words; readonly isSpecial?: boolean }[]
  /** Only of the own files of an organisation. */
  readonly ownGroupings: MeasureEntry['groupings']
  readonly crosses: Measure['crosses']
  readonly partOf?: string
  readonly passport: Measure['passport']
}

/** A percentage with its passport; its unit is the per cent. */
export type ShareEntry = Omit<MeasureEntry, 'crosses' | 'partOf' | 'ownGroupings'> & Pick<Share, 'part' | 'whole'>

export type Figure = {
  readonly code: string
  readonly asOf: Day
  readonly from?: Day
  /** As asked: a day or a moment; else today. */
  readonly knownOn: string
  /** The moment of knowledge itself; asking with it gives this answer for ever. */
  readonly knownAt: string
  readonly audience: Audience
  readonly scope: { readonly kind: 'municipality' | 'region'; readonly code: string; readonly name: string }
  readonly value: number | null
  readonly suppressed: boolean
  /** How much of the value was recorded after D; null when that is too few to tell. */
  readonly recordedAfter: number | null
  readonly breakdown: readonly FigureCell[]
  readonly setting: Pick<AudienceSetting, 'hideBelow' | 'roundTo'>
  /** A family can be in more than one of these groups, so they do not make the total. */
  readonly overlaps?: true
  /** Broken down by each year or number: their mean, not rounded; null when there are none, or not all are shown. */
  readonly mean?: number | null
  /** How many of the counted have an answer to the question of the grouping; null when too few to tell. */
  readonly completeness?: { readonly known: number | null; readonly all: number | null }
}

export const entryOf = (definition: ProgrammeDefinition, measure: Measure): MeasureEntry => ({
  code: measure.code,
  programmeCode: definition.code,
  programmeName: definition.name,
  programmeVersion: definition.version,
  name: measure.name,
  unit: measure.unit,
  groupings: namesOf(definition, measure.groupings),
  ownGroupings: namesOf(definition, measure.ownGroupings ?? []),
  crosses: measure.crosses,
  ...(measure.partOf !== undefined && { partOf: measure.partOf }),
  passport: measure.passport,
})

/** Of each programme the first measure that others are part of: all that it counts. */
export function wholesOf(all: readonly MeasureEntry[]): readonly MeasureEntry[] {
  const wholes = all.filter((one) => all.some((other) => other.partOf === one.code))
  return [...Map.groupBy(wholes, (one) => one.programmeCode).values()].flatMap(([first]) => first ?? [])
}

/** What this audience may break a measure down by. */
export const groupingsFor = (
  { groupings, ownGroupings }: Pick<MeasureEntry, 'groupings' | 'ownGroupings'>,
  audience: Audience,
): MeasureEntry['groupings'] => (audience === 'organisation' ? [...groupings, ...ownGroupings] : groupings)

const namesOf = ({ groupings, questions }: ProgrammeDefinition, codes: readonly string[]): MeasureEntry['groupings'] =>
  groupings
    .filter((one) => codes.includes(one.code))
    .map(({ code, name, question }) => {
      const isSpecial = questions.some((one) => one.special === true && one.code === question)
      return { code, name, ...(isSpecial && { isSpecial }) }
    })

export const shareEntryOf = (
  definition: ProgrammeDefinition,
  { code, name, part, whole, passport }: Share,
): ShareEntry => ({
  ...{ code, name, part, whole, passport },
  programmeCode: definition.code,
  programmeName: definition.name,
  programmeVersion: definition.version,
  unit: { nl: 'procent', en: 'per cent' },
  groupings: [],
})

/**
 * Whether nothing was recorded yet at the moment up to which a figure counts: then the last that changed were the limits
 * that every installation begins with, which stand since the first day of 2000 (migration 0005).
 */
export const isNothingRecorded = (knownAt: string): boolean => knownAt < '2000-01-02'
