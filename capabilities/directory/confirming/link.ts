import { createHash, createHmac } from 'node:crypto'
import type { Id } from '../../../foundation/id.ts'

/** A provider looks at its mail less often than a colleague does. */
export const LINK_DAYS = 30

/** The same every time for one question, so that a mail sent again holds the same link, which itself is kept nowhere. */
export const tokenFor = (askId: Id, key: Uint8Array): string =>
  createHmac('sha256', key).update(askId).digest('base64url')

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** What is kept of a link: whoever reads the database cannot use it. A plain hash suffices for 32 random bytes. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export const LONGEST_REMARK = 2_000
