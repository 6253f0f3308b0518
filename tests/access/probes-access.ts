import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sight } from './probe.ts'
import {
  at,
  MUNICIPALITY_PLACES,
  municipalityAt,
  ORGANISATIONS,
  PROVISION_PLACES,
  personAt,
  provisionAt,
  samplesAt,
  TEAMS,
} from './records.ts'
import { id, PLACES, type PlaceName, WORLD } from './seats.ts'

const changesMunicipality: NonNullable<Probe['read']> = (sight, { place }) => sight.can('municipality', 'change', place)
const setsUp: NonNullable<Probe['read']> = (sight) => sight.everywhere('municipality', 'change')
const reads =
  (kind: 'organisation' | 'person'): NonNullable<Probe['read']> =>
  (sight, { place }) =>
    sight.can(kind, 'read', place)
export const changes =
  (kind: 'organisation' | 'person'): NonNullable<Probe['read']> =>
  (sight, { place }) =>
    sight.can(kind, 'change', place)
/** Everywhere where it works: the own team does so in another municipality and another region too. */
const namesTeam: NonNullable<Probe['read']> = (sight, { place }) =>
  (place === 'own' ? (['own', 'other-municipality', 'other-region'] as const) : [place]).every((one) =>
    sight.can('organisation', 'change', one),
  )
const everyone = () => true
const isWithinWork = ({ seat: { scope } }: Sight, place: PlaceName): boolean =>
  (scope.teamId === undefined || scope.teamId === PLACES[place].teamId) &&
  (scope.programmeCode === undefined || scope.programmeCode === PLACES[place].programmeCode)
export const nobody = () => false

const freshCode = () => `GM${String(Math.floor(Math.random() * 9000) + 1000)}`
const freshName = () => `n${newId()}`

export const placeProbes: readonly Probe[] = [
  {
    table: 'regions',
    key: 'id::text',
    samples: [
      { place: 'own', key: WORLD.region, row: { id: WORLD.region, name: 'Region', code: 'region' } },
      { place: 'other-region', key: WORLD.otherRegion, row: { id: WORLD.otherRegion, name: 'Other', code: 'other' } },
    ],
    read: everyone,
    add: { fresh: () => ({ id: newId(), code: freshName() }), may: setsUp },
    change: { set: "name = 'marked'", mark: "name = 'marked'", may: setsUp },
  },
  {
    table: 'municipalities',
    key: 'id::text',
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({
      key: municipalityAt(place),
      row: {
        id: municipalityAt(place),
        region_id: PLACES[place].regionId,
        code: `GM000${at(place)}`,
        name: place,
        slug: place,
      },
    })),
    read: everyone,
    add: { fresh: () => ({ id: newId(), code: freshCode(), slug: freshName() }), may: setsUp },
    change: {
      set: 'counts_migration_background = true',
      mark: 'counts_migration_background',
      may: changesMunicipality,
    },
    tries: [{ statement: () => 'update municipalities set id = gen_random_uuid()', passes: nobody }],
  },
  {
    table: 'villages',
    key: "municipality_id || '/' || code",
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({
      key: `${municipalityAt(place)}/spare`,
      row: { municipality_id: municipalityAt(place), code: 'spare', name: 'Spare' },
    })),
    read: everyone,
    add: { fresh: () => ({ code: freshName() }), may: changesMunicipality },
    change: { set: "name = 'marked'", mark: "name = 'marked'", may: changesMunicipality },
    remove: { where: "code = 'spare'", may: changesMunicipality },
    tries: [
      {
        statement: () => `update villages set municipality_id = '${WORLD.farMunicipality}' where code = 'spare'`,
        passes: (sight) => sight.can('municipality', 'change', 'other-region'),
      },
    ],
  },
  {
    table: 'organisations',
    key: 'id::text',
    samples: samplesAt(['own', 'other-organisation', 'other-municipality', 'other-region'], (place) => ({
      key: ORGANISATIONS[place],
      row: { id: ORGANISATIONS[place], name: `Organisation ${place}` },
    })),
    read: reads('organisation'),
    add: {
      fresh: () => ({ id: newId(), name: freshName() }),
      may: (sight) => sight.can('organisation', 'change', 'own'),
    },
    change: { set: "created_at = '2001-01-01'", mark: "created_at = '2001-01-01'", may: changes('organisation') },
    tries: [{ statement: () => 'update organisations set id = gen_random_uuid()', passes: nobody }],
  },
  {
    table: 'teams',
    key: 'id::text',
    samples: samplesAt(['own', 'other-team', 'other-organisation', 'other-municipality', 'other-region'], (place) => ({
      key: TEAMS[place].id,
      row: { id: TEAMS[place].id, organisation_id: TEAMS[place].organisation, name: `Team ${place}` },
    })),
    read: reads('organisation'),
    add: { fresh: () => ({ id: newId(), name: freshName() }), may: changes('organisation') },
    change: { set: "name = 'marked'", mark: "name = 'marked'", byKey: true, may: namesTeam },
    tries: [
      {
        statement: () => `update teams set organisation_id = '${ORGANISATIONS['other-region']}'`,
        passes: (sight) => sight.can('organisation', 'change', 'other-region'),
      },
    ],
  },
  {
    table: 'provisions',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({
      key: provisionAt(place),
      row: {
        municipality_id: municipalityAt(place),
        id: provisionAt(place),
        organisation_id: PLACES[place].organisationId,
        team_id: PLACES[place].teamId ?? null,
        programme_code: PLACES[place].programmeCode,
      },
    })),
    // Of an organisation's provisions one sees those of the own team and programme.
    read: (sight, sample) => reads('organisation')(sight, sample) && isWithinWork(sight, sample.place),
    add: { fresh: () => ({ id: newId(), programme_code: freshName() }), may: changes('organisation') },
    change: { set: "created_at = '2001-01-01'", mark: "created_at = '2001-01-01'", may: changes('organisation') },
    tries: [{ statement: () => 'update provisions set id = gen_random_uuid()', passes: nobody }],
  },
]

export const grantAt = (place: PlaceName): Row => ({
  id: id(11, at(place)),
  person_id: personAt(place),
  role: 'resident',
  municipality_id: municipalityAt(place),
  organisation_id: PLACES[place].organisationId,
  team_id: PLACES[place].teamId ?? null,
  programme_code: PLACES[place].programmeCode,
  starts_on: '2026-01-01',
})

const invitationAt = (place: PlaceName): Row => ({
  id: id(12, at(place)),
  person_id: personAt(place),
  municipality_id: municipalityAt(place),
  organisation_id: PLACES[place].organisationId,
  token_hash: `hash-${place}`,
  expires_at: '2099-01-01',
  created_by: personAt(place),
})

export const peopleProbes: readonly Probe[] = [
  {
    table: 'people',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({
      key: personAt(place),
      row: { id: personAt(place), name: `Person ${place}`, email: `${place}@voorbeeld.example` },
    })),
    read: reads('person'),
    add: {
      fresh: () => ({ id: newId(), email: `${newId()}@voorbeeld.example` }),
      may: (sight) => sight.can('person', 'change', 'own'),
    },
    change: { set: "language = 'en'", mark: "language = 'en'", byKey: true, may: changes('person') },
    tries: [
      { statement: () => insertInto('people', { id: newId(), name: 'Robot', kind: 'built-in' }), passes: nobody },
      { statement: () => `update people set kind = 'built-in' where id = '${personAt('own')}'`, passes: nobody },
    ],
  },
  {
    table: 'grants',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({ key: id(11, at(place)), row: grantAt(place) })),
    read: reads('person'),
    add: { fresh: () => ({ id: newId() }), may: changes('person') },
    change: { set: "ends_on = '2099-01-01'", mark: "ends_on = '2099-01-01'", byKey: true, may: changes('person') },
    tries: [
      { statement: (me) => insertInto('grants', { ...grantAt('own'), id: newId(), person_id: me }), passes: nobody },
      { statement: (me) => `update grants set person_id = '${me}' where id = '${id(11, 1)}'`, passes: nobody },
      {
        statement: () => `update grants set municipality_id = '${WORLD.farMunicipality}' where id = '${id(11, 1)}'`,
        passes: (sight) => sight.can('person', 'change', 'other-region'),
      },
    ],
  },
  {
    table: 'invitations',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({ key: id(12, at(place)), row: invitationAt(place) })),
    read: changes('person'),
    add: { fresh: (_, me) => ({ id: newId(), token_hash: newId(), created_by: me }), may: changes('person') },
    tries: [
      {
        statement: () => insertInto('invitations', { ...invitationAt('own'), id: newId(), token_hash: newId() }),
        passes: nobody,
      },
      {
        // A link for somebody who reaches further than the place on the invitation.
        statement: (me) =>
          insertInto('invitations', {
            ...invitationAt('own'),
            id: newId(),
            token_hash: newId(),
            created_by: me,
            person_id: personAt('other-region'),
          }),
        passes: (sight) => sight.can('person', 'change', 'other-region'),
      },
    ],
  },
  {
    table: 'role_rights',
    key: 'role || kind || action',
    samples: [{ place: 'own', key: 'samplesettingread', row: { role: 'sample', kind: 'setting', action: 'read' } }],
    read: everyone,
  },
  {
    table: 'installation',
    key: 'only_row::text',
    samples: [{ place: 'own', key: 'true', row: { only_row: true, purpose: 'empty' } }],
    read: everyone,
    change: { set: "purpose = 'real'", mark: "purpose = 'real'", may: everyone },
    tries: [
      { statement: () => "update installation set purpose = 'empty'", passes: nobody },
      {
        first: "update installation set purpose = 'real'",
        statement: () => "update installation set purpose = 'demo'",
        passes: nobody,
      },
    ],
  },
]
