import { closeTrajectory } from '../../capabilities/cases/closing/actions.ts'
import { answerQuestions, correctEvent, moveTrajectory, setAnchor } from '../../capabilities/cases/history/actions.ts'
import { startTrajectory } from '../../capabilities/cases/person/actions.ts'
import { trajectoryDetail } from '../../capabilities/cases/queries.ts'
import { reopenTrajectory } from '../../capabilities/cases/reopening/actions.ts'
import { arrangeStandIn } from '../../capabilities/cases/standing-in/actions.ts'
import { explainVoice } from '../../capabilities/cases/voice/actions.ts'
import {
  changeDetails,
  decideBothSides,
  endWork,
  recordAuthority,
  startWork,
} from '../../capabilities/families/files/actions.ts'
import { breakGlass } from '../../capabilities/families/glass/actions.ts'
import { invitePerson } from '../../capabilities/families/inviting/actions.ts'
import { replaceNote, writeNote } from '../../capabilities/families/notes/actions.ts'
import { acceptSharing, share, withdrawSharing } from '../../capabilities/families/sharing/actions.ts'
import { keepDraft } from '../../capabilities/forms/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { aRegistration } from '../support/registrations.ts'
import { aSharing } from '../support/sharings.ts'
import { yes } from '../support/world.ts'
import { linked, ofChild, referredOnline } from './hidden-of-child.ts'
import { joined, takenTogether, takenUp, waiting } from './hidden-requests.ts'
import { type Home, SHARED_MAIL } from './home.ts'

/** Who asks on the other side, or stands outside. */
export type ReaderName = 'mark' | 'workerOfMark' | 'leader' | 'elsewhere' | 'colleague' | 'workerOfLotte' | 'lotte'

/** Readers on the side of B and outside it: for them nothing of A changes anything. */
const B_AND_OUTSIDE = ['mark', 'workerOfMark', 'leader', 'elsewhere', 'colleague'] as const
/** The child and who works on the child stand apart from either parent, too. */
const ALL = [...B_AND_OUTSIDE, 'workerOfLotte', 'lotte'] as const
/** Who leads sees that it is there, by design. */
const NOT_WATCHING = ['mark', 'workerOfMark', 'elsewhere', 'colleague', 'workerOfLotte', 'lotte'] as const
/** For what stands in the child's own file. */
const NOT_THE_CHILD = B_AND_OUTSIDE
/** Who leads sees on the trajectory of the child that something happened, as of a contact. */
const WITHOUT_LEADING = ['mark', 'workerOfMark', 'elsewhere', 'colleague'] as const

export type HiddenItem = {
  readonly name: string
  readonly readers: readonly ReaderName[]
  /** It cannot be in one world with the other items. */
  readonly isAlone?: boolean
  /** It waits for who takes requests up and stands on no side, as another system does. */
  readonly isReadBySystems?: boolean
  /** Adds it to the world; gives the addresses' ids that somebody could guess. */
  readonly add: (
    home: Home,
  ) => Promise<{ noteId?: string; trajectoryId?: string; requestId?: string; sharingId?: string } | undefined>
}

const today = () => dayAt(new Date())

const noteOf =
  (given: { disclosure?: string; kind?: 'note' | 'contact' | 'child-voice'; body?: string; names?: 'second' }) =>
  async ({ actors, persons }: Home) =>
    yes(
      await writeNote(actors.workerOfSanne, {
        ...{ personId: persons.sanne, holdsOn: today(), body: given.body ?? 'Mark mag dit niet weten.' },
        ...{ kind: given.kind, disclosure: given.disclosure },
        ...(given.names === 'second' && { named: [actors.second.personId] }),
      }),
    )

const detailsOf = (change: Parameters<typeof changeDetails>[2]['change']) => async (home: Home) => {
  yes(await changeDetails(home.actors.workerOfSanne, home.persons.sanne, { rowVersion: 1, change }))
  return undefined
}

const authorityOf = (value: 'yes' | 'no', source: 'court-decision' | 'parent-told') => async (home: Home) => {
  const { lotte, sanne } = home.persons
  const given = { childId: lotte, parentId: sanne, value, source, checkedOn: today(), validFrom: null }
  yes(await recordAuthority(home.actors.workerOfSanne, given))
  return undefined
}

/** With the receiver to whom the other side could turn as well. */
function shared(how: 'offered' | 'taken' | 'withdrawn') {
  return async ({ actors, persons, receiver }: Home) => {
    const given = aSharing(receiver, { parts: ['plan', 'reach'] })
    const { sharingId } = yes(await share(actors.workerOfSanne, persons.sanne, given))
    if (how !== 'offered') yes(await acceptSharing(receiver.actor, sharingId))
    if (how === 'withdrawn') yes(await withdrawSharing(actors.sanne, persons.sanne, sharingId))
    return { sharingId }
  }
}

const ofSanne = (home: Home) => [home.actors.workerOfSanne, { trajectoryId: home.trajectories.sanne }] as const

/** Each makes the one difference between two worlds. */
export const HIDDEN_ITEMS: readonly HiddenItem[] = [
  { name: 'a note of the own file', readers: ALL, add: noteOf({}) },
  { name: 'a note for professionals', readers: ALL, add: noteOf({ disclosure: 'professionals' }) },
  {
    name: 'a safety record that names another worker',
    readers: ALL,
    add: noteOf({ disclosure: 'safety', names: 'second' }),
  },
  { name: 'a contact', readers: ALL, add: noteOf({ kind: 'contact', body: 'Gebeld met Sanne.' }) },
  {
    name: 'another wording of a note',
    readers: ALL,
    add: async ({ actors, notes }) =>
      yes(await replaceNote(actors.workerOfSanne, notes.ofSanne, { body: 'Anders gezegd.', holdsOn: today() })),
  },
  { name: 'a phone number', readers: ALL, add: detailsOf({ phone: '06 11111111' }) },
  {
    name: 'an address',
    isAlone: true,
    readers: ALL,
    add: detailsOf({ address: 'Geheimelaan 1', email: 'sanne@voorbeeld.example' }),
  },
  {
    name: 'how to call safely',
    isAlone: true,
    readers: ALL,
    add: detailsOf({ safeContact: { when: 'als Mark werkt' } }),
  },
  { name: 'that the address is shielded', isAlone: true, readers: ALL, add: detailsOf({ isShielded: true }) },
  { name: 'a row of authority', readers: B_AND_OUTSIDE, add: authorityOf('no', 'court-decision') },
  { name: 'a word about authority', readers: B_AND_OUTSIDE, add: authorityOf('yes', 'parent-told') },
  {
    name: 'a second worker',
    readers: ALL,
    add: async ({ actors, persons, provisionId }) => {
      const given = { personId: persons.sanne, provisionId, accountId: actors.second.personId }
      yes(await startWork(actors.workerOfSanne, { ...given, role: 'worker', fromOn: today() }))
      return undefined
    },
  },
  {
    name: 'a colleague who stands in',
    isAlone: true,
    readers: NOT_WATCHING,
    add: async ({ actors, provisionId }) => {
      const given = { provisionId, awayId: actors.workerOfSanne.personId, standInId: actors.second.personId }
      yes(await arrangeStandIn(actors.workerOfSanne, { ...given, fromOn: today(), untilOn: today(), key: newId() }))
      return undefined
    },
  },
  {
    name: 'the end of the work of the first worker',
    isAlone: true,
    readers: ALL,
    add: async ({ actors, persons }) => {
      await endWork(actors.workerOfSanne, persons.sanne, actors.workerOfSanne.personId, today())
      return undefined
    },
  },
  {
    name: 'answers on the trajectory',
    isAlone: true,
    readers: ALL,
    add: async (home) => {
      yes(await answerQuestions(...ofSanne(home), { answers: { pace: 'brisk' }, on: today() }))
      return undefined
    },
  },
  {
    name: 'a step of the trajectory',
    readers: ALL,
    add: async (home) => {
      yes(await answerQuestions(...ofSanne(home), { answers: { pace: 'brisk' }, on: today() }))
      yes(await moveTrajectory(...ofSanne(home), { to: 'walking', on: today() }))
      return undefined
    },
  },
  {
    name: 'an anchor and a correction of the trajectory',
    readers: ALL,
    add: async (home) => {
      yes(await setAnchor(...ofSanne(home), { anchor: 'first-walk', on: today() }))
      const detail = await trajectoryDetail(home.actors.workerOfSanne, home.trajectories.sanne)
      const event = detail?.events.find((one) => one.type === 'anchor-set')
      if (event?.type !== 'anchor-set') throw new Error('the anchor was set')
      const { id, recordedAt: _, ...fact } = event
      yes(await correctEvent(...ofSanne(home), id, { ...fact, holdsOn: today() }))
      return undefined
    },
  },
  {
    name: 'another trajectory',
    readers: ALL,
    add: async ({ actors, persons, provisionId }) =>
      yes(
        await startTrajectory(actors.workerOfSanne, {
          ...{ personId: persons.sanne, provisionId, registration: aRegistration({ phase: 'signed-up' }) },
          worker: { accountId: actors.workerOfSanne.personId, role: 'worker' },
        }),
      ),
  },
  {
    name: 'why the voice of the child is missing',
    isAlone: true,
    readers: ALL,
    add: async (home) => {
      const because = 'Lotte praat al met haar eigen hulpverlener.'
      yes(
        await explainVoice(home.actors.workerOfSanne, home.trajectories.sanne, {
          childId: home.persons.lotte,
          because,
        }),
      )
      return undefined
    },
  },
  { name: 'closing with what was handed over', isAlone: true, readers: ALL, add: closed },
  {
    name: 'closing, and opening again',
    isAlone: true,
    readers: ALL,
    add: async (home) => {
      await closed(home)
      yes(await reopenTrajectory(...ofSanne(home), { to: 'walking', on: today(), key: newId() }))
      return undefined
    },
  },
  { name: "a note in the child's file", readers: NOT_THE_CHILD, add: ofChild('own-file', 'child-voice') },
  { name: 'somebody of its own for the child', readers: NOT_THE_CHILD, add: linked },
  { name: 'somebody online to whom the child was referred', readers: WITHOUT_LEADING, add: referredOnline },
  {
    name: 'a note on the child for professionals',
    readers: [...NOT_THE_CHILD, 'lotte'],
    add: ofChild('professionals', 'note'),
  },
  { name: 'a safety record on the child', readers: [...NOT_THE_CHILD, 'lotte'], add: ofChild('safety', 'note') },
  { name: 'a request for help that was taken up', readers: NOT_WATCHING, add: takenUp },
  { name: 'a request that was given to who helps that person', readers: NOT_WATCHING, add: joined },
  {
    name: 'a request that waits and looks like that parent',
    isAlone: true,
    isReadBySystems: true,
    readers: NOT_WATCHING.filter((reader) => reader !== 'colleague'),
    add: waiting,
  },
  {
    name: 'two requests of one person that were taken up together',
    isAlone: true,
    readers: NOT_WATCHING,
    add: takenTogether,
  },
  {
    name: 'a broken glass',
    readers: ['mark', 'workerOfMark', 'leader', 'elsewhere', 'workerOfLotte', 'lotte'],
    add: async ({ actors, persons }) => {
      yes(await breakGlass(actors.colleague, persons.sanne, 'Dringend, haar eigen hulpverlener is ziek.'))
      return undefined
    },
  },
  {
    name: 'a decision about both sides',
    readers: NOT_WATCHING,
    add: async ({ actors, familyId, provisionId }) => {
      const given = { provisionId, familyId, accountId: actors.second.personId }
      yes(await decideBothSides(actors.coordinator, { ...given, reason: 'Er is geen andere collega in deze streek.' }))
      return undefined
    },
  },
  { name: 'something that is shared with somebody elsewhere', readers: ALL, add: shared('taken') },
  { name: 'something that is offered to somebody elsewhere', isAlone: true, readers: ALL, add: shared('offered') },
  { name: 'something that was shared and is withdrawn', isAlone: true, readers: ALL, add: shared('withdrawn') },
  {
    name: 'the e-mail address that the other parent gives too',
    isAlone: true,
    readers: ALL,
    add: detailsOf({ email: SHARED_MAIL, safeContact: { mail: 'yes' } }),
  },
  { name: 'an invitation to sign in', isAlone: true, readers: ALL, add: invited },
  {
    name: 'what a worker was typing',
    readers: ALL,
    add: async ({ actors, persons }) => {
      await keepDraft(actors.workerOfSanne, `/werk/dossiers/${persons.sanne}`, { notitie: ['half'] }, new Date())
      return undefined
    },
  },
]

async function invited(home: Home) {
  await detailsOf({ email: `sanne-${newId()}@voorbeeld.example`, safeContact: { mail: 'yes' } })(home)
  yes(await invitePerson(home.actors.workerOfSanne, home.persons.sanne, { isTold: true, isReadAlone: false }))
  return undefined
}

async function closed(home: Home) {
  const voices = new Map([[home.persons.lotte, 'Lotte is gehoord door een ander.']])
  const given = { to: 'arrived', on: today(), answers: {}, voices, offerIds: [home.offerId], key: newId() }
  yes(await closeTrajectory(...ofSanne(home), given))
  return undefined
}
