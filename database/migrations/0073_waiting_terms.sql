-- Why: a municipality says itself by when somebody reads a question and gets in touch, for a time that ends (R-018, R-035); without it, the term of the product holds.

-- What one municipality agreed, from one day until another. Nothing of it changes; what is said later for the same day holds. Without hours the term of the product holds from that day.
create table waiting_terms (
  id uuid primary key,
  municipality_id uuid not null references municipalities (id),
  from_on date not null,
  until_on date,
  hours jsonb check (jsonb_typeof(hours) = 'object' and length(hours::text) <= 500),
  contact_hours jsonb check (jsonb_typeof(contact_hours) = 'object' and length(contact_hours::text) <= 500),
  -- Who decided it, and where that stands.
  source text not null check (length(btrim(source)) between 1 and 300),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  check (until_on >= from_on),
  check (num_nonnulls(hours, contact_hours, until_on) in (0, 3)),
  -- What was promised to somebody does not change afterwards.
  check (from_on > (recorded_at at time zone 'Europe/Amsterdam')::date)
);
create index waiting_terms_of on waiting_terms (municipality_id, from_on);

grant select, insert on waiting_terms to voorveld_app;
alter table waiting_terms enable row level security;
alter table waiting_terms force row level security;
-- Public knowledge: whoever asks is told the days that follow from it.
create policy read on waiting_terms for select to voorveld_app using (true);
create policy add on waiting_terms for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('setting', 'change')) and recorded_by = (select access.actor()));

-- When the request with this code came in, and where; nothing else of it.
create function access.request_came_in(asked_hash text)
returns table (received_at timestamptz, municipality_id uuid)
language sql stable rows 1 security definer set search_path = public, pg_temp as $$
  select r.received_at, r.municipality_id from help_requests r where r.code_hash = asked_hash
$$;
alter function access.request_came_in(text) owner to voorveld_definer;
grant execute on function access.request_came_in(text) to voorveld_app;
