import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { MUNICIPALITY_PLACES, municipalityAt, personAt } from './records.ts'
import { id, WORLD } from './seats.ts'

const OF_A_REGION = 'of-a-region'
const OF_EVERYONE = 'of-everyone'
const isJobs = ({ seat }: Sight): boolean => seat.role === 'job-runner'

/** As of pages: what is of a region is in reach of who reaches another municipality of it; what is of everyone, of who reaches all. */
const reaches =
  (action: 'read' | 'change') =>
  ({ can, everywhere }: Sight, { variant = '', place }: Pick<Sample, 'variant' | 'place'>): boolean => {
    if (variant === OF_EVERYONE) return everywhere('page', action)
    if (variant === OF_A_REGION) return can('page', action, 'other-municipality')
    return can('page', action, place)
  }

const campaign = (number: number, given: Row): Row => ({
  ...{ id: id(85, number), code: `actie-${number}`, name: 'Actie', audience: 'young', channel: 'instagram' },
  ...{ starts_on: '2026-01-01', ends_on: '2026-01-31', leads_to: 'voorpagina' },
  ...{ written_by: personAt('own'), changed_by: personAt('own'), ...given },
})

const CAMPAIGNS: readonly (Pick<Sample, 'place' | 'variant'> & { number: number; row: Row })[] = [
  ...MUNICIPALITY_PLACES.map((place, at) => ({
    ...{ place, number: at + 1 },
    row: campaign(at + 1, { municipality_id: municipalityAt(place) }),
  })),
  { place: 'own', number: 4, variant: OF_A_REGION, row: campaign(4, { region_id: WORLD.region }) },
  { place: 'own', number: 5, variant: OF_EVERYONE, row: campaign(5, {}) },
]
const samples = (key: (number: number) => string, row: (number: number) => Row): readonly Sample[] =>
  CAMPAIGNS.map(({ place, variant, number }) => ({
    ...{ place, key: key(number), row: row(number) },
    ...(variant !== undefined && { variant }),
  }))

const reach = (number: number): Row => ({
  ...{ id: id(86, number), campaign_id: id(85, number), read_on: '2026-01-10', reach: 500, source: 'overzicht' },
  recorded_by: personAt('own'),
})
const clicks = (number: number): Row => ({ campaign_id: id(85, number), month: '2026-01-01', is_within: true, n: 7 })

/** Campaigns hold nothing of a visitor; they are kept by who keeps the pages of their place. */
export const campaignProbes: readonly Probe[] = [
  {
    table: 'campaigns',
    key: 'id::text',
    samples: CAMPAIGNS.map(({ number, ...sample }) => ({ ...sample, key: id(85, number) })),
    read: reaches('read'),
    add: {
      fresh: (_, me) => ({ id: newId(), code: `nieuw-${newId().slice(-12)}`, written_by: me, changed_by: me }),
      may: reaches('change'),
    },
    change: {
      set: 'changed_by = (select access.actor()), row_version = 9',
      mark: 'row_version = 9',
      may: reaches('change'),
    },
    tries: [
      // Not in the name of somebody else, and neither its address nor its place ever changes.
      {
        statement: () => insertInto('campaigns', campaign(8, { id: newId(), municipality_id: WORLD.municipality })),
        passes: () => false,
      },
      { statement: () => "update campaigns set code = 'anders'", passes: () => false },
      { statement: () => `update campaigns set municipality_id = '${WORLD.farMunicipality}'`, passes: () => false },
      { statement: () => "update campaigns set leads_to = 'https://elders.example'", passes: () => false },
    ],
  },
  {
    table: 'campaign_reaches',
    key: 'id::text',
    samples: samples((number) => id(86, number), reach),
    read: reaches('read'),
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: reaches('change') },
    tries: [
      { statement: () => insertInto('campaign_reaches', { ...reach(1), id: newId() }), passes: () => false },
      { statement: () => 'update campaign_reaches set reach = 1', passes: () => false },
    ],
  },
  {
    table: 'campaign_clicks',
    key: 'campaign_id::text',
    samples: samples((number) => id(85, number), clicks),
    read: (sight, sample) => isJobs(sight) || reaches('read')(sight, sample),
    add: { fresh: () => ({ month: '2026-02-01' }), may: isJobs },
    change: { set: 'n = 99', mark: 'n = 99', may: isJobs },
    tries: [
      { statement: () => insertInto('campaign_clicks', { ...clicks(1), month: '2026-03-01' }), passes: isJobs },
      { statement: () => 'update campaign_clicks set is_within = false', passes: () => false },
    ],
  },
]
