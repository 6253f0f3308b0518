/** A number that is not shown, so that nobody can be recognised. */
export const HIDDEN = 'hidden'
/** A number that nobody knows. */
export const MISSING = 'missing'

/** A number to show, or why there is none. */
export type Shown = number | typeof HIDDEN | typeof MISSING
