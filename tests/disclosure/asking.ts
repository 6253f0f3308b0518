import type { Home } from './home.ts'

/** One question to the product: an address as typed, and for a form what is sent. */
export type Ask = { readonly path: string; readonly form?: readonly (readonly [string, string])[] }

/** A world as somebody on the other side could know it, and the numbers that somebody could guess. */
export type Known = Home & {
  readonly guessed: { noteId: string; trajectoryId: string; requestId: string; sharingId: string }
}

export const NOWHERE = '01990000-0000-7000-8000-000000000000'
export const HOSTILE = '\'"><script>alert(1)</script>'

export const get = (...paths: string[]): Ask[] => paths.map((path) => ({ path }))
export const post = (path: string, ...forms: Record<string, string | string[]>[]): Ask[] =>
  forms.map((form) => ({
    path,
    form: Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const)),
  }))

export const people = ({ persons: { sanne, mark, lotte } }: Known): string[] => [mark, sanne, lotte, NOWHERE]
