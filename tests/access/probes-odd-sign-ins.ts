import { newId } from '../../foundation/id.ts'
import type { Probe, Row, Sample, Sight } from './probe.ts'
import { at, MUNICIPALITY_PLACES, municipalityAt, ORGANISATIONS, PROVISION_PLACES, personAt } from './records.ts'
import { id, type PlaceName } from './seats.ts'

type Expected = NonNullable<Probe['read']>

const nobody = () => false
const isJobs = ({ seat }: Sight) => seat.role === 'job-runner'

const day = '2026-11-26'
const about = (what: number, kind: string, given: Row): Row => ({
  ...{ id: id(73, what), kind, on_day: day, tries: 3, from_at: `${day} 10:00+01`, until_at: `${day} 11:00+01` },
  ...given,
})

/** Of one account, of an organisation, of a municipality's own people, of a resident before and after a no, and of everybody. */
const VARIANTS = {
  person: (place: PlaceName) => about(at(place), 'odd-hour', { person_id: personAt(place) }),
  organisation: (place: PlaceName) =>
    about(100 + at(place), 'failed-peak', { organisation_id: ORGANISATIONS[place as keyof typeof ORGANISATIONS] }),
  municipality: (place: PlaceName) => about(200 + at(place), 'failed-peak', { municipality_id: municipalityAt(place) }),
  resident: (place: PlaceName) =>
    about(300 + at(place), 'new-network', { person_id: personAt(place), is_of_resident: true }),
  denied: (place: PlaceName) =>
    about(400 + at(place), 'new-network', {
      ...{ person_id: personAt(place), is_of_resident: true, network: '0123456789abcdef' },
      ...{ answer: 'not-mine', answered_at: `${day} 12:00+01` },
    }),
  tried: (place: PlaceName) =>
    about(500 + at(place), 'many-networks', { person_id: personAt(place), is_of_resident: true, networks: 3 }),
  platform: (place: PlaceName) => about(600 + at(place), 'failed-peak', {}),
} satisfies Record<string, (place: PlaceName) => Row>

const samplesOf = (variant: keyof typeof VARIANTS, places: readonly PlaceName[]): Sample[] =>
  places.map((place) => {
    const row = VARIANTS[variant](place)
    return { place, variant, row, key: String(row.id) }
  })

const reads: Expected = (sight, { place, variant }) => {
  if (isJobs(sight)) return true
  if (variant === 'resident') return false
  // A municipality's own people belong to no organisation and no programme in it: for who reaches all of it.
  if (variant === 'municipality' && place === 'own')
    return (['other-organisation', 'other-programme'] as const).every((one) => sight.can('sign-in', 'read', one))
  return variant === 'platform' ? sight.everywhere('sign-in', 'read') : sight.can('sign-in', 'read', place)
}

const aged = (days: number): string =>
  `update odd_sign_ins set from_at = now() - interval '${days} days', until_at = now() - interval '${days} days' where id = '${id(73, 1)}'`

export const oddSignInProbes: readonly Probe[] = [
  {
    table: 'odd_sign_ins',
    key: 'id::text',
    samples: [
      ...samplesOf('person', PROVISION_PLACES),
      ...samplesOf('organisation', ['own', 'other-organisation', 'other-municipality', 'other-region']),
      ...samplesOf('municipality', MUNICIPALITY_PLACES),
      ...samplesOf('resident', ['own', 'other-region']),
      ...samplesOf('denied', ['own', 'other-region']),
      ...samplesOf('tried', ['own', 'other-region']),
      ...samplesOf('platform', ['own']),
    ],
    read: reads,
    add: { fresh: () => ({ id: newId() }), may: isJobs },
    change: { set: 'tries = 99', mark: 'tries = 99', may: isJobs },
    tries: [
      // What the person concerned said goes by a question of its own.
      { statement: () => "update odd_sign_ins set answer = 'mine', answered_at = now()", passes: nobody },
      { statement: () => `update odd_sign_ins set person_id = '${personAt('own')}'`, passes: nobody },
      { first: aged(181), statement: () => 'delete from odd_sign_ins', passes: isJobs },
      { first: aged(179), statement: () => 'delete from odd_sign_ins', passes: nobody },
    ],
  },
]
