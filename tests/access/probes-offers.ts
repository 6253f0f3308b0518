import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { hash, MUNICIPALITY_PLACES, municipalityAt, personAt } from './records.ts'
import { id, type PlaceName } from './seats.ts'

const CARD = '{"name": "Inloop"}'
const EVER = '2026-01-01'

/** Public and running, public and over, being written: in every place one of each. */
const KINDS = [
  { variant: 'public', row: { state: 'public' } },
  { variant: 'over', row: { state: 'public', ends_on: EVER } },
  { variant: 'draft', row: { state: 'draft' } },
] as const
const numberOf = (place: PlaceName, kind: number): number =>
  MUNICIPALITY_PLACES.findIndex((one) => one === place) * KINDS.length + kind + 1

const samples = (make: (place: PlaceName, nth: number) => Row): readonly Sample[] =>
  MUNICIPALITY_PLACES.flatMap((place) =>
    KINDS.map(({ variant }, kind) => {
      const row = make(place, kind)
      return { place, variant, row, key: String(row.id) }
    }),
  )

const offer = (place: PlaceName, kind: number): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(60, numberOf(place, kind)), card: CARD, ...KINDS[kind]?.row },
  ...{ created_by: personAt('own'), changed_by: personAt('own') },
})
const step = (place: PlaceName, kind: number): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(61, numberOf(place, kind)), card: CARD, state: 'draft' },
  ...{ offer_id: id(60, numberOf(place, kind)), step: 'written', recorded_by: personAt('own') },
})

/** Each third of the questions is answered; the answered ones alone can be handled. */
const ANSWERED = 1
const ask = (place: PlaceName, kind: number): Row => ({
  ...{ municipality_id: municipalityAt(place), id: id(62, numberOf(place, kind)), created_by: personAt('own') },
  ...{ offer_id: id(60, numberOf(place, kind)), token_hash: hash('abcdef0123456789'[numberOf(place, kind)] ?? 'a') },
  ...{ asked_on: EVER, until_on: EVER },
  ...(kind === ANSWERED && { answer: 'different', remark: 'Anders', answered_at: EVER }),
})

const keeps =
  (action: 'read' | 'change') =>
  ({ can }: Sight, { place }: Pick<Sample, 'place'>): boolean =>
    can('page', action, place)
const [reads, changes] = [keeps('read'), keeps('change')]
const isJobs = ({ seat }: Sight) => seat.role === 'job-runner'
const nobody = () => false
const freshHash = (): string => newId().replaceAll('-', '').repeat(2)

export const offerProbes: readonly Probe[] = [
  {
    table: 'offers',
    key: 'id::text',
    samples: samples(offer),
    read: (sight, sample) => sample.variant === 'public' || reads(sight, sample),
    add: { fresh: (_, me) => ({ id: newId(), created_by: me, changed_by: me }), may: changes },
    change: {
      set: 'starts_on = null, confirmed_on = access.today(), changed_by = (select access.actor())',
      mark: 'confirmed_on is not null',
      may: changes,
    },
    tries: [
      // In the name of another, and in another place.
      {
        statement: (me) => insertInto('offers', { ...offer('own', 0), id: newId(), created_by: me }),
        passes: nobody,
      },
      {
        statement: (me) => insertInto('offers', { ...offer('own', 0), id: newId(), changed_by: me }),
        passes: nobody,
      },
      { statement: () => "update offers set state = 'paused'", passes: nobody },
      {
        statement: () =>
          `update offers set municipality_id = '${municipalityAt('other-region')}', changed_by = access.actor()`,
        passes: nobody,
      },
    ],
  },
  {
    table: 'offer_steps',
    key: 'id::text',
    samples: samples(step),
    read: reads,
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: changes },
    tries: [{ statement: () => insertInto('offer_steps', { ...step('own', 0), id: newId() }), passes: nobody }],
  },
  {
    table: 'offer_asks',
    key: 'id::text',
    samples: samples(ask),
    read: (sight, sample) => reads(sight, sample) || isJobs(sight),
    add: {
      fresh: (_, me) => ({
        ...{ id: newId(), token_hash: freshHash(), created_by: me },
        ...{ answer: null, remark: null, answered_at: null },
      }),
      may: (sight, sample) => changes(sight, sample) || isJobs(sight),
    },
    change: {
      set: 'remark = null, handled_at = now()',
      mark: 'handled_at is not null',
      may: (sight, sample) => sample.variant === KINDS[ANSWERED].variant && changes(sight, sample),
    },
    tries: [
      {
        statement: () => insertInto('offer_asks', { ...ask('own', 0), id: newId(), token_hash: freshHash() }),
        passes: nobody,
      },
      {
        // Nobody asks and answers at once.
        statement: (me) =>
          insertInto('offer_asks', { ...ask('own', ANSWERED), id: newId(), token_hash: freshHash(), created_by: me }),
        passes: nobody,
      },
      { statement: () => "update offer_asks set answer = 'right'", passes: nobody },
      {
        // A remark goes when it is handled, and not before.
        statement: () =>
          `update offer_asks set remark = null where municipality_id = '${municipalityAt('own')}' and answer is not null`,
        passes: nobody,
      },
    ],
  },
]
