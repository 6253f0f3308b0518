-- Why: somebody asks for help, by the site or through a colleague, and a professional takes it up; how to reach the asker safely stands apart from what is counted (R-018, R-019, R-020, R-037).

create table help_requests (
  municipality_id uuid not null references municipalities (id),
  -- The key under which the form was sent, so that sending it twice makes one request.
  id uuid not null unique,
  organisation_id uuid not null,
  provision_id uuid not null,
  programme_code text not null,
  village_code text,
  channel text not null check (channel in ('web', 'phone', 'walk-in', 'chat', 'school', 'referrer')),
  asker text not null check (asker in ('parent', 'child', 'network', 'professional')),
  -- Codes of the form only; own words stand with the details.
  topics text[] not null default '{}' check (array_to_string(topics, ' ') ~ '^[a-z0-9 -]*$'),
  language text not null check (language in ('nl', 'en')),
  form_code text not null check (form_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  form_version integer not null,
  -- Of the reference code, made with a key that is not in the database.
  code_hash text not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
  state text not null default 'new' check (state in ('new', 'taken', 'answered', 'not-fitting')),
  reason text check (reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  taken_by uuid references people (id),
  row_version integer not null default 1,
  received_at timestamptz not null default clock_timestamp(),
  closed_on date,
  primary key (municipality_id, id),
  unique (municipality_id, id, provision_id),
  foreign key (municipality_id, provision_id, organisation_id, programme_code)
    references provisions (municipality_id, id, organisation_id, programme_code),
  foreign key (municipality_id, village_code) references villages (municipality_id, code),
  check ((state = 'new') = (taken_by is null)),
  check ((state = 'not-fitting') = (reason is not null)),
  check ((state in ('answered', 'not-fitting')) = (closed_on is not null))
);
create index help_requests_list on help_requests (municipality_id, provision_id, received_at desc, id desc);

-- What points at a person; goes when its term is over, while the request stays to be counted (R-264).
create table help_request_details (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  name text check (length(name) <= 120),
  own_words text check (length(own_words) <= 4000),
  reach text not null check (reach in ('phone', 'mail', 'none')),
  phone text check (length(phone) <= 40),
  mail text check (length(mail) <= 254),
  may_leave_voicemail boolean not null default false,
  moments text[] not null default '{}' check (array_to_string(moments, ' ') ~ '^[a-z0-9 -]*$'),
  others_listen text not null default 'unknown' check (others_listen in ('nobody', 'somebody', 'unknown')),
  caution text check (length(caution) <= 1000),
  forget_on date,
  primary key (municipality_id, request_id),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id),
  check ((reach = 'phone') = (phone is not null)),
  check ((reach = 'mail') = (mail is not null))
);
create index help_request_details_forget on help_request_details (forget_on) where forget_on is not null;

-- Append-only: what happened to a request, by whom. Codes only.
create table help_request_events (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  number integer not null check (number >= 1),
  type text not null check (type in ('received', 'taken', 'given-back', 'answered', 'not-fitting')),
  reason text check (reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null,
  primary key (municipality_id, request_id, number),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id),
  check ((number = 1) = (type = 'received')),
  check ((type = 'not-fitting') = (reason is not null))
);

-- Information and advice without a name: counted, and nothing else (R-020).
create table advice_counts (
  municipality_id uuid not null,
  provision_id uuid not null,
  month date not null check (extract(day from month) = 1),
  channel text not null check (channel in ('phone', 'walk-in', 'chat', 'school', 'referrer')),
  asker text not null check (asker in ('parent', 'child', 'network', 'professional')),
  count integer not null check (count >= 1),
  primary key (municipality_id, provision_id, month, channel, asker),
  foreign key (municipality_id, provision_id) references provisions (municipality_id, id)
);

/* ---- who may: questions that policies ask ------------------------------------------------------------------------ */

-- Provisions whose requests are in reach: by municipality, organisation and programme. A request belongs to no team yet,
-- and who works on own matches only still sees the requests that wait for somebody.
create function access.provisions_of_requests(asked_action text)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from provisions p join municipalities m on m.id = p.municipality_id where exists (
    select from access.rights('help-request', asked_action) g
    where (g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id)
      and (g.organisation_id is null or g.organisation_id = p.organisation_id)
      and (g.programme_code is null or g.programme_code = p.programme_code))
$$;

-- Of those, where the actor watches over requests that others took up.
create function access.provisions_of_requests_watched()
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from provisions p where exists (
    select from access.rights('help-request', 'read') g
    where g.role in ('coordinator', 'director') and g.municipality_id = p.municipality_id
      and g.organisation_id = p.organisation_id and (g.programme_code is null or g.programme_code = p.programme_code))
$$;

-- The provision of a municipality that receives requests today, because the definition of its programme says so.
create function access.receives_requests(asked_municipality uuid)
returns table (id uuid, organisation_id uuid, programme_code text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.organisation_id, p.programme_code from provisions p
  where p.municipality_id = asked_municipality
    and (p.starts_on is null or p.starts_on <= access.today()) and (p.ends_on is null or p.ends_on >= access.today())
    and (select pr.definition -> 'receivesRequests' from programmes pr
         where pr.code = p.programme_code and pr.retired_at is null order by pr.version desc limit 1) = 'true'::jsonb
  order by p.created_at, p.id limit 1
$$;

-- How far a request is, for who knows its code; nothing else of it.
create function access.request_state(asked_hash text)
returns text language sql stable security definer set search_path = public, pg_temp as $$
  select state from help_requests where code_hash = asked_hash
$$;

-- For the clean-up job, which sees no request.
create function access.forget_request_details() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone integer;
begin
  delete from help_request_details where forget_on < access.today();
  get diagnostics gone = row_count;
  return gone;
end
$$;

do $$
declare f text;
begin
  foreach f in array array['provisions_of_requests(text)', 'provisions_of_requests_watched()', 'receives_requests(uuid)',
    'request_state(text)', 'forget_request_details()'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

grant select on programmes to voorveld_definer;
create policy definer_reads on programmes for select to voorveld_definer using (true);
grant select (code_hash, state) on help_requests to voorveld_definer;
create policy definer_reads on help_requests for select to voorveld_definer using (true);
grant select (forget_on), delete on help_request_details to voorveld_definer;
create policy definer_forgets on help_request_details to voorveld_definer using (forget_on < access.today());

/* ---- rights ------------------------------------------------------------------------------------------------------ */

-- Letters as in 0001: r read, l list, c count, s search, w change.
insert into role_rights (role, kind, action)
select t.role, 'help-request', case letter when 'r' then 'read' when 'l' then 'list' when 'c' then 'count'
  when 's' then 'search' when 'w' then 'change' end
from (values
  ('coordinator', 'rlcsw'),
  ('separation-expert', 'rlcsw'),
  ('financial-prevention-worker', 'rlcsw'),
  ('consulent', 'rlcsw'),
  ('local-team-member', 'rlcsw'),
  ('director', 'rlcs')
) as t (role, letters), regexp_split_to_table(t.letters, '') as letter;

/* ---- row-level security ------------------------------------------------------------------------------------------ */

grant select, insert on help_requests, help_request_details, help_request_events, advice_counts to voorveld_app;
grant update (state, reason, taken_by, row_version, closed_on) on help_requests to voorveld_app;
grant update (forget_on) on help_request_details to voorveld_app;
grant update (count) on advice_counts to voorveld_app;

do $$
declare
  t text;
begin
  foreach t in array array['help_requests', 'help_request_details', 'help_request_events', 'advice_counts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- What counts is seen by all who take up requests; what points at a person has a policy of its own below.
  foreach t in array array['help_requests', 'help_request_events', 'advice_counts'] loop
    execute format($p$create policy read on %I for select to voorveld_app
      using (provision_id in (select access.provisions_of_requests('read')))$p$, t);
  end loop;
end $$;

create policy enter on help_requests for insert to voorveld_app
  with check (provision_id in (select access.provisions_of_requests('change')));
-- Whoever visits the site asks; of a request that was sent only its asker knows the code.
create policy ask on help_requests for insert to voorveld_app with check (
  (select access.actor()) = '00000000-0000-7000-8000-000000000001' and channel = 'web' and state = 'new'
  and provision_id in (select id from access.receives_requests(municipality_id)));
-- Taken up is taken up by oneself; only who watches over requests changes those of others.
create policy step on help_requests for update to voorveld_app
  using (provision_id in (select access.provisions_of_requests('change')) and (taken_by is null
    or taken_by = (select access.actor()) or provision_id in (select access.provisions_of_requests_watched())))
  with check (provision_id in (select access.provisions_of_requests('change')) and (taken_by is null
    or taken_by = (select access.actor()) or provision_id in (select access.provisions_of_requests_watched())));

-- Own words and the way to reach somebody: all who take up requests while it waits, then who took it up and who watches.
create policy read on help_request_details for select to voorveld_app using (
  provision_id in (select access.provisions_of_requests('read')) and (
    provision_id in (select access.provisions_of_requests_watched())
    or request_id in (select id from help_requests where taken_by is null or taken_by = (select access.actor()))));
create policy enter on help_request_details for insert to voorveld_app
  with check (provision_id in (select access.provisions_of_requests('change')));
create policy ask on help_request_details for insert to voorveld_app with check (
  (select access.actor()) = '00000000-0000-7000-8000-000000000001' and forget_on is null
  and provision_id in (select id from access.receives_requests(municipality_id)));
create policy set_term on help_request_details for update to voorveld_app
  using (provision_id in (select access.provisions_of_requests('change')));

create policy enter on help_request_events for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and provision_id in (select access.provisions_of_requests('change')));
create policy ask on help_request_events for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and recorded_by = '00000000-0000-7000-8000-000000000001' and number = 1
  and provision_id in (select id from access.receives_requests(municipality_id)));

create policy enter on advice_counts for insert to voorveld_app
  with check (provision_id in (select access.provisions_of_requests('change')));
create policy add_up on advice_counts for update to voorveld_app
  using (provision_id in (select access.provisions_of_requests('change')));
