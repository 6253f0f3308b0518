import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '../../../database/transaction.ts'
import { after, dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { afterwards } from '../../../tests/support/signing-in.ts'
import { aSystem } from '../../../tests/support/systems.ts'
import {
  aMunicipality,
  anOperator,
  anOrganisation,
  aProvision,
  aRegion,
  someone,
  theActor,
  yes,
} from '../../../tests/support/world.ts'
import { addPerson, giveGrant } from '../actions.ts'
import { loadActor, peopleInReach } from '../queries.ts'
import { SERVICE_ROLES } from '../roles.ts'
import { addServiceAccount, makeToken, revokeToken, switchServiceAccount } from './actions.ts'
import { serviceAccounts, tokenBehind } from './queries.ts'
import { MOST_DAYS } from './token.ts'

const opened = withDatabase()
const today = dayAt(new Date())
let regionId: Id
let municipalityId: Id
let organisationId: Id

beforeAll(async () => {
  regionId = await aRegion()
  municipalityId = await aMunicipality({ regionId })
  organisationId = await anOrganisation()
  await aProvision({ municipalityId, programmeCode: 'some-help', organisationId })
})

const registering = () => ({ role: 'registration-system', municipalityId, organisationId }) as const
const aToken = { label: 'Proefmachine', scopes: ['trajecten:lezen'], expiresOn: after(today, { days: 30 }) }

test('who sets people up in a place gives an account there a key, and nobody else does', async () => {
  const elsewhere = await aMunicipality()
  const table: readonly [string, Awaited<ReturnType<typeof someone>>, string | undefined][] = [
    ['operator', await anOperator(), undefined],
    ['platform manager', await someone({ role: 'platform-manager', everywhere: true }), undefined],
    ['manager', await someone({ role: 'manager', municipalityId }), undefined],
    ['manager of the region', await someone({ role: 'manager', regionId }), undefined],
    ['manager elsewhere', await someone({ role: 'manager', municipalityId: elsewhere }), 'grant-out-of-reach'],
    ['coordinator', await someone({ role: 'coordinator', municipalityId, organisationId }), 'grant-out-of-reach'],
    ['privacy officer', await someone({ role: 'privacy-officer', municipalityId }), 'grant-out-of-reach'],
    ['policy adviser', await someone({ role: 'policy-adviser', municipalityId }), 'grant-out-of-reach'],
    ['resident', await someone({ role: 'resident', municipalityId }), 'grant-out-of-reach'],
  ]
  const system = await aSystem(registering())
  for (const [who, actor, reason] of table) {
    const added = await addServiceAccount(actor, { name: `Systeem van ${who}`, grant: registering() })
    expect([who, added.ok ? undefined : added.reason]).toEqual([who, reason])
    const may = reason === undefined
    const key = await makeToken(actor, system.accountId, aToken)
    expect([who, key.ok]).toEqual([who, may])
    expect([who, (await switchServiceAccount(actor, system.accountId, true)).ok]).toEqual([who, may])
    expect([who, (await revokeToken(actor, key.ok ? key.value.id : system.tokenId)).ok]).toEqual([who, may])
    expect([who, (await serviceAccounts(actor)).some(({ id }) => id === system.accountId)]).toEqual([who, may])
  }
})

test('a key is shown once and kept as a hash, tells when it was used, and opens as whom it is of', async () => {
  const { accountId, token, tokenId } = await aSystem(registering(), ['trajecten:lezen'])
  expect(token).toMatch(/^vv_[\w-]{43}$/)
  const [row] = await asOwner(opened(), sql`select * from service_tokens where id = ${tokenId}`)
  expect(JSON.stringify(row)).not.toContain(token)
  expect(JSON.stringify(row)).not.toContain(token.slice(3))
  const ofIt = async () =>
    (await serviceAccounts(await anOperator()))
      .find(({ id }) => id === accountId)
      ?.tokens.find(({ id }) => id === tokenId)
  expect((await ofIt())?.lastUsedAt).toBeNull()
  expect(await tokenBehind(token)).toEqual({ tokenId, accountId, scopes: ['trajecten:lezen'] })
  expect((await ofIt())?.lastUsedAt).toBeInstanceOf(Date)
  expect((await theActor(accountId)).grants).toMatchObject([registering()])
  for (const wrong of ['', 'vv_', token.slice(0, -1), `${token}a`, token.toLowerCase(), 'vv_'.padEnd(46, 'x')])
    expect(await tokenBehind(wrong)).toBeUndefined()
})

test('a key that has ended, was taken back, or is of an account switched off opens nothing', async () => {
  const operator = await anOperator()
  const revoked = await aSystem(registering())
  yes(await revokeToken(operator, revoked.tokenId))
  expect(await tokenBehind(revoked.token)).toBeUndefined()
  expect(await revokeToken(operator, revoked.tokenId)).toMatchObject({ reason: 'not-found' })

  const ended = await aSystem(registering())
  await asOwner(
    opened(),
    sql`update service_tokens set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = ${ended.tokenId}`,
  )
  expect(await tokenBehind(ended.token)).toBeUndefined()

  const off = await aSystem(registering())
  yes(await switchServiceAccount(operator, off.accountId, false))
  expect(await loadActor(off.accountId, '0'.repeat(32), 'test')).toBeUndefined()
  expect(await makeToken(operator, off.accountId, aToken)).toMatchObject({ reason: 'person-switched-off' })
  yes(await switchServiceAccount(operator, off.accountId, true))
  expect(await tokenBehind(off.token)).toBeDefined()
})

test.each<[string, Partial<typeof aToken>, string]>([
  ['without a word where it is used', { label: ' ' }, 'token-label-missing'],
  ['with a label that is too long', { label: 'x'.repeat(81) }, 'token-label-missing'],
  ['for nothing', { scopes: [] }, 'token-without-scope'],
  ['for what does not exist', { scopes: ['alles'] }, 'token-too-wide'],
  ['that ended yesterday', { expiresOn: after(today, { days: -1 }) }, 'token-term'],
  ['for more than a year', { expiresOn: after(today, { days: MOST_DAYS + 1 }) }, 'token-term'],
])('a key %s is refused', async (_, given, reason) => {
  const { accountId } = await aSystem(registering())
  expect(await makeToken(await anOperator(), accountId, { ...aToken, ...given })).toMatchObject({ reason })
})

test('a key does no more than its account, also when its owner asks', async () => {
  const { accountId } = await aSystem({ role: 'reporting-system', municipalityId })
  const wide = { ...aToken, scopes: ['maten:lezen', 'trajecten:lezen'] }
  expect(await makeToken(await anOperator(), accountId, wide)).toMatchObject({ reason: 'token-too-wide' })
})

test('a system holds a role of systems and a person one of people, whoever gives it', async () => {
  const operator = await anOperator()
  const grant = { role: 'coordinator', municipalityId, organisationId } as const
  expect(await addServiceAccount(operator, { name: 'Mens', grant })).toMatchObject({ reason: 'role-of-people' })
  const person = { name: 'Iemand', email: 'iemand@voorbeeld.example' }
  for (const role of SERVICE_ROLES) {
    const given = [{ role, municipalityId, organisationId }]
    expect(await addPerson(operator, person, given)).toMatchObject({ reason: 'role-of-systems' })
  }
  const someoneHere = await someone({ role: 'resident', municipalityId })
  expect(await giveGrant(operator, someoneHere.personId, registering())).toMatchObject({ reason: 'role-of-systems' })
  const without = { role: 'registration-system', municipalityId } as const
  expect(await addServiceAccount(operator, { name: 'Los', grant: without })).toMatchObject({
    reason: 'grant-needs-organisation',
  })
  expect(await addServiceAccount(operator, { name: ' ', grant: registering() })).toMatchObject({ reason: 'name-wrong' })
})

const codeOf = (statement: ReturnType<typeof sql>): Promise<string | undefined> =>
  asOwner(opened(), statement).then(
    () => 'done',
    (fault: { cause?: { code?: string } }) => fault.cause?.code,
  )

test('the database itself makes no system a person, a worker of a file, or somebody with another role', async () => {
  const { accountId } = await aSystem(registering())
  const person = await someone({ role: 'resident', municipalityId })
  const REFUSED = '42501'
  const CHECK = '23514'
  const at = { municipalityId, organisationId, accountId }
  expect(await codeOf(sql`update people set kind = 'person', email = 'a@b.example' where id = ${accountId}`)).toBe(
    CHECK,
  )
  expect(await codeOf(sql`update people set email = 'a@b.example' where id = ${accountId}`)).toBe(CHECK)
  expect(await codeOf(sql`update grants set role = 'coordinator' where person_id = ${at.accountId}`)).toBe(CHECK)
  expect(
    await codeOf(sql`update grants set role = 'registration-system', organisation_id = ${at.organisationId}
    where person_id = ${person.personId}`),
  ).toBe(CHECK)
  for (const [table, column] of [
    ['file_workers', 'account_id'],
    ['note_named', 'account_id'],
    ['person_details', 'account_id'],
    ['sharings', 'receiver_id'],
  ])
    expect([table, await codeOf(sql.raw(`insert into ${table} (${column}) values ('${accountId}')`))]).toEqual([
      table,
      REFUSED,
    ])
})

test('a system stands among no people, and nobody hands a family over to it', async () => {
  const { accountId } = await aSystem(registering())
  const manager = await someone({ role: 'manager', municipalityId })
  expect((await peopleInReach(manager)).some(({ id }) => id === accountId)).toBe(false)
  const coordinator = await someone({ role: 'coordinator', municipalityId, organisationId })
  const { rows } = await database().transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('role', 'voorveld_app', true), set_config('app.actor_id', ${coordinator.personId}, true)`,
    )
    return tx.execute<{ id: string }>(
      sql`select c.id from provisions p, access.colleagues(p.id) c where p.organisation_id = ${organisationId}`,
    )
  })
  expect(rows.map(({ id }) => id)).toContain(coordinator.personId)
  expect(rows.map(({ id }) => id)).not.toContain(accountId)
})

test('an organisation that is not there, or out of reach, is refused alike', async () => {
  const manager = await someone({ role: 'manager', municipalityId })
  const elsewhere = await anOrganisation()
  for (const unknown of [newId(), elsewhere]) {
    const grant = { role: 'registration-system', municipalityId, organisationId: unknown } as const
    expect(await addServiceAccount(manager, { name: 'Verdwaald', grant })).toEqual(refuse('grant-out-of-reach'))
  }
})

test('keys that ended or were taken back stay in the list, with when they were used', async () => {
  const [ended, back] = [await aSystem(registering()), await aSystem(registering())]
  await tokenBehind(ended.token)
  await afterwards(sql`update service_tokens set created_at = now() - interval '9 days', expires_at = now() - interval '1 day'
    where id = ${ended.tokenId}`)
  const operator = await anOperator()
  yes(await revokeToken(operator, back.tokenId))
  const keys = (await serviceAccounts(operator)).flatMap(({ tokens }) => tokens)
  const of = (id: string) => keys.find((one) => one.id === id)
  expect(of(ended.tokenId)).toMatchObject({ lastUsedAt: expect.any(Date), revokedAt: null })
  expect((of(ended.tokenId)?.expiresAt ?? new Date()) < new Date()).toBe(true)
  expect(of(back.tokenId)).toMatchObject({ lastUsedAt: null, revokedAt: expect.any(Date) })
})

test('a key that is used often writes so once a minute', async () => {
  const { token, tokenId } = await aSystem(registering())
  const versions = async () =>
    (await asOwner(opened(), sql`select xmin::text from service_tokens where id = ${tokenId}`))[0]?.xmin
  await tokenBehind(token)
  const first = await versions()
  await tokenBehind(token)
  expect(await versions()).toBe(first)
})
