import type { Day } from '../../foundation/day.ts'
import { assess, type Verdict } from './assess.ts'
import type { Household } from './household.ts'
import type { MunicipalRules } from './rules.ts'

/** A household that exists nowhere, by which somebody sees what a change of the values does. */
export type Example = {
  readonly code: string
  readonly name: { readonly nl: string; readonly en: string }
  readonly household: Household
}

/** What becomes of one example with one scheme; undefined where the scheme is not there. */
export type Difference = {
  readonly day: Day
  readonly example: string
  readonly scheme: string
  readonly before: Verdict | undefined
  readonly after: Verdict | undefined
}

type Asked = { readonly today: Day; readonly isDemo: boolean }

/** Everything that changes for an example household, today and on each later day on which a value begins. */
export function differencesOf(
  examples: readonly Example[],
  { before, after }: { before: MunicipalRules; after: MunicipalRules },
  { today, isDemo }: Asked,
): Difference[] {
  const starts = [before, after].flatMap(({ norms, schemes }) =>
    [...norms, ...schemes].map(({ validFrom }) => validFrom),
  )
  const days = [...new Set([today, ...starts.filter((day) => day > today)])].toSorted()
  return days.flatMap((day) =>
    examples.flatMap(({ code, household }) => {
      const was = verdicts(household, before, { day, isDemo })
      const is = verdicts(household, after, { day, isDemo })
      return [...new Set([...was.keys(), ...is.keys()])]
        .filter((scheme) => was.get(scheme) !== is.get(scheme))
        .map((scheme) => ({ day, example: code, scheme, before: was.get(scheme), after: is.get(scheme) }))
    }),
  )
}

const verdicts = (
  household: Household,
  rules: MunicipalRules,
  asked: { day: Day; isDemo: boolean },
): Map<string, Verdict> => new Map(assess(household, rules, asked).map(({ scheme, verdict }) => [scheme, verdict]))

/** What somebody confirms: exactly these differences, so that nothing that came after it is confirmed along. */
export const confirmationOf = (differences: readonly Difference[]): string =>
  differences.map((one) => [one.day, one.example, one.scheme, one.before ?? '-', one.after ?? '-'].join(' ')).join('; ')
