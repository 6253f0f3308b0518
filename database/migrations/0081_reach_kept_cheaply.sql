-- Why: of the time that functions of reach took on a page, a quarter went to asking under what they are kept, some twelve times a page, and most of the rest to finding the provisions of the same grants anew for each kind of record.

-- As in 0072, written so that it is planned with who asks for it instead of each time; by the moment of the statement, which does not change within one.
create or replace function access.kept_under() returns text language sql stable as $$
  select case when coalesce(current_setting('app.trace_id', true), '') <> '' then
    md5(concat_ws(' ', current_setting('app.trace_id', true), current_setting('app.actor_id', true),
      current_setting('app.reach_changed', true), floor(extract(epoch from statement_timestamp()) / 8)))
  end
$$;

-- What was kept is handed out one by one: a query for it costs more than what it gives.
do $$
declare
  f record;
  definition text;
begin
  for f in select p.oid, p.proname from pg_proc p
    where p.pronamespace = 'access'::regnamespace and p.prosrc like '%access.kept\_under()%' loop
    definition := pg_get_functiondef(f.oid);
    if definition not like '%return query select unnest(substr(kept, 33)::uuid[]);%' or definition not like '%kept text;%' then
      raise exception 'access.% is not as it was expected', f.proname;
    end if;
    definition := replace(definition, 'kept text;', 'kept text; one uuid;');
    definition := replace(definition, 'return query select unnest(substr(kept, 33)::uuid[]);',
      'foreach one in array substr(kept, 33)::uuid[] loop return next one; end loop;');
    execute definition;
  end loop;
end $$;

-- The provisions of each role of the actor, as role:provision. Which of them count for a kind and an action is then for the rights of the role to say.
create function access.provisions_of_roles_now() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := access.actor();
  today date := access.today();
  g record;
  found text[] := '{}';
begin
  -- A grant is for everything, for a region or for a municipality, and each is found by its own index.
  for g in select distinct x.role, x.everywhere, x.region_id, x.municipality_id, x.organisation_id, x.team_id, x.programme_code
    from grants x join people a on a.id = x.person_id and a.is_active
    where x.person_id = me and not x.own_matches and x.starts_on <= today and (x.ends_on is null or x.ends_on >= today) loop
    if g.municipality_id is not null then
      found := found || array(select g.role || ':' || p.id from provisions p where p.municipality_id = g.municipality_id
        and (g.organisation_id is null or g.organisation_id = p.organisation_id)
        and (g.team_id is null or g.team_id = p.team_id)
        and (g.programme_code is null or g.programme_code = p.programme_code));
    elsif g.region_id is not null then
      found := found || array(select g.role || ':' || p.id from municipalities m join provisions p on p.municipality_id = m.id
        where m.region_id = g.region_id and (g.programme_code is null or g.programme_code = p.programme_code));
    else
      found := found || array(select g.role || ':' || p.id from provisions p
        where g.programme_code is null or g.programme_code = p.programme_code);
    end if;
  end loop;
  return found;
end $$;

create function access.provisions_of_roles() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  under text := access.kept_under();
  kept text;
begin
  if under is null then return access.provisions_of_roles_now(); end if;
  kept := current_setting('app.kept_provisions_of_roles', true);
  if kept is null or left(kept, 32) is distinct from under then
    kept := under || access.provisions_of_roles_now()::text;
    perform set_config('app.kept_provisions_of_roles', kept, true);
  end if;
  return substr(kept, 33)::text[];
end $$;

create or replace function access.provisions_now(asked_kind text, asked_action text) returns setof uuid
language plpgsql stable rows 20 security definer set search_path = public, pg_temp as $$
declare
  found text[] := access.provisions_of_roles();
  roles text[];
begin
  if found = '{}' then return; end if;
  roles := array(select r.role from role_rights r where r.kind = asked_kind and r.action = asked_action);
  return query select distinct split_part(one, ':', 2)::uuid from unnest(found) as one where split_part(one, ':', 1) = any(roles);
end $$;
-- As before, without asking each organisation there is.
create or replace function access.organisations_now(asked_kind text, asked_action text) returns setof uuid
language plpgsql stable rows 20 security definer set search_path = public, pg_temp as $$
declare
  me uuid := access.actor();
  today date := access.today();
  g record;
  found uuid[] := '{}';
begin
  for g in select distinct x.everywhere, x.region_id, x.municipality_id, x.organisation_id
    from grants x join people a on a.id = x.person_id and a.is_active
    join role_rights r on r.role = x.role and r.kind = asked_kind and r.action = asked_action
    where x.person_id = me and x.starts_on <= today and (x.ends_on is null or x.ends_on >= today) loop
    if g.organisation_id is not null then
      found := found || g.organisation_id;
    elsif g.municipality_id is not null then
      found := found || array(select p.organisation_id from provisions p where p.municipality_id = g.municipality_id);
    elsif g.region_id is not null then
      found := found || array(select p.organisation_id from municipalities m join provisions p on p.municipality_id = m.id
        where m.region_id = g.region_id);
    else
      found := found || array(select o.id from organisations o);
    end if;
  end loop;
  return query select distinct unnest(found);
end $$;

-- Most stand on no side, and then no trajectory need be looked for.
create or replace function access.opposed_trajectories_now() returns setof uuid
language plpgsql stable rows 5 security definer set search_path = public, pg_temp as $$
declare
  others uuid[] := array(select access.opposed());
begin
  if others = '{}' then return; end if;
  return query select t.id from trajectories t where t.person_id = any(others);
end $$;

create index role_rights_kind on role_rights (kind, action) include (role);

alter function access.provisions_of_roles_now() owner to voorveld_definer;
alter function access.provisions_of_roles() owner to voorveld_definer;
revoke execute on function access.provisions_of_roles_now() from public, voorveld_app, voorveld_reports;
revoke execute on function access.provisions_of_roles() from public, voorveld_app, voorveld_reports;
