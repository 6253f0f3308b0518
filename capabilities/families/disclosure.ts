import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'

/**
 * Who may read what stands in a file. A free note never belongs to the shared plan; the plan takes
 * goals, actions and agreements only.
 */
export const NOTE_DISCLOSURES = ['own-file', 'professionals', 'safety'] as const
export type NoteDisclosure = (typeof NOTE_DISCLOSURES)[number]
export type Disclosure = NoteDisclosure | 'shared-plan' | 'received'

/** Every note starts closed: to the person it is about and to who works on that person. */
export const FIRST_DISCLOSURE: NoteDisclosure = 'own-file'

export const isNoteDisclosure = (text: string): text is NoteDisclosure => NOTE_DISCLOSURES.some((one) => one === text)

/** Who asks, as far as disclosure goes; all of it as it holds at this moment. */
export type Reader = {
  readonly accountId: Id
  /** The persons of a family who sign in with this account: one, or none for a worker. */
  readonly is: ReadonlySet<Id>
  /** The persons on whose own trajectory this account has an active role. */
  readonly worksOn: ReadonlySet<Id>
  /** The persons over whose file this account broke the glass, as long as it stays open. */
  readonly brokeGlassOver: ReadonlySet<Id>
}

/** What is read. */
export type Item = {
  readonly disclosure: Disclosure
  /** Whose file it stands in. */
  readonly personId: Id
  /** Of a safety record: the accounts it names. */
  readonly named?: ReadonlySet<Id>
  /** Of a shared plan: the persons who take part in it, and the account of its director. */
  readonly participants?: ReadonlySet<Id>
  readonly directorId?: Id | undefined
  /** Of what one worker elsewhere receives by a recorded sharing: that sharing, on the day of asking. */
  readonly sharing?: Sharing
}

/** A recorded sharing of something of one person with one worker elsewhere, as it stands on a day. */
export type Sharing = {
  readonly receiverId: Id
  /** The receiver took it; until then it is offered, and nothing of it is read. */
  readonly isAccepted: boolean
  readonly isWithdrawn: boolean
  readonly endsOn: Day
  readonly today: Day
  /** The other adults of the family. */
  readonly others: ReadonlySet<Id>
  /** The persons of whom this receiver took a sharing that stands. */
  readonly receivedOf: ReadonlySet<Id>
}

/**
 * The one rule of disclosure, used by every outlet and said once more by row-level security.
 * - own file: that person, and the workers on that person's own trajectory;
 * - professionals: those workers, and nobody of the family;
 * - safety: the accounts named on the record, and nobody else, whatever they are;
 * - shared plan: all who take part in the plan, who work on somebody who does, and its director.
 * The worker of the other parent works on the other parent, and so is on the other side here. A director reads a file
 * where the director works on it like anybody else. Broken glass opens what the workers read, never a safety record.
 * - received: the one worker with whom it is shared, once that one took it, up to its last day or until it is withdrawn;
 *   never somebody who is, serves or receives of another adult of the family.
 */
export function mayRead(reader: Reader, item: Item): boolean {
  const isWorker = reader.worksOn.has(item.personId) || reader.brokeGlassOver.has(item.personId)
  switch (item.disclosure) {
    case 'own-file':
      return isWorker || reader.is.has(item.personId)
    case 'professionals':
      return isWorker
    case 'safety':
      return item.named?.has(reader.accountId) ?? false
    case 'shared-plan':
      return takesPart(reader, item)
    case 'received':
      return (item.sharing?.isAccepted ?? false) && mayReceive(reader, item)
  }
}

/** Whether a sharing stands open to this reader: to be taken, or once taken to be read. */
export function mayReceive(reader: Reader, { sharing }: Pick<Item, 'sharing'>): boolean {
  if (sharing === undefined) return false
  const { receiverId, isWithdrawn, endsOn, today, others, receivedOf } = sharing
  if (receiverId !== reader.accountId || isWithdrawn || endsOn < today) return false
  return ![...others].some((one) => reader.is.has(one) || reader.worksOn.has(one) || receivedOf.has(one))
}

function takesPart(reader: Reader, { participants = new Set(), directorId }: Item): boolean {
  if (directorId !== undefined && directorId === reader.accountId) return true
  return [...participants].some((person) => reader.is.has(person) || reader.worksOn.has(person))
}

/** Somebody who could read something: a person of the family or a worker, by name. */
export type Candidate = { readonly name: string; readonly reader: Reader }

/** Who of these can read it: what stands below the field in which it is written, by the rule itself. */
export const whoCanRead = (item: Item, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ reader }) => mayRead(reader, item))
