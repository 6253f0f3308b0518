import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { MUNICIPALITY_PLACES, municipalityAt } from './records.ts'

const isJobs = ({ seat }: Sight): boolean => seat.role === 'job-runner'

const visit = (given: Row): Row => ({
  ...{ month: '2026-01-01', what: 'informatie', slug: 'gezag', language: 'nl', kind: 'arrival', n: 7, ...given },
})

const NOWHERE = 'no-municipality'

const samples: readonly Sample[] = [
  ...MUNICIPALITY_PLACES.map((place) => ({
    ...{ place, key: `visits ${municipalityAt(place)}` },
    row: visit({ municipality_id: municipalityAt(place) }),
  })),
  { place: 'own', variant: NOWHERE, key: 'visits nowhere', row: visit({}) },
]

/** Counts of public pages: nobody's data, and still only for who sees the figures of that municipality. */
export const visitProbes: readonly Probe[] = [
  {
    table: 'visit_counts',
    key: "'visits ' || coalesce(municipality_id::text, 'nowhere')",
    samples,
    read: (sight, { place, variant }) =>
      isJobs(sight) ||
      (variant === NOWHERE
        ? (['own', 'other-municipality', 'other-region'] as const).some((one) => sight.can('figure', 'read', one))
        : sight.can('figure', 'read', place)),
    add: { fresh: () => ({ slug: 'nieuw' }), may: isJobs },
    change: { set: 'n = 99', mark: 'n = 99', may: isJobs },
    tries: [
      { statement: () => insertInto('visit_counts', visit({ slug: 'zelf-geteld' })), passes: isJobs },
      { statement: () => "update visit_counts set slug = 'anders'", passes: () => false },
    ],
  },
]
