import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { withDatabase } from '../../tests/support/database.ts'
import {
  aRegisteringPlace,
  call,
  publishForSystems,
  type Registering,
  registerSent,
  theApi,
} from '../../tests/support/systems.ts'

withDatabase()
const today = dayAt(new Date())
let app: Hono
let here: Registering

beforeAll(async () => {
  app = theApi()
  await publishForSystems()
  here = await aRegisteringPlace()
})

test('a contact is logged once, read back, and says nothing of what was said', async () => {
  const { id } = (await registerSent(app, here)).body
  const mark = newId()
  const log = (body: object, key = mark) =>
    call(app, `/trajecten/${id}/contacten`, { token: here.token, headers: { 'idempotency-key': key }, body })
  const body = { op: today, minuten: 45, antwoorden: { service: 'support' } }
  const made = await log(body)
  expect([made.status, made.body]).toEqual([
    201,
    { id: made.body.id, op: today, minuten: 45, isBereikt: true, antwoorden: { service: 'support' } },
  ])
  expect((await log(body)).body).toEqual(made.body)
  expect((await log({ op: today, minuten: 5, isBereikt: false }, newId())).status).toBe(201)
  const read = await call(app, `/trajecten/${id}/contacten`, { token: here.token })
  expect(read.body.resultaten.map((one: { minuten: number }) => one.minuten)).toEqual([45, 5])
  const wrong = await log({ op: today, minuten: 45, antwoorden: { service: 'cure' } }, newId())
  expect([wrong.status, wrong.body.errors[0].location.pointer]).toEqual([400, '/antwoorden/service'])
  const note = await log({ ...body, notitie: 'Ze vertelde veel.' }, newId())
  expect([note.status, note.body.errors[0].code]).toEqual([400, 'unrecognized_keys'])
})
