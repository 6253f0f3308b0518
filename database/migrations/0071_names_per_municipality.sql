-- Why: a municipality calls things by its own names, with the other names that people use for them (R-262); and who keeps its pages keeps the words by which search finds them.

-- What a region or municipality calls something. Every change is a version and nothing of one changes; without what is said, the name under it holds again.
create table term_names (
  id uuid primary key,
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$' and length(code) <= 40),
  region_id uuid references regions (id),
  municipality_id uuid references municipalities (id),
  version integer not null check (version > 0),
  said jsonb check (jsonb_typeof(said) = 'object' and length(said::text) <= 20000),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  check (num_nonnulls(region_id, municipality_id) = 1),
  unique nulls not distinct (code, region_id, municipality_id, version)
);

alter table term_names enable row level security;
alter table term_names force row level security;
grant select, insert on term_names to voorveld_app;
create policy read on term_names for select to voorveld_app using (true);
create policy add on term_names for insert to voorveld_app with check (
  access.owns_pages('change', region_id, municipality_id) and recorded_by = (select access.actor()));

-- Names are the same as long as this number is.
create function access.terms_mark() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from term_names
$$;
alter function access.terms_mark() owner to voorveld_definer;
grant execute on function access.terms_mark() to voorveld_app;
grant select on term_names to voorveld_definer;
create policy definer_reads on term_names for select to voorveld_definer using (true);

-- A word for search is of everyone, of a region or of one municipality; what was taken away stays, with who did it.
alter table page_synonyms drop constraint page_synonyms_pkey;
alter table page_synonyms
  add column id uuid not null default gen_random_uuid() primary key,
  add column region_id uuid references regions (id),
  add column municipality_id uuid references municipalities (id),
  add column recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  add column removed_at timestamptz(3),
  add column removed_by uuid references people (id),
  add constraint page_synonyms_place check (num_nonnulls(region_id, municipality_id) <= 1),
  add constraint page_synonyms_removed check ((removed_at is null) = (removed_by is null)),
  add constraint page_synonyms_other check (word <> means);
create unique index page_synonyms_once on page_synonyms (language, word, means, region_id, municipality_id)
  nulls not distinct where removed_at is null;

drop policy add on page_synonyms;
drop policy remove on page_synonyms;
revoke delete on page_synonyms from voorveld_app;
grant update (removed_at, removed_by) on page_synonyms to voorveld_app;
create policy add on page_synonyms for insert to voorveld_app with check (
  access.owns_pages('change', region_id, municipality_id) and recorded_by = (select access.actor()) and removed_at is null);
create policy remove on page_synonyms for update to voorveld_app
  using (access.owns_pages('change', region_id, municipality_id) and removed_at is null)
  with check (access.owns_pages('change', region_id, municipality_id) and removed_by = (select access.actor()));
