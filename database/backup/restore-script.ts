import { asText } from './as-text.ts'
import { BACKUP_ROLE } from './backup-role.ts'
import type { Manifest } from './manifest.ts'

const ROLES = ['voorveld_app', 'voorveld_reports', 'voorveld_sign_in', 'voorveld_jobs', 'voorveld_definer', BACKUP_ROLE]

/** Opens the transaction, makes the roles that a dump does not hold, and empties the database. */
export const beforehand = (): string => `begin;
set local client_min_messages = warning;
do $$
declare name text;
begin
  foreach name in array array[${ROLES.map(asText).join(', ')}] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin nobypassrls', name);
    end if;
  end loop;
end $$;
do $$ begin
  execute format('grant voorveld_definer, ${BACKUP_ROLE} to %I', current_user);
exception when others then null; end $$;
drop schema if exists access, sign_in, jobs, logs, migrations, public cascade;
create schema public;
`

/**
 * Gives the functions that pass by the policies of their caller back to the role that keeps them within others, and counts
 * every table: one row too few, and nothing happened. Commits last, so that a script which breaks off changes nothing.
 */
export const afterwards = ({ definerFunctions, rows }: Manifest): string => `
set search_path = public;
set row_security = on;
alter default privileges revoke execute on functions from public;
do $$
declare
  name text;
  place text;
  had boolean;
begin
  foreach name in array array[${definerFunctions.map(asText).join(', ')}]::text[] loop
    select n.nspname into place from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.oid = name::regprocedure;
    had := has_schema_privilege('voorveld_definer', place, 'create');
    if not had then execute format('grant create on schema %I to voorveld_definer', place); end if;
    execute format('alter function %s owner to voorveld_definer', name);
    if not had then execute format('revoke create on schema %I from voorveld_definer', place); end if;
  end loop;
end $$;
set local role ${BACKUP_ROLE};
do $$
declare
  one record;
  found bigint;
begin
  for one in select * from json_each_text(${asText(JSON.stringify(rows))}) loop
    execute format('select count(*) from %s', one.key) into found;
    if found::text <> one.value then raise exception 'rows of % differ', one.key; end if;
  end loop;
end $$;
commit;
`
