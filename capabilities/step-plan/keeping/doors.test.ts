import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aVisitor, restartSignIn } from '../../../tests/support/signing-in.ts'
import { anOperator, newTraceId, yes } from '../../../tests/support/world.ts'
import { BUILT_IN } from '../../access/actor.ts'
import { loadActor } from '../../access/queries.ts'
import { useFormSecret } from '../../forms/keys.ts'
import { forgetKeptSteps, forgetOldSteps, keepSteps, openKeptSteps } from './actions.ts'

const database = withDatabase()
const plan = { code: 'apart' }
const SECRET = 'kind van de buren'
const filling = (answers = { together: 'married', note: SECRET }) => ({ submitKey: newId(), answers })

beforeAll(() => {
  restartSignIn()
  useFormSecret('a-secret-for-tests-that-nobody-uses-0001')
})

let networks = 0
/** A network that nobody came from before. */
const address = (): string => `192.0.2.${++networks}`
const rows = () =>
  asOwner<{ content: string; kept_until: string; lookup: string }>(
    database(),
    sql`select encode(content, 'escape') as content, kept_until::text, lookup from kept_steps`,
  )

test('[R-004] steps kept under a code come back with that code, also as people type it, and with no other', async () => {
  const visitor = await aVisitor()
  const given = filling()
  const { code, until } = yes(await keepSteps(visitor, { plan, filling: given, address: address() }))
  const typed = code.toLowerCase().replaceAll('-', ' ')
  expect(yes(await openKeptSteps(visitor, { plan, typed, address: address() }))).toEqual(given)
  const [{ in_ninety = '' } = {}] = await asOwner<{ in_ninety: string }>(
    database(),
    sql`select (access.today() + 90)::text as in_ninety`,
  )
  expect(until).toBe(in_ninety)
  expect(await openKeptSteps(visitor, { plan, typed: 'BCDF-BCDF-BCDF', address: address() })).toEqual(
    refuse('steps-code-unknown'),
  )
})

test('whoever reads the whole database finds neither an answer nor a code in it, and no role of the application a row', async () => {
  const visitor = await aVisitor()
  const { code } = yes(await keepSteps(visitor, { plan, filling: filling(), address: address() }))
  const all = JSON.stringify(await rows())
  expect(all).not.toContain(SECRET)
  expect(all).not.toContain('married')
  expect(all).not.toContain(code)
  expect(all).not.toContain(code.replaceAll('-', ''))
  const operator = await anOperator()
  await expect(inScope(operator, (tx) => tx.execute(sql`select * from kept_steps`))).rejects.toThrow()
  const written = await asOwner(database(), sql`select * from logs.audit_rows where act like '%steps%'`)
  expect(written).toEqual([])
})

test('kept twice it is one thing under one code, and the later answers stand', async () => {
  const visitor = await aVisitor()
  const first = filling()
  const later = { ...first, answers: { together: 'never', note: '' } }
  const before = (await rows()).length
  const once = yes(await keepSteps(visitor, { plan, filling: first, address: address() }))
  const again = yes(await keepSteps(visitor, { plan, filling: later, address: address() }))
  expect(again.code).toBe(once.code)
  expect((await rows()).length).toBe(before + 1)
  expect(yes(await openKeptSteps(visitor, { plan, typed: once.code, address: address() }))).toEqual(later)
})

test('thrown away it is gone at once, and throwing away again says that there is nothing', async () => {
  const visitor = await aVisitor()
  const { code: typed } = yes(await keepSteps(visitor, { plan, filling: filling(), address: address() }))
  yes(await forgetKeptSteps(visitor, { typed, address: address() }))
  const unknown = refuse('steps-code-unknown')
  expect(await openKeptSteps(visitor, { plan, typed, address: address() })).toEqual(unknown)
  expect(await forgetKeptSteps(visitor, { typed, address: address() })).toEqual(unknown)
})

test('after its last day nothing opens it, and the job removes that and nothing else', async () => {
  const visitor = await aVisitor()
  const { code: old } = yes(await keepSteps(visitor, { plan, filling: filling(), address: address() }))
  await asOwner(database(), sql`update kept_steps set kept_until = access.today() - 1`)
  const { code: fresh } = yes(await keepSteps(visitor, { plan, filling: filling(), address: address() }))
  expect((await openKeptSteps(visitor, { plan, typed: old, address: address() })).ok).toBe(false)
  const jobs = await loadActor(BUILT_IN.jobs, newTraceId(), 'job')
  if (jobs === undefined) throw new Error('there is a job runner')
  expect(await forgetOldSteps(jobs)).toBeGreaterThan(0)
  expect(await rows()).toHaveLength(1)
  expect((await openKeptSteps(visitor, { plan, typed: fresh, address: address() })).ok).toBe(true)
})

test('guessing stops, keeping too often stops, and who is signed in keeps nothing', async () => {
  const visitor = await aVisitor()
  const [guessing, keeping] = [address(), address()]
  const tried = []
  for (let nth = 0; nth < 22; nth++)
    tried.push(await openKeptSteps(visitor, { plan, typed: 'no code', address: guessing }))
  expect(tried.at(0)).toEqual(refuse('steps-code-unknown'))
  expect(tried.at(-1)).toMatchObject({ ok: false, reason: 'request-too-many' })
  const { code: typed } = yes(await keepSteps(visitor, { plan, filling: filling(), address: address() }))
  expect(await forgetKeptSteps(visitor, { typed, address: guessing })).toMatchObject({ reason: 'request-too-many' })
  const kept = []
  for (let nth = 0; nth < 22; nth++) kept.push(await keepSteps(visitor, { plan, filling: filling(), address: keeping }))
  expect(kept.at(-1)).toMatchObject({ ok: false, reason: 'request-too-many' })
  expect(await keepSteps(await anOperator(), { plan, filling: filling(), address: address() })).toEqual(
    refuse('steps-as-visitor'),
  )
})
