-- Why: the worker of the other parent counts as the other parent, also while a request waits: once the system knows, that worker reads it as one that a colleague has (R-038, R-088, decision 25).

-- Whether an account helps another of the family of which a request seems to be, or is said to be. Days already agreed count.
create function access.is_beside(account uuid, asked_request uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  with served as (
    select w.person_id from file_workers w
    where w.account_id = account and (w.until_on is null or w.until_on >= access.today()))
  select exists (select from request_matches m
    left join help_requests o on o.id = m.other_request_id left join trajectories t on t.id = o.trajectory_id
    cross join lateral (select coalesce(m.person_id, case when m.decision = 'same-person' then t.person_id end) as person_id) who
    where m.request_id = asked_request and m.decision is distinct from 'not-same' and case
      -- Somebody else of the family than who was looked like: whoever helps anybody of it is beside.
      when m.decision = 'same-family' then o.taken_by = account or t.person_id in (select person_id from served)
        or m.family_id in (select f.family_id from family_members f where f.person_id in (select person_id from served))
      -- Who is looked like: whoever helps that person is not beside, and whoever helps another of the family is.
      else who.person_id not in (select person_id from served) and exists (
        select from family_members mine join family_members theirs on theirs.family_id = mine.family_id
        where mine.person_id = who.person_id and theirs.person_id in (select person_id from served)) end)
$$;

-- Requests that wait and are not for the actor, as long as somebody else who is not beside takes requests up there. Who watches
-- over requests sees in every state whose they became, so for them one that is gone would tell more than one that is there.
create function access.requests_of_the_other() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from help_requests r join provisions p on p.id = r.provision_id
  where r.state = 'new' and r.id in (select request_id from request_matches)
    and r.provision_id in (select access.provisions_of_requests('read'))
    and r.provision_id not in (select access.provisions_of_requests_watched())
    and access.is_beside(access.actor(), r.id)
    and exists (select from grants g join people on people.id = g.person_id and people.is_active and people.kind = 'person'
      join role_rights rr on rr.role = g.role and rr.kind = 'help-request' and rr.action = 'change'
      where g.person_id <> access.actor() and g.municipality_id = p.municipality_id and g.organisation_id = p.organisation_id
        and (g.programme_code is null or g.programme_code = p.programme_code)
        and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today())
        and not access.is_beside(g.person_id, r.id))
$$;

do $$
declare f regprocedure;
begin
  foreach f in array array['access.is_beside(uuid, uuid)', 'access.requests_of_the_other()']::regprocedure[] loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function access.requests_of_the_other() to voorveld_app;

-- As in 0013, for what is weighed and noted.
create or replace function access.requests_weighed_now() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from help_requests r
  where r.provision_id in (select access.provisions_of_requests('read')) and (r.taken_by is null or r.taken_by = access.actor()
    or r.provision_id in (select access.provisions_of_requests_watched()))
    and r.id not in (select access.requests_of_the_other())
$$;

create policy not_the_other on help_request_details as restrictive for select to voorveld_app
  using (request_id not in (select access.requests_of_the_other()));
create policy not_the_other on help_requests as restrictive for update to voorveld_app
  using (id not in (select access.requests_of_the_other()));
