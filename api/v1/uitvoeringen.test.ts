import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../tests/support/database.ts'
import {
  aRegisteringPlace,
  aSystem,
  call,
  publishForSystems,
  type Registering,
  theApi,
} from '../../tests/support/systems.ts'

withDatabase()
let app: Hono
let here: Registering

beforeAll(async () => {
  app = theApi()
  await publishForSystems()
  here = await aRegisteringPlace()
})

test('a system reads where it works and what it may send there, and nothing of where it does not', async () => {
  const { body } = await call(app, '/uitvoeringen', { token: here.token })
  expect(body.resultaten).toEqual([
    expect.objectContaining({ id: here.provisionId, programma: 'hand-in-hand', laatsteDag: null }),
  ])
  expect(body.resultaten[0].gemeente.code).toBe(here.municipalityCode)
  expect(body.resultaten[0].kernen.map(({ code }: { code: string }) => code)).toEqual(['noord', 'midden', 'zuid'])
  const reporting = await aSystem({ role: 'reporting-system', municipalityId: here.municipalityId })
  expect((await call(app, '/uitvoeringen', reporting)).body).toEqual({ resultaten: [] })
})
