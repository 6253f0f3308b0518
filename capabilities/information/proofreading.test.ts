import { beforeAll, expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aMunicipality, anOperator, aRegion, someone, theActor, yes } from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { movePage, proofreadPage, writePage } from './actions.ts'
import { publicationMark, publicPages, publicTranslations } from './queries.ts'

withDatabase()
const SLUG = 'eerste-week'
let municipalityId: Id
let [operator, visitor, manager]: Actor[] = []
const given = (actor: Actor | undefined): Actor => {
  if (actor === undefined) throw new Error('made before all tests')
  return actor
}

beforeAll(async () => {
  municipalityId = await aMunicipality({ code: 'GM0301', name: 'Vertaaldorp', regionId: await aRegion() })
  operator = await anOperator()
  visitor = await theActor(BUILT_IN.visitor)
  manager = await someone({ role: 'manager', municipalityId })
  yes(await writePage(operator, { slug: SLUG, language: 'nl', text: text('De eerste week') }))
  yes(await writePage(operator, { slug: SLUG, language: 'ar', text: text('الأسبوع الأول', TRANSLATED) }))
}, 60_000)

const TRANSLATED = `translation: { madeBy: machine, of: ${'a'.repeat(64)} }`
const text = (title: string, more = ''): string => `---
title: ${title}
summary: Kort.
audience: [parent]
moment: any
domains: [help]
reviewOn: 2027-05-01
sources: []
${more}
---

Tekst.
`
const asked = (isDemo: boolean) => ({
  place: { municipalityId: null, regionId: null },
  today: day('2026-11-27'),
  isDemo,
})
const inArabic = async (isDemo = false): Promise<string[]> => {
  const heads = await publicPages(given(visitor), { ...asked(isDemo), language: 'ar' })
  const told = await publicTranslations(given(visitor), asked(isDemo))
  expect([...(told.get('ar') ?? [])]).toEqual(heads.map(({ slug }) => slug))
  return heads.map(({ slug }) => slug)
}

test('[R-007] what a machine translated is not approved, and so not public, before somebody answers for its words', async () => {
  const moving = { slug: SLUG, language: 'ar' } as const
  yes(await movePage(given(operator), { ...moving, to: 'tested' }))
  expect(await movePage(given(operator), { ...moving, to: 'approved' })).toMatchObject({ reason: 'page-not-proofread' })
  expect(await inArabic()).toEqual([])
  expect(await proofreadPage(given(manager), moving)).toMatchObject({ ok: false, reason: 'not-yours' })
  expect(await proofreadPage(given(visitor), moving)).toMatchObject({ ok: false, reason: 'public-page-unknown' })
  const mark = await publicationMark(given(visitor))
  yes(await proofreadPage(given(operator), moving))
  expect(await publicationMark(given(visitor))).toBeGreaterThan(mark)
  yes(await movePage(given(operator), { ...moving, to: 'approved' }))
  expect(await inArabic()).toEqual([SLUG])
  expect(await inArabic(true)).toEqual([SLUG])
})

test('what waits for nobody is not proofread: a text that no machine made, twice, or no page at all', async () => {
  const refused = { ok: false, reason: 'page-nothing-to-proofread' }
  expect(await proofreadPage(given(operator), { slug: SLUG, language: 'nl' })).toMatchObject(refused)
  expect(await proofreadPage(given(operator), { slug: SLUG, language: 'ar' })).toMatchObject(refused)
  expect(await proofreadPage(given(operator), { slug: 'nergens', language: 'ar' })).toMatchObject({ ok: false })
})
