import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ROLES, reachesOwnMatchesOnly, worksForAnOrganisation } from '../../capabilities/access/roles.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { PROBES, settle, sitDown, surprises } from './database.ts'
import { insertInto, type Row } from './probe.ts'
import { familyAt, personAt, trajectoryAt } from './records.ts'
import { id, personOn, SEATS, seatNamed, WORLD } from './seats.ts'

const database = withDatabase()
/** An import of the other organisation on which nothing hangs yet. */
const WITHOUT_FILE = id(30, 9)
beforeAll(async () => {
  await settle(database())
  const { row = {} } =
    PROBES.find(({ table }) => table === 'imports')?.samples.find(({ place }) => place === 'other-organisation') ?? {}
  await asOwner(database(), sql.raw(insertInto('imports', { ...row, id: WITHOUT_FILE, state: 'cancelled' })))
})

test.each(SEATS.map((seat) => [seat.name, seat] as const))(
  'the database alone, asked by %s, gives what the reviewed table says',
  async (_, seat) => {
    expect(await database().transaction((tx) => surprises(tx, seat))).toEqual([])
  },
)

const codeOf = (statement: string) =>
  asOwner(database(), sql.raw(statement)).then(
    () => 'done',
    (fault: { cause?: { code?: string } }) => fault.cause?.code,
  )

/** A sample row as it stands, with other values; `own` is of the own provision. */
const rowOf = (table: string, given: Row): string => {
  const sample = PROBES.find((probe) => probe.table === table)?.samples.find(({ place }) => place === 'own')
  return insertInto(table, { ...sample?.row, ...given })
}

const FOREIGN_KEY = '23503'
const CHECK = '23514'

test.each<[string, Row]>([
  ['trajectory_events', { id: id(30, 1), trajectory_id: trajectoryAt('other-organisation', 'typed') }],
  ['original_words', { trajectory_id: trajectoryAt('other-organisation', 'typed'), word: 'other' }],
  ['assignments', { id: id(30, 2), trajectory_id: trajectoryAt('other-organisation', 'typed') }],
  ['trajectories', { id: id(30, 3), family_id: familyAt('other-organisation', 'typed') }],
  ['figure_cells', { municipality_id: WORLD.otherMunicipality }],
  ['import_files', { import_id: WITHOUT_FILE }],
  ['import_progress', { import_id: WITHOUT_FILE }],
  ['import_keys', { trajectory_id: trajectoryAt('other-organisation', 'typed'), occurrence: 3 }],
])('[R-252] in %s nothing of one provision hangs on the file of another', async (table, given) => {
  expect(await codeOf(rowOf(table, given))).toBe(FOREIGN_KEY)
})

test('[R-263] the database keeps no grant that shows whole files to who may see the assigned ones only', async () => {
  const grant = {
    id: id(30, 4),
    person_id: personAt('own'),
    starts_on: '2026-01-01',
    municipality_id: WORLD.municipality,
  }
  for (const role of ROLES.filter(reachesOwnMatchesOnly)) {
    expect(await codeOf(insertInto('grants', { ...grant, role, organisation_id: WORLD.organisation }))).toBe(CHECK)
  }
  for (const role of ROLES.filter(worksForAnOrganisation))
    expect(await codeOf(insertInto('grants', { ...grant, role }))).toBe(CHECK)
})

test("a database marked as real is nobody's demo again", async () => {
  await asOwner(database(), sql`update installation set purpose = 'real'`)
  await database().transaction(async (tx) => {
    await sitDown(tx, seatNamed('operator'))
    await tx.execute(sql`update installation set purpose = 'demo'`)
  })
  expect(await asOwner(database(), sql`select purpose from installation`)).toEqual([{ purpose: 'real' }])
})

const FILES = ['families', 'family_children', 'trajectories', 'trajectory_events', 'original_words', 'assignments']

/** How many rows of files a volunteer sees, after something happened. */
const seenAfter = (statement: string) =>
  database().transaction(async (tx) => {
    const volunteer = seatNamed('volunteer')
    await tx.execute(sql.raw(statement.replaceAll('$volunteer', `'${personOn(volunteer)}'`)))
    await sitDown(tx, volunteer)
    const counts = FILES.map((table) => `(select count(*) from ${table})`).join(' + ')
    const { rows } = await tx.execute<{ n: number }>(sql.raw(`select ${counts} as n`))
    return rows[0]?.n
  })

test('[R-107] a volunteer loses every row of the family on the day after the match ends', async () => {
  const day = (days: number) => `access.today() + ${days}`
  const end = (days: number) => `update assignments set until_on = ${day(days)} where person_id = $volunteer`
  expect(await seenAfter('select 1')).toBeGreaterThan(0)
  expect(await seenAfter(end(0))).toBeGreaterThan(0)
  expect(await seenAfter(end(-1))).toBe(0)
  await asOwner(database(), sql`update assignments set until_on = null`)
  expect(await seenAfter(`update assignments set from_on = ${day(1)} where person_id = $volunteer`)).toBe(0)
  expect(await seenAfter(`update assignments set from_on = '2026-01-01' where person_id = $volunteer`)).toBeGreaterThan(
    0,
  )
  expect(await seenAfter(`update grants set ends_on = ${day(-1)} where person_id = $volunteer`)).toBe(0)
})

test('who is switched off sees nothing more, whatever the roles', async () => {
  expect(await seenAfter(`update grants set ends_on = null where person_id = $volunteer`)).toBeGreaterThan(0)
  expect(await seenAfter(`update people set is_active = false where id = $volunteer`)).toBe(0)
})
