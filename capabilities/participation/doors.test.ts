import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { after, dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { asOwner } from '../../tests/support/logs.ts'
import { aVisitor } from '../../tests/support/signing-in.ts'
import { aMunicipality, aRegion, someone, theActor, yes } from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { eraseOldWords, eraseSaid, saveGathered, saveRecommendation } from './gathered/actions.ts'
import { allGathered } from './gathered/queries.ts'
import { municipalitiesWith } from './queries.ts'
import { saveFinding, saveRound } from './rounds/actions.ts'
import { testRound, testRounds } from './rounds/queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
let here: string
let adviser: Actor
let readers: Readonly<Record<'reads' | 'elsewhere' | 'visitor', Actor>>

beforeAll(async () => {
  const regionId = await aRegion()
  here = await aMunicipality({ regionId })
  adviser = await someone({ role: 'policy-adviser', municipalityId: here })
  readers = {
    reads: await someone({ role: 'board-member', municipalityId: here }),
    elsewhere: await someone({ role: 'policy-adviser', municipalityId: await aMunicipality({ regionId }) }),
    visitor: await aVisitor(),
  }
})
beforeEach(async () => {
  for (const table of ['gathered', 'recommendations', 'test_findings', 'test_rounds'])
    await asOwner(database(), sql.raw(`delete from ${table}`))
})

const aRound = (given: object = {}) => ({
  ...{ title: 'Eerste ronde', subject: 'site', siteVersion: '0.1', fromOn: today, toOn: today, state: 'running' },
  ...{ parents: 4, youngPeople: 3, ambassadors: 1, others: 0 },
  ...given,
})
const aFinding = (given: object = {}) => ({
  ...{
    testers: 'young-people',
    task: 'Zoek hulp',
    finding: 'Te ver naar onder.',
    slug: '',
    decision: 'open',
    done: '',
  },
  ...given,
})
const said = (given: object = {}) => ({
  ...{ heldOn: today, way: 'talk', group: 'young-people', people: 3, theme: 'talking' },
  ...{ said: 'Vraag het eens aan ons.', recommendationId: '' },
  ...given,
})
const advice = (given: object = {}) => ({
  ...{ advice: 'Vraag het jongeren zelf.', state: 'open', decidedBy: '', why: '', decidedOn: '' },
  ...given,
})
const at = (rowVersion?: number) => ({
  ...{ municipalityId: here, id: newId(), today },
  ...(rowVersion !== undefined && { rowVersion }),
})

test('[R-014] a test round keeps how many of whom tested which version, what they found and what was decided', async () => {
  const round = at()
  yes(await saveRound(adviser, { ...round, round: aRound() }))
  yes(await saveRound(adviser, { ...round, round: aRound() }))
  const finding = { ...at(), roundId: round.id }
  yes(await saveFinding(adviser, { ...finding, finding: aFinding() }))
  const decided = aFinding({ decision: 'changed', done: 'Staat nu bovenaan.', slug: 'met-wie-praten' })
  yes(await saveFinding(adviser, { ...finding, rowVersion: 1, finding: decided }))
  const [told, ...more] = await testRounds(readers.reads, here)
  expect(more).toEqual([])
  expect(told?.round).toMatchObject({ siteVersion: '0.1', parents: 4, youngPeople: 3 })
  expect(told?.findings).toMatchObject([{ decision: 'changed', done: 'Staat nu bovenaan.', slug: 'met-wie-praten' }])
  expect(await saveFinding(adviser, { ...finding, rowVersion: 1, finding: decided })).toEqual(
    refuse('changed-meanwhile'),
  )
  yes(await saveRound(adviser, { ...round, rowVersion: 1, round: aRound({ state: 'done' }) }))
  expect(await saveRound(adviser, { ...round, rowVersion: 1, round: aRound() })).toEqual(refuse('changed-meanwhile'))
  expect((await testRound(adviser, here, round.id))?.round.state).toBe('done')
})

test.each([
  ['a name on a network', { finding: 'Gezegd door @sanne_90' }, 'typed-holds-mail', 'finding'],
  ['a number to call in the decision', { decision: 'not', done: 'Bel 06 12345678' }, 'typed-holds-phone', 'done'],
  ['a decision without a reason', { decision: 'not', done: ' ' }, 'typed-field-wrong', 'done'],
  ['an address that is none', { slug: '../etc' }, 'typed-field-wrong', 'slug'],
])('[R-014] a finding with %s is not kept', async (_, given, reason, field) => {
  const round = at()
  yes(await saveRound(adviser, { ...round, round: aRound() }))
  const finding = { ...at(), roundId: round.id, finding: aFinding(given) }
  expect(await saveFinding(adviser, finding)).toEqual(refuse(reason, { field }))
})

test('[R-162] what was said leads to a recommendation, and that to what was decided, by whom and why', async () => {
  const recommendation = at()
  yes(await saveRecommendation(adviser, { ...recommendation, recommendation: advice() }))
  yes(await saveGathered(adviser, { ...at(), gathered: said({ recommendationId: recommendation.id }) }))
  const decided = advice({ state: 'not', decidedBy: 'College', decidedOn: today, why: 'Dit jaar niet.' })
  yes(await saveRecommendation(adviser, { ...recommendation, rowVersion: 1, recommendation: decided }))
  expect(await allGathered(readers.reads, here, today)).toMatchObject({
    gathered: [{ said: 'Vraag het eens aan ons.', recommendationId: recommendation.id }],
    recommendations: [{ state: 'not', decidedBy: 'College', why: 'Dit jaar niet.', decidedOn: today }],
    heard: [],
  })
  expect(await saveRecommendation(adviser, { ...recommendation, rowVersion: 1, recommendation: decided })).toEqual(
    refuse('changed-meanwhile'),
  )
})

test('[R-162] how many people spoke in a year that is over, with small groups hidden', async () => {
  const lastYear = after(today, { years: -1 })
  const sizes = [
    { group: 'young-people', people: 2 },
    { group: 'ex-partners', people: 12 },
  ]
  for (const size of sizes) yes(await saveGathered(adviser, { ...at(), gathered: said({ ...size, heldOn: lastYear }) }))
  const found = await allGathered(readers.reads, here, today)
  expect(found?.heard).toEqual([
    {
      year: lastYear.slice(0, 4),
      people: expect.objectContaining({ groups: expect.objectContaining({ 'young-people': null }) }),
    },
  ])
})

test.each([
  ['a mailbox', { said: 'Mail naam@voorbeeld.example' }, refuse('typed-holds-mail', { field: 'said' })],
  ['a number of a citizen', { said: 'Ik ben 111222333' }, refuse('typed-holds-citizen-number', { field: 'said' })],
  ['nobody', { people: 0 }, refuse('typed-field-wrong', { field: 'people' })],
  [
    'a recommendation of elsewhere',
    { recommendationId: newId() },
    refuse('typed-field-wrong', { field: 'recommendationId' }),
  ],
  ['a day to come', { heldOn: after(today, { days: 1 }) }, refuse('typed-day-ahead', { field: 'heldOn' })],
])('[R-162] what was said with %s is not kept', async (_, given, no) => {
  expect(await saveGathered(adviser, { ...at(), gathered: said(given) })).toEqual(no)
  expect((await allGathered(adviser, here, today))?.gathered).toEqual([])
})

test('words go when somebody asks, and after two years by themselves; the count stays', async () => {
  const asked = at()
  yes(await saveGathered(adviser, { ...asked, gathered: said() }))
  yes(await eraseSaid(adviser, here, asked.id))
  for (const days of [0, 1]) {
    const heldOn = after(today, { years: -2, days: -days })
    yes(await saveGathered(adviser, { ...at(), gathered: said({ heldOn }) }))
  }
  expect(await eraseOldWords(adviser)).toBe(0)
  expect(await eraseOldWords(await theActor(BUILT_IN.jobs))).toBe(1)
  expect((await allGathered(adviser, here, today))?.gathered.map((one) => one.said === null)).toEqual([
    true,
    false,
    true,
  ])
})

test.each(['reads', 'elsewhere', 'visitor'] as const)('who %s records nothing', async (who) => {
  const reader = readers[who]
  const [round, one, recommendation] = [at(), at(), at()]
  yes(await saveRound(adviser, { ...round, round: aRound() }))
  yes(await saveGathered(adviser, { ...one, gathered: said() }))
  yes(await saveRecommendation(adviser, { ...recommendation, recommendation: advice() }))
  const nowhere = refuse('not-found')
  expect(await saveRound(reader, { ...round, rowVersion: 1, round: aRound() })).toEqual(nowhere)
  expect(await saveFinding(reader, { ...at(), roundId: round.id, finding: aFinding() })).toEqual(nowhere)
  expect(await saveGathered(reader, { ...one, rowVersion: 1, gathered: said() })).toEqual(nowhere)
  expect(await eraseSaid(reader, here, one.id)).toEqual(nowhere)
  expect(await saveRecommendation(reader, { ...recommendation, rowVersion: 1, recommendation: advice() })).toEqual(
    nowhere,
  )
  const mayRead = who === 'reads'
  expect(await testRounds(reader, here)).toHaveLength(mayRead ? 1 : 0)
  expect((await allGathered(reader, here, today)) === undefined).toBe(!mayRead)
  expect((await municipalitiesWith(reader, ['read', 'participation'])).some(({ id }) => id === here)).toBe(mayRead)
})
