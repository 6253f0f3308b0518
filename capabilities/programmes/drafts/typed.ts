/** What was typed in a form, by name of field. */
export type Typed = Pick<FormData, 'has' | 'getAll'>

/** The format takes a thousand signs; what is longer is kept a little, so that the fault can be shown. */
const LONGEST_TEXT = 2000

/** Without signs that no database keeps, and spaces at the ends. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}--[\n\t]]/gv, '')
    .trim()
    .slice(0, LONGEST_TEXT)

/** All that was typed under one name. */
export const texts = (typed: Typed, name: string): string[] => typed.getAll(name).map((one) => clean(String(one)))

/** The first that was typed under one name; empty when nothing was. */
export const text = (typed: Typed, name: string): string => texts(typed, name)[0] ?? ''
