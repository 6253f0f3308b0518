import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sight } from './probe.ts'
import { RECEIVER, SAFETY_SHARING } from './probes-sharing.ts'
import {
  at,
  MUNICIPALITY_PLACES,
  municipalityAt,
  PROVISION_PLACES,
  personAt,
  RECORD_PLACES,
  samplesAt,
} from './records.ts'
import { id, type PlaceName, personOn, seatNamed } from './seats.ts'

type Expected = NonNullable<Probe['read']>

const nobody = () => false
const everyone = () => true
const isJobs = ({ seat }: Sight) => seat.role === 'job-runner'

/** Works on files somewhere in the municipality, whichever. */
const worksIn = (sight: Sight, place: PlaceName) =>
  RECORD_PLACES.some(
    (other) => municipalityAt(other) === municipalityAt(place) && sight.can('trajectory', 'change', other),
  )

const workAt = (place: PlaceName): Row => ({
  id: id(40, at(place)),
  municipality_id: municipalityAt(place),
  kind: 'work-waiting',
  person_id: personAt(place),
  created_by: personAt(place),
})
const thanksAt = (place: PlaceName): Row => ({
  id: id(41, at(place)),
  municipality_id: municipalityAt(place),
  kind: 'request-received',
  help_request_id: id(42, at(place)),
  created_by: personAt(place),
})
const toSelf = (me: string): Row => ({ id: newId(), kind: 'account-password', person_id: me, created_by: me })
const invitationTo = (place: PlaceName, me: string): Row => ({
  id: newId(),
  kind: 'invitation',
  person_id: personAt(place),
  about_id: newId(),
  created_by: me,
})

/** A mail to a provider about a question on a card in the own place. */
const ASK = id(62, 1)
const checkOf = (me: string): Row => ({
  ...{ id: newId(), kind: 'offer-check', municipality_id: municipalityAt('own'), about_id: ASK, created_by: me },
})
const askedBy = (seat: string): string =>
  `update offer_asks set created_by = '${personOn(seatNamed(seat))}' where id = '${ASK}'`

/** Whoever works on files in the receiver's own municipality may say that work waits there, whatever it is about. */
const worksElsewhere = (sight: Sight) => worksIn(sight, 'other-municipality')

const aboutSharing = (me: string, given: Row): Row => ({
  ...{ id: newId(), kind: 'work-waiting', municipality_id: municipalityAt('other-municipality') },
  ...{ person_id: RECEIVER, about_id: SAFETY_SHARING, created_by: me },
  ...given,
})
const sharedBy = (seat: string): string =>
  `update sharings set recorded_by = '${personOn(seatNamed(seat))}' where id = '${SAFETY_SHARING}'`
const takenAlready = insertInto('sharing_events', {
  ...{ municipality_id: municipalityAt('own'), sharing_id: SAFETY_SHARING, type: 'accepted', recorded_by: RECEIVER },
})

const readsMessage: Expected = (sight, { place, variant }) =>
  isJobs(sight) || (variant === 'asker' ? sight.can('setting', 'change', place) : sight.can('person', 'read', place))

export const messageProbes: readonly Probe[] = [
  {
    table: 'messages',
    key: 'id::text',
    samples: [
      ...samplesAt(PROVISION_PLACES, (place) => ({ key: id(40, at(place)), row: workAt(place) })),
      ...samplesAt(MUNICIPALITY_PLACES, (place) => ({ key: id(41, at(place)), row: thanksAt(place) })).map((one) => ({
        ...one,
        variant: 'asker',
      })),
    ],
    read: readsMessage,
    add: {
      fresh: ({ variant }, me) => ({
        id: newId(),
        created_by: me,
        ...(variant === 'asker' && { help_request_id: newId() }),
      }),
      may: (sight, { place, variant }) => variant === 'asker' || worksIn(sight, place),
    },
    change: { set: "state = 'failed', reason = 'server-away'", mark: "state = 'failed'", may: isJobs },
    tries: [
      { statement: (me) => insertInto('messages', toSelf(me)), passes: everyone },
      { statement: (me) => insertInto('messages', { ...toSelf(me), person_id: personAt('own') }), passes: nobody },
      {
        statement: (me) => insertInto('messages', { ...toSelf(me), kind: 'attention', person_id: personAt('own') }),
        passes: isJobs,
      },
      { statement: () => insertInto('messages', { ...workAt('own'), id: newId() }), passes: nobody },
      {
        // Somebody who does not work in that place.
        statement: (me) =>
          insertInto('messages', {
            ...workAt('own'),
            id: newId(),
            created_by: me,
            person_id: personAt('other-region'),
          }),
        passes: nobody,
      },
      {
        statement: (me) => insertInto('messages', invitationTo('own', me)),
        passes: (sight) => sight.can('person', 'change', 'own'),
      },
      {
        statement: (me) => insertInto('messages', invitationTo('other-region', me)),
        passes: (sight) => sight.can('person', 'change', 'other-region'),
      },
      { statement: (me) => insertInto('messages', { ...toSelf(me), state: 'queued' }), passes: nobody },
      // To a provider: about a question that one asked oneself, in its own place.
      { statement: (me) => insertInto('messages', checkOf(me)), passes: nobody },
      {
        first: askedBy('communication-adviser'),
        statement: (me) => insertInto('messages', checkOf(me)),
        passes: ({ seat }) => seat.name === 'communication-adviser',
      },
      {
        first: askedBy('communication-adviser'),
        statement: (me) => insertInto('messages', { ...checkOf(me), municipality_id: municipalityAt('other-region') }),
        passes: nobody,
      },
      // About what is shared: by who recorded it, here the account of another seat; never by anybody else.
      { statement: (me) => insertInto('messages', aboutSharing(me, {})), passes: worksElsewhere },
      {
        first: sharedBy('separation-expert'),
        statement: (me) => insertInto('messages', aboutSharing(me, {})),
        passes: (sight) => worksElsewhere(sight) || sight.seat.name === 'separation-expert',
      },
      {
        first: sharedBy('separation-expert'),
        statement: (me) => insertInto('messages', aboutSharing(me, { urgent: true })),
        passes: worksElsewhere,
      },
      {
        first: `with taken as (${sharedBy('separation-expert')}) ${takenAlready}`,
        statement: (me) => insertInto('messages', aboutSharing(me, {})),
        passes: worksElsewhere,
      },
      { statement: () => `update messages set person_id = '${personAt('other-region')}'`, passes: nobody },
      {
        first: `update messages set state = 'sent', settled_at = now() - interval '91 days' where id = '${id(40, 1)}'`,
        statement: () => 'delete from messages',
        passes: isJobs,
      },
      {
        first: `update messages set state = 'sent', settled_at = now() - interval '89 days' where id = '${id(40, 1)}'`,
        statement: () => 'delete from messages',
        passes: nobody,
      },
    ],
  },
  {
    table: 'message_choices',
    key: 'person_id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({
      key: personAt(place),
      row: { person_id: personAt(place), work_mail: true },
    })),
    read: isJobs,
    change: { set: 'work_mail = false', mark: 'not work_mail', may: nobody },
    tries: [
      { statement: (me) => insertInto('message_choices', { person_id: me, work_mail: false }), passes: everyone },
      {
        statement: () => insertInto('message_choices', { person_id: id(99, 7), work_mail: false }),
        passes: nobody,
      },
    ],
  },
]
