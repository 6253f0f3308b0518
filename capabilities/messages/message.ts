import type { Id } from '../../foundation/id.ts'

/** Why somebody gets a message. The mail of a kind is always the same, whoever and whatever it is about. */
export const KINDS = [
  'invitation', // a link to choose a password
  'work-waiting', // something new, late or urgent: the mail does not tell which
  'account-password', // the password was changed
  'account-sign-in', // signed in with a kind of device not seen before
  'request-received', // to an asker who said that mail is safe
  'attention', // something odd about signing in, or a log that does not hold, to who watches that: the mail does not tell what
  'offer-check', // to the provider of a card of the local offer: a link to say whether it is still right
] as const
export type MessageKind = (typeof KINDS)[number]

export const STATES = ['queued', 'sent', 'failed', 'given-up', 'not-needed'] as const
export type MessageState = (typeof STATES)[number]

/** Why a message was not sent (yet). The first four are worth another try. */
export const REASONS = [
  'server-away',
  'server-busy',
  'server-login-refused',
  'no-safe-connection',
  'mail-refused',
  'address-unusable',
  'mail-off',
  'no-recipient',
  'switched-off',
  'covered',
  'link-over',
] as const
export type MessageReason = (typeof REASONS)[number]

/** What somebody asks to have sent. Never words, a name or an address: who it goes to is looked up at sending time. */
export type NewMessage =
  | {
      readonly kind: 'invitation'
      readonly to: { readonly personId: Id }
      readonly about: Id
      /** By who works on the person of a file, who has no other right over accounts. */
      readonly isFromFile?: true
    }
  | {
      readonly kind: 'work-waiting'
      readonly to: { readonly personId: Id }
      readonly municipalityId: Id
      readonly about?: Id
      /** At once, also when the person switched work mails off. The mail itself is the same. */
      readonly urgent?: boolean
    }
  | { readonly kind: 'account-password' | 'account-sign-in' | 'attention'; readonly to: { readonly personId: Id } }
  | {
      readonly kind: 'offer-check'
      /** Nobody with an account: the room of the local offer knows where the provider is reached. */
      readonly to: Readonly<Record<string, never>>
      readonly municipalityId: Id
      readonly about: Id
    }
  | {
      readonly kind: 'request-received'
      readonly to: { readonly helpRequestId: Id }
      readonly municipalityId: Id
    }

/** A message that this process, and no other, is to send now. */
export type Claimed = {
  readonly id: Id
  readonly kind: MessageKind
  readonly aboutId: Id | null
  readonly helpRequestId: Id | null
  /** Where it goes; undefined for who has no account: the room that knows is asked. */
  readonly to: Recipient | undefined
}
export type Recipient = { readonly email: string; readonly lang: 'nl' | 'en' }

/** What came of a try. */
export type Outcome =
  | { readonly result: 'sent' }
  | { readonly result: 'later' | 'refused' | 'not-needed'; readonly reason: MessageReason }

/** The only places a mail leads to, below the address of the product; a token is the one thing filled in. */
export const PATHS: Readonly<Record<MessageKind, (token: string) => string>> = {
  invitation: (token) => `/uitnodiging/${token}`,
  'work-waiting': () => '/werk',
  'account-password': () => '/werk/mijn-account',
  'account-sign-in': () => '/werk/mijn-account',
  'request-received': () => '/',
  attention: () => '/werk/mensen',
  'offer-check': (token) => `/klopt-dit/${token}`,
}

const MINUTE = 60_000
/** Pauses after the first failures; after that always the last. A mail server that says "later" means a quarter or so. */
const PAUSES = [1, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * MINUTE)
/** After a day somebody else has to be told in another way, so a manager reads that it was given up. */
const PATIENCE = 24 * 60 * MINUTE
/** At most one mail about waiting work an hour: more of them tell how busy, and nobody reads them. */
export const DIGEST_MS = 60 * MINUTE
/** Longer than the longest try (`connections/mail`), so that nobody takes over a message that is still being sent. */
export const CLAIM_MS = 5 * MINUTE

/** Where a message stands after a try. */
export type Settled =
  | { readonly state: 'sent' }
  | { readonly state: 'given-up' | 'not-needed'; readonly reason: MessageReason }
  | { readonly state: 'failed'; readonly reason: MessageReason; readonly dueAt: Date }

type Tried = { readonly attempts: number; readonly firstTriedAt: Date }

/** What a try makes of a message: sent, over, or again after a growing pause, with a last try when the day is over. */
export function afterTry({ attempts, firstTriedAt }: Tried, outcome: Outcome, now: Date): Settled {
  switch (outcome.result) {
    case 'sent':
      return { state: 'sent' }
    case 'not-needed':
      return { state: 'not-needed', reason: outcome.reason }
    case 'refused':
      return { state: 'given-up', reason: outcome.reason }
    case 'later': {
      const last = firstTriedAt.getTime() + PATIENCE
      if (now.getTime() >= last) return { state: 'given-up', reason: outcome.reason }
      const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? MINUTE
      return { state: 'failed', reason: outcome.reason, dueAt: new Date(Math.min(now.getTime() + pause, last)) }
    }
  }
}

/** When a mail about waiting work may go, given when the last one went; now, when that is an hour ago or never. */
export function workMailDue(lastSentAt: Date | undefined, now: Date): Date {
  const next = (lastSentAt?.getTime() ?? 0) + DIGEST_MS
  return new Date(Math.max(next, now.getTime()))
}
