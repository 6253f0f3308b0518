import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { oneLine } from '../../../foundation/one-line.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { holdsBsn } from '../../imports/bsn.ts'
import { VOICE_FORMS, type VoiceForm } from '../notes/note.ts'

/** Who somebody of its own can be for a child, near or online. */
export const STEUNFIGUUR_KINDS = ['family', 'neighbour', 'school', 'volunteer', 'online-buddy'] as const
export type SteunfiguurKind = (typeof STEUNFIGUUR_KINDS)[number]

/** Whether an organisation belongs to this kind: always, perhaps, or never, since a private person has none here. */
const ORGANISATION: Readonly<Record<SteunfiguurKind, 'needed' | 'allowed' | 'none'>> = {
  family: 'none',
  neighbour: 'none',
  school: 'allowed',
  volunteer: 'needed',
  'online-buddy': 'needed',
}

/** Somebody of its own for a child. */
export type Steunfiguur = {
  readonly id: Id
  readonly childId: Id
  readonly kind: SteunfiguurKind
  /** What the child calls this person, and nothing more of who it is. */
  readonly called: string
  readonly organisation: string | null
  readonly startsOn: Day
  readonly endsOn: Day | null
  /** The day on which the child itself said yes, and how. */
  readonly agreedOn: Day
  readonly agreedBy: VoiceForm
}

/** As somebody fills it in. */
export type ToldSteunfiguur = {
  readonly kind: string
  readonly called: string
  readonly organisation: string
  readonly startsOn: Day | undefined
  readonly isAgreed: boolean
  readonly agreedOn: Day | undefined
  readonly agreedBy: string
}

type Linked = Omit<Steunfiguur, 'id' | 'childId' | 'endsOn'>

const [LONGEST_NAME, LONGEST_ORGANISATION] = [40, 120]
/** A way to reach somebody, which does not belong in a file of another. */
const REACH = /@|\d{4}/

/**
 * Somebody of its own, as it may be linked to a child. Refuses what the child itself did not agree to before it began, a
 * private person with an organisation, somebody of an organisation without it, and who is there already on those days.
 */
export function steunfiguurOf(given: ToldSteunfiguur, others: readonly Steunfiguur[], today: Day): Answer<Linked> {
  const who = whoOf(given)
  if (!who.ok) return who
  const agreed = agreementOf(given)
  if (!agreed.ok) return agreed
  const { startsOn } = given
  if (startsOn === undefined) return refuse('steunfiguur-start')
  if (startsOn > today || agreed.value.agreedOn > today) return refuse('day-in-future')
  if (agreed.value.agreedOn > startsOn) return refuse('steunfiguur-agreed-later')
  const linked = { ...who.value, ...agreed.value, startsOn }
  return others.some((one) => isSame(one, linked) && isThereFrom(one, startsOn))
    ? refuse('steunfiguur-twice')
    : allow(linked)
}

function whoOf(given: ToldSteunfiguur): Answer<Pick<Linked, 'kind' | 'called' | 'organisation'>> {
  const kind = STEUNFIGUUR_KINDS.find((one) => one === given.kind)
  if (kind === undefined) return refuse('steunfiguur-kind')
  const [called, organisation] = [oneLine(given.called), oneLine(given.organisation)]
  if (called === '' || called.length > LONGEST_NAME || REACH.test(called) || holdsBsn(called))
    return refuse('steunfiguur-called', { most: LONGEST_NAME })
  const wanted = ORGANISATION[kind]
  if (wanted === 'none' && organisation !== '') return refuse('steunfiguur-private')
  if ((wanted === 'needed' && organisation === '') || organisation.length > LONGEST_ORGANISATION)
    return refuse('steunfiguur-organisation', { most: LONGEST_ORGANISATION })
  if (holdsBsn(organisation)) return refuse('answer-holds-bsn')
  return allow({ kind, called, organisation: organisation === '' ? null : organisation })
}

function agreementOf(given: ToldSteunfiguur): Answer<Pick<Linked, 'agreedOn' | 'agreedBy'>> {
  if (!given.isAgreed) return refuse('steunfiguur-not-agreed')
  const agreedBy = VOICE_FORMS.find((one) => one === given.agreedBy)
  if (agreedBy === undefined) return refuse('steunfiguur-agreed-how')
  return given.agreedOn === undefined ? refuse('steunfiguur-agreed-day') : allow({ agreedOn: given.agreedOn, agreedBy })
}

/** Two who are called the same are told apart by the child's own word for each: `opa van mama`. */
const isSame = (a: Pick<Linked, 'kind' | 'called'>, b: Pick<Linked, 'kind' | 'called'>): boolean =>
  a.kind === b.kind && a.called.toLowerCase() === b.called.toLowerCase()

/** A new one has no end yet, so it meets everybody who is there on its first day or later. */
const isThereFrom = ({ endsOn }: Steunfiguur, from: Day): boolean => endsOn === null || endsOn >= from

/** The last day of somebody. Refuses no day, one still to come or before the first, and who was ended before. */
export function endOf(one: Pick<Steunfiguur, 'startsOn' | 'endsOn'>, endsOn: Day | undefined, today: Day): Answer<Day> {
  if (one.endsOn !== null) return refuse('steunfiguur-ended')
  if (endsOn === undefined) return refuse('steunfiguur-end')
  if (endsOn > today) return refuse('day-in-future')
  return endsOn < one.startsOn ? refuse('steunfiguur-end-early') : allow(endsOn)
}
