-- Why: a municipality keeps its own amounts for schemes, dated and with a source, and nothing changes in public before somebody saw what it does to example households (R-130); and it has one visible contact point for money (R-132).

-- All that a municipality decided about schemes, as one document; every change is a version, and nothing of a version changes but its state.
create table money_rules (
  municipality_id uuid not null references municipalities (id),
  version integer not null check (version > 0),
  rules jsonb not null check (jsonb_typeof(rules) = 'object' and length(rules::text) <= 400000),
  state text not null default 'draft' check (state in ('draft', 'public', 'retired')),
  -- What changed for example households, as whoever published it saw and confirmed it; empty when nothing did.
  confirmed text check (length(confirmed) <= 200000),
  written_by uuid not null references people (id),
  written_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, version),
  check (state <> 'public' or confirmed is not null)
);
create unique index money_rules_public on money_rules (municipality_id) where state = 'public';
create unique index money_rules_draft on money_rules (municipality_id) where state = 'draft';

-- The one place in a municipality where somebody asks for help with money; public knowledge.
create table money_contacts (
  municipality_id uuid primary key references municipalities (id),
  name text not null check (length(btrim(name)) between 1 and 120),
  phone text check (phone ~ '^[+0-9][0-9 -]{2,19}$'),
  mail text check (length(mail) <= 200 and mail ~ '^[^[:space:]@]+@[^[:space:]@]+\.[^[:space:]@]+$'),
  visit_nl text check (length(btrim(visit_nl)) between 1 and 200),
  visit_en text check (length(btrim(visit_en)) between 1 and 200),
  open_nl text not null check (length(btrim(open_nl)) between 1 and 120),
  open_en text not null check (length(btrim(open_en)) between 1 and 120),
  -- Where it was found or who told it.
  source text not null check (length(btrim(source)) between 1 and 200),
  checked_on date not null,
  row_version integer not null default 1,
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  check (num_nonnulls(phone, mail, visit_nl) >= 1),
  check ((visit_nl is null) = (visit_en is null))
);

-- Who did what, step by step; nothing of it changes.
create table money_steps (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  what text not null check (what in ('rules', 'contact')),
  version integer not null,
  state text not null check (state in ('draft', 'public', 'retired')),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id)
);

-- What is public about money is the same as long as this number is.
create function access.money_mark() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from money_steps
$$;
alter function access.money_mark() owner to voorveld_definer;
grant execute on function access.money_mark() to voorveld_app;
grant select on money_steps to voorveld_definer;

alter table money_rules enable row level security;
alter table money_rules force row level security;
grant select, insert, update (state, confirmed) on money_rules to voorveld_app;
create policy read on money_rules for select to voorveld_app
  using (state = 'public' or access.owns_pages('read', null, municipality_id));
create policy write on money_rules for insert to voorveld_app with check (
  access.owns_pages('change', null, municipality_id) and written_by = (select access.actor()) and state = 'draft');
create policy change on money_rules for update to voorveld_app
  using (access.owns_pages('change', null, municipality_id))
  with check (access.owns_pages('change', null, municipality_id));

alter table money_contacts enable row level security;
alter table money_contacts force row level security;
grant select, insert on money_contacts to voorveld_app;
grant update (name, phone, mail, visit_nl, visit_en, open_nl, open_en, source, checked_on, row_version, recorded_by, recorded_at)
  on money_contacts to voorveld_app;
create policy read on money_contacts for select to voorveld_app using (true);
create policy add on money_contacts for insert to voorveld_app with check (
  access.owns_pages('change', null, municipality_id) and recorded_by = (select access.actor()));
create policy change on money_contacts for update to voorveld_app
  using (access.owns_pages('change', null, municipality_id))
  with check (access.owns_pages('change', null, municipality_id) and recorded_by = (select access.actor()));

alter table money_steps enable row level security;
alter table money_steps force row level security;
grant select, insert on money_steps to voorveld_app;
create policy definer_reads on money_steps for select to voorveld_definer using (true);
create policy read on money_steps for select to voorveld_app using (access.owns_pages('read', null, municipality_id));
create policy record on money_steps for insert to voorveld_app with check (
  access.owns_pages('change', null, municipality_id) and recorded_by = (select access.actor()));
