-- Whoever answers for the platform sees whether it runs: what waits, what failed, when a backup was made. Only counts and moments, over everything at once, so that no part of it tells of a person; hence a right of its own that reaches the whole platform or nothing.

insert into role_rights (role, kind, action) values
  ('operator', 'running', 'read'),
  ('job-runner', 'running', 'read'),
  ('platform-manager', 'running', 'read');

create index audit_rows_running on logs.audit_rows (act, at)
  where act in ('backup.made', 'backup.restored', 'audit.verified');

create function access.running()
returns table (what text, code text, n bigint, since timestamptz, last_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select found.* from (
    select 'message', state, count(*), min(created_at), max(settled_at) from messages
      where state in ('queued', 'failed', 'given-up') group by state
    union all
    select 'audit', 'unsealed', count(*), min(at), null from logs.audit_rows where block_number is null
    union all
    (select 'block', 'last', number, minute, sealed_at from logs.audit_blocks order by number desc limit 1)
    union all
    select 'act', act, count(*), min(at), max(at) from logs.audit_rows
      where act in ('backup.made', 'backup.restored', 'audit.verified') and result = 'done' group by act
  ) as found (what, code, n, since, last_at)
  where access.everywhere('running', 'read')
$$;
alter function access.running() owner to voorveld_definer;
grant execute on function access.running() to voorveld_app;
