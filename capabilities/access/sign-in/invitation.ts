import { createHash, createHmac } from 'node:crypto'
import type { Id } from '../../../foundation/id.ts'

/** Long enough for a holiday in the week, short enough for a link that lies about. */
export const INVITATION_DAYS = 7

/**
 * 32 bytes that nobody without our key can guess, as they stand in the address. The same every time for an invitation, so
 * that a mail made later, or made again, holds the link that was shown, while the link itself is kept nowhere.
 */
export const tokenOf = (invitationId: Id, key: string): string =>
  createHmac('sha256', key).update(invitationId).digest('base64url')

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** What is kept of a token: whoever reads the database cannot use it. A plain hash suffices for 32 random bytes. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Six digits to be told by voice, with which alone a link opens that somebody else could find in a mailbox. */
export const codeOf = (invitationId: Id, key: string): string =>
  String(createHmac('sha256', key).update(`code ${invitationId}`).digest().readUInt32BE() % 1_000_000).padStart(6, '0')
