import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { registerMany } from '../../capabilities/cases/actions.ts'
import { after, dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { rowsOf } from '../../tests/support/logs.ts'
import { aRegistration } from '../../tests/support/registrations.ts'
import {
  aRegisteringPlace,
  aSystem,
  call,
  publishForSystems,
  type Registering,
  SYSTEM_PROGRAMME,
  theApi,
} from '../../tests/support/systems.ts'
import { aMunicipality, aRegion, someone, yes } from '../../tests/support/world.ts'

const opened = withDatabase()
const today = dayAt(new Date())
const MEASURE = `${SYSTEM_PROGRAMME}-registered`
let app: Hono
let regionId: Id
let here: Registering
let there: Registering
let reporting: string

beforeAll(async () => {
  app = theApi()
  await publishForSystems()
  regionId = await aRegion('Regio van de maten')
  const inRegion = (code: string) => aMunicipality({ code, regionId })
  here = await aRegisteringPlace({ municipalityId: await inRegion('GM7201') })
  there = await aRegisteringPlace({ municipalityId: await inRegion('GM7202') })
  await register(here, 12, 'noord')
  await register(here, 3, 'zuid')
  await register(there, 7, 'noord')
  reporting = (await aSystem({ role: 'reporting-system', municipalityId: here.municipalityId })).token
})

async function register({ municipalityId, organisationId, provisionId }: Registering, times: number, village: string) {
  const coordinator = await someone({ role: 'coordinator', municipalityId, organisationId })
  const families = Array.from({ length: times }, () => aRegistration({ answers: { village } }))
  yes(await registerMany(coordinator, provisionId, families))
}

const ask = (query: string, token: string | undefined = reporting) => call(app, `/maten/${MEASURE}/${query}`, { token })

test('[R-206] every measure is listed with its passport, and one is told', async () => {
  const { body } = await call(app, '/maten', { token: reporting })
  const found = body.resultaten.find(({ code }: { code: string }) => code === MEASURE)
  expect(found.paspoort.definitie.nl).toMatch(/\S/)
  expect((await call(app, `/maten/${MEASURE}`, { token: reporting })).body).toEqual(found)
  expect((await call(app, '/maten/niets', { token: reporting })).body.code).toBe('not-found')
})

test('a figure for policy hides what is small, and says for whom it is', async () => {
  const { status, body } = await ask('cijfers?gemeente=GM7201&per=village')
  expect([status, body]).toEqual([
    200,
    expect.objectContaining({ waarde: 15, publiek: 'beleid', peildatum: today, verborgenOnder: 5 }),
  ])
  expect(body.gebied).toMatchObject({ soort: 'gemeente', code: 'GM7201' })
  const zuid = body.groepen.find((one: { sleutel: string }) => one.sleutel === 'zuid')
  expect(zuid).toMatchObject({ waarde: null, isVerborgen: true })
})

test('[R-060] asked again with the moment it gives, a figure stays the answer', async () => {
  const first = (await ask('cijfers?gemeente=GM7202&publiek=openbaar')).body
  expect(first).toMatchObject({ waarde: null, isVerborgen: true })
  await register(there, 40, 'noord')
  const again = await ask(`cijfers?gemeente=GM7202&publiek=openbaar&bekendOp=${encodeURIComponent(first.bekendOp)}`)
  expect(again.body).toEqual(first)
  expect((await ask('cijfers?gemeente=GM7202&publiek=openbaar')).body.waarde).toBe(45)
})

test('callers and answers: whose figures a system reads', async () => {
  const region = await aSystem({ role: 'reporting-system', regionId })
  const table: readonly [string, string | undefined, string, number][] = [
    ['of the own municipality', reporting, 'gemeente=GM7201', 200],
    ['of another municipality, for policy', reporting, 'gemeente=GM7202', 404],
    ['of another municipality, for the public', reporting, 'gemeente=GM7202&publiek=openbaar', 200],
    ['of the region, by who reads one municipality', reporting, 'regio=regio-van-de-maten', 404],
    ['of the region', region.token, 'regio=regio-van-de-maten&per=municipality', 200],
    ['of the own files, by who has none', reporting, 'gemeente=GM7201&publiek=organisatie', 404],
    ['of the own files', here.token, 'gemeente=GM7201', 200],
    ['of the files of another organisation', here.token, 'gemeente=GM7202', 404],
    ['for policy, by who keeps registrations', here.token, 'gemeente=GM7201&publiek=beleid', 404],
    ['of a municipality that is not there', reporting, 'gemeente=GM0000', 404],
    ['of no place', reporting, '', 404],
    ['of two places at once', region.token, 'gemeente=GM7201&regio=regio-van-de-maten', 404],
    ['by nobody', '', 'gemeente=GM7201', 401],
  ]
  for (const [what, token, query, status] of table) {
    expect([what, (await ask(`cijfers?${query}`, token)).status]).toEqual([what, status])
    const trend = await ask(`verloop?per=jaar&${query.replace('&per=municipality', '')}`, token)
    expect([what, trend.status]).toEqual([what, status])
  }
  expect((await ask('cijfers?gemeente=GM7201', here.token)).body).toMatchObject({ publiek: 'organisatie', waarde: 15 })
})

test('a question about a figure that cannot be asked is refused with its reason', async () => {
  const code = async (query: string) => (await ask(query)).body.code
  expect(await code('cijfers?gemeente=GM7201&per=maan')).toBe('grouping-unknown')
  expect(await code(`cijfers?gemeente=GM7201&vanaf=${after(today, { days: 1 })}`)).toBe('period-wrong')
  expect(await code('cijfers?gemeente=GM7201&bekendOp=2999-01-01T00:00:00Z')).toBe('moment-in-future')
  expect(await code('cijfers?gemeente=GM7201&peildatum=2026-02-30')).toBe('invalid')
  expect(await code('cijfers?gemeente=Akkerveen')).toBe('invalid')
  expect(await code('verloop?gemeente=GM7201')).toBe('invalid')
})

test('how a figure came about is told per year and per quarter', async () => {
  const { body } = await ask(`verloop?gemeente=GM7201&per=jaar&vanaf=${today}`)
  expect([body.per, body.punten.at(-1)]).toEqual(['jaar', expect.objectContaining({ tot: today, waarde: 15 })])
  expect((await ask('verloop?gemeente=GM7201&per=kwartaal')).status).toBe(200)
})

test('a figure that was read is in the audit log with its municipality', async () => {
  await ask('cijfers?gemeente=GM7201')
  expect((await rowsOf(opened(), 'figure.read')).at(-1)).toMatchObject({
    ...{ municipality_ids: [here.municipalityId], origin: 'api', route: '/api/v1/maten/{code}/cijfers' },
  })
})
