import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { HAND_OVER_SUBJECTS, type HandOverSubject, type Words } from '../../programmes/definition.ts'
import type { Circumstances } from '../circumstances/circumstances.ts'
import type { HelpRequest, RequestDetails } from '../request.ts'

/** What may go along, each only when the asker agreed: a name, how to reach that person safely, and own words. */
export const COVERS = ['name', 'reach', 'words'] as const
export type Covers = (typeof COVERS)[number]

/** Somebody who carries out a programme in the municipality of a request. */
export type Beside = {
  readonly provisionId: Id
  readonly organisationId: Id
  readonly organisationName: string
  readonly programmeCode: string
  readonly programme: Words
  /** Subjects that its definition takes over. */
  readonly takes: readonly string[]
  readonly isRunning: boolean
}

/** A handing over as both sides may know it. */
export type HandedOver = {
  readonly requestId: Id
  readonly provisionId: Id
  readonly toProvisionId: Id
  readonly toRequestId: Id
  readonly subject: string
  readonly covers: readonly string[]
  readonly agreedOn: Day
  readonly recordedBy: Id
}

export type Offer = Beside & { readonly subject: HandOverSubject }

/** What the topics in the forms for asking (`content/forms/ask*.json`) are about, as programmes take it over. */
const TOPIC_OF: Readonly<Record<HandOverSubject, string>> = {
  ...{ separation: 'separation', money: 'money', housing: 'home', legal: 'papers', safety: 'safety' },
  ...{ health: 'other', parenting: 'children', work: 'other', network: 'other' },
}
export const topicOf = (subject: HandOverSubject): string => TOPIC_OF[subject]

/** of these the page says so when nobody in the municipality takes them over. */
const ALWAYS_TOLD: readonly HandOverSubject[] = ['separation', 'money']

/** The subjects that were raised: as the asker told it, and as it was noted last. */
export function subjectsRaised(
  { topics }: Pick<HelpRequest, 'topics'>,
  noted: Circumstances | undefined,
): readonly HandOverSubject[] {
  return HAND_OVER_SUBJECTS.filter((subject) => {
    if (subject === 'money') return noted?.money === 'yes' || (topics.includes('money') && noted?.money !== 'no')
    if (subject === 'separation') return topics.includes('separation') || noted?.separating === 'yes'
    if (subject === 'housing') return topics.includes('home') || (noted?.housing.length ?? 0) > 0
    return noted?.domains.includes(subject) === true
  })
}

/** Who takes over what was raised, and what nobody takes; what the own provision is for needs no handing over. */
export function offersFor(
  raised: readonly HandOverSubject[],
  ownProvisionId: Id,
  beside: readonly Beside[],
): { readonly offers: readonly Offer[]; readonly unmet: readonly HandOverSubject[] } {
  const own = beside.find(({ provisionId }) => provisionId === ownProvisionId)
  const asked = raised.filter((subject) => own?.takes.includes(subject) !== true)
  const others = beside.filter(({ provisionId, isRunning }) => provisionId !== ownProvisionId && isRunning)
  const offers = asked.flatMap((subject) =>
    others.filter(({ takes }) => takes.includes(subject)).map((one) => ({ ...one, subject })),
  )
  const isMet = (subject: HandOverSubject) => offers.some((one) => one.subject === subject)
  return {
    // One provision is offered once, for the first subject that it takes.
    offers: offers.filter((one, at) => offers.findIndex(({ provisionId }) => provisionId === one.provisionId) === at),
    unmet: asked.filter((subject) => ALWAYS_TOLD.includes(subject) && !isMet(subject)),
  }
}

/** Only what the asker agreed to: the rest does not go along. */
export function detailsCovered(details: RequestDetails | undefined, covers: readonly Covers[]): RequestDetails {
  const nothing: RequestDetails = {
    ...{ name: null, ownWords: null, reach: 'none', phone: null, mail: null, mayLeaveVoicemail: false },
    ...{ moments: [], othersListen: 'unknown', caution: null },
  }
  if (details === undefined) return nothing
  const { name, ownWords, reach, phone, mail, mayLeaveVoicemail, moments, othersListen, caution } = details
  return {
    ...nothing,
    ...(covers.includes('name') && { name }),
    ...(covers.includes('words') && { ownWords }),
    ...(covers.includes('reach') && { reach, phone, mail, mayLeaveVoicemail, moments, othersListen, caution }),
  }
}
