import type { Day } from '../../foundation/day.ts'
import { parseDay } from '../../foundation/day.ts'
import { oneLine } from '../../foundation/one-line.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { ToldValue } from './rule-told.ts'
import { type MunicipalRules, type OwnScheme, type Said, STATUSES } from './rules.ts'
import type { Scheme } from './scheme.ts'

/** Characters and lines of each part; the page of a scheme stays one that somebody reads to its end. */
export const LONGEST_PART = { name: 80, summary: 200, line: 300, source: 300 } as const
export const MOST_LINES = 12
/** More schemes of its own than any municipality has. */
export const MOST_OWN = 40

/** Parts of a text with a line per paragraph; the first three have to be there. */
export const TEXT_PARTS = ['forWhom', 'gives', 'apply', 'bring', 'goodToKnow'] as const
type TextPart = (typeof TEXT_PARTS)[number]
const NEEDED: readonly TextPart[] = ['forWhom', 'gives', 'apply']

/** Codes of schemes that one municipality has for itself begin so, so that none is ever one of the product. */
const OWN = 'eigen-'
const LONGEST_CODE = 50

export const isOwnCode = (code: string): boolean => code.startsWith(OWN)

/**
 * A scheme of one municipality as it was typed, in both languages. Refuses at its field what is empty or too long, what
 * stands in one language only, no source, and days that cannot be.
 */
export function ownSchemeFrom(told: ToldValue, today: Day): Answer<Omit<OwnScheme, 'code'>> {
  const name = inBoth(told, 'name', LONGEST_PART.name)
  if (!name.ok) return name
  const summary = inBoth(told, 'summary', LONGEST_PART.summary)
  if (!summary.ok) return summary
  const parts: Partial<Record<TextPart, readonly Said[]>> = {}
  for (const part of TEXT_PARTS) {
    const lines = linesFrom(told, part)
    if (!lines.ok) return lines
    parts[part] = lines.value
  }
  const source = told.text('source')
  if (source === '') return refuse('value-source', { field: 'source' })
  if (source.length > LONGEST_PART.source)
    return refuse('value-text-long', { field: 'source', most: LONGEST_PART.source })
  const [checkedOn, reviewOn] = ['checkedOn', 'reviewOn'].map((field) => parseDay(told.text(field)))
  if (checkedOn === undefined || checkedOn > today) return refuse('value-checked', { field: 'checkedOn' })
  if (reviewOn === undefined || reviewOn <= today) return refuse('scheme-review', { field: 'reviewOn' })
  const status = STATUSES.find((one) => one === told.text('status'))
  if (status === undefined) return refuse('value-status', { field: 'status' })
  const { forWhom = [], gives = [], apply = [], bring = [], goodToKnow = [] } = parts
  return allow({
    ...{ name: name.value, summary: summary.value, forWhom, gives, apply, bring, goodToKnow },
    ...{ source, checkedOn, reviewOn, status },
  })
}

function inBoth(told: ToldValue, part: string, most: number): Answer<Said> {
  const [nl, en] = ['nl', 'en'].map((language) => oneLine(told.text(`${part}/${language}`))) as [string, string] // one for each
  for (const [language, text] of [
    ['nl', nl],
    ['en', en],
  ] as const) {
    if (text === '') return refuse('scheme-empty', { field: `${part}/${language}` })
    if (text.length > most) return refuse('value-text-long', { field: `${part}/${language}`, most })
  }
  return allow({ nl, en })
}

function linesFrom(told: ToldValue, part: TextPart): Answer<Said[]> {
  const lines = { nl: [] as string[], en: [] as string[] }
  for (const language of ['nl', 'en'] as const) {
    const field = `${part}/${language}`
    lines[language] = told
      .text(field)
      .split(/[\r\n]+/)
      .map(oneLine)
      .filter((line) => line !== '')
    if (lines[language].length > MOST_LINES) return refuse('scheme-lines', { field, most: MOST_LINES })
    if (lines[language].some((line) => line.length > LONGEST_PART.line))
      return refuse('value-text-long', { field, most: LONGEST_PART.line })
    if (lines[language].length === 0 && NEEDED.includes(part)) return refuse('scheme-empty', { field })
  }
  if (lines.nl.length !== lines.en.length)
    return refuse('scheme-uneven', { field: `${part}/en`, lines: lines.nl.length })
  return allow(lines.nl.map((nl, at) => ({ nl, en: lines.en[at] ?? '' })))
}

/** The rules with this scheme: in place of the one with its code, or as one more with a code from its Dutch name. Refuses more than fit. */
export function withOwnScheme(
  rules: MunicipalRules,
  given: Omit<OwnScheme, 'code'>,
  code?: string,
): Answer<MunicipalRules> {
  const own = rules.own ?? []
  if (code !== undefined) {
    if (!own.some((one) => one.code === code)) return refuse('not-found')
    return allow({ ...rules, own: own.map((one) => (one.code === code ? { code, ...given } : one)) })
  }
  if (own.length >= MOST_OWN) return refuse('scheme-many', { most: MOST_OWN })
  // Values of a scheme that was taken away are gone too, so its code may be used again.
  const taken = new Set(own.map((one) => one.code))
  return allow({ ...rules, own: [...own, { code: freeCode(given.name.nl, taken), ...given }] })
}

function freeCode(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_CODE - OWN.length)
    .replace(/^-+|-+$/g, '')
  const first = `${OWN}${plain === '' ? 'regeling' : plain}`
  for (let number = 2, code = first; ; number++) {
    if (!taken.has(code)) return code
    code = `${first}-${number}`
  }
}

/** The rules without this scheme and without its values. */
export const withoutOwnScheme = (rules: MunicipalRules, code: string): MunicipalRules => ({
  ...rules,
  schemes: rules.schemes.filter(({ scheme }) => scheme !== code),
  own: (rules.own ?? []).filter((one) => one.code !== code),
})

/** The schemes of the product and those of the municipality behind them, as everyone reads both. */
export const withOwn = (known: readonly Scheme[], { own = [] }: MunicipalRules): readonly Scheme[] => [
  ...known,
  ...own.map(({ source, checkedOn, ...scheme }, at) => ({
    ...{ ...scheme, order: 500 + at, sources: [{ name: source, checkedOn }] },
    ...{ forWhom: [...scheme.forWhom], gives: [...scheme.gives], apply: [...scheme.apply] },
    ...{ bring: [...scheme.bring], goodToKnow: [...scheme.goodToKnow] },
  })),
]
