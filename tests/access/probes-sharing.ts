import { newId } from '../../foundation/id.ts'
import { about, destroys, isMember, type Member, memberAt, memberIn, worksOn } from './family.ts'
import { insertInto, type Probe, type Row } from './probe.ts'
import { personAt, provisionAt } from './records.ts'
import { id, personOn, STARTS_ON, seatNamed, WORLD } from './seats.ts'

// What is shared of `a` and `b` with somebody who works elsewhere. Tables are read by nobody: what each may know of a
// sharing comes from one question, tried in sharing.test.ts.

/** Somebody who works in the other municipality, and sits on no seat. */
export const RECEIVER = id(43, 1)
const THERE = { municipality_id: WORLD.otherMunicipality, organisation_id: WORLD.organisation } as const
export const worksThere = (number: number, account: string): Row => ({
  ...{ ...THERE, id: id(43, number), person_id: account, role: 'social-worker', own_matches: true },
  starts_on: STARTS_ON,
})
export const receiverRows: readonly (readonly [string, Row])[] = [
  ['people', { id: RECEIVER, name: 'Receiver', email: 'receiver@voorbeeld.example' }],
  ['grants', worksThere(2, RECEIVER)],
]

export const sharingAt = (member: Member) => id(44, member === 'a' ? 1 : 2)
export const SAFETY_SHARING = id(44, 3)

const sharing = (key: string, member: Member, given: Row = {}): Row => ({
  ...{ municipality_id: WORLD.municipality, id: key, person_id: memberAt(member) },
  ...{ receiver_municipality_id: WORLD.otherMunicipality, receiver_provision_id: provisionAt('other-municipality') },
  ...{ receiver_id: RECEIVER, parts: { sql: `array['plan']` }, purpose: 'the same agreements', ground: 'consent' },
  ...{ consent_on: '2026-01-01', consent_how: 'phone', consent_by: 'self', ends_on: { sql: 'access.today() + 30' } },
  recorded_by: personAt('own'),
  ...given,
})
const safety: Row = {
  ...{ ground: 'safety', consent_on: null, consent_how: null, consent_by: null },
  ...{ safety_reason: 'a reason of some length', purpose: 'a place to be safe', parts: { sql: `array['reach']` } },
}
const shared = (member: Member, given: Row, me?: string): string =>
  insertInto('sharings', { ...sharing(newId(), member, { recorded_by: me ?? personAt('own') }), ...given })

const event = (sharingId: string, type: 'accepted' | 'withdrawn', by: string): Row => ({
  municipality_id: WORLD.municipality,
  sharing_id: sharingId,
  type,
  recorded_by: by,
})

/** Somebody of the own organisation who also works elsewhere and is offered something of `a`. */
const offered = (number: number, seat: string): string => {
  const account = personOn(seatNamed(seat))
  const grant = insertInto('grants', worksThere(number, account))
  return `with given as (${grant}) ${insertInto('sharings', sharing(id(44, number), 'a', { receiver_id: account }))}`
}
const takes =
  (number: number) =>
  (me: string): string =>
    insertInto('sharing_events', event(id(44, number), 'accepted', me))

export const sharingProbes: readonly Probe[] = [
  {
    table: 'sharings',
    key: 'id::text',
    samples: [
      ...(['a', 'b'] as const).map((member) => about(member, sharingAt(member), sharing(sharingAt(member), member))),
      about('a', SAFETY_SHARING, sharing(SAFETY_SHARING, 'a', safety)),
    ],
    read: destroys,
    add: {
      fresh: (_, me) => ({ id: newId(), recorded_by: me }),
      may: (sight, sample) => worksOn(sight, memberIn(sample)),
    },
    remove: { may: destroys },
    tries: [
      { statement: () => shared('a', {}), passes: () => false },
      { statement: (me) => shared('a', { ends_on: { sql: 'access.today() + 91' } }, me), passes: () => false },
      { statement: (me) => shared('a', { consent_by: 'authority' }, me), passes: () => false },
      {
        statement: (me) => shared('child', { consent_by: 'authority' }, me),
        passes: (sight) => worksOn(sight, 'child'),
      },
      { statement: (me) => shared('a', { receiver_id: personAt('other-municipality') }, me), passes: () => false },
      {
        // Within the own organisation nothing is shared: there somebody is called in.
        statement: (me) =>
          shared('a', { receiver_municipality_id: WORLD.municipality, receiver_provision_id: provisionAt('own') }, me),
        passes: () => false,
      },
      { statement: () => `update sharings set ends_on = '2099-01-01'`, passes: () => false },
    ],
  },
  {
    table: 'sharing_events',
    key: 'sharing_id::text',
    samples: (['a', 'b'] as const).map((member) =>
      about(member, sharingAt(member), event(sharingAt(member), 'accepted', RECEIVER)),
    ),
    read: destroys,
    add: {
      fresh: (_, me) => ({ type: 'withdrawn', recorded_by: me }),
      may: (sight, sample) => worksOn(sight, memberIn(sample)) || isMember(sight, memberIn(sample)),
    },
    remove: { may: destroys },
    tries: [
      // What rests on safety is ended by who works on the person.
      {
        statement: (me) => insertInto('sharing_events', event(SAFETY_SHARING, 'withdrawn', me)),
        passes: (sight) => worksOn(sight, 'a'),
      },
      {
        statement: () => insertInto('sharing_events', event(SAFETY_SHARING, 'withdrawn', RECEIVER)),
        passes: () => false,
      },
      { statement: takes(3), passes: () => false },
      { first: offered(4, 'care-provider'), statement: takes(4), passes: ({ seat }) => seat.name === 'care-provider' },
      // Who helps the other parent is offered nothing, and takes nothing.
      { first: offered(5, 'social-worker'), statement: takes(5), passes: () => false },
    ],
  },
]
