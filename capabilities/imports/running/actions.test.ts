import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import {
  aCheckedImport,
  aCoordinator,
  aRegister,
  bytesOf,
  LINDELOO,
  OOSTERVELD,
} from '../../../tests/support/imports.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { anOperator, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { trajectories } from '../../cases/queries.ts'
import { publishShippedProgrammes } from '../../programmes/shipped.ts'
import { cancelImport, commitImport, startImport, undoImport, useQueue } from '../actions.ts'
import { importDetail } from '../queries.ts'
import { runImport, undoInBackground, undoLeftBehind } from './actions.ts'

const database = withDatabase()
let jobs: Actor
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
  jobs = await theActor(BUILT_IN.jobs)
})

async function aConfirmedImport(...rows: string[]) {
  const here = await aCoordinator()
  const id = await aCheckedImport(here.actor, here.provisionId, aRegister(...rows))
  yes(await commitImport(here.actor, id, { onlyGood: false }))
  return { ...here, id }
}
const countOf = async (actor: Actor) => (await trajectories(actor)).rows.length

test('the background account brings in what a coordinator confirmed', async () => {
  const { actor, id } = await aConfirmedImport(LINDELOO, OOSTERVELD)
  yes(await runImport(jobs, id))
  expect(await countOf(actor)).toBe(2)
})

test('a job goes into the queue in the transaction that confirms, with the id of the import alone', async () => {
  const sent: unknown[] = []
  useQueue(async (_, queue, payload) => {
    sent.push([queue, payload])
  })
  const { id } = await aConfirmedImport(LINDELOO)
  useQueue(undefined)
  expect(sent).toEqual([['run-import', { importId: id }]])
})

test('the file is gone once its rows are there', async () => {
  const { id } = await aConfirmedImport(LINDELOO)
  yes(await runImport(jobs, id))
  const left = await asOwner(database(), sql`select from import_files where import_id = ${id}`)
  const progress = await asOwner(database(), sql`select from import_progress where import_id = ${id}`)
  expect([left.length, progress.length]).toEqual([0, 0])
})

test('a fault in the very last step leaves nothing of the import, and the run can be done again', async () => {
  const { actor, id } = await aConfirmedImport(LINDELOO, OOSTERVELD)
  await asOwner(
    database(),
    sql`create function fail_now() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`,
  )
  await asOwner(
    database(),
    sql`create trigger fail_now before delete on import_files for each statement execute function fail_now()`,
  )
  await expect(runImport(jobs, id)).rejects.toThrow()
  await asOwner(database(), sql`drop trigger fail_now on import_files`)
  expect(await countOf(actor)).toBe(0)
  expect(await importDetail(actor, id)).toMatchObject({ state: 'running' })
  yes(await runImport(jobs, id))
  expect(await countOf(actor)).toBe(2)
})

describe('stopping while it runs', () => {
  test('takes back what was written, keeps nothing of the file, and the same file can come again [R-039]', async () => {
    const { actor, id, provisionId } = await aConfirmedImport(LINDELOO, OOSTERVELD)
    // As if somebody asked just after the first families were written.
    await asOwner(
      database(),
      sql`create function ask_now() returns trigger language plpgsql security definer as $$
        begin update import_progress set stop_asked_at = now(); return null; end $$`,
    )
    await asOwner(
      database(),
      sql`create trigger ask_now after insert on trajectories for each statement execute function ask_now()`,
    )
    expect(await runImport(jobs, id)).toEqual(refuse('import-cancelled'))
    await asOwner(database(), sql`drop trigger ask_now on trajectories`)
    expect(await countOf(actor)).toBe(0)
    expect(await importDetail(actor, id)).toMatchObject({ state: 'cancelled', progress: undefined })
    for (const table of ['trajectory_events', 'import_keys', 'figure_cells', 'import_files'])
      expect(await leftIn(table, provisionId), table).toBe(0)
    await runImport(jobs, id)
    expect(await countOf(actor)).toBe(0)
  })

  test('asked before its job was killed, is heard when the job is done again', async () => {
    const { actor, id } = await aConfirmedImport(LINDELOO)
    await asOwner(database(), sql`update import_progress set stop_asked_at = now() where import_id = ${id}`)
    expect(await importDetail(actor, id)).toMatchObject({ progress: { stopAskedAt: expect.any(Date) } })
    expect(await runImport(jobs, id)).toEqual(refuse('import-cancelled'))
    expect(await importDetail(actor, id)).toMatchObject({ state: 'cancelled' })
  })

  test('from another screen ends in nothing or in everything, and says which', async () => {
    const here = await aCoordinator()
    const rows = Array.from({ length: 4_500 }, (_, at) => `Lindeloo;${at % 18};${1 + (at % 28)}-1-2024`)
    const id = await aCheckedImport(here.actor, here.provisionId, bytesOf(`kern;leeftijden;datum\n${rows.join('\n')}`))
    yes(await commitImport(here.actor, id, { onlyGood: false }))
    const running = runImport(jobs, id)
    await setTimeout(300)
    await cancelImport(here.actor, id)
    await running
    const state = (await importDetail(here.actor, id))?.state
    expect(['cancelled', 'done']).toContain(state)
    expect(await leftIn('import_keys', here.provisionId)).toBe(state === 'done' ? 4_500 : 0)
  })
})

const leftIn = async (table: string, provisionId: string): Promise<number> => {
  const [row] = await asOwner<{ n: number }>(
    database(),
    sql`select count(*)::int as n from ${sql.identifier(table)} where provision_id = ${provisionId}`,
  )
  return row?.n ?? -1
}

test('how far it is can be read while it runs, and never part of its families', async () => {
  const here = await aCoordinator()
  const rows = Array.from({ length: 1_200 }, (_, at) => `Lindeloo;${at % 18};${1 + (at % 28)}-1-2024`)
  const bytes = bytesOf(`kern;leeftijden;datum\n${rows.join('\n')}`)
  const id = await aCheckedImport(here.actor, here.provisionId, bytes)
  yes(await commitImport(here.actor, id, { onlyGood: false }))
  const seen: { state: string | undefined; families: number }[] = []
  const look = async () => {
    await inScope(here.actor, async () => {
      const families = await countOf(here.actor)
      seen.push({ state: (await importDetail(here.actor, id))?.state, families })
    })
  }
  let isOver = false
  const looking = (async () => {
    while (!isOver) {
      await look()
      await setTimeout(5)
    }
  })()
  yes(await runImport(jobs, id))
  isOver = true
  await looking
  await look()
  expect(seen.at(-1)).toEqual({ state: 'done', families: 50 }) // a page of the list holds fifty
  for (const one of seen) if (one.state === 'running') expect(one.families).toBe(0)
})

describe('a large import that is undone', () => {
  /** One of which more rows were added than are taken back at once, as far as its own line says. */
  async function aLargeImportUndone() {
    const sent: unknown[] = []
    const { actor, provisionId } = await aCoordinator()
    const bytes = aRegister(LINDELOO, OOSTERVELD)
    const id = await aCheckedImport(actor, provisionId, bytes)
    yes(await commitImport(actor, id, { onlyGood: false }))
    yes(await runImport(jobs, id))
    await asOwner(database(), sql`update imports set added_count = 2001 where id = ${id}`)
    useQueue(async (_, queue, payload) => {
      sent.push([queue, payload])
    })
    yes(await undoImport(actor, id))
    yes(await undoImport(actor, id))
    useQueue(undefined)
    return { actor, provisionId, id, bytes, sent }
  }

  test('is taken back in the background: asked for once, and until it is done all of it is there', async () => {
    const { actor, id, sent } = await aLargeImportUndone()
    expect(sent).toEqual([['undo-import', { importId: id }]])
    expect(await importDetail(actor, id)).toMatchObject({ state: 'undoing' })
    expect(await countOf(actor)).toBe(2)
    yes(await undoInBackground(jobs, id))
    yes(await undoInBackground(jobs, id))
    expect(await importDetail(actor, id)).toMatchObject({ state: 'undone' })
    expect(await countOf(actor)).toBe(0)
  })

  test('is not cancelled meanwhile, and its file does not come in a second time before it is gone', async () => {
    const { actor, provisionId, id, bytes } = await aLargeImportUndone()
    expect(await cancelImport(actor, id)).toEqual(refuse('import-over'))
    expect(await startImport(actor, { provisionId, bytes })).toMatchObject({
      ok: false,
      reason: 'file-imported-before',
    })
    yes(await undoInBackground(jobs, id))
    yes(await startImport(actor, { provisionId, bytes }))
  })

  test('is taken back by the hourly task when its job died', async () => {
    const { actor, id } = await aLargeImportUndone()
    expect(await undoLeftBehind(jobs)).toBe(1)
    expect(await importDetail(actor, id)).toMatchObject({ state: 'undone' })
    expect(await undoLeftBehind(jobs)).toBe(0)
  })

  test('is left alone by the job when nobody asked for it', async () => {
    const { actor, id } = await aConfirmedImport(LINDELOO)
    yes(await runImport(jobs, id))
    yes(await undoInBackground(jobs, id))
    expect(await importDetail(actor, id)).toMatchObject({ state: 'done' })
  })
})
