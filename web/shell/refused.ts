import type { Refused } from '../../foundation/result.ts'

const STATUS: Readonly<Record<string, number>> = { 'request-too-many': 429, 'changed-meanwhile': 409 }

/** How a page answers that tells why something was refused: the status, and the reason code for the audit row. */
export const refusedAs = (refused: Refused | undefined): { refusedWith?: string; status?: number } =>
  refused === undefined ? {} : { refusedWith: refused.reason, status: STATUS[refused.reason] ?? 400 }
