import { beforeAll, expect, test } from 'vitest'
import { after, day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { aCampaign, aCampaignTold, savingCampaign, CAMPAIGN_DAY as today } from '../../tests/support/campaigns.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aMunicipality, anOperator, aRegion, someone, theActor, yes } from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { movePage, publishShippedPages, writePage } from '../information/actions.ts'
import { recordReach, saveCampaign, writeClicks } from './actions.ts'
import { clickTally } from './clicks.ts'
import { campaignFollowed, campaignKept, campaignsKept } from './queries.ts'

withDatabase()
const CODE = 'GM0801'
const OTHER = 'GM0802'
let [ofPlace, elsewhere, ofRegion, visitor, jobs]: Actor[] = []

beforeAll(async () => {
  clickTally.take()
  const regionId = await aRegion('Regio Actie')
  const here = await aMunicipality({ code: CODE, name: 'Actiedorp', regionId })
  const there = await aMunicipality({ code: OTHER, name: 'Rustdorp', regionId: await aRegion('Regio Rust') })
  ofPlace = await someone({ role: 'communication-adviser', municipalityId: here })
  ofRegion = await someone({ role: 'communication-adviser', regionId })
  elsewhere = await someone({ role: 'communication-adviser', municipalityId: there })
  visitor = await theActor(BUILT_IN.visitor)
  jobs = await theActor(BUILT_IN.jobs)
  await publishShippedPages(await anOperator(), { isDemo: true, folder: 'tests/support/public-pages' })
}, 60_000)

const given = (actor: Actor | undefined): Actor => {
  if (actor === undefined) throw new Error('made before all tests')
  return actor
}
const mine = { municipalityCode: CODE }
const follow = (code: string, on = today) =>
  campaignFollowed(given(visitor), code, { today: on, isDemo: true, language: 'nl' })
const later = day('2026-11-20')
const clicked = async (campaignId: string, month: string, n: number, isWithin = true) => {
  clickTally.add({ campaignId, month, isWithin }, n)
  await writeClicks(given(jobs))
}

test('[R-248] a campaign is made by who keeps the pages of its place, and is seen by nobody elsewhere', async () => {
  const { id } = await aCampaign(given(ofPlace), mine)
  expect((await campaignKept(given(ofPlace), id, today))?.municipality?.code).toBe(CODE)
  expect((await campaignKept(given(ofRegion), id, today))?.campaign.id).toBe(id)
  for (const actor of [elsewhere, visitor]) {
    expect(await campaignKept(given(actor), id, today)).toBeUndefined()
    expect((await campaignsKept(given(actor), today)).map(({ campaign }) => campaign.id)).not.toContain(id)
    expect(await saveCampaign(given(actor), savingCampaign(mine))).toMatchObject({ ok: false })
    expect(await saveCampaign(given(actor), savingCampaign({ id, rowVersion: 1 }))).toMatchObject({
      reason: 'not-found',
    })
    // The number of a campaign elsewhere makes nothing.
    expect(await saveCampaign(given(actor), savingCampaign({ id, municipalityCode: OTHER }))).toMatchObject({
      ok: false,
    })
    const reach = { readOn: today, reach: 10, source: 'x' }
    expect(await recordReach(given(actor), { campaignId: id, id: newId(), reach, today })).toMatchObject({
      reason: 'not-found',
    })
  }
  for (const where of [{}, { municipalityCode: OTHER }, { regionCode: 'regio-rust' }])
    expect(await saveCampaign(given(ofPlace), savingCampaign(where))).toMatchObject({ ok: false })
  yes(await saveCampaign(given(ofRegion), savingCampaign({ regionCode: 'regio-actie' })))
})

test('[R-248] its short address leads to its page before, in and after its period, and only in its period it counts as such', async () => {
  const { code } = await aCampaign(given(ofPlace), mine, { leadsTo: 'informatie/geld-op-een-rij' })
  for (const [on, isWithin] of [
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
  ] as const) {
    const month = `${on.slice(0, 7)}-01`
    const to = { kind: 'informatie', code: 'geld-op-een-rij' }
    expect(await follow(code, day(on))).toMatchObject({ isWithin, month, place: 'actiedorp', to, language: 'nl' })
  }
  expect(await follow('bestaat-niet')).toBeUndefined()
})

test('[R-248] a campaign leads only to a page that is there; when the page goes, to the front page', async () => {
  const text =
    '---\ntitle: Tijdelijk\nsummary: Kort.\naudience: [young]\nmoment: any\ndomains: [money]\nreviewOn: 2027-05-01\nsources: []\n---\n\nTekst.\n'
  const page = { slug: 'tijdelijk', language: 'nl', municipalityCode: CODE } as const
  const leading = savingCampaign(mine, { leadsTo: 'informatie/tijdelijk' })
  expect(await saveCampaign(given(ofPlace), leading)).toMatchObject({ reason: 'campaign-page-absent' })
  yes(await writePage(given(ofPlace), { ...page, text }))
  for (const to of ['tested', 'approved']) yes(await movePage(given(ofPlace), { ...page, to }))
  yes(await saveCampaign(given(ofPlace), leading))
  expect(await follow(leading.code)).toMatchObject({ to: { kind: 'informatie', code: 'tijdelijk' } })
  // Of one place: nobody elsewhere can lead to it.
  const wider = savingCampaign({ regionCode: 'regio-actie' }, { leadsTo: 'informatie/tijdelijk' })
  expect(await saveCampaign(given(ofRegion), wider)).toMatchObject({ reason: 'campaign-page-absent' })
  yes(await movePage(given(ofPlace), { ...page, to: 'retired' }))
  expect(await follow(leading.code)).toMatchObject({ to: { kind: 'voorpagina' }, place: 'actiedorp' })
})

test('[R-248] an address is of one campaign and never changes; of two who change at once the second hears it', async () => {
  const { id, code } = await aCampaign(given(ofPlace), mine)
  expect(await saveCampaign(given(elsewhere), savingCampaign({ code, municipalityCode: OTHER }))).toMatchObject({
    reason: 'campaign-code-taken',
    with: { field: 'code' },
  })
  for (const wrong of ['', 'A B', 'https://x.example'])
    expect(await saveCampaign(given(ofPlace), savingCampaign({ ...mine, code: wrong }))).toMatchObject({
      reason: 'campaign-code-wrong',
    })
  yes(await saveCampaign(given(ofPlace), savingCampaign({ id, rowVersion: 1, code: 'anders' }, { name: 'Ander' })))
  expect((await campaignKept(given(ofPlace), id, today))?.campaign).toMatchObject({
    code,
    name: 'Ander',
    rowVersion: 2,
  })
  expect(await saveCampaign(given(ofPlace), savingCampaign({ id, rowVersion: 1 }))).toMatchObject({
    reason: 'changed-meanwhile',
  })
  // A form that was sent twice makes one campaign.
  const twice = savingCampaign(mine)
  for (let at = 0; at < 2; at++) yes(await saveCampaign(given(ofPlace), twice))
  expect(await saveCampaign(given(ofPlace), savingCampaign(mine, { endsOn: '2026-08-01' }))).toMatchObject({
    with: { field: 'endsOn' },
  })
})

test('[R-248] clicks of several turns are one number per month; reach is what was read last, with its day and source', async () => {
  const { id } = await aCampaign(given(ofPlace), mine)
  await clicked(id, '2026-09-01', 40)
  await clicked(id, '2026-09-01', 20)
  await clicked(id, '2026-10-01', 7, false)
  await clicked(id, '2026-11-01', 500, false)
  for (const [readOn, reach] of [
    ['2026-09-10', 900],
    ['2026-09-15', 1_200],
  ] as const) {
    const told = { readOn, reach, source: 'overzicht van het kanaal' }
    yes(await recordReach(given(ofPlace), { campaignId: id, id: newId(), reach: told, today }))
  }
  const ahead = { readOn: after(today, { days: 1 }), reach: 1, source: 'x' }
  expect(await recordReach(given(ofPlace), { campaignId: id, id: newId(), reach: ahead, today })).toMatchObject({
    with: { field: 'readOn' },
  })
  const kept = await campaignKept(given(ofPlace), id, later)
  expect(kept?.reaches.map(({ reach }) => reach)).toEqual([1_200, 900])
  expect(kept?.report).toEqual({
    months: [
      { month: '2026-10-01', within: 0, outside: 7 },
      { month: '2026-09-01', within: 60, outside: 0 },
    ],
    ...{ within: 60, outside: 7, percentOfReach: 5 },
  })
  expect((await campaignKept(given(ofPlace), id, day('2030-01-01')))?.campaign.name).toBe(aCampaignTold().name)
})

test('[R-248] only the background task writes clicks away, and small numbers stay hidden', async () => {
  const { id } = await aCampaign(given(ofPlace), mine)
  clickTally.add({ campaignId: id, month: '2026-09-01', isWithin: true }, 3)
  expect(await writeClicks(given(ofPlace))).toBe(0)
  expect(await writeClicks(given(jobs))).toBe(1)
  const reach = { readOn: today, reach: 100, source: 'x' }
  yes(await recordReach(given(ofPlace), { campaignId: id, id: newId(), reach, today }))
  expect((await campaignKept(given(ofPlace), id, later))?.report).toMatchObject({ within: null, percentOfReach: null })
})
