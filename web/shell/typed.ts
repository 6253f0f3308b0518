import type { Refused } from '../../foundation/result.ts'
import { refusalSentence } from '../words/refusals.ts'
import type { PageRequest } from './guarded.ts'

/** What was typed in a field of a form that was sent, trimmed; empty when nothing was. */
export const typedOne = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

/** The number in a field; something that is no number at all when something else was typed. */
export const typedNumber = (page: PageRequest, name: string): number =>
  /^\d{1,9}$/.test(typedOne(page, name)) ? Number(typedOne(page, name)) : Number.NaN

/** The version of a record that was on the screen; undefined for a new one. */
export const typedVersion = (page: PageRequest): { rowVersion?: number } => {
  const version = typedNumber(page, '_versie')
  return Number.isNaN(version) ? {} : { rowVersion: version }
}

/** A form as it is shown again: what was typed where it was sent, what is kept where not, and what is wrong at which field. */
export function formShown(page: PageRequest, refused: Refused | undefined) {
  const isTyped = [...page.form.keys()].length > 0
  const message = refused && refusalSentence(page.lang, refused)
  const field = refused?.with?.field === undefined ? undefined : String(refused.with.field)
  return {
    message,
    field,
    one: (name: string, kept: string | number | null | undefined): string =>
      isTyped ? String(page.form.get(name) ?? '').slice(0, 10_000) : String(kept ?? ''),
    errorOf: (name: string): string | undefined => (field === name ? message : undefined),
    status: refused === undefined ? 200 : refused.reason === 'changed-meanwhile' ? 409 : 400,
  }
}
export type FormShown = ReturnType<typeof formShown>
