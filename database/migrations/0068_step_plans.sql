-- Why: staff edit the step plan on screen, with every version that was public and who published it (R-004).

-- A plan for everyone, as it became public; the file that comes with the product is the first version and has no row.
create table step_plans (
  version integer primary key check (version between 2 and 9999),
  plan jsonb not null check (jsonb_typeof(plan) = 'object' and length(plan::text) <= 1000000),
  -- The earlier version that was published again.
  restores integer check (restores between 1 and version - 1),
  published_by uuid not null references people (id),
  published_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);

-- What is being written, also when it is not right yet: there is one, for whoever keeps the pages of everyone.
create table step_plan_drafts (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  plan jsonb not null check (jsonb_typeof(plan) = 'object' and length(plan::text) <= 1000000),
  row_version integer not null default 1,
  changed_by uuid not null references people (id),
  changed_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);

alter table step_plans enable row level security;
alter table step_plans force row level security;
grant select, insert on step_plans to voorveld_app;
create policy read on step_plans for select to voorveld_app using (true);
create policy publish on step_plans for insert to voorveld_app with check (
  (select access.owns_pages('change', null, null)) and published_by = (select access.actor()));

alter table step_plan_drafts enable row level security;
alter table step_plan_drafts force row level security;
grant select, insert, delete, update (plan, row_version, changed_by, changed_at) on step_plan_drafts to voorveld_app;
create policy read on step_plan_drafts for select to voorveld_app using ((select access.owns_pages('read', null, null)));
create policy begin on step_plan_drafts for insert to voorveld_app with check (
  (select access.owns_pages('change', null, null)) and changed_by = (select access.actor()));
create policy change on step_plan_drafts for update to voorveld_app
  using ((select access.owns_pages('change', null, null)))
  with check ((select access.owns_pages('change', null, null)) and changed_by = (select access.actor()));
create policy remove on step_plan_drafts for delete to voorveld_app
  using ((select access.owns_pages('change', null, null)));
