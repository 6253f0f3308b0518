-- Why: a case does not end while a child was not asked and nobody says why, and whoever leaves takes along what there is for afterwards (R-062, R-067).

/* ---- the voice of the child ------------------------------------------------------------------------------------- */

-- Why the voice of a child is missing in a trajectory, in words. Append-only; the last one holds. It says nothing about
-- what the child told elsewhere: whoever writes it may not know.
create table child_voice_reasons (
  municipality_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  provision_id uuid not null,
  child_id uuid not null,
  because text not null check (length(btrim(because)) between 10 and 500),
  stated_on date not null,
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, id),
  foreign key (municipality_id, trajectory_id, provision_id) references trajectories (municipality_id, id, provision_id),
  foreign key (municipality_id, child_id) references persons (municipality_id, id)
);
create index child_voice_reasons_case on child_voice_reasons (municipality_id, trajectory_id, child_id, recorded_at desc);

-- The children a trajectory is about: the child itself, or the born children of the family of an adult. Who belongs to a
-- family is known to all sides; given to who works on the trajectory or leads it, and to nobody else.
create function access.children_of_case(asked uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct child.id from trajectories t
  join persons me on me.id = t.person_id
  left join family_members m on me.kind = 'adult' and m.family_id = t.family_id
  join persons child on child.kind = 'child' and child.id = case when me.kind = 'adult' then m.person_id else me.id end
  where t.id = asked and (t.person_id in (select access.works_on('read'))
    or (t.provision_id in (select access.provisions('trajectory', 'read')) and t.person_id not in (select access.opposed())))
$$;
grant select (id, family_id, provision_id, person_id) on trajectories to voorveld_definer;
alter function access.children_of_case(uuid) owner to voorveld_definer;
grant execute on function access.children_of_case(uuid) to voorveld_app;

-- R-067, said once more: the programme names the phases that wait. It runs with the rights of who closes, on purpose: a
-- note that this actor may not read does not count, so that a closing that passes or fails tells nothing about it.
create function access.child_voice_needed() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from programmes p where p.code = new.programme_code and p.version = new.programme_version
      and p.definition -> 'childVoice' -> 'phases' ? new.phase)
    and exists (select from access.children_of_case(new.id) as child (id)
      where not exists (select from notes n where n.person_id = child.id and n.kind = 'child-voice')
        and not exists (select from child_voice_reasons r where r.trajectory_id = new.id and r.child_id = child.id)) then
    raise exception 'closing waits for the voice of the child' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
revoke execute on function access.child_voice_needed() from public;
grant execute on function access.child_voice_needed() to voorveld_app;
create trigger child_voice_needed before update of phase on trajectories for each row
  when (new.phase is distinct from old.phase and new.person_id is not null and not new.is_withdrawn)
  execute function access.child_voice_needed();

/* ---- what there is for afterwards -------------------------------------------------------------------------------- */

-- What a municipality offers to whoever leaves a programme. Public knowledge, kept by a manager; it is ended, not removed.
create table afterwards_offers (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 120),
  what text not null check (length(btrim(what)) between 1 and 400),
  reach text not null check (length(btrim(reach)) between 1 and 300),
  -- Where it was found or who told it.
  source text not null check (length(btrim(source)) between 1 and 200),
  valid_from date not null,
  valid_until date,
  programme_codes text[] not null check (cardinality(programme_codes) >= 1),
  row_version integer not null default 1,
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  check (valid_until >= valid_from)
);

-- What was handed to whom, with the words as they were on that day.
create table handed_over (
  municipality_id uuid not null,
  trajectory_id uuid not null,
  provision_id uuid not null,
  offer_id uuid not null,
  handed_on date not null,
  name text not null,
  what text not null,
  reach text not null,
  recorded_by uuid not null references people (id),
  primary key (municipality_id, trajectory_id, offer_id, handed_on),
  foreign key (municipality_id, trajectory_id, provision_id) references trajectories (municipality_id, id, provision_id),
  -- The same municipality, by the key itself.
  foreign key (municipality_id, offer_id) references afterwards_offers (municipality_id, id)
);

-- R-062: only what holds that day, for this programme, in this municipality, and in its own words.
create function access.may_be_handed(h handed_over) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from afterwards_offers o join trajectories t on t.id = h.trajectory_id
    where o.municipality_id = h.municipality_id and o.id = h.offer_id and t.municipality_id = h.municipality_id
      and o.valid_from <= h.handed_on and (o.valid_until is null or o.valid_until >= h.handed_on)
      and t.programme_code = any (o.programme_codes)
      and (o.name, o.what, o.reach) = (h.name, h.what, h.reach))
$$;
revoke execute on function access.may_be_handed(handed_over) from public;
grant execute on function access.may_be_handed(handed_over) to voorveld_app;

/* ---- row-level security ------------------------------------------------------------------------------------------ */

grant select, insert, delete on child_voice_reasons, handed_over to voorveld_app;
grant select, insert on afterwards_offers to voorveld_app;
grant update (name, what, reach, source, valid_from, valid_until, programme_codes, row_version) on afterwards_offers to voorveld_app;

do $$
declare
  t text;
  readable text := $q$(provision_id in (select access.provisions('trajectory', '%1$s'))
    or (provision_id in (select access.provisions_of_own_matches('trajectory', '%1$s')) and trajectory_id in (select access.assigned())))$q$;
begin
  foreach t in array array['child_voice_reasons', 'handed_over', 'afterwards_offers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['child_voice_reasons', 'handed_over'] loop
    execute format('create policy read on %I for select to voorveld_app using (%s)', t, format(readable, 'read'));
    execute format('create policy not_the_other on %I as restrictive for all to voorveld_app
      using (trajectory_id not in (select access.opposed_trajectories()))', t);
    execute format($p$create policy destroy on %I for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')))$p$, t);
  end loop;
  execute format('create policy add on child_voice_reasons for insert to voorveld_app
    with check (recorded_by = (select access.actor()) and child_id in (select access.children_of_case(trajectory_id)) and %s)', format(readable, 'change'));
  execute format('create policy add on handed_over for insert to voorveld_app
    with check (recorded_by = (select access.actor()) and handed_on <= access.today() and access.may_be_handed(handed_over) and %s)', format(readable, 'change'));
end $$;

create policy read on afterwards_offers for select to voorveld_app using (
  municipality_id in (select access.municipalities('trajectory', 'read'))
  or municipality_id in (select access.municipalities('setting', 'change')));
create policy add on afterwards_offers for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('setting', 'change')) and recorded_by = (select access.actor()));
create policy change on afterwards_offers for update to voorveld_app
  using (municipality_id in (select access.municipalities('setting', 'change')))
  with check (municipality_id in (select access.municipalities('setting', 'change')));
