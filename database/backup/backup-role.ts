import type { Statements } from '../statements.ts'
import { TABLES } from './manifest.ts'

export const BACKUP_ROLE = 'voorveld_backup'

/**
 * Lets the owner of the tables read all of them for a backup. Row security is forced, so also the owner sees no row, and a
 * role that may pass by it can be made by a superuser only: hence a role without sign-in that only the owner takes, with a
 * policy on every table that reads. Adds what is missing and leaves the rest alone.
 */
export async function letBackupRead(owner: Statements): Promise<void> {
  await owner.run(`do $$ begin
    if not exists (select from pg_roles where rolname = '${BACKUP_ROLE}') then
      create role ${BACKUP_ROLE} nologin nobypassrls;
    end if;
    exception when duplicate_object or unique_violation then null; -- made for another database of this cluster just now
  end $$`)
  await owner.run(`do $$ begin grant ${BACKUP_ROLE} to current_user; exception when others then null; end $$`)
  const schemas = await owner.rows<{ name: string }>(
    "select quote_ident(nspname) as name from pg_namespace where nspname !~ '^(pg_|information_schema$)'",
  )
  for (const { name } of schemas)
    await owner.run(`grant usage on schema ${name} to ${BACKUP_ROLE};
      grant select on all tables in schema ${name} to ${BACKUP_ROLE};
      grant select on all sequences in schema ${name} to ${BACKUP_ROLE}`)
  const closed = await owner.rows<{ name: string }>(`select t.name from (${TABLES}) t
    join pg_class c on c.oid = t.name::regclass and c.relrowsecurity
    where not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_reads')`)
  for (const { name } of closed)
    await owner.run(`create policy backup_reads on ${name} for select to ${BACKUP_ROLE} using (true)`)
}

/** Sees as the backup does from here to the end of the transaction. */
export const asBackup = (owner: Statements): Promise<void> => owner.run(`set local role ${BACKUP_ROLE}`)
