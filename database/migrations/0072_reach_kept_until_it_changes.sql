-- Why: what an actor reaches was kept while a request only read, and worked out anew by each statement of a request that changes something: some twenty times for one contact. It is kept in both now, until a statement changes a table that reach is read from.

-- Counts, in this transaction, the statements that changed what reach is read from. A rollback to a savepoint takes back what was changed, the count, and what was kept since: the three stay together.
create function access.reach_changed() returns trigger language plpgsql as $$
begin
  perform set_config('app.reach_changed', (coalesce(nullif(current_setting('app.reach_changed', true), ''), '0')::int + 1)::text, true);
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['assignments', 'family_members', 'file_workers', 'glass_breaks', 'grants', 'help_requests',
    'municipalities', 'note_named', 'organisations', 'people', 'person_details', 'persons', 'plan_participants', 'plans', 'provisions',
    'regions', 'request_matches', 'role_rights', 'sharing_events', 'sharings', 'stand_ins'] loop
    execute format('create trigger reach_changed after insert or update or delete on %I for each statement execute function access.reach_changed()', name);
  end loop;
end $$;
-- Of a trajectory reach reads only whom it is about; the rest changes with each contact.
create trigger reach_changed after insert or delete or update of id, person_id on trajectories
  for each statement execute function access.reach_changed();

-- Under what something is kept: this actor, this request, what changed so far, and eight seconds, so that whoever waits for a lock or runs long sees what was taken away meanwhile. Without a request nothing is kept.
create function access.kept_under() returns text language sql stable as $$
  select md5(concat_ws(' ', nullif(current_setting('app.trace_id', true), ''), current_setting('app.actor_id', true),
    current_setting('app.reach_changed', true), floor(extract(epoch from clock_timestamp()) / 8)))
  where nullif(current_setting('app.trace_id', true), '') is not null
$$;
grant execute on function access.kept_under() to voorveld_definer;

do $$
declare
  f record;
  definition text;
begin
  for f in select p.oid, p.proname from pg_proc p
    where p.pronamespace = 'access'::regnamespace and p.prosrc like '%app.reading%' loop
    definition := pg_get_functiondef(f.oid);
    definition := replace(definition, $t$trace text := current_setting('app.trace_id', true);$t$, $t$under text := access.kept_under();$t$);
    definition := replace(definition, $t$current_setting('app.reading', true) is distinct from 'on'$t$, 'under is null');
    definition := replace(definition, 'left(kept, 32) is distinct from trace', 'left(kept, 32) is distinct from under');
    definition := replace(definition, 'kept := trace ||', 'kept := under ||');
    if definition ~ 'trace|app\.reading' then raise exception 'access.% is not as it was expected', f.proname; end if;
    execute definition;
  end loop;
end $$;
