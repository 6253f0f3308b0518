import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aMunicipality, anOperator, someone, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { movePage, writePage } from '../actions.ts'
import { pagesListed } from '../editing/queries.ts'
import { checkOutsideLinks } from './actions.ts'
import type { Outcome } from './outside-link.ts'
import { brokenOutside } from './queries.ts'

const database = withDatabase()
const today = day('2026-11-27')
const CODE = 'GM0131'
let people: Record<'keeper' | 'worker' | 'visitor' | 'jobs', Actor>

const text = `---
title: Met een site
summary: Kort.
audience: [parent]
moment: any
domains: [money]
reviewOn: 2029-06-01
sources:
  - name: Een bron
    url: https://bron.example/a
    checkedOn: 2026-05-01
    status: verified
---

Kijk op [de site](https://weg.example/pad) of in [een andere](https://weg.example/nog).
`

beforeAll(async () => {
  const municipalityId = await aMunicipality({ code: CODE })
  people = {
    keeper: await someone({ role: 'communication-adviser', municipalityId }),
    worker: await someone({ role: 'policy-adviser', municipalityId }),
    visitor: await theActor(BUILT_IN.visitor),
    jobs: await theActor(BUILT_IN.jobs),
  }
  const page = { slug: 'met-een-site', language: 'nl', municipalityCode: CODE } as const
  const operator = await anOperator()
  yes(await writePage(operator, { ...page, text }))
  for (const to of ['tested', 'approved']) yes(await movePage(operator, { ...page, to }))
}, 60_000)

const elsewhere = { offer: ['https://weg.example/pad', 'http://aanbod.example/'], scheme: [] }
const run = async (outcome: Outcome, who = people.jobs): Promise<string[]> => {
  const asked: string[] = []
  await checkOutsideLinks(who, elsewhere, async (address) => {
    asked.push(address)
    return outcome
  })
  return asked.toSorted()
}
/** As if everything that was asked so far was asked so many days earlier. */
const daysPass = (days: number) =>
  asOwner(
    database(),
    sql`update outside_links set asked_at = asked_at - make_interval(days => ${days}),
      failing_since = failing_since - make_interval(days => ${days})`,
  )
const reasons = async () =>
  (await pagesListed(people.keeper, today)).find(({ slug }) => slug === 'met-een-site')?.reasons

test('nobody but the background tasks asks anything', async () => {
  expect(await run('answers', people.keeper)).toEqual([])
  expect(await run('answers', people.visitor)).toEqual([])
})

test('what stands in public is asked, of one site one address at a time, and broken only after days', async () => {
  expect(await run('not-found')).toEqual([
    ...['http://aanbod.example/', 'https://bron.example/a', expect.stringContaining('https://weg.example/')],
  ])
  expect(await run('not-found')).toEqual([expect.stringContaining('https://weg.example/')])
  expect(await run('not-found')).toEqual([])
  await daysPass(2)
  await run('not-found')
  await run('not-found')
  expect([await brokenOutside(people.keeper), await reasons()]).toEqual([[], []])
  await daysPass(2)
  await run('not-found')
  await run('unsafe')
  const broken = await brokenOutside(people.keeper)
  expect(broken.map(({ address }) => address)).toEqual([
    ...['http://aanbod.example/', 'https://bron.example/a', 'https://weg.example/nog', 'https://weg.example/pad'],
  ])
  expect(broken.find(({ address }) => address.endsWith('/pad'))?.standsIn).toEqual(['page', 'offer'])
  expect(await reasons()).toEqual(['broken-outside'])
  expect(await brokenOutside(people.worker)).toEqual([])
  expect(await brokenOutside(people.visitor)).toEqual([])
})

test('what answers again is mended', async () => {
  await daysPass(2)
  await run('answers')
  await run('answers')
  expect([await brokenOutside(people.keeper), await reasons()]).toEqual([[], []])
})

test('what stands in nothing public any more is forgotten', async () => {
  await checkOutsideLinks(people.jobs, { offer: [], scheme: [] }, async () => 'answers')
  const kept = await asOwner<{ address: string }>(database(), sql`select address from outside_links order by address`)
  expect(kept.map(({ address }) => address)).not.toContain('http://aanbod.example/')
})
