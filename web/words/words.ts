/** The languages of the interface: Dutch at B1, and English. */
export type Lang = 'nl' | 'en'

export const LANGS: readonly Lang[] = ['nl', 'en']

/** What a words file holds: sentences, sentences with something filled in, and groups of them. */
export type Words = { readonly [key: string]: string | ((...given: never[]) => string) | Words }

/** The same words in another language: the same keys, each taking the same things to fill in. */
export type SameWords<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer A) => string
    ? (...given: A) => string
    : T[K] extends string
      ? string
      : SameWords<T[K]>
}

/** The words of one screen or part in both languages; use them as `homeWords[lang].title`. */
export function defineWords<const T extends Words>(words: {
  nl: T
  en: SameWords<T>
}): Readonly<Record<Lang, SameWords<T>>> {
  // A T has the shape of its own SameWords (it only widens sentences to string), but the compiler cannot see that of an open T.
  return words as unknown as Readonly<Record<Lang, SameWords<T>>>
}

/** The language somebody chose, or Dutch for everyone who chose nothing we speak. */
export function langFrom(chosen: string | null | undefined): Lang {
  return LANGS.find((lang) => lang === chosen) ?? 'nl'
}
