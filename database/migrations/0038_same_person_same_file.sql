-- Why: requests of which a coordinator said that they are of the same person go on in one file, also when one of them became a trajectory before (R-038).

-- Two requests of one person may end in one trajectory.
drop index help_requests_trajectory;
create index help_requests_trajectory on help_requests (trajectory_id) where trajectory_id is not null;

-- The requests that are of the same person as this one, with itself, by what coordinators decided. Asked by the functions below.
create function access.requests_of_same(asked uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive same (id) as (
    select asked
    union
    select case when m.request_id = same.id then m.other_request_id else m.request_id end
    from same join request_matches m on (m.request_id = same.id or m.other_request_id = same.id)
      and m.decision = 'same-person' and m.other_request_id is not null)
  select id from same
$$;

-- Whose files they are of: somebody known before, or somebody of whom one of them made a file.
create function access.persons_of_same(asked uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.person_id from access.requests_of_same(asked) same (id) join request_matches m on m.request_id = same.id
    where m.decision = 'same-person' and m.person_id is not null
  union
  select t.person_id from access.requests_of_same(asked) same (id) join help_requests r on r.id = same.id
    join trajectories t on t.id = r.trajectory_id and not t.is_withdrawn where t.person_id is not null
$$;

-- What a match is about, for who decides on it: the persons and the open requests on both sides of it.
create function access.persons_of_match(asked_request uuid, asked_other uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select person.id from request_matches m
  cross join lateral (
    select access.persons_of_same(m.request_id) as id
    union select access.persons_of_same(m.other_request_id)
    union select m.person_id) person
  where m.request_id = asked_request and m.other_id = asked_other and person.id is not null
    and exists (select from access.matches_decided() d where d.request_id = asked_request and d.other_id = asked_other)
$$;
create function access.open_requests_of_match(asked_request uuid, asked_other uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from request_matches m
  cross join lateral (
    select access.requests_of_same(m.request_id) as id
    union select access.requests_of_same(m.other_request_id)) same
  join help_requests r on r.id = same.id and r.state in ('new', 'taken')
  where m.request_id = asked_request and m.other_id = asked_other
    and exists (select from access.matches_decided() d where d.request_id = asked_request and d.other_id = asked_other)
  order by r.id
$$;

-- The same for who has a request: nobody else hears that there is more of one person, or whose file it is.
create function access.open_requests_with(asked uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from help_requests mine
  join help_requests r on r.id in (select access.requests_of_same(mine.id)) and r.state in ('new', 'taken')
  where mine.id = asked and mine.taken_by = access.actor() order by r.id
$$;
create function access.persons_with(asked uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select access.persons_of_same(r.id) from help_requests r where r.id = asked and r.taken_by = access.actor()
$$;
-- Whether there is a file at all, for who has it or watches over it: then it does not go back to wait for just anybody.
create function access.goes_on_in_file(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from access.persons_of_same(asked)) and exists (select from help_requests r where r.id = asked
    and (r.taken_by = access.actor() or r.provision_id in (select access.provisions_of_requests_watched())))
$$;

-- As in 0017, and: a request that became somebody's file is as closed as that file; whoever has a request of a person of whom
-- another request made the file sees that match as well.
create or replace function access.matches_seen() returns table (request_id uuid, other_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.request_id, m.other_id from request_matches m
  join help_requests r on r.id = m.request_id left join help_requests o on o.id = m.other_request_id
  left join trajectories t on t.id = o.trajectory_id
  where (r.provision_id in (select access.provisions_of_requests_watched())
      and (o.id is null or o.provision_id in (select access.provisions_of_requests_watched()))
      and (m.person_id is null or m.person_id not in (select access.opposed()))
      and (t.person_id is null or t.person_id not in (select access.opposed())))
    or (r.provision_id in (select access.provisions_of_requests('change')) and r.state in ('new', 'taken')
      and (r.taken_by is null or r.taken_by = access.actor()) and (o.id is null or o.taken_by is null)
      and (o.id is null or o.provision_id in (select access.provisions_of_requests('change')))
      and not exists (select from request_matches s left join help_requests u on u.id = s.other_request_id
        where s.request_id = m.request_id and s.decision is distinct from 'not-same' and (s.family_id in (select access.families_served()) or u.taken_by = access.actor())))
    or (m.decision = 'same-person' and r.taken_by = access.actor()
      and coalesce(m.person_id, t.person_id) in (select access.works_on('read')))
$$;

-- As in 0017, for every person whom a match is about.
create or replace function access.takers_of(asked_request uuid, asked_person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select w.account_id from file_workers w join people on people.id = w.account_id and people.is_active
  join help_requests r on r.id = asked_request join provisions p on p.id = r.provision_id
  where w.person_id = asked_person and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today())
    and exists (select from access.matches_decided() d where d.request_id = asked_request
      and asked_person in (select access.persons_of_match(d.request_id, d.other_id)))
    and exists (select from grants g join role_rights rr on rr.role = g.role and rr.kind = 'help-request' and rr.action = 'change'
      where g.person_id = w.account_id and g.municipality_id = p.municipality_id and g.organisation_id = p.organisation_id
        and (g.programme_code is null or g.programme_code = p.programme_code)
        and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today()))
  order by w.from_on, w.account_id
$$;

do $$
declare f regprocedure;
begin
  foreach f in array array['access.requests_of_same(uuid)', 'access.persons_of_same(uuid)', 'access.persons_of_match(uuid, uuid)',
    'access.open_requests_of_match(uuid, uuid)', 'access.open_requests_with(uuid)', 'access.persons_with(uuid)',
    'access.goes_on_in_file(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
  foreach f in array array['access.persons_of_match(uuid, uuid)', 'access.open_requests_of_match(uuid, uuid)',
    'access.open_requests_with(uuid)', 'access.persons_with(uuid)', 'access.goes_on_in_file(uuid)']::regprocedure[] loop
    execute format('grant execute on function %s to voorveld_app', f);
  end loop;
end $$;
grant select (trajectory_id) on help_requests to voorveld_definer;
