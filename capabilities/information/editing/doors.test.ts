import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { after, day, dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aMunicipality, anOperator, aRegion, someone, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { municipalityWithId } from '../../access/queries.ts'
import { movePage, takePage, writePage } from '../actions.ts'
import { publicationMark } from '../queries.ts'
import { planPublication, publishPlanned } from './actions.ts'
import { checkedPage, pageKept, pagesListed, placesToWrite } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
const CODE = 'GM0111'
type People = Record<'ofRegion' | 'ofPlace' | 'elsewhere' | 'visitor' | 'operator', Actor>
let people: People
let here: Id

beforeAll(async () => {
  const regionId = await aRegion()
  here = await aMunicipality({ code: CODE, regionId })
  const there = await aMunicipality({ code: 'GM0112', regionId })
  people = {
    operator: await anOperator(),
    ofRegion: await someone({ role: 'communication-adviser', regionId }),
    ofPlace: await someone({ role: 'communication-adviser', municipalityId: here }),
    elsewhere: await someone({ role: 'communication-adviser', municipalityId: there }),
    visitor: await theActor(BUILT_IN.visitor),
  }
}, 60_000)

const text = (title: string, more: { reviewOn?: string; body?: string; facts?: string } = {}): string => `---
title: ${title}
summary: Kort.
audience: [parent]
moment: any
domains: [money]
reviewOn: ${more.reviewOn ?? '2027-06-01'}
sources: []
facts: [${more.facts ?? ''}]
---

${more.body ?? 'Tekst.'}
`

const written = (actor: Actor, slug: string, more: Partial<Parameters<typeof writePage>[1]> = {}) =>
  writePage(actor, { slug, language: 'nl', text: text(slug), ...more })

test('[R-016] in an installation of one region a page for everyone is kept by who keeps the region; a municipality adds to it', async () => {
  yes(await written(people.ofRegion, 'van-iedereen'))
  expect(await written(people.ofPlace, 'ook-van-iedereen')).toMatchObject({ reason: 'not-yours' })
  expect(await movePage(people.ofPlace, { slug: 'van-iedereen', language: 'nl', to: 'tested' })).toMatchObject({
    reason: 'not-yours',
  })
  yes(await written(people.ofPlace, 'van-iedereen', { municipalityCode: CODE, isAddition: true }))
  yes(await written(people.ofPlace, 'van-hier', { municipalityCode: CODE }))
  expect(await written(people.elsewhere, 'van-hier', { municipalityCode: CODE })).toMatchObject({ reason: 'not-yours' })
  expect(await placesToWrite(people.ofPlace)).toMatchObject({ everyone: false, municipalities: [{ code: CODE }] })
  expect(await placesToWrite(people.ofRegion)).toMatchObject({ everyone: true })
  expect(await placesToWrite(people.visitor)).toEqual({ everyone: false, regions: [], municipalities: [] })
})

test('[R-016] what is not public is listed and read by who keeps it, and by nobody else', async () => {
  const listed = async (actor: Actor) =>
    (await pagesListed(actor, today)).map(({ slug, isAddition }) => [slug, isAddition])
  expect(await listed(people.ofPlace)).toEqual(
    expect.arrayContaining([
      ['van-hier', false],
      ['van-iedereen', true],
    ]),
  )
  expect(await listed(people.elsewhere)).toEqual([])
  expect(await listed(people.visitor)).toEqual([])
  const addedBy = await municipalityWithId(people.ofPlace, here)
  const asked = { slug: 'van-hier', language: 'nl' } as const
  expect((await pageKept(people.ofPlace, asked))?.versions).toHaveLength(1)
  expect(await pageKept(people.elsewhere, asked)).toBeUndefined()
  expect(await pageKept(people.ofPlace, { slug: 'van-iedereen', language: 'nl' })).toBeUndefined()
  const added = await pageKept(people.ofPlace, { slug: 'van-iedereen', language: 'nl', ...(addedBy && { addedBy }) })
  expect(added).toMatchObject({ isAddition: true, isOwn: true, versions: [{ version: 1 }] })
  expect(
    await pageKept(people.elsewhere, { slug: 'van-iedereen', language: 'nl', ...(addedBy && { addedBy }) }),
  ).toBeUndefined()
})

test('[R-016] a page past its review date is listed for its owner, and says so before', async () => {
  const reviewed = async (reviewOn: string) => {
    yes(await written(people.ofRegion, 'na-te-kijken', { text: text('Na te kijken', { reviewOn }) }))
    const all = await pagesListed(people.ofRegion, day('2026-11-27'))
    return all.find(({ slug }) => slug === 'na-te-kijken')
  }
  expect((await reviewed('2026-12-12'))?.reasons).toEqual(['not-public-yet'])
  expect((await reviewed('2026-12-11'))?.reasons).toEqual(['review', 'not-public-yet'])
  expect(await reviewed('2026-11-01')).toMatchObject({ reasons: ['review', 'not-public-yet'], isOwn: true })
  yes(await takePage(people.operator, { slug: 'na-te-kijken' }))
  expect(await reviewed('2026-11-01')).toMatchObject({ isOwn: false })
  expect(await takePage(people.ofPlace, { slug: 'na-te-kijken' })).toMatchObject({ reason: 'not-yours' })
  expect(await takePage(people.operator, { slug: 'nergens' })).toMatchObject({ reason: 'public-page-unknown' })
})

test('a text with a fact that is not certain asks attention of who keeps it, and what is wrong in a text is told', async () => {
  const facts = 'child-heard-age-young'
  const uncertain = text('Met feit', { facts, body: `Vanaf {{feit:${facts}}} jaar.` })
  yes(await written(people.ofRegion, 'met-feit', { text: uncertain }))
  const listed = (await pagesListed(people.ofRegion, today)).find(({ slug }) => slug === 'met-feit')
  expect(listed?.reasons).toEqual(['uncertain', 'not-public-yet'])
  const { faults } = await checkedPage(people.ofRegion, 'met-fout', text('Met fout', { body: '[weg](pagina:nergens)' }))
  expect(faults).toMatchObject([{ code: 'broken-link', what: 'nergens', line: 12 }])
})

test('[R-007] of two who write at once the second one hears it, and a step is of the version that was seen', async () => {
  yes(await written(people.ofPlace, 'samen', { municipalityCode: CODE, after: 0 }))
  expect(await written(people.ofPlace, 'samen', { municipalityCode: CODE, after: 0 })).toMatchObject({
    reason: 'changed-meanwhile',
  })
  const move = { slug: 'samen', language: 'nl', version: 1 } as const
  yes(await movePage(people.ofPlace, { ...move, to: 'tested' }))
  yes(await written(people.ofPlace, 'samen', { municipalityCode: CODE, after: 1 }))
  expect(await movePage(people.ofPlace, { ...move, version: 2, to: 'approved' })).toMatchObject({
    reason: 'page-no-step',
  })
  yes(await movePage(people.ofPlace, { ...move, to: 'approved' }))
  const kept = await pageKept(people.ofPlace, { slug: 'samen', language: 'nl' })
  expect(kept?.versions.map(({ version, state }) => [version, state])).toEqual([
    [2, 'draft'],
    [1, 'approved'],
  ])
  expect(kept?.steps.map(({ state }) => state)).toEqual(['approved', 'draft', 'tested', 'draft'])
})

test('a text and a list of sources as long as they may be are kept, and longer ones are refused in words', async () => {
  const long = (characters: number) =>
    text('Lang', { body: `${'a'.repeat(9_998)}\n\n`.repeat(6).slice(0, -2).padEnd(characters, 'a') })
  yes(await written(people.ofRegion, 'lang', { text: long(60_000) }))
  expect(await written(people.ofRegion, 'lang', { text: long(60_001) })).toMatchObject({ reason: 'page-faulty' })
  const inOneBlock = text('Lang', { body: 'a'.repeat(10_001) })
  expect(await written(people.ofRegion, 'lang', { text: inOneBlock })).toMatchObject({ reason: 'page-faulty' })
  const source = {
    name: 'n'.repeat(120),
    url: `https://${'x'.repeat(492)}`,
    checkedOn: '2026-05-01',
    status: 'unverified',
  }
  const sourced = (many: number) =>
    text('Bronnen').replace('sources: []', `sources: ${JSON.stringify(Array(many).fill(source))}`)
  yes(await written(people.ofRegion, 'bronnen', { text: sourced(25) }))
  expect(await written(people.ofRegion, 'bronnen', { text: sourced(26) })).toMatchObject({ reason: 'page-faulty' })
})

test('a link to a page that is not on the site asks attention, until that page is public', async () => {
  const reasons = async () =>
    (await pagesListed(people.ofRegion, today)).find(({ slug }) => slug === 'met-link')?.reasons
  yes(await written(people.ofRegion, 'doel'))
  yes(await written(people.ofRegion, 'met-link', { text: text('Met link', { body: 'Lees [dit](pagina:doel).' }) }))
  expect(await reasons()).toEqual(['broken-link', 'not-public-yet'])
  for (const to of ['tested', 'approved']) yes(await movePage(people.ofRegion, { slug: 'doel', language: 'nl', to }))
  expect(await reasons()).toEqual(['not-public-yet'])
  yes(await movePage(people.ofRegion, { slug: 'doel', language: 'nl', to: 'retired' }))
  expect(await reasons()).toEqual(['broken-link', 'not-public-yet'])
})

const at = { slug: 'samen', language: 'nl' } as const
const tomorrow = after(today, { days: 1 })
const dayComes = () => asOwner(database(), sql`update page_plans set publish_on = ${today}`)

test('[R-007] a day is planned for a tested text only, after today, and by who keeps the page', async () => {
  yes(await movePage(people.ofPlace, { ...at, version: 2, to: 'tested' }))
  const plan = (who: Actor, version: number, on = tomorrow) => planPublication(who, { ...at, version, today }, on)
  expect(await plan(people.elsewhere, 2)).toMatchObject({ reason: 'not-found' })
  expect(await plan(people.ofPlace, 1)).toMatchObject({ reason: 'changed-meanwhile' })
  expect(await plan(people.ofPlace, 2, today)).toMatchObject({ reason: 'page-day-past' })
})

test('[R-007] a tested text becomes public on the day that was planned, not before, and not once it is cancelled', async () => {
  const jobs = await theActor(BUILT_IN.jobs)
  const planning = { ...at, version: 2, today }
  const stateNow = async () => (await pageKept(people.ofPlace, at))?.versions[0]?.state
  yes(await planPublication(people.ofPlace, planning, tomorrow))
  expect(await publishPlanned(jobs)).toBe(0)
  yes(await planPublication(people.ofPlace, planning, undefined))
  await dayComes()
  expect(await publishPlanned(jobs)).toBe(0)
  yes(await planPublication(people.ofPlace, planning, tomorrow))
  await dayComes()
  expect(await publishPlanned(people.ofPlace)).toBe(0)
  const asked = await inScope(people.ofPlace, (tx) => tx.execute(sql`select access.publish_planned() as done`))
  expect(asked.rows).toEqual([{ done: 0 }])
  expect(await stateNow()).toBe('tested')
  const mark = await publicationMark(people.visitor)
  expect(await publishPlanned(jobs)).toBe(1)
  expect(await stateNow()).toBe('approved')
  expect(await publicationMark(people.visitor)).toBeGreaterThan(mark)
  expect(await publishPlanned(jobs)).toBe(0)
  const { steps = [] } = (await pageKept(people.ofPlace, at)) ?? {}
  expect(steps[0]).toMatchObject({ state: 'approved', recordedBy: people.ofPlace.personId })
})

test('[R-016] [R-003] with a second region nobody of one writes for everyone; what the first one wrote stays with it', async () => {
  const second = await someone({ role: 'communication-adviser', regionId: await aRegion() })
  const asked = { slug: 'van-iedereen', language: 'nl' } as const
  expect(await written(people.ofRegion, 'nog-een')).toMatchObject({ reason: 'not-yours' })
  expect((await pageKept(people.ofRegion, asked))?.region).toBeDefined()
  expect(await pageKept(second, asked)).toBeUndefined()
  yes(await written(people.operator, 'nog-een'))
})
