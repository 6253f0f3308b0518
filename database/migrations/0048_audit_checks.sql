-- Why: nobody runs a command every night, so a job computes the chain of the audit log anew, and what came of it must be read, told and gone on from: what was checked, up to which block, and from where it does not hold.

create table logs.audit_checks (
  id uuid primary key,
  checked_at timestamptz not null default clock_timestamp(),
  -- The last block there was, with its hash: the next check finds it again, so a tail that was cut off shows.
  up_to bigint not null check (up_to >= 0),
  up_to_at timestamptz,
  head bytea check (length(head) = 32),
  -- Rows were computed of the blocks after this one; of those before it the headers alone.
  rows_after bigint not null check (rows_after >= 0),
  row_count bigint not null check (row_count >= 0),
  broken_why text check (broken_why ~ '^[a-z]+(-[a-z]+)*$'),
  -- Absent where what is wrong lies in no block, such as an end that was cut off.
  broken_block bigint,
  broken_at timestamptz,
  check (broken_why is not null or num_nonnulls(broken_block, broken_at) = 0)
);
create index audit_checks_moment on logs.audit_checks (checked_at);

grant select, insert (id, up_to, up_to_at, head, rows_after, row_count, broken_why, broken_block, broken_at)
  on logs.audit_checks to voorveld_app;
grant select on logs.audit_checks to voorveld_definer;
alter table logs.audit_checks enable row level security;
alter table logs.audit_checks force row level security;
create policy definer_reads on logs.audit_checks for select to voorveld_definer using (true);
-- The chain runs over all municipalities: whoever reads a part of the log knows whether it holds.
create policy read on logs.audit_checks for select to voorveld_app using (exists (select from access.rights('audit', 'read')));
create policy keep on logs.audit_checks for insert to voorveld_app with check ((select access.is_job_runner()));

-- Rows of a block in their order, a page at a time, also of a block of a million rows.
create index audit_rows_in_block on logs.audit_rows (block_number, id);
drop index logs.audit_rows_block;

-- Who is told at once that the log does not hold: the people who read it, for the platform or for a municipality.
create function access.audit_watchers() returns setof uuid
language sql stable rows 20 security definer set search_path = public, pg_temp as $$
  select distinct p.id from people p join grants g on g.person_id = p.id
    join role_rights r on r.role = g.role and r.kind = 'audit' and r.action = 'read'
  where access.is_job_runner() and p.kind = 'person' and p.is_active
    and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today())
$$;
alter function access.audit_watchers() owner to voorveld_definer;
grant execute on function access.audit_watchers() to voorveld_app;

create or replace function access.running()
returns table (what text, code text, n bigint, since timestamptz, last_at timestamptz)
language sql stable rows 20 security definer set search_path = public, pg_temp as $$
  select found.* from (
    select 'message', state, count(*), min(created_at), max(settled_at) from messages
      where state in ('queued', 'failed', 'given-up') group by state
    union all
    select 'audit', 'unsealed', count(*), min(at), null from logs.audit_rows where block_number is null
    union all
    (select 'block', 'last', number, minute, sealed_at from logs.audit_blocks order by number desc limit 1)
    union all
    (select 'check', coalesce(broken_why, 'holds'), up_to, case when broken_why is null then up_to_at else broken_at end, checked_at
      from logs.audit_checks order by checked_at desc limit 1)
    union all
    select 'act', act, count(*), min(at), max(at) from logs.audit_rows
      where act in ('backup.made', 'backup.restored', 'audit.verified') and result = 'done' group by act
  ) as found (what, code, n, since, last_at)
  where access.everywhere('running', 'read')
$$;
