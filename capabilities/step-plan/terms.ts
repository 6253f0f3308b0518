import type { Day } from '../../foundation/day.ts'

/** What can change by law or by year, with where it was found and since when it holds. */
export type TermFact = {
  readonly code: string
  readonly from: Day
  readonly source: string
  readonly value: { readonly nl: string; readonly en: string }
}

export type Term = { readonly text: string; readonly facts: readonly TermFact[] }

const NAMED = /\{\{feit:([a-z0-9-]+)\}\}/g

/** A term with what it names filled in; undefined when something in it does not hold today or has no source. */
export function termIn(
  text: { readonly nl: string; readonly en: string },
  lang: 'nl' | 'en',
  known: ReadonlyMap<string, TermFact>,
): Term | undefined {
  const codes = [...text[lang].matchAll(NAMED)].map(([, code = '']) => code)
  const facts = codes.flatMap((code) => known.get(code) ?? [])
  if (facts.length < codes.length) return undefined
  return { text: text[lang].replace(NAMED, (_, code: string) => known.get(code)?.value[lang] ?? ''), facts }
}
