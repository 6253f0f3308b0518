import { createHash, randomBytes } from 'node:crypto'

/** Long enough for a holiday in the week, short enough for a link that lies about. */
export const INVITATION_DAYS = 7

/** 32 bytes nobody can guess, as they stand in the address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** What is kept of a token: whoever reads the database cannot use it. A plain hash suffices for 32 random bytes. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
