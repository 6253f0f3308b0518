import { type Answer, allow, refuse } from '../../foundation/result.ts'

/** Nobody who asks about schemes has more than this, and whoever typed more made a slip: a million euros. */
export const MOST_CENTS = 100_000_000

const SIGNS = /€|eur(?:o|os)?|per maand|p\/m|[\s\u00a0]/gi
/** Thousands with a point or a space, cents behind a comma; or cents behind a point, as phones write them. */
const DUTCH = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}|-+))?$/
const ENGLISH = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/

/**
 * An amount in whole cents as people write it: 1650, 1.650, 1.650,50, € 1650,- or 1650.50. Refuses what is no amount, less
 * than nothing, and more than `MOST_CENTS`. Runs in the browser as well.
 */
export function readAmount(text: string): Answer<number> {
  const typed = text.replace(SIGNS, '')
  if (/^[-−–]/.test(typed)) return refuse('amount-below-nothing')
  const [, whole, cents = ''] = DUTCH.exec(typed) ?? ENGLISH.exec(typed) ?? []
  if (whole === undefined) return refuse('amount-unreadable')
  const euros = Number(whole.replace(/[.,]/g, ''))
  const amount = euros * 100 + (/^\d+$/.test(cents) ? Number(cents.padEnd(2, '0')) : 0)
  return amount > MOST_CENTS ? refuse('amount-too-large') : allow(amount)
}
