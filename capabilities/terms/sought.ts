import { plainName } from '../search/similar.ts'
import type { Term } from './chosen.ts'
import type { Named, NameLanguage } from './term.ts'

/** What people call it, and a name by which the pages or the texts under them call the same. */
export type SoughtAs = { readonly word: string; readonly means: string }

/** Every name of one thing, in small letters and once each: as it is called here, as it was under that, and what else people say. */
export function namesOf({ said, under }: Term, language: NameLanguage): string[] {
  const all = [said, ...under].map((one) => one[language])
  return [...new Set(all.flatMap(everyName).map((one) => one.toLowerCase()))]
}

const everyName = ({ name, plural, short, synonyms }: Named): string[] => [
  ...[name, plural, ...(short === null ? [] : [short])],
  ...synonyms,
]

/** Whoever looks for one name of a thing finds what is written with any other. */
export const soughtAs = (terms: readonly Term[], language: NameLanguage): SoughtAs[] =>
  terms.flatMap((term) => {
    const names = namesOf(term, language)
    return names.flatMap((word) => names.filter((means) => means !== word).map((means) => ({ word, means })))
  })

/** The things of which somebody typed a name, whole and in any spelling of capitals, accents and signs. */
export function meantBy(terms: readonly Term[], language: NameLanguage, typed: string): Term[] {
  const text = ` ${plainName(typed)} `
  return terms.filter((term) => namesOf(term, language).some((name) => text.includes(` ${plainName(name)} `)))
}

/** What else a thing is called, without the name that is used there. */
export function otherNames({ said, under }: Term, language: NameLanguage): string[] {
  const { name, plural, short, synonyms } = said[language]
  const own = new Set([name, plural].map((one) => one.toLowerCase()))
  const before = under.map((one) => one[language]).flatMap((one) => [one.name, ...one.synonyms])
  const seen = new Set<string>()
  return [...(short === null ? [] : [short]), ...synonyms, ...before].filter((one) => {
    const key = one.toLowerCase()
    if (own.has(key) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
