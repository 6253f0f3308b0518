-- Why: whoever has a request notes what plays a part, what was tried and to whom it is handed over, and one family has one case (R-024, R-025, R-026, R-029, R-030, R-031, R-036, R-038).

/* ---- what plays a part ------------------------------------------------------------------------------------------- */

-- Append-only: every saving is a version. Codes stay to be counted; the words go with the details of the request.
create table request_circumstances (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  number integer not null check (number >= 1),
  form_version integer not null,
  domains text[] not null check (domains <@ array['legal', 'health', 'parenting', 'income', 'housing', 'work', 'safety', 'network']),
  separating text check (separating in ('yes', 'no', 'unknown')),
  money text check (money in ('yes', 'no', 'unknown')),
  housing text[] not null check (housing <@ array['may-lose-home', 'no-place', 'children-cannot-stay']),
  no_help_before text[] not null check (no_help_before <@ array['unknown', 'complicated', 'ashamed', 'other']),
  law text check (law in ('youth-act', 'wmo', 'participation-act', 'debt-assistance', 'no-law')),
  words text check (length(btrim(words)) between 1 and 2000),
  holds_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, request_id, number),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id)
);

-- R-025: about a separation money is always asked; "not known" is an answer too.
create function access.separation_asks_money() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.money is null and exists (
    select from help_requests where municipality_id = new.municipality_id and id = new.request_id and 'separation' = any (topics)) then
    raise exception 'about a separation money is asked' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger separation_asks_money before insert on request_circumstances for each row execute function access.separation_asks_money();

/* ---- the ladder -------------------------------------------------------------------------------------------------- */

-- Append-only: the five steps in their fixed order, each looked at or not yet, and why. The words go with the details.
create table request_ladders (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  number integer not null check (number >= 1),
  form_version integer not null,
  own_strength text check (own_strength in ('used', 'considered', 'rejected')),
  own_strength_why text check (length(btrim(own_strength_why)) between 1 and 1000),
  network text check (network in ('used', 'considered', 'rejected')),
  network_why text check (length(btrim(network_why)) between 1 and 1000),
  general text check (general in ('used', 'considered', 'rejected')),
  general_why text check (length(btrim(general_why)) between 1 and 1000),
  light text check (light in ('used', 'considered', 'rejected')),
  light_why text check (length(btrim(light_why)) between 1 and 1000),
  heavy text check (heavy in ('used', 'considered', 'rejected')),
  heavy_why text check (length(btrim(heavy_why)) between 1 and 1000),
  holds_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, request_id, number),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id)
);

-- R-029, R-030: what was rejected has its reason, and heavy help says why light help and a general offer will not do. A
-- trigger and no check, because the words go after their term while the steps stay.
create function access.ladder_says_why() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if (new.own_strength = 'rejected' and coalesce(length(btrim(new.own_strength_why)), 0) < 3)
    or (new.network = 'rejected' and coalesce(length(btrim(new.network_why)), 0) < 3)
    or (new.general = 'rejected' and coalesce(length(btrim(new.general_why)), 0) < 3)
    or (new.light = 'rejected' and coalesce(length(btrim(new.light_why)), 0) < 3)
    or (new.heavy in ('used', 'rejected') and coalesce(length(btrim(new.heavy_why)), 0) < 3) then
    raise exception 'a step on the ladder says why' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger ladder_says_why before insert on request_ladders for each row execute function access.ladder_says_why();

/* ---- handing over ------------------------------------------------------------------------------------------------ */

alter table help_requests drop constraint help_requests_channel_check;
alter table help_requests add check (channel in ('web', 'phone', 'walk-in', 'chat', 'school', 'referrer', 'handover'));

-- A request of which the asker agreed that another provision of the municipality hears it; the second one is a request of its own.
create table request_handovers (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  to_provision_id uuid not null,
  to_request_id uuid not null unique,
  subject text not null check (subject ~ '^[a-z]+$'),
  -- What the asker agreed to; what stands not here did not go along.
  covers text[] not null check (covers <@ array['name', 'reach', 'words']),
  agreed_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, request_id, to_provision_id),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id),
  -- The request comes after the row that lets it be made.
  foreign key (municipality_id, to_request_id, to_provision_id)
    references help_requests (municipality_id, id, provision_id) deferrable initially deferred,
  check (provision_id <> to_provision_id)
);

-- Who carries out what in a municipality, by name: public knowledge, asked by who takes up requests there.
create function access.provisions_beside(asked_municipality uuid)
returns table (id uuid, organisation_id uuid, organisation_name text, programme_code text, programme_name jsonb, takes jsonb,
  is_running boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.organisation_id, o.name, p.programme_code, d.definition -> 'name', coalesce(d.definition -> 'takesHandOver', '[]'),
    (p.starts_on is null or p.starts_on <= access.today()) and (p.ends_on is null or p.ends_on >= access.today())
  from provisions p join organisations o on o.id = p.organisation_id
  join lateral (select pr.definition from programmes pr where pr.code = p.programme_code and pr.retired_at is null
    order by pr.version desc limit 1) d on true
  where p.municipality_id = asked_municipality and exists (
    select from provisions q where q.municipality_id = asked_municipality and q.id in (select access.provisions_of_requests('read')))
$$;

-- Whether this provision takes what is handed over about a subject, because the definition of its programme says so.
create function access.takes_hand_over(asked_municipality uuid, asked_provision uuid, asked_subject text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from access.provisions_beside(asked_municipality) p
    where p.id = asked_provision and p.is_running and p.takes ? asked_subject)
$$;

-- Whether the actor handed over so that this request may be made there, in this very shape.
create function access.hands_over(asked_request uuid, asked_provision uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from request_handovers h
    where h.to_request_id = asked_request and h.to_provision_id = asked_provision and h.recorded_by = access.actor())
$$;

/* ---- one family, one case ---------------------------------------------------------------------------------------- */

-- When a request was last compared with what is open; written by a background task, read by nobody else.
create table request_comparisons (
  municipality_id uuid not null,
  request_id uuid not null,
  compared_at timestamptz not null,
  primary key (municipality_id, request_id),
  foreign key (municipality_id, request_id) references help_requests (municipality_id, id)
);

-- What a request looks like: another open request, or a person of a family with an open trajectory, of the same organisation.
create table request_matches (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  other_id uuid not null,
  other_request_id uuid references help_requests (id) on delete cascade,
  person_id uuid references persons (id) on delete cascade,
  family_id uuid,
  alike text[] not null check (alike <@ array['name', 'phone', 'mail'] and cardinality(alike) > 0),
  found_at timestamptz not null default clock_timestamp(),
  decision text check (decision in ('same-person', 'same-family', 'not-same')),
  decided_on date,
  decided_by uuid references people (id),
  primary key (municipality_id, request_id, other_id),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id),
  check (other_id = coalesce(other_request_id, person_id) and (other_request_id is null) <> (person_id is null)),
  check ((person_id is null) = (family_id is null)),
  check ((decision is null) = (decided_on is null) and (decision is null) = (decided_by is null))
);
create index request_matches_request on request_matches (request_id);
create index request_matches_other on request_matches (other_id);

-- Whether the background task asks. It alone compares, and what it reads leaves by no page.
create function access.compares() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.everywhere('trajectory', 'change')
$$;

-- The requests whose turn it is: never compared first, then again each hour, because names become known later.
create function access.requests_to_compare(most integer) returns table (municipality_id uuid, request_id uuid, provision_id uuid,
  organisation_id uuid, received_at timestamptz, name text, phone text, mail text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.municipality_id, r.id, r.provision_id, r.organisation_id, r.received_at, d.name, d.phone, d.mail
  from help_requests r join help_request_details d on d.request_id = r.id
  left join request_comparisons c on c.request_id = r.id
  where access.compares() and r.state in ('new', 'taken') and (c.compared_at is null or c.compared_at < now() - interval '1 hour')
  order by c.compared_at nulls first, r.received_at, r.id limit most
$$;

-- What is open in one organisation of one municipality: requests, and the people of families with an open trajectory.
create function access.known_to_compare(asked_municipality uuid, asked_organisation uuid) returns table (request_id uuid,
  received_at timestamptz, person_id uuid, family_id uuid, name text, phone text, mail text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.received_at, null::uuid, null::uuid, d.name, d.phone, d.mail
  from help_requests r join help_request_details d on d.request_id = r.id
  where access.compares() and r.municipality_id = asked_municipality and r.organisation_id = asked_organisation
    and r.state in ('new', 'taken')
  union all
  select null, null, p.id, m.family_id, p.name, d.phone, d.email
  from family_members m join persons p on p.id = m.person_id left join person_details d on d.person_id = p.id
  where access.compares() and p.kind <> 'unborn' and m.municipality_id = asked_municipality and m.family_id in (
    select t.family_id from trajectories t
    join programmes pr on pr.code = t.programme_code and pr.version = t.programme_version
    where t.municipality_id = asked_municipality and t.organisation_id = asked_organisation and not t.is_withdrawn
      and exists (select from jsonb_array_elements(pr.definition -> 'phases') ph
        where ph ->> 'code' = t.phase and ph ->> 'kind' in ('waiting', 'supporting')))
$$;

-- Families in which the actor serves somebody, now or in days already agreed.
create function access.families_served() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.family_id from family_members m join file_workers w on w.person_id = m.person_id
  where w.account_id = access.actor() and (w.until_on is null or w.until_on >= access.today())
$$;

-- Who sees that a request looks like something known: who watches over requests there, but never past a file that is closed
-- to them; and who may take it up, as long as they stand on no side: they serve nobody of the family it looks like, have
-- no request it looks like, and the other request still waits for anybody.
create function access.matches_seen() returns table (request_id uuid, other_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.request_id, m.other_id from request_matches m
  join help_requests r on r.id = m.request_id left join help_requests o on o.id = m.other_request_id
  where (r.provision_id in (select access.provisions_of_requests_watched())
      and (o.id is null or o.provision_id in (select access.provisions_of_requests_watched()))
      and (m.person_id is null or m.person_id not in (select access.opposed())))
    or (r.provision_id in (select access.provisions_of_requests('change')) and r.state in ('new', 'taken')
      and (r.taken_by is null or r.taken_by = access.actor()) and (o.id is null or o.taken_by is null)
      and (o.id is null or o.provision_id in (select access.provisions_of_requests('change')))
      and not exists (select from request_matches s left join help_requests t on t.id = s.other_request_id
        where s.request_id = m.request_id and s.decision is distinct from 'not-same' and (s.family_id in (select access.families_served()) or t.taken_by = access.actor())))
    or (m.decision = 'same-person' and r.taken_by = access.actor() and m.person_id in (select access.works_on('read')))
$$;

-- Of those, where the actor decides: who watches over requests and may change them.
create function access.matches_decided() returns table (request_id uuid, other_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.request_id, s.other_id from access.matches_seen() s join help_requests r on r.id = s.request_id
  where r.provision_id in (select access.provisions_of_requests_watched())
    and r.provision_id in (select access.provisions_of_requests('change'))
$$;

-- Who works on a person now and takes up requests of this provision: to whom a new request of that person goes.
create function access.takers_of(asked_request uuid, asked_person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select w.account_id from file_workers w join people on people.id = w.account_id and people.is_active
  join help_requests r on r.id = asked_request join provisions p on p.id = r.provision_id
  where w.person_id = asked_person and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today())
    and exists (select from access.matches_decided() d where d.request_id = asked_request and d.other_id = asked_person)
    and exists (select from grants g join role_rights rr on rr.role = g.role and rr.kind = 'help-request' and rr.action = 'change'
      where g.person_id = w.account_id and g.municipality_id = p.municipality_id and g.organisation_id = p.organisation_id
        and (g.programme_code is null or g.programme_code = p.programme_code)
        and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today()))
  order by w.from_on, w.account_id
$$;

/* ---- destruction and counting ------------------------------------------------------------------------------------ */

-- With the details of a request go all words about it, and what it looked like; codes stay to be counted.
create or replace function access.forget_request_details() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended uuid[];
  gone integer;
begin
  select array_agg(request_id) into ended from help_request_details where forget_on < access.today();
  update triage_grades set reason = null where reason is not null and request_id = any (ended);
  update triage_estimates set because = null where because is not null and request_id = any (ended);
  update request_circumstances set words = null where words is not null and request_id = any (ended);
  update request_ladders set own_strength_why = null, network_why = null, general_why = null, light_why = null, heavy_why = null
    where request_id = any (ended);
  delete from request_matches where request_id = any (ended) or other_request_id = any (ended);
  delete from request_comparisons where request_id = any (ended);
  delete from help_request_details where forget_on < access.today();
  get diagnostics gone = row_count;
  return gone;
end
$$;

-- R-031: how many requests of a year fall under which law, by the label that was given last; null where none was given. Of the
-- whole municipality for who reads its figures, of the own organisation for who counts its files exactly.
create function access.requests_by_law(asked_municipality uuid, from_on date, to_on date, is_own boolean)
returns table (law text, n integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select (select c.law from request_circumstances c where c.municipality_id = r.municipality_id and c.request_id = r.id
      order by c.number desc limit 1) as last_law, count(*)::integer
  from help_requests r
  where r.municipality_id = asked_municipality
    and (r.received_at at time zone 'Europe/Amsterdam')::date between from_on and to_on
    and case when is_own then r.provision_id in (select access.provisions('own-figure', 'read'))
      else asked_municipality in (select access.municipalities('figure', 'read')) end
  group by last_law
$$;

do $$
declare f regprocedure;
begin
  foreach f in array array['access.separation_asks_money()', 'access.provisions_beside(uuid)', 'access.takes_hand_over(uuid, uuid, text)',
    'access.hands_over(uuid, uuid)', 'access.compares()', 'access.requests_to_compare(integer)', 'access.known_to_compare(uuid, uuid)',
    'access.families_served()', 'access.matches_seen()', 'access.matches_decided()', 'access.takers_of(uuid, uuid)', 'access.requests_by_law(uuid, date, date, boolean)']::regprocedure[] loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('grant execute on function %s to voorveld_app', f);
  end loop;
end $$;

grant select (municipality_id, organisation_id, topics, received_at) on help_requests to voorveld_definer;
grant select (name, phone, mail) on help_request_details to voorveld_definer;
grant select (organisation_id, programme_code, programme_version, family_id, phase, is_withdrawn) on trajectories to voorveld_definer;
grant select, update (words) on request_circumstances to voorveld_definer;
grant select, update (own_strength_why, network_why, general_why, light_why, heavy_why) on request_ladders to voorveld_definer;
grant select on request_handovers to voorveld_definer;
grant select, delete on request_matches, request_comparisons to voorveld_definer;

/* ---- row-level security ------------------------------------------------------------------------------------------ */

grant select, insert on request_circumstances, request_ladders, request_handovers, request_matches, request_comparisons to voorveld_app;
grant update (decision, decided_on, decided_by) on request_matches to voorveld_app;
grant update (compared_at) on request_comparisons to voorveld_app;

do $$
declare t text;
begin
  foreach t in array array['request_circumstances', 'request_ladders', 'request_handovers', 'request_matches', 'request_comparisons'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy definer_reads on %I for select to voorveld_definer using (true)', t);
  end loop;
  foreach t in array array['request_circumstances', 'request_ladders'] loop
    execute format('create policy definer_forgets on %I for update to voorveld_definer using (true)', t);
    execute format($p$create policy read on %I for select to voorveld_app using (request_id in (select access.requests_weighed()))$p$, t);
    execute format($p$create policy weigh on %I for insert to voorveld_app with check (
      recorded_by = (select access.actor()) and request_id in (select access.requests_to_weigh()))$p$, t);
  end loop;
  foreach t in array array['request_matches', 'request_comparisons'] loop
    execute format('create policy definer_forgets on %I for delete to voorveld_definer using (true)', t);
    execute format('create policy compare on %I for insert to voorveld_app with check ((select access.compares()))', t);
    execute format('create policy compare_reads on %I for select to voorveld_app using ((select access.compares()))', t);
  end loop;
end $$;

-- Of a handing over both sides read what belongs to their own request.
create policy read on request_handovers for select to voorveld_app using (
  request_id in (select access.requests_weighed()) or to_request_id in (select access.requests_weighed()));
create policy hand_over on request_handovers for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and request_id in (select access.requests_to_weigh())
  and access.takes_hand_over(municipality_id, to_provision_id, subject));
create policy hand_over on help_requests for insert to voorveld_app with check (
  channel = 'handover' and state = 'new' and access.hands_over(id, provision_id));
create policy hand_over on help_request_details for insert to voorveld_app with check (
  forget_on is null and access.hands_over(request_id, provision_id));
create policy hand_over on help_request_events for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and number = 1 and access.hands_over(request_id, provision_id));

-- What points at a person is read past the rules only while the background task compares.
create policy definer_compares on help_request_details for select to voorveld_definer using ((select access.compares()));
create policy compare_again on request_comparisons for update to voorveld_app using ((select access.compares()));
create policy read on request_matches for select to voorveld_app using (
  (request_id, other_id) in (select s.request_id, s.other_id from access.matches_seen() s));
create policy decide on request_matches for update to voorveld_app
  using ((request_id, other_id) in (select d.request_id, d.other_id from access.matches_decided() d))
  with check (decided_by = (select access.actor()));
