-- Why: some thirteen of the questions that policies ask were worked out for each page, at a fifth of a millisecond each; two in three of that went to passing whole rows of grants on, or to planning the same query anew.

-- A function in SQL that runs with other rights is planned in every query that asks it, one in PL/pgSQL once for each connection.
do $$
declare
  f record;
  body text;
begin
  for f in select p.oid, p.prosrc, p.proretset, pg_get_functiondef(p.oid) as definition
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'access'::regnamespace and l.lanname = 'sql' and p.provolatile = 's' and p.proconfig is not null
  loop
    body := case when f.proretset then 'return query ' || f.prosrc else 'return (' || f.prosrc || ')' end;
    -- A name that is a column and a parameter stays what it was: the column.
    execute replace(replace(f.definition, ' LANGUAGE sql', ' LANGUAGE plpgsql'), f.prosrc,
      E'\n#variable_conflict use_column\nbegin\n' || body || E';\nend');
  end loop;
end $$;

create or replace function access.has_right(asked_kind text, asked_action text)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return exists (select from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    where g.person_id = me and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today));
end $$;
alter function access.has_right owner to voorveld_definer;
grant execute on function access.has_right to voorveld_app, voorveld_reports;

create or replace function access.rights(asked_kind text, asked_action text)
returns setof grants language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select g.* from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    where g.person_id = me and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today);
end $$;

-- Asked of every grant in a list of people.
create or replace function access.reaches(asked_kind text, asked_action text, at_everywhere boolean, at_region uuid,
  at_municipality uuid, at_organisation uuid, at_programme text)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return exists (select from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    where g.person_id = me and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today)
      and (g.everywhere or (
        not coalesce(at_everywhere, false)
        and (g.municipality_id = at_municipality
          or g.region_id = coalesce(at_region, (select m.region_id from municipalities m where m.id = at_municipality)))
        and (g.organisation_id is null or g.organisation_id = at_organisation)
        and (g.programme_code is null or g.programme_code = at_programme))));
end $$;

create or replace function access.people_now(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select distinct g.person_id from grants mine
    join people a on a.id = mine.person_id and a.is_active
    join role_rights r on r.role = mine.role and r.kind = asked_kind and r.action = asked_action
    cross join grants g left join municipalities m on m.id = g.municipality_id
    where mine.person_id = me and mine.starts_on <= today and (mine.ends_on is null or mine.ends_on >= today)
      and (mine.everywhere or (
        not g.everywhere
        and (mine.municipality_id = g.municipality_id or mine.region_id = coalesce(g.region_id, m.region_id))
        and (mine.organisation_id is null or mine.organisation_id = g.organisation_id)
        and (mine.programme_code is null or mine.programme_code = g.programme_code)));
end $$;

create or replace function access.everywhere(asked_kind text, asked_action text)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return exists (select from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    where g.person_id = me and g.everywhere and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today));
end $$;

create or replace function access.provisions_now(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select distinct p.id from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    join municipalities m on g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id
    join provisions p on p.municipality_id = m.id
      and (g.organisation_id is null or g.organisation_id = p.organisation_id)
      and (g.team_id is null or g.team_id = p.team_id)
      and (g.programme_code is null or g.programme_code = p.programme_code)
    where g.person_id = me and not g.own_matches and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today);
end $$;

create or replace function access.provisions_of_own_matches_now(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select distinct p.id from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    join provisions p on p.municipality_id = g.municipality_id and p.organisation_id = g.organisation_id
      and (g.team_id is null or g.team_id = p.team_id)
      and (g.programme_code is null or g.programme_code = p.programme_code)
    where g.person_id = me and g.own_matches and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today);
end $$;

create or replace function access.provisions_of_requests_now(asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select distinct p.id from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = 'help-request' and r.action = asked_action
    join municipalities m on g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id
    join provisions p on p.municipality_id = m.id
      and (g.organisation_id is null or g.organisation_id = p.organisation_id)
      and (g.programme_code is null or g.programme_code = p.programme_code)
    where g.person_id = me and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today);
end $$;

create or replace function access.municipalities_now(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select distinct m.id from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    join municipalities m on g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id
    where g.person_id = me and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today);
end $$;

create or replace function access.organisations_now(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select distinct o.id from grants g
    join people a on a.id = g.person_id and a.is_active
    join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
    join organisations o on g.everywhere or g.organisation_id = o.id or (g.organisation_id is null and exists (
      select from provisions p join municipalities m on m.id = p.municipality_id
      where p.organisation_id = o.id and (g.municipality_id = m.id or g.region_id = m.region_id)))
    where g.person_id = me and g.starts_on <= today and (g.ends_on is null or g.ends_on >= today);
end $$;

-- Nobody opened a file in an emergency: then nothing has to be asked of rights.
create or replace function access.glass_broken_now()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 5 as $$
declare
  me uuid := access.actor();
  open uuid[] := array(select g.person_id from glass_breaks g
    where g.account_id = me and g.broken_at <= now() and g.closes_at > now());
begin
  if open <> '{}' and access.has_right('broken-glass', 'change') then
    return query select unnest(open);
  end if;
end $$;

-- Which day it is in Amsterdam, worked out for each of hundreds of rows, cost more than finding them.
create or replace function access.works_on_now(asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  me uuid := access.actor();
  today date := access.today();
  provisions uuid[];
begin
  if not exists (select from file_workers w where w.account_id = me) then return; end if;
  provisions := array(select access.provisions('trajectory', asked_action)
    union select access.provisions_of_own_matches('trajectory', asked_action));
  return query select distinct w.person_id from file_workers w
    where w.account_id = me and w.from_on <= today and (w.until_on is null or w.until_on >= today)
      and w.provision_id = any(provisions) and (w.stands_in is null or access.away_works(w.stands_in, w.person_id));
end $$;

create or replace function access.works_steadily()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select distinct w.person_id from file_workers w
    where w.account_id = me and w.stands_in is null and w.person_id in (select access.works_on('change'))
      and w.from_on <= today and (w.until_on is null or w.until_on >= today);
end $$;

create or replace function access.assigned_now()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  me uuid := access.actor();
  today date := access.today();
begin
  return query select distinct w.trajectory_id from assignments w
    where w.person_id = me and w.from_on <= today and (w.until_on is null or w.until_on >= today)
      and (w.stands_in is null or access.away_assigned(w.stands_in, w.trajectory_id));
end $$;

-- The planner takes a list out of a function for a hundred rows and walks through the whole table; an array it looks up.
create or replace function access.own_families_now()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  mine uuid[] := array(select access.works_on('read') union select access.own_persons() union select access.glass_broken());
begin
  return query select distinct m.family_id from family_members m where m.person_id = any(mine);
end $$;

create or replace function access.family_circle_now()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  mine uuid[] := array(select access.own_families());
begin
  return query select distinct m.person_id from family_members m where m.family_id = any(mine);
end $$;

create or replace function access.works_families()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  mine uuid[] := array(select access.works_on('change'));
begin
  return query select distinct m.family_id from family_members m where m.person_id = any(mine);
end $$;

create or replace function access.works_circle()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  mine uuid[] := array(select access.works_families());
begin
  return query select distinct m.person_id from family_members m where m.family_id = any(mine);
end $$;

create or replace function access.steady_families()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 100 as $$
declare
  mine uuid[] := array(select access.works_steadily());
begin
  return query select distinct m.family_id from family_members m where m.person_id = any(mine);
end $$;

create or replace function access.opposed_now()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 5 as $$
declare
  mine uuid[] := array(
    select access.works_on('read') union select access.own_persons()
    union select r.person_id from access.received() r where r.is_accepted);
  families uuid[];
begin
  -- Who stands on no side has nobody on the other.
  if mine = '{}' then return; end if;
  families := array(select distinct n.family_id from family_members n where n.person_id = any(mine));
  return query select distinct m.person_id from family_members m where m.family_id = any(families) and m.person_id <> all(mine);
end $$;

create or replace function access.opposed_trajectories_now()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 5 as $$
declare
  others uuid[] := array(select access.opposed());
begin
  return query select t.id from trajectories t where t.person_id = any(others);
end $$;

create or replace function access.own_plans_now()
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
declare
  me uuid := access.actor();
  mine uuid[] := array(select access.works_on('read') union select access.own_persons());
  directed uuid[] := array(select p.id from plans p where p.director_id = me);
begin
  if directed <> '{}' and not access.has_right('trajectory', 'read') then directed := '{}'; end if;
  return query select unnest(directed) union select m.plan_id from plan_participants m where m.person_id = any(mine);
end $$;

create or replace function access.worker_names(asked uuid[])
returns table (id uuid, name text) language plpgsql stable security definer set search_path = public, pg_temp rows 20 as $$
#variable_conflict use_column
declare
  readable uuid[] := array(
    select a.id from unnest(asked) as a (id)
    where a.id in (select access.works_on('read')) or a.id in (select access.own_persons()) or a.id in (select access.glass_broken()));
  workers uuid[] := array(
    select w.account_id from file_workers w where w.person_id = any(readable)
    union select n.written_by from notes n where n.person_id = any(readable));
begin
  return query select p.id, p.name from people p where p.id = any(workers);
end $$;

-- Policies of one table are asked in the order of their names, the last first: what is cheap and mostly so comes first.
alter policy own on people rename to self;
alter policy own on grants rename to self;

drop policy read on programmes;
create policy read on programmes for select to voorveld_app using ((select access.has_right('programme', 'read')));
