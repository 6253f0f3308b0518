import { createHmac } from 'node:crypto'
import type { Id } from '../../foundation/id.ts'
import { formKey } from '../forms/keys.ts'

/** No letters or digits that look alike, and no vowels, so that no code is a word. */
const ALPHABET = 'BCDFGHJKMNPQRTVWXYZ346789'
const GROUPS = 3
const GROUP = 4

/**
 * The code by which an asker comes back: twelve signs out of 25, more than 2^55. It follows from the key of the form, so
 * that a form sent twice gives the same code, and nobody without the secret of this installation can work it out.
 */
export const referenceFor = (submitKey: Id): string => codeFrom(keyed('code', submitKey))

/** A code that a person can write down: three groups of four signs, out of at least 24 bytes that nobody can guess. */
export function codeFrom(bytes: Buffer): string {
  const signs = Array.from(
    { length: GROUPS * GROUP },
    (_, at) => ALPHABET[bytes.readUInt16BE(at * 2) % ALPHABET.length],
  )
  return [0, 1, 2].map((group) => signs.slice(group * GROUP, (group + 1) * GROUP).join('')).join('-')
}

/** What is kept of a code; undefined for what can be none. Case, spaces and dashes make no difference. */
export function referenceHash(typed: string): string | undefined {
  const signs = signsIn(typed)
  return signs === undefined ? undefined : keyed('hash', signs).toString('hex')
}

/** The signs of a code as somebody typed it; undefined for what can be none. */
export function signsIn(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s.\-–—]/g, '')
  const isCode = signs.length === GROUPS * GROUP && [...signs].every((sign) => ALPHABET.includes(sign))
  return isCode ? signs : undefined
}

const keyed = (use: 'code' | 'hash', text: string): Buffer =>
  createHmac('sha256', formKey('reference')).update(`${use} ${text}`).digest()
