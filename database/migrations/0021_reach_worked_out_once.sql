-- The questions that every policy asks, quick enough to be asked thousands of times a minute. They answer what they
-- answered before: a function in SQL is planned anew in each query that asks it, one in PL/pgSQL once for each connection.

create or replace function access.rights(asked_kind text, asked_action text)
returns setof grants language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select g.* from grants g
    join people p on p.id = g.person_id and p.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    where g.person_id = access.actor() and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today());
end $$;

create or replace function access.provisions(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select p.id from provisions p join municipalities m on m.id = p.municipality_id where exists (
    select from access.rights(asked_kind, asked_action) g
    where not g.own_matches
      and (g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id)
      and (g.organisation_id is null or g.organisation_id = p.organisation_id)
      and (g.team_id is null or g.team_id = p.team_id)
      and (g.programme_code is null or g.programme_code = p.programme_code));
end $$;

create or replace function access.provisions_of_own_matches(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select p.id from provisions p where exists (
    select from access.rights(asked_kind, asked_action) g
    where g.own_matches and g.municipality_id = p.municipality_id and g.organisation_id = p.organisation_id
      and (g.team_id is null or g.team_id = p.team_id)
      and (g.programme_code is null or g.programme_code = p.programme_code));
end $$;

create or replace function access.provisions_of_requests(asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select p.id from provisions p join municipalities m on m.id = p.municipality_id where exists (
    select from access.rights('help-request', asked_action) g
    where (g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id)
      and (g.organisation_id is null or g.organisation_id = p.organisation_id)
      and (g.programme_code is null or g.programme_code = p.programme_code));
end $$;

create or replace function access.works_on(asked_action text) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select w.person_id from file_workers w
    where w.account_id = access.actor() and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today())
      and (w.stands_in is null or access.away_works(w.stands_in, w.person_id))
      and (w.provision_id in (select access.provisions('trajectory', asked_action))
        or w.provision_id in (select access.provisions_of_own_matches('trajectory', asked_action)));
end $$;

-- People with a grant that lies wholly inside one of the actor's own. The actor's grants are looked up once, not once
-- for each grant of everybody.
create or replace function access.people(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with mine as materialized (select * from access.rights(asked_kind, asked_action))
    select distinct g.person_id from grants g left join municipalities m on m.id = g.municipality_id where exists (
      select from mine where mine.everywhere or (
        not g.everywhere
        and (mine.municipality_id = g.municipality_id or mine.region_id = coalesce(g.region_id, m.region_id))
        and (mine.organisation_id is null or mine.organisation_id = g.organisation_id)
        and (mine.programme_code is null or mine.programme_code = g.programme_code)));
end $$;

create or replace function access.reaches(asked_kind text, asked_action text,
  at_everywhere boolean, at_region uuid, at_municipality uuid, at_organisation uuid, at_programme text)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from access.rights(asked_kind, asked_action) g
    where g.everywhere or (
      not coalesce(at_everywhere, false)
      and (g.municipality_id = at_municipality
        or g.region_id = coalesce(at_region, (select m.region_id from municipalities m where m.id = at_municipality)))
      and (g.organisation_id is null or g.organisation_id = at_organisation)
      and (g.programme_code is null or g.programme_code = at_programme)));
end $$;

create or replace function access.own_persons() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select d.person_id from person_details d join people p on p.id = d.account_id and p.is_active
    where d.account_id = access.actor();
end $$;

create or replace function access.works_steadily() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select w.person_id from file_workers w
    where w.account_id = access.actor() and w.stands_in is null and w.person_id in (select access.works_on('change'))
      and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today());
end $$;

create or replace function access.opposed() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with mine as (
      select access.works_on('read') as id union select access.own_persons()
      union select r.person_id from access.received() r where r.is_accepted)
    select m.person_id from family_members m
    where m.family_id in (select n.family_id from family_members n where n.person_id in (select id from mine))
      and m.person_id not in (select id from mine);
end $$;

create or replace function access.organisations(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select o.id from organisations o where exists (
    select from access.rights(asked_kind, asked_action) g
    where g.everywhere or g.organisation_id = o.id
      or (g.organisation_id is null and exists (
        select from provisions p join municipalities m on m.id = p.municipality_id
        where p.organisation_id = o.id and (g.municipality_id = m.id or g.region_id = m.region_id))));
end $$;
