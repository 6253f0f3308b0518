-- Why: a manager of one municipality could rename a team that also works in another, and colleagues there no longer found it. Such a name is for who keeps every place where the team works.

-- Whether the team has people or a provision that runs where the asker sets up no organisations, also where the asker sees neither.
create function access.team_works_elsewhere(asked uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  mine uuid[] := array(select access.municipalities('organisation', 'change'));
begin
  return exists (select from provisions p where p.team_id = asked and (p.ends_on is null or p.ends_on >= access.today())
      and p.municipality_id <> all (mine))
    or exists (select from grants g join municipalities m on g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id
      where g.team_id = asked and (g.ends_on is null or g.ends_on >= access.today()) and m.id <> all (mine));
end
$$;
alter function access.team_works_elsewhere(uuid) owner to voorveld_definer;
grant execute on function access.team_works_elsewhere(uuid) to voorveld_app;

drop policy change_name on teams;
create policy change_name on teams for update to voorveld_app
  using (organisation_id in (select access.organisations('organisation', 'change')) and not access.team_works_elsewhere(id))
  with check (organisation_id in (select access.organisations('organisation', 'change')) and not access.team_works_elsewhere(id));
