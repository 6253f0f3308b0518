import { newId } from '../../foundation/id.ts'
import { insertInto, type Probe, type Row, type Sample, type Sight } from './probe.ts'
import { MUNICIPALITY_PLACES, municipalityAt, personAt, samplesAt } from './records.ts'
import { id, type PlaceName, WORLD } from './seats.ts'

const OF_A_REGION = 'of-a-region'
const OF_EVERYONE = 'of-everyone'

/** What is of a region is in reach of who reaches another municipality of it; what is of everyone, of who reaches all. */
const reaches =
  (action: 'read' | 'change') =>
  ({ can, everywhere }: Sight, { variant = '', place }: Pick<Sample, 'variant' | 'place'>): boolean => {
    if (variant.startsWith(OF_EVERYONE)) return everywhere('page', action)
    if (variant.startsWith(OF_A_REGION)) return can('page', action, 'other-municipality')
    return can('page', action, place)
  }
const changes = reaches('change')
const seesDrafts = reaches('read')

const page = (number: number, given: Row): Row => ({
  ...{ id: id(50, number), slug: `page-${number}`, owner_id: personAt('own'), created_by: personAt('own') },
  ...given,
})

/** A page in every place, and what belongs to it; `number` tells them apart. */
const PAGES: readonly (Pick<Sample, 'place' | 'variant'> & { number: number; row: Row })[] = [
  ...MUNICIPALITY_PLACES.map((place, at) => ({
    ...{ place, number: at + 1 },
    row: page(at + 1, { municipality_id: municipalityAt(place) }),
  })),
  { place: 'own', number: 4, variant: OF_A_REGION, row: page(4, { region_id: WORLD.region }) },
  { place: 'own', number: 5, variant: OF_EVERYONE, row: page(5, {}) },
]

const version = (number: number, given: Row): Row => ({
  ...{ id: id(51, number), page_id: id(50, number % 10), language: 'nl', version: 1 },
  ...{ title: 'Titel', summary: 'Kort', audience: '{parent}', moment: 'any', domains: '{money}' },
  ...{ review_on: '2027-01-01', sources: '[]', facts: '{}', related: '{}', body: 'Tekst' },
  ...{ written_by: personAt('own'), ...given },
})

const APPROVED = 'approved'
const versionSamples: readonly Sample[] = PAGES.flatMap(({ place, variant = '', number }) =>
  (['draft', APPROVED] as const).map((state) => {
    const at = number + (state === APPROVED ? 10 : 0)
    return {
      ...{ place, key: id(51, at), variant: `${variant} ${state}`.trim() },
      row: version(at, { state, version: state === APPROVED ? 2 : 1 }),
    }
  }),
)

const BY_MACHINE: Row = { is_made_by_machine: true, translates: 'a'.repeat(64) }
const [PUBLIC, WAITING, HIDDEN] = [20, 30, 40]
/** Per page a public translation that was proofread, one that waits for it, and a draft that was proofread. */
const translationSamples: readonly Sample[] = PAGES.flatMap(({ place, variant = '', number }) =>
  (
    [
      [PUBLIC, 'ar', APPROVED],
      [WAITING, 'tr', APPROVED],
      [HIDDEN, 'pl', 'draft'],
    ] as const
  ).map(([from, language, state]) => {
    const row = version(number + from, { ...BY_MACHINE, language, state })
    return { place, key: id(51, number + from), variant: `${variant} ${language} ${state}`.trim(), row }
  }),
)

const proofreading = (number: number): Row => ({ version_id: id(51, number), proofread_by: personAt('own') })
const proofreadings: readonly Sample[] = PAGES.flatMap(({ place, variant = '', number }) =>
  (
    [
      [PUBLIC, APPROVED],
      [HIDDEN, 'draft'],
    ] as const
  ).map(([from, state]) => ({
    ...{ place, key: id(51, number + from), row: proofreading(number + from) },
    variant: `${variant} ${state}`.trim(),
  })),
)
/** The version of the same page that waits. */
const waitingBeside = ({ key }: Sample): string =>
  id(
    51,
    WAITING + (PAGES.find(({ number }) => [PUBLIC, HIDDEN].some((from) => id(51, number + from) === key))?.number ?? 0),
  )

const step = (number: number, given: Row = {}): Row => ({
  ...{ id: id(52, number), version_id: id(51, number), state: 'draft', recorded_by: personAt('own') },
  ...given,
})

const postcodeRow = (place: PlaceName): Row => ({
  ...{ municipality_id: municipalityAt(place), first_figures: 110, last_figures: 119, recorded_by: personAt('own') },
})

const link: Row = { address: 'https://site.example/', stands_in: '{page}' }
const isJobs = ({ seat }: Sight): boolean => seat.role === 'job-runner'

const plan = (number: number): Row => ({
  ...{ version_id: id(51, number), publish_on: '2027-02-01', planned_by: personAt('own') },
})
const [PLANNED, TO_PLAN] = [50, 60]
/** Per page a tested version that is planned, and one that can be. */
const testedSamples: readonly Sample[] = PAGES.flatMap(({ place, variant = '', number }) =>
  [PLANNED, TO_PLAN].map((from) => ({
    ...{ place, key: id(51, number + from), variant: `${variant} tested ${from}`.trim() },
    row: version(number + from, { state: 'tested', version: from }),
  })),
)
const plans: readonly Sample[] = PAGES.map(({ place, variant, number }) => ({
  ...{ place, key: id(51, number + PLANNED), row: plan(number + PLANNED) },
  ...(variant !== undefined && { variant }),
}))
/** The version of the same page that can be planned. */
const freeBeside = ({ key }: Sample): string =>
  id(51, TO_PLAN + (PAGES.find(({ number }) => id(51, number + PLANNED) === key)?.number ?? 0))

const ofPlatform = ({ everywhere }: Sight): boolean => everywhere('page', 'change')
const planRow: Row = { version: 2, plan: '{}', published_by: personAt('own') }
const planDraft: Row = { code: 'apart', plan: '{}', changed_by: personAt('own') }

export const pageProbes: readonly Probe[] = [
  {
    table: 'step_plans',
    key: 'version::text',
    samples: [{ place: 'own', key: '2', row: planRow }],
    read: () => true,
    add: { fresh: (_, me) => ({ version: 3, published_by: me }), may: ofPlatform },
    tries: [{ statement: () => insertInto('step_plans', { ...planRow, version: 4 }), passes: () => false }],
  },
  {
    table: 'step_plan_drafts',
    key: 'code',
    samples: [{ place: 'own', key: 'apart', row: planDraft }],
    read: ({ everywhere }) => everywhere('page', 'read'),
    add: { fresh: (_, me) => ({ code: 'later', changed_by: me }), may: ofPlatform },
    change: {
      set: "row_version = 7, changed_by = nullif(current_setting('app.actor_id', true), '')::uuid",
      mark: 'row_version = 7',
      may: ofPlatform,
    },
    remove: { may: ofPlatform },
    tries: [
      { statement: () => insertInto('step_plan_drafts', { ...planDraft, code: 'other' }), passes: () => false },
      { statement: () => `update step_plan_drafts set changed_by = '${personAt('own')}'`, passes: () => false },
    ],
  },
  {
    table: 'page_plans',
    key: 'version_id::text',
    samples: plans,
    read: seesDrafts,
    add: { fresh: (sample, me) => ({ version_id: freeBeside(sample), planned_by: me }), may: changes },
    remove: { may: changes },
    tries: [
      // Not in the name of somebody else, and not of a text that was not tested.
      { statement: () => insertInto('page_plans', plan(1 + TO_PLAN)), passes: () => false },
      {
        statement: (me) => insertInto('page_plans', { ...plan(1), planned_by: me }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'outside_links',
    key: 'address',
    samples: [{ place: 'own', key: 'https://site.example/', row: link }],
    read: () => true,
    add: { fresh: () => ({ address: 'https://site.example/nieuw' }), may: isJobs },
    change: { set: "stands_in = '{offer}'", mark: "stands_in = '{offer}'", may: isJobs },
    remove: { may: isJobs },
    tries: [
      {
        statement: () => insertInto('outside_links', { ...link, address: 'https://site.example/zelf' }),
        passes: isJobs,
      },
    ],
  },
  {
    table: 'municipality_postcodes',
    key: 'municipality_id::text',
    samples: samplesAt(MUNICIPALITY_PLACES, (place) => ({ key: municipalityAt(place), row: postcodeRow(place) })),
    read: () => true,
    add: {
      fresh: (_, me) => ({ first_figures: 500, last_figures: 509, recorded_by: me }),
      may: ({ can }, { place }) => can('setting', 'change', place),
    },
    remove: { may: ({ can }, { place }) => can('setting', 'change', place) },
    tries: [
      {
        statement: () =>
          insertInto('municipality_postcodes', { ...postcodeRow('own'), first_figures: 700, last_figures: 709 }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'pages',
    key: 'id::text',
    samples: PAGES.map(({ number, ...sample }) => ({ ...sample, key: id(50, number) })),
    read: () => true,
    add: { fresh: (_, me) => ({ id: newId(), slug: `fresh-${newId()}`, created_by: me }), may: changes },
    change: {
      set: 'owner_id = (select access.actor())',
      mark: `owner_id <> '${personAt('own')}'`,
      may: changes,
    },
    tries: [
      {
        statement: () => insertInto('pages', page(8, { id: newId(), municipality_id: WORLD.municipality })),
        passes: () => false,
      },
      { statement: () => `update pages set municipality_id = '${WORLD.farMunicipality}'`, passes: () => false },
    ],
  },
  {
    table: 'page_versions',
    key: 'id::text',
    samples: [...versionSamples, ...translationSamples, ...testedSamples],
    read: (sight, sample) => sample.variant?.endsWith(APPROVED) === true || seesDrafts(sight, sample),
    add: { fresh: (_, me) => ({ id: newId(), version: 9, state: 'draft', written_by: me }), may: changes },
    change: { set: "state = 'retired'", mark: "state = 'retired'", may: changes },
    tries: [
      {
        // Nothing is written as if it were approved, or in the name of somebody else.
        statement: (me) =>
          insertInto('page_versions', version(1, { id: newId(), version: 9, state: APPROVED, written_by: me })),
        passes: () => false,
      },
      {
        statement: () => insertInto('page_versions', version(1, { id: newId(), version: 9 })),
        passes: () => false,
      },
      { statement: () => "update page_versions set body = 'Anders'", passes: () => false },
    ],
  },
  {
    table: 'page_steps',
    key: 'id::text',
    samples: PAGES.map(({ place, variant, number }) => ({
      ...{ place, key: id(52, number), row: step(number) },
      ...(variant !== undefined && { variant }),
    })),
    read: seesDrafts,
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: changes },
    tries: [{ statement: () => insertInto('page_steps', step(1, { id: newId() })), passes: () => false }],
  },
  {
    table: 'page_proofreadings',
    key: 'version_id::text',
    samples: proofreadings,
    read: (sight, sample) => sample.variant?.endsWith(APPROVED) === true || seesDrafts(sight, sample),
    add: { fresh: (sample, me) => ({ version_id: waitingBeside(sample), proofread_by: me }), may: changes },
    tries: [
      {
        // Not in the name of somebody else, and not of a text that no machine made.
        statement: () => insertInto('page_proofreadings', proofreading(1 + WAITING)),
        passes: () => false,
      },
      {
        statement: (me) => insertInto('page_proofreadings', { version_id: id(51, 11), proofread_by: me }),
        passes: () => false,
      },
      { statement: () => 'delete from page_proofreadings', passes: () => false },
    ],
  },
]
