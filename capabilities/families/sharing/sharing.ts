import { after, type Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { PersonKind } from '../files/person.ts'

/** What can be shared: somebody's part in the plan, and how to reach somebody. Never a note, never an address. */
export const PARTS = ['plan', 'reach'] as const
export type Part = (typeof PARTS)[number]

/** consent of the person, or a ground of safety that the privacy officer sees. */
export const GROUNDS = ['consent', 'safety'] as const
export type Ground = (typeof GROUNDS)[number]

export const CONSENT_WAYS = ['talk', 'phone', 'message', 'paper'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** Who gave it: the person, or for a child whoever has authority. */
export const CONSENT_GIVERS = ['self', 'authority'] as const
export type ConsentGiver = (typeof CONSENT_GIVERS)[number]

export type Consent = { readonly on: Day; readonly how: ConsentWay; readonly by: ConsentGiver }

/** A sharing as its form tells it. */
export type ToldSharing = {
  readonly parts: readonly string[]
  readonly purpose: string
  readonly ground: string
  readonly consentOn?: Day | undefined
  readonly consentHow?: string | undefined
  readonly consentBy?: string | undefined
  readonly safetyReason?: string | undefined
  readonly endsOn?: Day | undefined
}

export type CheckedSharing = {
  readonly parts: readonly Part[]
  readonly purpose: string
  readonly endsOn: Day
} & ({ readonly ground: 'consent'; readonly consent: Consent } | { readonly ground: 'safety'; readonly reason: string })

const SHORTEST = 10
const LONGEST_PURPOSE = 300
const LONGEST_REASON = 2000

/** The last day that a sharing can have: so many days as the municipality set. */
export const longestUntil = (today: Day, sharingDays: number): Day => after(today, { days: sharingDays })

/**
 * A sharing as it may be recorded. Refuses one without something to share, a purpose, a ground or a last day; consent
 * still to come, or of an adult by somebody else; a reason of a few letters; and a day later than the municipality allows.
 */
export function sharingOf(
  told: ToldSharing,
  { kind, today, sharingDays }: { readonly kind: PersonKind; readonly today: Day; readonly sharingDays: number },
): Answer<CheckedSharing> {
  const parts = PARTS.filter((one) => told.parts.includes(one))
  if (parts.length === 0) return refuse('sharing-what')
  const purpose = told.purpose.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (purpose.length < SHORTEST || purpose.length > LONGEST_PURPOSE)
    return refuse('sharing-purpose', { least: SHORTEST, most: LONGEST_PURPOSE })
  const ground = groundOf(told, kind, today)
  if (!ground.ok) return ground
  const last = longestUntil(today, sharingDays)
  if (told.endsOn === undefined || told.endsOn < today || told.endsOn > last)
    return refuse('sharing-until', { days: sharingDays })
  return allow({ parts, purpose, endsOn: told.endsOn, ...ground.value })
}

type Grounded = { ground: 'consent'; consent: Consent } | { ground: 'safety'; reason: string }

function groundOf(told: ToldSharing, kind: PersonKind, today: Day): Answer<Grounded> {
  if (told.ground === 'safety') {
    const reason = told.safetyReason?.replace(/[^\P{Cc}\n]/gu, '').trim() ?? ''
    return reason.length < SHORTEST || reason.length > LONGEST_REASON
      ? refuse('sharing-safety-reason', { least: SHORTEST, most: LONGEST_REASON })
      : allow({ ground: 'safety', reason })
  }
  if (told.ground !== 'consent') return refuse('sharing-ground')
  const { consentOn: on } = told
  const how = CONSENT_WAYS.find((one) => one === told.consentHow)
  const by = CONSENT_GIVERS.find((one) => one === told.consentBy)
  if (on === undefined || how === undefined || by === undefined) return refuse('sharing-consent')
  if (on > today) return refuse('day-in-future')
  if (kind === 'adult' && by !== 'self') return refuse('sharing-consent-self')
  return allow({ ground: 'consent', consent: { on, how, by } })
}

/** How a sharing stands on a day. */
export type State = 'offered' | 'in-force' | 'withdrawn' | 'over'

export function stateOf(
  sharing: { readonly acceptedAt: Date | null; readonly withdrawnAt: Date | null; readonly endsOn: Day },
  today: Day,
): State {
  if (sharing.withdrawnAt !== null) return 'withdrawn'
  if (sharing.endsOn < today) return 'over'
  return sharing.acceptedAt === null ? 'offered' : 'in-force'
}

export const isStanding = (state: State): boolean => state === 'offered' || state === 'in-force'

/** Whoever is named in a sharing, with where that one works. */
export type Party = { readonly name: string; readonly organisation: string; readonly municipality: string }

/** A sharing as one of those it concerns sees it; what is not theirs to know is null. */
export type ShownSharing = {
  readonly id: Id
  readonly municipalityId: Id
  readonly personId: Id
  readonly personName: string | null
  readonly receiverId: Id
  readonly receiver: Party
  readonly sharer: Party
  readonly parts: readonly Part[]
  readonly purpose: string
  readonly ground: Ground
  readonly consent: Consent | null
  readonly safetyReason: string | null
  readonly endsOn: Day
  readonly recordedAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: Id | null
}
