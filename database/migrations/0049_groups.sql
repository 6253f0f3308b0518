-- Why: support for a group, such as a class or a walk-in, counts who took part and makes no file of anybody (R-054); so a trajectory of a group has no person, whoever writes it, and whoever gives that support begins one without a file to work on.

create function access.is_of_group(asked_code text, asked_version integer) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from programmes p
    where p.code = asked_code and p.version = asked_version and p.definition ->> 'about' = 'group')
$$;

-- A trajectory of a group that has no history yet: it is being made, in this transaction.
create function access.is_group_begun_now(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from trajectories t where t.id = asked and access.is_of_group(t.programme_code, t.programme_version))
    and not exists (select from trajectory_events e where e.trajectory_id = asked)
$$;

create function access.group_has_no_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if access.is_of_group(new.programme_code, new.programme_version) then
    raise exception 'a trajectory of a group is of no person' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger group_has_no_person before insert or update of person_id, programme_code, programme_version on trajectories
  for each row when (new.person_id is not null) execute function access.group_has_no_person();

do $$
declare f text;
begin
  foreach f in array array['is_of_group(text, integer)', 'is_group_begun_now(uuid)', 'group_has_no_person()'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;
grant select on trajectory_events to voorveld_definer;
create policy definer_reads on trajectory_events for select to voorveld_definer using (true);

-- Who reaches only the own work begins a group for oneself.
create policy group_add on trajectories for insert to voorveld_app with check (
  person_id is null and import_id is null and provision_id in (select access.provisions_of_own_matches('trajectory', 'change'))
  and access.is_of_group(programme_code, programme_version));
create policy group_add on assignments for insert to voorveld_app with check (
  person_id = (select access.actor()) and stands_in is null
  and provision_id in (select access.provisions_of_own_matches('trajectory', 'change'))
  and access.is_group_begun_now(trajectory_id));
