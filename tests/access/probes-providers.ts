import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sight } from './probe.ts'
import { at, municipalityAt, ORGANISATIONS, PROVISION_PLACES, personAt, samplesAt } from './records.ts'
import { id, type PlaceName } from './seats.ts'

/** `own` works in every municipality; the others in one, so that who reaches that one reaches all of it. */
const PLACES_OF_ORGANISATIONS = ['own', 'other-organisation', 'other-municipality', 'other-region'] as const
const orgAt = (place: PlaceName) => ORGANISATIONS[place as keyof typeof ORGANISATIONS] // the four above only

/** Who says where an organisation signs in: whoever sets up every place where it works. */
const runs = (sight: Sight, { place }: { place: PlaceName }): boolean => {
  if (place !== 'own') return sight.can('setting', 'change', place)
  return sight.everywhere('setting', 'change')
}
const nobody = () => false

const providerAt = (place: PlaceName): Row => ({
  ...{ id: id(70, at(place)), organisation_id: orgAt(place), name: 'Provider', issuer: 'https://id.example' },
  ...{ client_id: 'voorveld', client_auth: 'client-secret-basic', secret: 'encrypted' },
  changed_by: personAt(place),
})

const groupAt = (place: PlaceName): Row => ({
  ...{ id: id(71, at(place)), provider_id: id(70, at(place)), group_name: 'group', role: 'policy-adviser' },
  ...{ municipality_id: municipalityAt(place), organisation_id: orgAt(place), mapped_by: personAt(place) },
})

const reviewAt = (place: PlaceName): Row => ({
  ...{ id: id(72, at(place)), grant_id: id(11, at(place)), decision: 'kept', reason: 'still needed' },
  decided_by: personAt(place),
})

export const providerProbes: readonly Probe[] = [
  {
    table: 'right_reviews',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({ key: id(72, at(place)), row: reviewAt(place) })),
    read: (sight, { place }) => sight.can('person', 'read', place),
    add: {
      fresh: (_, me) => ({ id: newId(), decided_by: me }),
      may: (sight, { place }) => sight.can('person', 'change', place),
    },
    tries: [{ statement: () => insertInto('right_reviews', { ...reviewAt('own'), id: newId() }), passes: nobody }],
  },
  {
    table: 'identity_providers',
    key: 'id::text',
    samples: samplesAt(PLACES_OF_ORGANISATIONS, (place) => ({ key: id(70, at(place)), row: providerAt(place) })),
    read: runs,
    // A second provider for one organisation fails on its key, past the policies.
    add: { fresh: (_, me) => ({ id: newId(), changed_by: me }), may: runs },
    change: {
      set: "name = 'marked', changed_by = access.actor()",
      mark: "name = 'marked'",
      byKey: true,
      may: runs,
    },
    tries: [
      { statement: () => 'select secret from identity_providers', passes: nobody },
      {
        statement: () => insertInto('identity_providers', { ...providerAt('own'), id: newId() }), // in another's name
        passes: nobody,
      },
      { statement: () => "update identity_providers set name = 'x'", passes: nobody },
      {
        // It changes what is theirs, and does not come near what is another's.
        statement: () => "update identity_providers set name = 'x', changed_by = access.actor()",
        passes: (sight) => PLACES_OF_ORGANISATIONS.some((place) => runs(sight, { place })),
      },
    ],
  },
  {
    table: 'group_rights',
    key: 'id::text',
    samples: samplesAt(PLACES_OF_ORGANISATIONS, (place) => ({ key: id(71, at(place)), row: groupAt(place) })),
    read: runs,
    add: { fresh: (_, me) => ({ id: newId(), group_name: newId(), mapped_by: me }), may: runs },
    remove: { may: runs },
    tries: [
      {
        statement: () => insertInto('group_rights', { ...groupAt('own'), id: newId(), group_name: 'x' }),
        passes: nobody,
      },
      {
        // A role in a place beyond the own reach.
        statement: (me) =>
          insertInto('group_rights', {
            ...groupAt('other-organisation'),
            ...{ id: newId(), group_name: 'y', mapped_by: me, municipality_id: municipalityAt('other-region') },
          }),
        passes: (sight) => sight.everywhere('person', 'change'),
      },
      {
        // Of an organisation with the provider of another.
        statement: (me) =>
          insertInto('group_rights', {
            ...groupAt('own'),
            ...{ id: newId(), group_name: 'z', mapped_by: me, provider_id: id(70, at('other-organisation')) },
          }),
        passes: nobody,
      },
    ],
  },
]
