import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { aCard, anyCard, VILLAGES } from '../../../tests/support/offers.ts'
import { STATES } from '../offer.ts'
import { MOST_SERVICES, toldIn } from './read.ts'
import { hsdsFile, serviceOf, type Told, type Where } from './service.ts'

const today = day('2026-11-27')
const where: Where = {
  ...{ municipality: { code: 'GM9990', name: 'Akkerveen' }, region: 'Veenstroom', today },
  villages: VILLAGES.map((code) => ({ code, name: `Dorp ${code}` })),
}

const ajv = new Ajv({ strict: false, allErrors: true })
for (const [name, shape] of Object.entries({
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  uri: /^https:\/\/\S+$/,
  email: /^[^\s@]+@[^\s@]+$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T/,
}))
  ajv.addFormat(name, shape)
const validates = ajv.compile(JSON.parse(readFileSync('tests/standards/hsds/service-schema.json', 'utf8')) as object)
const faultsOf = (service: unknown): string[] =>
  validates(service) ? [] : (validates.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

const aDay = fc.nat(3_000).map((days) => after(day('2022-01-01'), { days }))
const told: fc.Arbitrary<Told> = fc
  .record({
    ...{ id: fc.uuid(), state: fc.constantFrom(...STATES), village: fc.option(fc.constantFrom(...VILLAGES)) },
    ...{ card: anyCard, startsOn: fc.option(aDay), endsOn: fc.option(aDay), confirmedOn: fc.option(aDay) },
  })
  .filter(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn)

test('[R-008] every offer goes out as a service that the schema of HSDS 3.0 allows', () => {
  fc.assert(
    fc.property(told, (offer) => {
      expect(faultsOf(serviceOf(offer, where))).toEqual([])
    }),
  )
})

test('[R-008] [R-009] what goes out comes back the same, the ended ones with their last day too', () => {
  fc.assert(
    fc.property(fc.uniqueArray(told, { selector: ({ id }) => id, minLength: 1, maxLength: 5 }), (offers) => {
      const file: unknown = JSON.parse(JSON.stringify(hsdsFile(offers, where)))
      expect(toldIn(file, where)).toEqual({ offers, faults: [] })
    }),
  )
})

test('the schema finds what is not a service, so it is no empty check', () => {
  const service = serviceOf({ ...plain(), id: newId() }, where)
  for (const wrong of [{ id: 'x' }, { status: 'gone' }, { phones: [{ id: newId() }] }, { minimum_age: 'six' }])
    expect(faultsOf({ ...service, ...wrong })).not.toEqual([])
})

function plain(): Omit<Told, 'id'> {
  return { state: 'public', village: 'oost', card: aCard(), startsOn: null, endsOn: null, confirmedOn: today }
}

/** The example of the standard itself, without what we cannot read. */
const example = () => {
  const all = JSON.parse(readFileSync('tests/standards/hsds/service-example.json', 'utf8')) as Record<string, unknown>
  return { ...all, schedules: [], service_at_locations: [], phones: [], url: 'https://voorbeeld.example/' }
}

test('the example of the standard is brought in once somebody says which part of life it is about', () => {
  expect(toldIn(example(), where).faults).toEqual([{ at: 'attributes', code: 'no-domain' }])
  const { offers, faults } = toldIn(example(), where, { domain: 'health' })
  expect(faults).toEqual([])
  expect(offers).toMatchObject([
    {
      id: 'ac148810-d857-441c-9679-408f346de14b',
      state: 'public',
      card: { name: 'Community Counselling', minAge: 12, domains: ['health'] },
    },
  ])
})

const file = (more: Record<string, unknown>) => [
  { ...serviceOf({ ...plain(), id: '0198b1c2-0000-7000-8000-000000000001' }, where), ...more },
]

test.each<[string, unknown, { at: string; code: string }]>([
  ['nothing', null, { at: 'contents', code: 'no-services' }],
  ['an empty list', [], { at: 'services', code: 'no-services' }],
  ['a page without services', { contents: 'x' }, { at: 'contents', code: 'no-services' }],
  ['too many', Array.from({ length: MOST_SERVICES + 1 }, () => null), { at: 'services', code: 'too-many' }],
  ['no id', file({ id: 'x' }), { at: 'services[0].id', code: 'wrong' }],
  ['the same service twice', [...file({}), ...file({})], { at: 'services[1].id', code: 'twice' }],
  ['a state of its own', file({ status: 'gone' }), { at: 'services[0].status', code: 'wrong' }],
  ['a site that runs a script', file({ url: 'javascript:alert(1)' }), { at: 'services[0].url', code: 'wrong' }],
  ['a name of a page long', file({ name: 'x'.repeat(5_000) }), { at: 'services[0].name', code: 'wrong' }],
  ['a day that is not there', file({ assured_date: '2026-02-30' }), { at: 'services[0].assured_date', code: 'wrong' }],
  ['an age of no one', file({ minimum_age: 150 }), { at: 'services[0].minimum_age', code: 'wrong' }],
  [
    'a village of elsewhere',
    file({ service_areas: [{ id: newId(), extent: 'elders', extent_type: 'village' }] }),
    { at: 'services[0].service_areas[0].extent', code: 'village-unknown' },
  ],
  [
    'a rule for months',
    file({ schedules: [{ id: newId(), freq: 'MONTHLY', bymonthday: '1' }] }),
    { at: 'services[0].schedules[0]', code: 'schedule-unknown' },
  ],
  [
    'an object where a list belongs',
    file({ attributes: { __proto__: [] } }),
    { at: 'services[0].attributes', code: 'wrong' },
  ],
])('a file with %s is refused, and says where', (_, given, fault) => {
  const { offers, faults } = toldIn(given, where)
  expect(faults).toContainEqual(fault)
  expect(offers.length).toBeLessThan(2)
})

test('whatever a file holds, it is read or refused, never a fault of ours', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.record({ contents: fc.array(fc.jsonValue()) })),
      (given) => {
        const { offers, faults } = toldIn(given, where)
        expect(offers.length + faults.length).toBeGreaterThan(0)
      },
    ),
  )
})
