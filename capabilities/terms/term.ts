import { z } from 'zod'

/** What municipalities call by names of their own: one code per thing, whatever it is called. */
export const TERM_CODES = [
  'relationship-point',
  'separation-expert',
  'specialists-team',
  'local-team',
  'regional-team',
  'one-plan',
] as const
export type TermCode = (typeof TERM_CODES)[number]

/** The languages in which a thing has a name. */
export const NAME_LANGUAGES = ['nl', 'en'] as const
export type NameLanguage = (typeof NAME_LANGUAGES)[number]

/** With which article a name is said: in Dutch by its gender, in English by its sound. */
export const ARTICLES = { nl: ['de', 'het'], en: ['a', 'an'] } as const

/** Characters of each part, and how many other names there may be; the table holds no more. */
export const LONGEST = { name: 60, plural: 60, short: 12, explanation: 400, synonym: 60 } as const
export const MOST_SYNONYMS = 12

const name = z.string().min(2).max(LONGEST.name)
const named = <L extends NameLanguage>(language: L) =>
  z.strictObject({
    name,
    plural: z.string().min(2).max(LONGEST.plural),
    article: z.enum(ARTICLES[language]),
    /** For where there is little room; null when there is none. */
    short: z.string().min(2).max(LONGEST.short).nullable(),
    explanation: z.string().min(10).max(LONGEST.explanation),
    /** What else people call it: search finds the same by it. */
    synonyms: z.array(z.string().min(2).max(LONGEST.synonym)).max(MOST_SYNONYMS),
  })

/** Everything that is said of one thing, in both languages. */
export const saidFormat = z.strictObject({ nl: named('nl'), en: named('en') })
export type Said = z.infer<typeof saidFormat>
/** The same in one language. */
export type Named = Said['nl'] | Said['en']

/** The names that come with the product; texts are written in them. */
export const shippedTermsFormat = z.strictObject({
  about: z.string(),
  terms: z.record(z.enum(TERM_CODES), saidFormat),
})
export type ShippedTerms = Readonly<Record<TermCode, Said>>

export const isTermCode = (text: string): text is TermCode => TERM_CODES.some((code) => code === text)
