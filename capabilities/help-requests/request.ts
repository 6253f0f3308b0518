import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Answers } from '../cases/event.ts'
import { codesIn } from '../programmes/asked.ts'

/** the ways in which a request comes; R-025: or another provision of the municipality handed it over. */
export const CHANNELS = ['web', 'phone', 'walk-in', 'chat', 'school', 'referrer', 'handover'] as const
export type Channel = (typeof CHANNELS)[number]
/** What a colleague enters; the site and handing over enter their own. */
export const STAFF_CHANNELS = CHANNELS.filter((channel) => channel !== 'web' && channel !== 'handover')

/** parent or (ex-)partner, child or young person, network, professional. */
export const ASKERS = ['parent', 'child', 'network', 'professional'] as const
export type Asker = (typeof ASKERS)[number]

export const STATES = ['new', 'taken', 'answered', 'not-fitting', 'trajectory', 'withdrawn'] as const
export type RequestState = (typeof STATES)[number]

export const EVENT_TYPES = [
  'received',
  'taken',
  'given-back',
  'answered',
  'not-fitting',
  'trajectory',
  'withdrawn',
] as const
export type RequestEventType = (typeof EVENT_TYPES)[number]

export const REACHES = ['phone', 'mail', 'none'] as const
export const OTHERS = ['nobody', 'somebody', 'unknown'] as const

/** What points at a person, and how to reach that person safely. */
export type RequestDetails = {
  readonly name: string | null
  readonly ownWords: string | null
  readonly reach: (typeof REACHES)[number]
  readonly phone: string | null
  readonly mail: string | null
  readonly mayLeaveVoicemail: boolean
  readonly moments: readonly string[]
  readonly othersListen: (typeof OTHERS)[number]
  readonly caution: string | null
}

/** A request without anything that points at a person. */
export type HelpRequest = {
  readonly id: Id
  readonly municipalityId: Id
  readonly organisationId: Id
  readonly provisionId: Id
  readonly programmeCode: string
  readonly villageCode: string | null
  readonly channel: Channel
  readonly asker: Asker
  readonly topics: readonly string[]
  readonly formCode: string
  readonly state: RequestState
  readonly reason: string | null
  readonly takenBy: Id | null
  readonly rowVersion: number
  readonly receivedAt: Date
  readonly closedOn: Day | null
  /** The trajectory that came of it. */
  readonly trajectoryId: Id | null
  /** Whether a colleague who is away has it, for whom the actor stands in today. */
  readonly isStoodIn: boolean
}

const text = (answers: Answers, code: string): string | null => {
  const answer = answers[code]
  return typeof answer === 'string' && answer !== '' ? answer : null
}

const oneOf = <T extends string>(all: readonly T[], answer: string | null): T | undefined =>
  all.find((one) => one === answer)

/** What the answers of a form for asking say about reaching somebody; the codes are those of `content/forms/ask*.json`. */
export function detailsIn(answers: Answers): RequestDetails {
  const reach = oneOf(REACHES, text(answers, 'reach')) ?? 'none'
  return {
    name: text(answers, 'name'),
    ownWords: text(answers, 'words'),
    reach,
    phone: reach === 'phone' ? text(answers, 'phone') : null,
    mail: reach === 'mail' ? text(answers, 'mail') : null,
    mayLeaveVoicemail: reach === 'phone' && answers.voicemail === 'yes',
    moments: codesIn(answers.moments),
    othersListen: oneOf(OTHERS, text(answers, 'others')) ?? 'unknown',
    caution: text(answers, 'caution'),
  }
}

/** Who asks; a form for children asks nobody else. */
export const askerIn = (answers: Answers): Asker => oneOf(ASKERS, text(answers, 'who')) ?? 'child'

export const topicsIn = (answers: Answers): readonly string[] => codesIn(answers.about)

/** A place as forms offer it: the code of a municipality, and perhaps of a village in it. */
export type AskedPlace = { readonly municipalityCode: string; readonly villageCode: string | null }

export const placeCode = ({ municipalityCode, villageCode }: AskedPlace): string =>
  villageCode === null ? municipalityCode : `${municipalityCode}/${villageCode}`

export function placeIn(answers: Answers): AskedPlace | undefined {
  const [municipalityCode, villageCode = null] = text(answers, 'place')?.split('/') ?? []
  return municipalityCode === undefined ? undefined : { municipalityCode, villageCode }
}
