-- Why: what somebody who is away had taken up is done by who stands in, in the days of the arrangement and not on another side (decision 16, R-088).

-- For whom the actor stands in today.
create function access.stood_in_for() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select s.away_id from stand_ins s
  where s.stand_in_id = access.actor() and access.today() between s.from_on and s.until_on
$$;

-- Requests that they have at the organisation of the arrangement, in that municipality, as far as the actor takes requests up
-- there at all and helps no other of a family of which a request seems to be. One that ended in these days is still there.
create function access.requests_stood_in() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from stand_ins s join provisions p on p.id = s.provision_id
  join help_requests r on r.taken_by = s.away_id and r.municipality_id = p.municipality_id and r.organisation_id = p.organisation_id
  where s.stand_in_id = access.actor() and access.today() between s.from_on and s.until_on
    and (r.closed_on is null or r.closed_on >= s.from_on)
    and r.provision_id in (select access.provisions_of_requests('change'))
    and not access.is_beside(access.actor(), r.id)
$$;

create or replace function access.requests_weighed_now() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from help_requests r
  where r.provision_id in (select access.provisions_of_requests('read')) and (r.taken_by is null or r.taken_by = access.actor()
    or r.provision_id in (select access.provisions_of_requests_watched()) or r.id in (select access.requests_stood_in()))
    and r.id not in (select access.requests_of_the_other())
$$;
create or replace function access.requests_to_weigh() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from help_requests r
  where r.state = 'taken' and r.provision_id in (select access.provisions_of_requests('change'))
    and (r.taken_by = access.actor() or r.provision_id in (select access.provisions_of_requests_watched())
      or r.id in (select access.requests_stood_in()))
$$;

do $$
declare f regprocedure;
begin
  foreach f in array array['access.stood_in_for()', 'access.requests_stood_in()']::regprocedure[] loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to voorveld_app', f);
  end loop;
end $$;
grant select (closed_on) on help_requests to voorveld_definer;

create policy stand_in_read on help_request_details for select to voorveld_app
  using (request_id in (select access.requests_stood_in()));
-- It stays with who is away.
create policy stand_in on help_requests for update to voorveld_app
  using (id in (select access.requests_stood_in()))
  with check (taken_by in (select access.stood_in_for()) and provision_id in (select access.provisions_of_requests('change')));
