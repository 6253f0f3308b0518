-- Why: whoever took a request up weighs it: how heavy it is, whether somebody may come to harm, and what comes of it (R-021, R-022, R-023, R-028).

/* ---- a request can end in a trajectory --------------------------------------------------------------------------- */

alter table help_requests add column trajectory_id uuid;
alter table help_requests drop constraint help_requests_state_check;
alter table help_requests add check (state in ('new', 'taken', 'answered', 'not-fitting', 'trajectory'));
do $$
declare
  old_check text;
begin
  -- The day of closing belongs to a trajectory that began too; the old check had no name of its own.
  for old_check in select conname from pg_constraint
    where conrelid = 'help_requests'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%closed_on%' loop
    execute format('alter table help_requests drop constraint %I', old_check);
  end loop;
end $$;
alter table help_requests add check ((state in ('answered', 'not-fitting', 'trajectory')) = (closed_on is not null));
alter table help_requests add check (state = 'trajectory' or trajectory_id is null);
-- A trajectory goes after its term (R-274); the request stays to be counted.
alter table help_requests add foreign key (municipality_id, trajectory_id) references trajectories (municipality_id, id)
  on delete set null (trajectory_id);
create unique index help_requests_trajectory on help_requests (trajectory_id) where trajectory_id is not null;
grant update (trajectory_id) on help_requests to voorveld_app;

alter table help_request_events drop constraint help_request_events_type_check;
alter table help_request_events add check (type in ('received', 'taken', 'given-back', 'answered', 'not-fitting', 'trajectory'));

/* ---- how a request is weighed ------------------------------------------------------------------------------------ */

-- Append-only: every grade with its reason stays until the details of the request go; the letter stays to be counted.
create table triage_grades (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  number integer not null check (number >= 1),
  grade text not null check (grade in ('A', 'B', 'C', 'D')),
  reason text check (length(btrim(reason)) between 3 and 1000),
  holds_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, request_id, number),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id)
);

-- Append-only: whether children may come to harm, and whether there is violence at home.
create table triage_estimates (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  number integer not null check (number >= 1),
  harm text not null check (harm in ('none-seen', 'concern', 'acute', 'not-judged')),
  violence text not null check (violence in ('none-seen', 'concern', 'acute', 'not-judged')),
  -- Why it could not be judged.
  because text check (length(btrim(because)) between 3 and 1000),
  holds_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, request_id, number),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id)
);

/* ---- questions that policies ask --------------------------------------------------------------------------------- */

-- Requests that wait, that the actor has, or watches over: as with own words, the worker of another parent is another worker.
create function access.requests_weighed() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from help_requests r
  where r.provision_id in (select access.provisions_of_requests('read')) and (r.taken_by is null or r.taken_by = access.actor()
    or r.provision_id in (select access.provisions_of_requests_watched()))
$$;

-- Of those, the ones that can be weighed now.
create function access.requests_to_weigh() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from help_requests r
  where r.state = 'taken' and r.provision_id in (select access.provisions_of_requests('change'))
    and (r.taken_by = access.actor() or r.provision_id in (select access.provisions_of_requests_watched()))
$$;

-- R-022: the directors who see the requests of a provision, so that they can be told at once that something waits.
create function access.directors_of_requests(asked_provision uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct g.person_id from provisions p
  join municipalities m on m.id = p.municipality_id
  join grants g on g.role = 'director' and (g.municipality_id = m.id or g.region_id = m.region_id)
    and (g.organisation_id is null or g.organisation_id = p.organisation_id)
    and (g.programme_code is null or g.programme_code = p.programme_code)
    and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today())
  join people on people.id = g.person_id and people.is_active
  where p.id = asked_provision and p.id in (select access.provisions_of_requests('change'))
$$;

-- R-023: what is about a separation does not end without an estimate of harm and violence. Codes of the forms for asking.
create function access.separation_needs_estimate() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from triage_estimates where municipality_id = new.municipality_id and request_id = new.id) then
    raise exception 'a request about a separation ends with an estimate' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger separation_needs_estimate before update on help_requests for each row
  when (new.closed_on is not null and old.closed_on is null and 'separation' = any (new.topics))
  execute function access.separation_needs_estimate();

-- With the details of a request go the words with which it was weighed; grades and estimates stay to be counted.
create or replace function access.forget_request_details() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone integer;
begin
  update triage_grades set reason = null where reason is not null
    and request_id in (select request_id from help_request_details where forget_on < access.today());
  update triage_estimates set because = null where because is not null
    and request_id in (select request_id from help_request_details where forget_on < access.today());
  delete from help_request_details where forget_on < access.today();
  get diagnostics gone = row_count;
  return gone;
end
$$;

do $$
declare f text;
begin
  foreach f in array array['requests_weighed()', 'requests_to_weigh()', 'directors_of_requests(uuid)', 'separation_needs_estimate()'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

grant select (id, provision_id, state, taken_by) on help_requests to voorveld_definer;
grant select (request_id) on help_request_details to voorveld_definer;
grant select, update (reason) on triage_grades to voorveld_definer;
grant select, update (because) on triage_estimates to voorveld_definer;

/* ---- row-level security ------------------------------------------------------------------------------------------ */

grant select, insert on triage_grades, triage_estimates to voorveld_app;

do $$
declare t text;
begin
  foreach t in array array['triage_grades', 'triage_estimates'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy definer_reads on %I for select to voorveld_definer using (true)$p$, t);
    execute format($p$create policy definer_forgets on %I for update to voorveld_definer using (true)$p$, t);
    execute format($p$create policy read on %I for select to voorveld_app using (request_id in (select access.requests_weighed()))$p$, t);
  end loop;
end $$;

create policy weigh on triage_grades for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and reason is not null and request_id in (select access.requests_to_weigh()));
create policy weigh on triage_estimates for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and (because is not null or 'not-judged' not in (harm, violence))
  and request_id in (select access.requests_to_weigh()));
