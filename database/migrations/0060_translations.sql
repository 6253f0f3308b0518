-- Why: the pages that people need first stand in Arabic, Turkish, Polish and Ukrainian too; what a machine translated stays outside real installations until somebody who reads that language approved it (R-007).

alter table page_versions drop constraint page_versions_language_check;
alter table page_versions add check (language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk'));
alter table visit_counts drop constraint visit_counts_language_check;
alter table visit_counts add check (language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk'));

alter table page_versions add column is_made_by_machine boolean not null default false;
-- The Dutch text that it was translated from, by the hash of its file.
alter table page_versions add column translates text check (translates ~ '^[0-9a-f]{64}$');
alter table page_versions add check (not is_made_by_machine or (translates is not null and language <> 'nl'));

-- Who read a machine's translation against the Dutch text and approved it; nothing of it changes.
create table page_proofreadings (
  version_id uuid primary key references page_versions (id),
  proofread_by uuid not null references people (id),
  proofread_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);

alter table page_proofreadings enable row level security;
alter table page_proofreadings force row level security;
grant select, insert on page_proofreadings to voorveld_app;
grant select on page_proofreadings to voorveld_definer;
create policy definer_reads on page_proofreadings for select to voorveld_definer using (true);
-- Whether a public text was proofread decides how it is shown to everyone.
create policy read on page_proofreadings for select to voorveld_app
  using (version_id in (select v.id from page_versions v));
create policy record on page_proofreadings for insert to voorveld_app with check (
  version_id in (select v.id from page_versions v where v.is_made_by_machine and v.page_id in (select access.pages('change')))
  and proofread_by = (select access.actor()));

-- A proofreading makes a text public or takes its banner away, so it counts as a step does.
create or replace function access.pages_mark() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from page_steps) + (select count(*) from page_proofreadings)
$$;
