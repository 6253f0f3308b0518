import { beforeAll, expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { restartSignIn } from '../../../tests/support/signing-in.ts'
import { aMunicipality, anOperator, aRegion, someone, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { municipalityWithId } from '../../access/queries.ts'
import { publishShippedPages } from '../actions.ts'
import { giveOpinion, writeVisits } from './actions.ts'
import { visitsIn } from './queries.ts'
import { type Counted, tally } from './visit.ts'

withDatabase()
const today = day('2026-11-27')
let here: Id
let adviser: Actor
let place: string

beforeAll(async () => {
  restartSignIn()
  // Other tests of this process give public pages too.
  tally.take()
  const regionId = await aRegion()
  here = await aMunicipality({ code: 'GM0301', name: 'Teldorp', regionId })
  adviser = await someone({ role: 'policy-adviser', municipalityId: here })
  place = (await municipalityWithId(adviser, here))?.slug ?? ''
  await publishShippedPages(await anOperator(), { isDemo: true, folder: 'tests/support/public-pages' })
}, 60_000)

const viewed = (given: Partial<Counted>, n: number) =>
  tally.add(
    {
      month: '2026-10-01',
      place,
      what: 'informatie',
      slug: 'geld-op-een-rij',
      language: 'nl',
      kind: 'arrival',
      ...given,
    },
    n,
  )
const written = async () => writeVisits(await theActor(BUILT_IN.jobs))

test('[R-015] what was counted in several turns is one number per month, page and municipality', async () => {
  viewed({}, 7)
  viewed({ kind: 'onward' }, 6)
  expect(await written()).toBe(2)
  viewed({}, 4)
  viewed({ what: 'voorpagina', slug: '' }, 20)
  viewed({ month: '2026-09-01' }, 9)
  viewed({ place: 'bestaat-niet' }, 9)
  await written()
  expect(await written()).toBe(0)
  const visits = yes(await visitsIn(adviser, { municipalityId: here, today }))
  expect(visits.pages).toEqual([
    { what: 'voorpagina', slug: '', visits: 20, onward: 0, useful: 0, notUseful: 0 },
    { what: 'informatie', slug: 'geld-op-een-rij', visits: 11, onward: 6, useful: 0, notUseful: 0 },
  ])
  expect(visits.visits).toBe(31)
  expect(visits.months.slice(0, 3)).toEqual([
    { month: '2026-10-01', visits: 31, clicks: 0 },
    { month: '2026-09-01', visits: 9, clicks: 0 },
    { month: '2026-08-01', visits: 0, clicks: 0 },
  ])
})

test('[R-070] clicks from the corner of children to an online buddy or chat count per month and municipality', async () => {
  viewed({ what: 'chatten', slug: 'young-buddies', kind: 'onward', month: '2026-07-01' }, 6)
  viewed({ what: 'chatten', slug: 'child-line-chat', kind: 'onward', month: '2026-07-01' }, 8)
  await written()
  const asked = { municipalityId: here, month: '2026-07-01', today }
  const { visits, clicks } = yes(await visitsIn(adviser, asked))
  expect([visits, clicks]).toEqual([
    0,
    {
      all: 14,
      each: [
        { code: 'child-line-chat', clicks: 8 },
        { code: 'young-buddies', clicks: 6 },
      ],
    },
  ])
  expect(yes(await visitsIn(adviser, { ...asked, municipalityId: null })).clicks.all).toBe(0)
})

test('[R-015] a month that runs is not shown, and one that is none is refused', async () => {
  const asked = { municipalityId: here, today }
  expect(await visitsIn(adviser, { ...asked, month: '2026-11-01' })).toEqual(refuse('visits-month-runs'))
  for (const month of ['2026-10-02', 'oktober', ''])
    expect(await visitsIn(adviser, { ...asked, month })).toEqual(refuse('visits-no-month'))
})

test('[R-263] only who sees the figures of a municipality sees its visits', async () => {
  const elsewhere = await someone({
    role: 'policy-adviser',
    municipalityId: await aMunicipality({ code: 'GM0302', name: 'Verdorp' }),
  })
  const coordinator = await someone({ role: 'privacy-officer', municipalityId: here })
  for (const actor of [elsewhere, coordinator, await theActor(BUILT_IN.visitor)])
    expect(await visitsIn(actor, { municipalityId: here, today })).toEqual(refuse('not-found'))
  expect(yes(await visitsIn(elsewhere, { municipalityId: null, today })).visits).toBe(0)
})

test('[R-015] whether a page helped is counted as yes or no, for a page that is there, and stops when a machine says so', async () => {
  const visitor = await theActor(BUILT_IN.visitor)
  const asked = {
    language: 'nl',
    place: { municipalityId: here, regionId: null },
    today: day('2026-12-05'),
    isDemo: true,
  } as const
  const given = { slug: 'geld-op-een-rij', place, address: '192.0.2.9', asked }
  for (const slug of ['bestaat-niet', 'wat-je-nu-kunt-doen'])
    expect(await giveOpinion(visitor, { ...given, slug, opinion: 'useful' })).toEqual(refuse('not-found'))
  for (let at = 0; at < 6; at++) yes(await giveOpinion(visitor, { ...given, opinion: 'useful' }))
  yes(await giveOpinion(visitor, { ...given, opinion: 'not-useful' }))
  await written()
  const { pages } = yes(await visitsIn(adviser, { municipalityId: here, today: day('2027-01-03') }))
  expect(pages).toEqual([expect.objectContaining({ slug: 'geld-op-een-rij', visits: 0, useful: 6, notUseful: null })])
  let last = await giveOpinion(visitor, { ...given, opinion: 'useful' })
  for (let at = 0; at < 60 && last.ok; at++) last = await giveOpinion(visitor, { ...given, opinion: 'useful' })
  expect(last).toEqual(refuse('opinion-too-many', { minutes: 15 }))
  tally.take()
})
