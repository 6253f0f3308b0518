import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { withDatabase } from '../../tests/support/database.ts'
import { asOwner, letTwoMinutesPass } from '../../tests/support/logs.ts'
import { aMunicipality, anOperator, aRegion, someone } from '../../tests/support/world.ts'
import { sealAudit } from '../privacy/actions.ts'
import { recordAudit } from '../privacy/audit.ts'
import { runningState } from './queries.ts'

const database = withDatabase()

test('whoever runs the machine and the manager of the whole platform see whether it runs, nobody else', async () => {
  const regionId = await aRegion()
  const municipalityId = await aMunicipality({ regionId })
  expect(await runningState(await anOperator())).toBeDefined()
  expect(await runningState(await someone({ role: 'platform-manager', everywhere: true }))).toBeDefined()
  expect(await runningState(await someone({ role: 'platform-manager', regionId }))).toBeUndefined()
  expect(await runningState(await someone({ role: 'manager', municipalityId }))).toBeUndefined()
  expect(await runningState(await someone({ role: 'privacy-officer', municipalityId }))).toBeUndefined()
})

test('the last backup, the last block and what is not sealed yet are told by their moments', async () => {
  const operator = await anOperator()
  const before = await runningState(operator)
  expect(before?.lastBackupAt).toBeNull()
  await recordAudit(operator, { act: 'backup.made', refusedWith: 'backup-exists' })
  expect((await runningState(operator))?.lastBackupAt).toBeNull()
  await recordAudit(operator, { act: 'backup.made' })
  const made = await runningState(operator)
  expect(made?.lastBackupAt?.getTime()).toBeGreaterThan(Date.now() - 60_000)
  expect(made?.unsealed.count).toBe((before?.unsealed.count ?? 0) + 2)
  await letTwoMinutesPass(database())
  await sealAudit(operator)
  const sealed = await runningState(operator)
  expect(sealed?.unsealed).toEqual({ count: 0, oldestAt: null })
  expect(sealed?.lastBlock?.number).toBeGreaterThanOrEqual(1)
})

test('sizes and versions are told; rows of tables, and sizes that a few rows make, are not', async () => {
  await asOwner(
    database(),
    sql`insert into role_rights select 'padding-' || n, repeat('x', 100), 'read' from generate_series(1, 10000) n`,
  )
  const state = await runningState(await anOperator())
  expect(state?.databaseBytes).toBeGreaterThan(1_000_000)
  expect(state?.tables.map(({ name }) => name)).toContain('role_rights')
  expect(state?.tables.map(({ name }) => name)).not.toContain('people')
  expect(Object.keys(state?.tables[0] ?? {})).toEqual(['name', 'bytes'])
  expect(state?.database).toMatch(/^\d+/)
  expect(state?.product).toMatch(/^\d+\.\d+\.\d+/)
  expect(state?.lastMigration).toMatch(/^\d{4}_/)
  expect(state?.disk?.freeBytes).toBeGreaterThan(0)
})
