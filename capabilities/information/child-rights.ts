import { z } from 'zod'
import type { Day } from '../../foundation/day.ts'
import { words } from '../programmes/definition-basics.ts'
import { areFactsSound, type Fact, factOn } from './facts.ts'

/** 6 to 11 and 12 to 17: each band reads about its rights in its own words. */
export type AgeBand = 'child' | 'young'

const NAMED = /\{\{feit:([a-z0-9-]+)\}\}/g
const codesIn = (text: string): string[] => [...text.matchAll(NAMED)].map(([, code = '']) => code)

const line = z
  .strictObject({
    code: z.enum(['home', 'judge', 'help', 'file']),
    band: z.enum(['child', 'young']),
    ask: words,
    says: words,
    /** What it says while an age in it is not certain, ending at the site of the service. */
    otherwise: z.exactOptional(words),
    site: z.exactOptional(z.string().regex(/^https:\/\/[a-z0-9.-]+\//)),
  })
  .refine(
    ({ says, otherwise, site }) => codesIn(says.nl).length === 0 || (otherwise !== undefined && site !== undefined),
    'a line with an age says what to read when the age is not certain',
  )
  .refine(
    ({ says }) => String(codesIn(says.nl).toSorted()) === String(codesIn(says.en).toSorted()),
    'a line names the same ages in both languages',
  )

/** What a child may decide and when a judge listens, per age band; every age in it is a fact. */
export const childRightsFormat = z.strictObject({ lines: z.array(line) })
export type ChildRights = z.infer<typeof childRightsFormat>

/** A line as it can be told today; with a site when an age in it cannot. */
export type RightTold = {
  readonly code: z.infer<typeof line>['code']
  readonly ask: z.infer<typeof words>
  readonly says: z.infer<typeof words>
  readonly site: string | undefined
}

/**
 * What a child of this band reads on a day about what it may decide. An age that nobody found a source for, or that does not
 * hold on that day, is not told: the line then leads to the site of the service (R-269: ages are settings to be confirmed).
 */
export const rightsOn = (
  { lines }: ChildRights,
  band: AgeBand,
  { facts, today }: { facts: readonly Fact[]; today: Day },
): RightTold[] =>
  lines
    .filter((one) => one.band === band)
    .map(({ code, ask, says, otherwise, site }) => {
      if (otherwise !== undefined && !areFactsSound(facts, codesIn(says.nl), today))
        return { code, ask, says: otherwise, site }
      const filled = (lang: 'nl' | 'en') =>
        says[lang].replace(NAMED, (_, named: string) => factOn(facts, named, today)?.value[lang] ?? '')
      return { code, ask, says: { nl: filled('nl'), en: filled('en') }, site: undefined }
    })

/** The facts that the lines name, for who checks that each is known. */
export const factsNamedIn = ({ lines }: ChildRights): string[] => lines.flatMap(({ says }) => codesIn(says.nl))
