import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import { readAmount } from './amount.ts'

/** 18 to 20, from 21 until the state pension, and from the state pension on: the norm differs between them. */
export const AGE_GROUPS = ['young', 'middle', 'pension'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/** Alone (with or without children), with a partner, or with other adults in one house. */
export const LIVING = ['alone', 'partner', 'others'] as const
export const HOMES = ['rent', 'own', 'other'] as const

/** An amount that somebody knows about: both ends the same when it was told, `upTo` null for the highest band. */
export type About = { readonly from: number; readonly upTo: number | null }

/** All that the quick check is told: no name, no day of birth, no address; kept nowhere. */
export type Household = {
  readonly age: AgeGroup
  readonly living: (typeof LIVING)[number]
  /** Ages of the children at home, in whole years. */
  readonly children: readonly number[]
  /** Net per month, in cents; undefined when it was not told. */
  readonly income: About | undefined
  readonly means: About | undefined
  readonly home: (typeof HOMES)[number] | undefined
}

/** For who would rather not type an amount; in whole euros, from and up to. */
export const INCOME_BANDS = bands([0, 1000, 1250, 1500, 1750, 2000, 2250, 2500, 3000, 3500])
export const MEANS_BANDS = bands([0, 1000, 2500, 5000, 7500, 15_000, 25_000])

function bands(steps: readonly number[]): readonly { readonly code: string; readonly about: About }[] {
  return steps.map((from, at) => {
    const next = steps[at + 1]
    const about = { from: from * 100, upTo: next === undefined ? null : next * 100 }
    return { code: next === undefined ? `${from}-` : `${from}-${next}`, about }
  })
}

/** The fields of the check as they stand in its form. */
export const FIELDS = {
  ...{ age: 'leeftijd', living: 'wonen', children: 'kinderen', home: 'huis' },
  ...{ income: 'inkomen', incomeBand: 'inkomen-ongeveer', means: 'spaargeld', meansBand: 'spaargeld-ongeveer' },
} as const

/** What one field was given, as it was typed; empty when it was not there. */
export type FieldGiven = (field: string) => string

export type HouseholdRead = {
  readonly household: Household | undefined
  /** By the name of the field. */
  readonly faults: Readonly<Record<string, Refused>>
}

/** The household in a form that was sent; undefined with the faults by field. The browser asks the same. */
export function householdIn(given: FieldGiven): HouseholdRead {
  const faults: Record<string, Refused> = {}
  const take = <T>(field: string, answer: Answer<T>): T | undefined => {
    if (answer.ok) return answer.value
    faults[field] = answer
    return undefined
  }
  const { age, living, children, home } = FIELDS
  const told = {
    age: take(age, oneOf(AGE_GROUPS, given(age))),
    living: take(living, oneOf(LIVING, given(living))),
    children: take(children, agesIn(given(children))),
    income: take(FIELDS.income, aboutIn(given(FIELDS.income), given(FIELDS.incomeBand), INCOME_BANDS)),
    means: take(FIELDS.means, aboutIn(given(FIELDS.means), given(FIELDS.meansBand), MEANS_BANDS)),
    home: given(home) === '' ? undefined : take(home, oneOf(HOMES, given(home))),
  }
  if (told.age === undefined || told.living === undefined || Object.keys(faults).length > 0)
    return { household: undefined, faults }
  return {
    household: { ...told, age: told.age, living: told.living, children: told.children ?? [] },
    faults,
  }
}

function oneOf<T extends string>(codes: readonly T[], given: string): Answer<T> {
  if (given === '') return refuse('answer-not-chosen')
  const found = codes.find((code) => code === given)
  return found === undefined ? refuse('answer-not-offered') : allow(found)
}

/** A typed amount says more than a band. */
function aboutIn(typed: string, band: string, known: typeof INCOME_BANDS): Answer<About | undefined> {
  if (typed.trim() !== '') {
    const amount = readAmount(typed)
    return amount.ok ? allow({ from: amount.value, upTo: amount.value }) : amount
  }
  if (band === '') return allow(undefined)
  const found = known.find(({ code }) => code === band)
  return found === undefined ? refuse('answer-not-offered') : allow(found.about)
}

const MOST_CHILDREN = 15
const OLDEST = 27

/** "4, 9 en 14", "4 jaar", or nothing. Refuses what is no age, such as a year of birth, and more children than a home holds. */
function agesIn(text: string): Answer<number[]> {
  const words = text
    .replace(/\b(?:jaar|jr|years?|oud|old)\b/gi, ' ')
    .split(/[\s,;/&+]+|\ben\b|\band\b/i)
    .filter((word) => word.trim() !== '')
  if (words.length > MOST_CHILDREN) return refuse('children-too-many', { most: MOST_CHILDREN })
  const ages = words.map((word) => (/^\d{1,2}$/.test(word) ? Number(word) : Number.NaN))
  if (ages.some((age) => !(age <= OLDEST))) return refuse('children-no-ages')
  return allow(ages.sort((one, other) => one - other))
}
