-- Why: what is unsafe waits for a director until a director says to have seen it, and does not end without an estimate (R-022, R-023).

-- One row each time that a request became unsafe; open until a director has seen it.
create table triage_alerts (
  municipality_id uuid not null,
  request_id uuid not null,
  provision_id uuid not null,
  number integer not null check (number >= 1),
  raised_at timestamptz not null default clock_timestamp(),
  raised_by uuid not null references people (id),
  seen_at timestamptz,
  seen_by uuid references people (id),
  primary key (municipality_id, request_id, number),
  foreign key (municipality_id, request_id, provision_id) references help_requests (municipality_id, id, provision_id),
  check ((seen_at is null) = (seen_by is null)),
  check (seen_at is null or seen_at >= raised_at)
);
create unique index triage_alerts_open on triage_alerts (request_id) where seen_at is null;
create index triage_alerts_of on triage_alerts (request_id);
create index triage_alerts_waiting on triage_alerts (provision_id) where seen_at is null;

-- Where the actor is the director who is told of what is unsafe.
create function access.provisions_of_requests_directed() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from provisions p where exists (
    select from access.rights('help-request', 'read') g
    where g.role = 'director' and g.municipality_id = p.municipality_id
      and g.organisation_id = p.organisation_id and (g.programme_code is null or g.programme_code = p.programme_code))
$$;

-- R-022, R-023: whatever it is about, what was last graded as unsafe does not end without an estimate of harm and violence.
create function access.unsafe_needs_estimate() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select grade from triage_grades where request_id = new.id order by number desc limit 1) = 'D'
    and not exists (select from triage_estimates where municipality_id = new.municipality_id and request_id = new.id) then
    raise exception 'an unsafe request ends with an estimate' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger unsafe_needs_estimate before update on help_requests for each row
  when (new.closed_on is not null and old.closed_on is null)
  execute function access.unsafe_needs_estimate();

do $$
declare f text;
begin
  foreach f in array array['provisions_of_requests_directed()', 'unsafe_needs_estimate()'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

-- What is unsafe and open already waits for a director too.
insert into triage_alerts (municipality_id, request_id, provision_id, number, raised_at, raised_by)
select g.municipality_id, g.request_id, g.provision_id, 1, g.recorded_at, g.recorded_by
from triage_grades g
join help_requests r on r.id = g.request_id and r.closed_on is null
where g.grade = 'D' and not exists (select from triage_grades l where l.request_id = g.request_id and l.number > g.number);

grant select, insert on triage_alerts to voorveld_app;
grant update (seen_at, seen_by) on triage_alerts to voorveld_app;
alter table triage_alerts enable row level security;
alter table triage_alerts force row level security;

-- As the grades themselves: whoever has the request, and who watches.
create policy read on triage_alerts for select to voorveld_app using (
  provision_id in (select access.provisions_of_requests('read')) and (
    provision_id in (select access.provisions_of_requests_watched())
    or exists (select from help_requests r
      where r.id = request_id and (r.taken_by is null or r.taken_by = (select access.actor())))));
create policy weigh on triage_alerts for insert to voorveld_app with check (
  raised_by = (select access.actor()) and seen_at is null and request_id in (select access.requests_to_weigh()));
create policy see on triage_alerts for update to voorveld_app
  using (seen_at is null and provision_id in (select access.provisions_of_requests_directed()))
  with check (provision_id in (select access.provisions_of_requests_directed()) and seen_by = (select access.actor()));
