-- Why: who did what must be provable afterwards (BIO2 8.15), and residents' processing must be told without naming staff (LDV), so two logs.

create table logs.audit_blocks (
  number bigint primary key check (number >= 1),
  -- Rows of before this minute; a row that committed late stands in a later block.
  minute timestamptz not null check (minute = date_trunc('minute', minute)),
  row_count integer not null check (row_count >= 1),
  -- SHA-256 over the digests of the rows, in the order of their ids.
  rows_hash bytea not null check (length(rows_hash) = 32),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null unique check (length(hash) = 32),
  sealed_at timestamptz not null default clock_timestamp(),
  -- Past their term the rows go and this header stays, so that the chain still verifies.
  destroyed_at timestamptz
);

create table logs.audit_rows (
  id uuid primary key,
  began_at timestamptz not null default transaction_timestamp(),
  at timestamptz not null default clock_timestamp(),
  trace_id text not null check (trace_id ~ '^[0-9a-f]{32}$'),
  -- No foreign key: the log outlives the people in it.
  actor_id uuid not null,
  acting_roles text[] not null check (array_to_string(acting_roles, '') ~ '^[a-z-]*$'),
  act text not null check (act ~ '^[a-z]+(-[a-z]+)*[.][a-z]+(-[a-z]+)*$'),
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- Trajectories shown or changed: the people whom the act was about.
  subject_ids uuid[] not null default '{}',
  -- Everything else shown or changed, as kind:id.
  object_ids text[] not null default '{}' check (array_to_string(object_ids, '') !~ '[[:space:],]'),
  municipality_ids uuid[] not null default '{}',
  result text not null check (result in ('done', 'refused', 'failed')),
  reason text check (reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  origin text not null check (origin in ('web', 'command-line', 'job', 'test')),
  -- The pattern of the address (/werk/importeren/:id), never the address itself.
  route text check (route !~ '[[:space:]?#]'),
  block_number bigint references logs.audit_blocks (number),
  check ((result = 'done') = (reason is null))
);
create index audit_rows_unsealed on logs.audit_rows (at) where block_number is null;
create index audit_rows_block on logs.audit_rows (block_number);

-- Logboek Dataverwerkingen: one line per person whose data were processed, without staff; joined to the audit log by the trace alone.
create table logs.processing_lines (
  trace_id text not null check (trace_id ~ '^[0-9a-f]{32}$'),
  span_id text not null check (span_id ~ '^[0-9a-f]{16}$'),
  parent_span_id text check (parent_span_id ~ '^[0-9a-f]{16}$'),
  status text not null check (status in ('Unset', 'Ok', 'Error')),
  name text not null check (name <> ''),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  processing_activity_id text not null check (processing_activity_id ~ '^urn:'),
  data_subject_id text not null check (data_subject_id ~ '^[0-9a-f]{64}$'),
  data_subject_id_type text not null check (data_subject_id_type ~ '^urn:'),
  municipality_ids uuid[] not null default '{}',
  primary key (trace_id, span_id),
  check (ended_at >= started_at)
);
create index processing_lines_ended on logs.processing_lines (ended_at);

-- Up to which block the processing log is written; moves in the transaction that writes the lines.
create table logs.processing_cursor (
  only_row boolean primary key default true check (only_row),
  block_number bigint not null default 0
);
insert into logs.processing_cursor default values;

/* ---- sealing and destroying ----------------------------------------------------------------------------------- */

-- The fields of a row in fixed order, one a line; none of them can hold a line end.
create function logs.row_digest(r logs.audit_rows) returns bytea language sql stable set search_path = public, pg_temp as $$
  select sha256(convert_to(concat_ws(E'\n', r.id,
    to_char(r.began_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    r.trace_id, r.actor_id, array_to_string(r.acting_roles, ','), r.act, r.kind,
    array_to_string(r.subject_ids, ','), array_to_string(r.object_ids, ','), array_to_string(r.municipality_ids, ','),
    r.result, coalesce(r.reason, ''), r.origin, coalesce(r.route, '')), 'UTF8'))
$$;

-- Puts every committed, unsealed row of before `moment` in one block; gives the number of rows.
create function logs.seal_rows_before(moment timestamptz)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last logs.audit_blocks;
  ids uuid[];
  digest bytea;
  next_hash bytea;
begin
  -- One sealer at a time; each statement below sees what the one before committed.
  perform pg_advisory_xact_lock(7204511649);
  select array_agg(r.id), sha256(string_agg(logs.row_digest(r), ''::bytea order by r.id)) into ids, digest
    from logs.audit_rows r where r.block_number is null and r.at < moment;
  if ids is null then return 0; end if;
  select * into last from logs.audit_blocks order by number desc limit 1;
  last.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  next_hash := sha256(last.previous_hash || convert_to(concat_ws(E'\n', coalesce(last.number, 0) + 1,
    to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), cardinality(ids)), 'UTF8') || digest);
  insert into logs.audit_blocks (number, minute, row_count, rows_hash, previous_hash, hash)
    values (coalesce(last.number, 0) + 1, moment, cardinality(ids), digest, last.previous_hash, next_hash);
  update logs.audit_rows set block_number = coalesce(last.number, 0) + 1 where id = any (ids);
  return cardinality(ids);
end
$$;

create function logs.seal() returns integer language sql security definer set search_path = public, pg_temp as
  $$ select logs.seal_rows_before(date_trunc('minute', clock_timestamp())) $$;

-- BIO2 8.15.04 asks a term and names none; five years follows the practice in care.
create function logs.term() returns interval language sql immutable as $$ select interval '5 years' $$;

-- Empties the blocks past their term of which the processing log is written, and removes processing lines past it.
create function logs.destroy_expired() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  blocks integer;
begin
  if (select access.actor()) is distinct from '00000000-0000-7000-8000-000000000003' then
    raise exception 'only the background jobs destroy logs' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7204511649);
  update logs.audit_blocks set destroyed_at = clock_timestamp()
    where destroyed_at is null and minute < now() - logs.term() and number <= (select block_number from logs.processing_cursor);
  get diagnostics blocks = row_count;
  delete from logs.audit_rows r using logs.audit_blocks b where b.number = r.block_number and b.destroyed_at is not null;
  delete from logs.processing_lines where ended_at < now() - logs.term();
  return blocks;
end
$$;

grant create on schema logs to voorveld_definer;
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'logs' loop
    execute format('alter function %s owner to voorveld_definer', f);
  end loop;
end $$;
revoke create on schema logs from voorveld_definer;
grant execute on function logs.seal(), logs.term(), logs.destroy_expired() to voorveld_app;

/* ---- row-level security --------------------------------------------------------------------------------------- */

grant select, update (block_number), delete on logs.audit_rows to voorveld_definer;
grant select, insert, update (destroyed_at) on logs.audit_blocks to voorveld_definer;
grant select, delete on logs.processing_lines to voorveld_definer;
grant select on logs.processing_cursor to voorveld_definer;
-- Rows are only added: the moments and the block come from the database itself.
grant select, insert (id, trace_id, actor_id, acting_roles, act, kind, subject_ids, object_ids, municipality_ids, result, reason, origin, route)
  on logs.audit_rows to voorveld_app;
grant select on logs.audit_blocks to voorveld_app;
grant select, insert on logs.processing_lines to voorveld_app;
grant select, update (block_number) on logs.processing_cursor to voorveld_app;

do $$
declare t text;
begin
  foreach t in array array['audit_rows', 'audit_blocks', 'processing_lines', 'processing_cursor'] loop
    execute format('alter table logs.%I enable row level security', t);
    execute format('alter table logs.%I force row level security', t);
    execute format('create policy definer_works on logs.%I to voorveld_definer using (true) with check (true)', t);
  end loop;
end $$;

-- Everyone's acts are logged, under the own name only.
create policy log on logs.audit_rows for insert to voorveld_app with check (
  actor_id = (select access.actor()) and trace_id = current_setting('app.trace_id', true));
-- An act over two municipalities is shown to both: each must know who looked at its files; the ids say nothing by themselves.
create policy read on logs.audit_rows for select to voorveld_app using (
  (select access.everywhere('audit', 'read'))
  or municipality_ids && (select array_agg(id) from access.municipalities('audit', 'read') as id));
create policy read on logs.audit_blocks for select to voorveld_app using ((select access.everywhere('audit', 'read')));
create policy read on logs.processing_lines for select to voorveld_app using (
  (select access.everywhere('audit', 'read'))
  or municipality_ids && (select array_agg(id) from access.municipalities('audit', 'read') as id));
create policy write on logs.processing_lines for insert to voorveld_app
  with check ((select access.actor()) = '00000000-0000-7000-8000-000000000003');
create policy read on logs.processing_cursor for select to voorveld_app
  using ((select access.actor()) = '00000000-0000-7000-8000-000000000003');
create policy move on logs.processing_cursor for update to voorveld_app
  using ((select access.actor()) = '00000000-0000-7000-8000-000000000003')
  with check ((select access.actor()) = '00000000-0000-7000-8000-000000000003');
