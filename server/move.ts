import { renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../capabilities/access/actor.ts'
import { recordAudit } from '../capabilities/privacy/audit.ts'
import { verifyAudit } from '../capabilities/privacy/queries.ts'
import { copyRows, importsWaiting, isEmpty, type Moved } from '../database/backup/move.ts'
import { type Database, openServer } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { emptyDatabase } from '../database/reset.ts'
import { database, useDatabase } from '../database/transaction.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { installJobs } from '../jobs/queue.ts'
import { asSentence, MIGRATIONS, refuseAlmightyRole } from './open.ts'
import { theOperator } from './operator.ts'
import type { Settings } from './settings.ts'

export type Addresses = { readonly to: string; readonly owner?: string }

/**
 * Moves the embedded database to a PostgreSQL server: the same tables, every row, keys and digests checked, and the chain of
 * the audit log computed anew there. Leaves the server as empty as it was when anything is not right.
 */
export async function moveToServer(
  operator: Actor,
  settings: Settings,
  { to, owner }: Addresses,
): Promise<Answer<Moved & { readonly blocks: number }>> {
  const source = database()
  if (source.kind !== 'embedded') return refuse('move-not-embedded')
  if ((await importsWaiting(source)) > 0) return refuse('move-import-waiting')
  const before = await verifyAudit(operator)
  if (!before.ok) return before
  if (before.value.broken.length > 0) return refuse('move-log-broken')
  const target = openServer({ url: to, connections: 2 })
  try {
    if (!(await isEmpty(target, owner))) return refuse('move-not-empty')
    await refuseAlmightyRole(target, settings)
    const moved = await fill(source, target, owner, before.value.head)
    if (!moved.ok) await emptyDatabase(target, owner)
    return moved
  } catch (fault) {
    throw asSentence(fault)
  } finally {
    useDatabase(source)
    await target.close()
  }
}

async function fill(source: Database, target: Database, owner: string | undefined, head: string | undefined) {
  await migrate(target, MIGRATIONS, owner)
  await installJobs(target, owner)
  const copied = await copyRows(source, target, owner)
  if (!copied.ok) return copied
  useDatabase(target)
  const there = await theOperator()
  const verdict = await verifyAudit(there, { knownHead: head })
  if (!verdict.ok) return verdict
  if (verdict.value.broken.length > 0) return refuse('move-log-broken')
  await recordAudit(there, { act: 'database.moved' })
  return allow({ ...copied.value, blocks: verdict.value.blocks })
}

/** Puts the old folder aside once nobody has it open, so that no start goes on with what has moved. Gives where it is. */
export function putAside({ dataFolder }: Pick<Settings, 'dataFolder'>): string {
  const folder = join(dataFolder, 'database')
  const aside = `${folder}-moved`
  renameSync(folder, aside)
  return aside
}
