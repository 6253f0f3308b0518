-- Why: a programme is data, so its published definitions are kept here, every version as it was, beside what each municipality set for itself (R-114, R-033).

create table programmes (
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version between 1 and 9999),
  definition jsonb not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null references people (id),
  -- No new trajectories from then on; running ones keep reading it.
  retired_at timestamptz,
  primary key (code, version),
  check (jsonb_typeof(definition) = 'object'),
  check (definition ->> 'code' is not distinct from code and definition ->> 'version' is not distinct from version::text),
  check (retired_at >= published_at)
);

-- The value a municipality gave a fit rule instead of the default in the definition. A new row replaces an older one;
-- a value of null goes back to the default. Nothing is overwritten, so that an earlier decision stays explained.
create table fit_settings (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  programme_code text not null check (programme_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  rule_code text not null check (rule_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  value jsonb check (jsonb_typeof(value) = 'object'),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, id)
);
create index fit_settings_latest on fit_settings (municipality_id, programme_code, rule_code, recorded_at desc, id desc);

alter table programmes enable row level security;
alter table programmes force row level security;
alter table fit_settings enable row level security;
alter table fit_settings force row level security;

-- What was published is never changed: of a published version only the moment it retires can be written, once.
grant select, insert, update (retired_at) on programmes to voorveld_app;
grant select, insert on fit_settings to voorveld_app;

create policy read on programmes for select to voorveld_app using (exists (select from access.rights('programme', 'read')));
create policy publish on programmes for insert to voorveld_app with check (
  (select access.everywhere('programme', 'change')) and published_by = (select access.actor()) and retired_at is null);
create policy retire on programmes for update to voorveld_app
  using ((select access.everywhere('programme', 'change')) and retired_at is null)
  with check ((select access.everywhere('programme', 'change')) and retired_at is not null);

create policy read on fit_settings for select to voorveld_app
  using (municipality_id in (select access.municipalities('setting', 'read')));
create policy change on fit_settings for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('setting', 'change')) and recorded_by = (select access.actor()));
