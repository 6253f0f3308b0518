import { z } from 'zod'
import type { Day } from '../../foundation/day.ts'
import { isoDay, wordsAndMore } from '../programmes/definition-basics.ts'
import { slugFormat } from './front-matter.ts'

const fact = z.strictObject({
  code: slugFormat,
  from: isoDay,
  /** The last day on which it holds; null as long as nobody said otherwise. */
  until: isoDay.nullable(),
  status: z.enum(['verified', 'secondary', 'unverified']),
  source: z.string().trim().min(1).max(300),
  value: wordsAndMore,
})

/** What can change by law or by year, kept apart from the texts that use it. */
export const factsFormat = z.strictObject({ facts: z.array(fact) })

export type Fact = z.infer<typeof fact>

/** The value of a fact on a day; undefined before it holds, after it ends and for a code that nobody knows. */
export const factOn = (facts: readonly Fact[], code: string, today: Day): Fact | undefined =>
  facts.find((one) => one.code === code && one.from <= today && (one.until === null || today <= one.until))

/** Whether a text with these facts can be trusted today: each of them holds and somebody found a source for it. */
export const areFactsSound = (facts: readonly Fact[], codes: readonly string[], today: Day): boolean =>
  codes.every((code) => {
    const found = factOn(facts, code, today)
    return found !== undefined && found.status !== 'unverified'
  })
