-- Why: a grant and a provision could name a team, and nobody could make one. A team has a name of its own within its organisation and can be closed; a team that is closed has no people and no provisions that run, whoever writes them.

alter table teams add column closed_on date;
create unique index teams_one_name on teams (organisation_id, lower(name));
create index provisions_team on provisions (team_id) where team_id is not null;
create index grants_team on grants (team_id) where team_id is not null;

-- Whether somebody works in the team or a provision of it runs, also where the asker sees neither.
create function access.team_is_used(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from provisions p where p.team_id = asked and (p.ends_on is null or p.ends_on >= access.today()))
    or exists (select from grants g where g.team_id = asked and (g.ends_on is null or g.ends_on >= access.today()))
$$;

create function access.team_is_empty_when_closed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.closed_on is not null and access.team_is_used(new.id) then
    raise exception 'a team with people or provisions is not closed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger is_empty_when_closed before insert or update of closed_on on teams
  for each row execute function access.team_is_empty_when_closed();

-- Waits for whoever closes the team at this moment, and then sees that it is closed.
create function access.team_is_open() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  closed date;
begin
  if new.team_id is not null and (new.ends_on is null or new.ends_on >= access.today()) then
    select t.closed_on into closed from teams t where t.id = new.team_id for share;
    if closed is not null then
      raise exception 'this team is closed' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
create trigger team_is_open before insert or update of team_id, ends_on on provisions
  for each row execute function access.team_is_open();
create trigger team_is_open before insert or update of team_id, ends_on on grants
  for each row execute function access.team_is_open();

do $$
declare f text;
begin
  foreach f in array array['team_is_used(uuid)', 'team_is_empty_when_closed()', 'team_is_open()'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
  end loop;
end $$;
grant execute on function access.team_is_used(uuid) to voorveld_app;
grant execute on function access.team_is_empty_when_closed(), access.team_is_open() to voorveld_app;

-- Only to hold the row while somebody is put in the team; this role changes nothing of it.
grant update (closed_on) on teams to voorveld_definer;
create policy definer_holds on teams for update to voorveld_definer using (true) with check (false);

alter table saved_filters add column team_id uuid references teams (id);
alter table saved_filters drop constraint saved_filters_check;
alter table saved_filters add constraint saved_filters_check check (num_nonnulls(village_code, phase_code, team_id) >= 1);
