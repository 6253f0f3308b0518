import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row } from './probe.ts'
import { changes, grantAt, nobody } from './probes-access.ts'
import { at, PROVISION_PLACES, personAt, samplesAt } from './records.ts'
import { id, type PlaceName } from './seats.ts'

/** The account of a system in a place; beside a person with the same grants stands its own. */
const systemAt = (place: PlaceName) => id(18, at(place))
const FRESH_HASH = 'md5(random()::text) || md5(random()::text)'

const tokenAt = (place: PlaceName): Row => ({
  id: id(17, at(place)),
  account_id: systemAt(place),
  label: 'Proefmachine',
  token_hash: String(at(place)).repeat(64),
  scopes: { sql: "array['programmas:lezen']" },
  expires_at: { sql: "now() + interval '30 days'" },
  created_by: personAt(place),
})
const freshToken = (me: string): Row => ({
  ...tokenAt('own'),
  id: newId(),
  token_hash: { sql: FRESH_HASH },
  created_by: me,
})

/** What stands beside the samples: the accounts of systems and their grants. */
export const systemRows: readonly (readonly [string, Row])[] = PROVISION_PLACES.flatMap((place) => [
  ['people', { id: systemAt(place), name: `System ${place}`, kind: 'service' }] as const,
  [
    'grants',
    { ...grantAt(place), id: id(19, at(place)), person_id: systemAt(place), role: 'reporting-system' },
  ] as const,
])

export const systemProbes: readonly Probe[] = [
  {
    // The hash is written and never read, so everything but that.
    table: 'service_tokens',
    key: 'id::text',
    samples: samplesAt(PROVISION_PLACES, (place) => ({ key: id(17, at(place)), row: tokenAt(place) })),
    read: changes('person'),
    add: {
      fresh: (_, me) => ({ id: newId(), token_hash: { sql: FRESH_HASH }, created_by: me }),
      may: changes('person'),
    },
    change: {
      set: `revoked_at = now(), revoked_by = (select access.actor())`,
      mark: 'revoked_at is not null',
      byKey: true,
      may: changes('person'),
    },
    tries: [
      ...[
        'token_hash = md5(random()::text) || md5(random()::text)',
        "expires_at = expires_at + interval '1 day'",
        "scopes = array['maten:lezen']",
        'account_id = created_by',
      ].map((set) => ({
        statement: () => `update service_tokens set ${set} where id = '${id(17, 1)}'`,
        passes: nobody,
      })),
      { statement: () => 'select token_hash from service_tokens', passes: nobody },
      {
        // A key that was taken back stays so, under the name of who did.
        first: `update service_tokens set revoked_at = now(), revoked_by = created_by where id = '${id(17, 1)}'`,
        statement: (me) => `update service_tokens set revoked_by = '${me}' where id = '${id(17, 1)}'`,
        passes: nobody,
      },
      {
        // A key in the name of another, for somebody who is no system, or for one that reaches further.
        statement: () =>
          insertInto('service_tokens', { ...tokenAt('own'), id: newId(), token_hash: { sql: FRESH_HASH } }),
        passes: nobody,
      },
      {
        statement: (me) => insertInto('service_tokens', { ...freshToken(me), account_id: personAt('own') }),
        passes: nobody,
      },
      {
        statement: (me) => insertInto('service_tokens', { ...freshToken(me), account_id: systemAt('other-region') }),
        passes: (sight) => sight.can('person', 'change', 'other-region'),
      },
      {
        statement: (me) => `update service_tokens set revoked_at = now(), revoked_by = '${personAt('own')}'
          where id = '${id(17, 1)}' and '${me}' <> '${personAt('own')}'`,
        passes: nobody,
      },
    ],
  },
]
