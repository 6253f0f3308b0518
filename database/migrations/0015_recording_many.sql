-- Whoever records many cells at once was asked for each of them where they may record; a set is asked for once.

create function access.provisions_recorded() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select access.provisions('trajectory', 'change')
  union select access.provisions_of_own_matches('trajectory', 'change')
  union select access.provisions('import', 'change')
$$;
alter function access.provisions_recorded() owner to voorveld_definer;
grant execute on function access.provisions_recorded() to voorveld_app;

create or replace function may_record(provision uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select provision in (select access.provisions_recorded())
$$;

alter policy add on figure_cells with check (
  not is_special and provision_id in (select access.provisions_recorded()));
