import { newId } from '../../foundation/id.ts'
import {
  about,
  destroys,
  HELPED,
  isOpposed,
  isSystem,
  leads,
  type Member,
  memberAt,
  memberIn,
  ownProvision,
  trajectoryOf,
} from './family.ts'
import { insertInto, type Probe, type Row, type Sight } from './probe.ts'
import {
  at,
  MUNICIPALITY_PLACES,
  municipalityAt,
  PROVISION_PLACES,
  personAt,
  provisionColumns,
  samplesAt,
} from './records.ts'
import { id, PLACE_NAMES, PLACES, type PlaceName, personOn, SEATS, WORLD } from './seats.ts'

// The end of a case: why a child was not heard, what was handed over, and what a municipality has for afterwards.

type Expected = NonNullable<Probe['read']>

/** As what else hangs on a trajectory; here nobody is assigned by a row, so only who leads the provision. */
const sees: Expected = (sight, sample) =>
  (sight.seat.scope.ownMatches !== true &&
    sight.can('trajectory', 'read', 'own') &&
    !isSystem(sight) &&
    !isOpposed(sight, memberIn(sample))) ||
  destroys(sight)
const adds: Expected = (sight, sample) => leads(sight) && !isSystem(sight) && !isOpposed(sight, memberIn(sample))

const reasonRow = (member: Member): Row => ({
  ...ownProvision,
  id: id(51, HELPED.findIndex((one) => one === member) + 1),
  trajectory_id: trajectoryOf(member),
  child_id: memberAt('child'),
  because: 'a reason of some length',
  stated_on: '2026-01-01',
  recorded_by: personAt('other-region'),
})

const offerAt = (place: PlaceName) => id(52, at(place))
const words = { name: 'a walk', what: 'walking together', reach: 'at the corner' }
const offerRow = (place: PlaceName): Row => ({
  ...{ ...words, municipality_id: municipalityAt(place), id: offerAt(place), source: 'called' },
  ...{ valid_from: '2026-01-01', programme_codes: `{${WORLD.programme}}`, recorded_by: personAt('other-region') },
})

const handedRow = (member: Member): Row => ({
  ...{ ...ownProvision, ...words, trajectory_id: trajectoryOf(member), offer_id: offerAt('own') },
  ...{ handed_on: '2026-01-01', recorded_by: personAt('other-region') },
})

const inMunicipality = (place: PlaceName): PlaceName[] =>
  PLACE_NAMES.filter((one) => PLACES[one].municipalityId === PLACES[place].municipalityId)
const keeps = ({ can }: Sight, place: PlaceName): boolean => can('setting', 'change', place)
const works = ({ can }: Sight, place: PlaceName): boolean =>
  inMunicipality(place).some((one) => can('trajectory', 'read', one))

const standInAt = (place: PlaceName) => id(53, at(place))
const standInRow = (place: PlaceName): Row => ({
  ...{
    ...provisionColumns(place),
    id: standInAt(place),
    away_id: personAt('own'),
    stand_in_id: personAt('other-team'),
  },
  ...{ from_on: '2026-01-01', until_on: '2026-03-01', arranged_by: personAt('own') },
})
const isOwn: Expected = ({ me }, { row }) => row.account_id === me

const statement = (table: string, given: Row) => (me: string) => insertInto(table, { recorded_by: me, ...given })

export const closingProbes: readonly Probe[] = [
  {
    table: 'child_voice_reasons',
    key: 'trajectory_id::text',
    samples: HELPED.map((member) => about(member, trajectoryOf(member), reasonRow(member))),
    read: sees,
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: adds },
    remove: { may: destroys },
    tries: [
      // In the name of another, and about somebody who is no child of this case.
      {
        statement: statement('child_voice_reasons', { ...reasonRow('b'), id: newId(), recorded_by: personAt('own') }),
        passes: () => false,
      },
      {
        statement: (me) =>
          insertInto('child_voice_reasons', {
            ...{ ...reasonRow('b'), id: newId(), recorded_by: me, child_id: memberAt('a') },
          }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'handed_over',
    key: 'trajectory_id::text',
    samples: HELPED.map((member) => about(member, trajectoryOf(member), handedRow(member))),
    read: sees,
    add: { fresh: (_, me) => ({ handed_on: '2026-02-01', recorded_by: me }), may: adds },
    remove: { may: destroys },
    tries: [
      // Not what no longer holds, nor what another municipality has, nor in other words.
      ...[
        { handed_on: '2025-12-31' },
        { offer_id: offerAt('other-municipality') },
        { reach: 'somewhere else' },
        { handed_on: '2099-01-01' },
      ].map((wrong) => ({
        statement: (me: string) => insertInto('handed_over', { ...handedRow('b'), recorded_by: me, ...wrong }),
        passes: () => false,
      })),
    ],
  },
  {
    table: 'afterwards_offers',
    key: 'id::text',
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({ key: offerAt(place), row: offerRow(place) })),
    read: (sight, { place }) => keeps(sight, place) || works(sight, place),
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: (sight, { place }) => keeps(sight, place) },
    change: {
      set: "name = 'marked'",
      mark: "name = 'marked'",
      may: (sight, { place }) => keeps(sight, place),
    },
    tries: [
      {
        statement: () =>
          insertInto('afterwards_offers', { ...offerRow('own'), id: newId(), recorded_by: personAt('own') }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'stand_ins',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({ key: standInAt(place), row: standInRow(place) })),
    read: ({ can, seat }, { place }) => seat.scope.ownMatches !== true && can('trajectory', 'read', place),
    // Ended by who leads there; whoever is away or stands in sits on no seat.
    change: {
      set: "until_on = '2026-01-01', ended_by = access.actor(), ended_at = now()",
      mark: 'ended_by is not null',
      may: ({ can, seat }, { place }) => seat.scope.ownMatches !== true && can('trajectory', 'change', place),
    },
    tries: [
      // For oneself, in the name of another, backwards in time, or by who neither is away nor leads: never.
      ...[{ stand_in_id: 'me' }, { arranged_by: personAt('other-region') }, { from_on: '2026-01-01' }, {}].map(
        (wrong) => ({
          statement: (me: string) =>
            insertInto('stand_ins', {
              ...{ ...standInRow('own'), id: newId(), arranged_by: me, from_on: { sql: 'access.today()' } },
              ...{ until_on: { sql: 'access.today() + 7' }, ...wrong },
              ...('stand_in_id' in wrong && { stand_in_id: me }),
            }),
          passes: () => false,
        }),
      ),
      { statement: () => `update stand_ins set until_on = until_on + 7`, passes: () => false },
    ],
  },
  {
    table: 'saved_filters',
    key: 'id::text',
    samples: SEATS.map((seat, index) => ({
      ...{ place: 'own' as const, variant: seat.name, key: id(54, index + 1) },
      row: { id: id(54, index + 1), account_id: personOn(seat), name: 'north', village_code: 'north' },
    })),
    read: isOwn,
    add: { fresh: () => ({ id: newId(), name: newId() }), may: isOwn },
    change: { set: "name = 'marked'", mark: "name = 'marked'", may: isOwn },
    remove: { may: isOwn },
  },
]
