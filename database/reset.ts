import type { Database } from './connect.ts'
import { asOwner } from './migrate.ts'

/** Empties the database altogether, as the role that owns it. The caller has made sure that it holds nothing real. */
export async function emptyDatabase(database: Database, ownerUrl?: string): Promise<void> {
  await asOwner(database, ownerUrl, async (owner) => {
    await owner.run('drop schema if exists access, sign_in, jobs, logs, migrations cascade')
    await owner.run('drop schema public cascade')
    await owner.run('create schema public')
  })
}
