-- Why: what somebody can go to or use near home is kept per municipality with every change, so that people find it and what ended stays in the history (R-008, R-009).

-- One card of the local offer. What it says is one document, checked by the room; what decides who sees it stands in columns.
create table offers (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'public', 'paused')),
  -- Where it takes place; null for at home, online, or in the whole municipality.
  village text,
  card jsonb not null check (jsonb_typeof(card) = 'object' and length(card::text) <= 20000),
  starts_on date,
  ends_on date,
  confirmed_on date,
  row_version integer not null default 1 check (row_version > 0),
  created_by uuid not null references people (id),
  changed_by uuid not null references people (id),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  foreign key (municipality_id, village) references villages (municipality_id, code),
  check (ends_on >= starts_on)
);

-- What happened to a card, one after the other, as it stood afterwards; nothing of it changes.
create table offer_steps (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  offer_id uuid not null,
  step text not null check (step in ('written', 'changed', 'public', 'paused', 'ended', 'confirmed', 'brought-in')),
  state text not null check (state in ('draft', 'public', 'paused')),
  village text,
  card jsonb not null check (jsonb_typeof(card) = 'object' and length(card::text) <= 20000),
  starts_on date,
  ends_on date,
  confirmed_on date,
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  foreign key (municipality_id, offer_id) references offers (municipality_id, id)
);
create index offer_steps_offer on offer_steps (municipality_id, offer_id, recorded_at);

-- What is public is the same as long as this number is: every step of a page and of a card adds one.
create or replace function access.pages_mark() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from page_steps) + (select count(*) from offer_steps)
$$;
grant select on offer_steps to voorveld_definer;

alter table offers enable row level security;
alter table offers force row level security;
grant select, insert on offers to voorveld_app;
grant update (state, village, card, starts_on, ends_on, confirmed_on, row_version, changed_by) on offers to voorveld_app;
create policy read on offers for select to voorveld_app using (
  (state = 'public' and (ends_on is null or ends_on >= (select access.today())))
  or municipality_id in (select access.municipalities('page', 'read')));
create policy write on offers for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('page', 'change'))
  and created_by = (select access.actor()) and changed_by = (select access.actor()));
create policy change on offers for update to voorveld_app
  using (municipality_id in (select access.municipalities('page', 'change')))
  with check (municipality_id in (select access.municipalities('page', 'change')) and changed_by = (select access.actor()));

alter table offer_steps enable row level security;
alter table offer_steps force row level security;
grant select, insert on offer_steps to voorveld_app;
create policy definer_reads on offer_steps for select to voorveld_definer using (true);
create policy read on offer_steps for select to voorveld_app
  using (municipality_id in (select access.municipalities('page', 'read')));
create policy record on offer_steps for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('page', 'change')) and recorded_by = (select access.actor()));
