import { holdsBsn } from '../imports/bsn.ts'

/** By what a text can lead to a person: to be taken out before it is kept. Names a machine does not find; people look for those. */
export type Trace = 'citizen-number' | 'mail' | 'phone' | 'postcode'

/** An address of a mailbox, or somebody's name on a network. */
const MAIL = /\S@\S|(?<!\S)@[\p{L}\d_.]{2,}/u
/** Nine digits or more that begin as a number to call does, however they are grouped. */
const PHONE = /(?<!\d)(?:\+|00|0)(?:[ .()/-]*\d){8,}/
const POSTCODE = /(?<![\p{L}\d])[1-9]\d{3} ?[A-Z]{2}(?![\p{L}\d])/u
/** Signs that nobody sees, between which a number can hide. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** The first trace of a person in a text, undefined without one. */
export function traceIn(text: string): Trace | undefined {
  const read = text.normalize('NFKC').replace(UNSEEN, '')
  if (MAIL.test(read)) return 'mail'
  if (holdsBsn(read)) return 'citizen-number'
  if (PHONE.test(read)) return 'phone'
  return POSTCODE.test(read) ? 'postcode' : undefined
}
