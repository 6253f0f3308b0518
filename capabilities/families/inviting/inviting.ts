import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Details, Person } from '../files/person.ts'

/** a child reads its own file from this age on (rijksoverheid.nl, on seeing a youth file). */
const YOUNGEST = 12

/**
 * Whether a person may be invited to sign in, by what that person said of mail. Refuses a child that is too young or of
 * whom no age is known, and an address that is not there, not safe, or not asked about.
 */
export function mayBeInvited(
  { kind, ageYears }: Pick<Person, 'kind' | 'ageYears'>,
  details: Pick<Details, 'email' | 'safeContact'> | undefined,
): Answer {
  if (isTooYoung({ kind, ageYears })) return refuse('invite-too-young', { age: YOUNGEST })
  if ((details?.email ?? '').trim() === '') return refuse('invite-no-mail')
  const { mail } = details?.safeContact ?? {}
  if (mail === 'no') return refuse('invite-mail-unsafe')
  return mail === 'yes' ? allow() : refuse('invite-mail-not-asked')
}

/** Whom the person named as reading along, in their own words, which may also say that nobody does; then it is asked anew. */
export const namedReader = (details: Pick<Details, 'safeContact'> | undefined): string =>
  (details?.safeContact.readBy ?? '').trim()

export const isTooYoung = ({ kind, ageYears }: Pick<Person, 'kind' | 'ageYears'>): boolean =>
  kind !== 'adult' && (kind === 'unborn' || (ageYears ?? 0) < YOUNGEST)
