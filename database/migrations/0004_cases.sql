-- Why: families, their trajectories and the append-only history from which every state and every figure follows (R-039, R-040, R-060, R-114).

create table families (
  municipality_id uuid not null references municipalities (id),
  id uuid not null unique,
  organisation_id uuid not null references organisations (id),
  village_code text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  unique (municipality_id, id, organisation_id),
  foreign key (municipality_id, village_code) references villages (municipality_id, code)
);

-- Age as it was told on a day, never a birth date.
create table family_children (
  municipality_id uuid not null,
  family_id uuid not null,
  position integer not null check (position >= 0),
  age_years integer check (age_years between 0 and 25),
  weeks_pregnant integer check (weeks_pregnant between 1 and 43),
  stated_on date not null,
  primary key (municipality_id, family_id, position),
  foreign key (municipality_id, family_id) references families (municipality_id, id) on delete cascade,
  check (num_nonnulls(age_years, weeks_pregnant) = 1)
);

create table trajectories (
  municipality_id uuid not null,
  id uuid not null unique,
  organisation_id uuid not null,
  provision_id uuid not null,
  programme_code text not null,
  -- A running trajectory keeps the version of the definition that it started with (R-114).
  programme_version integer not null,
  family_id uuid not null,
  import_id uuid,
  registered_on date not null,
  approximate_day boolean not null default false,
  phase text not null,
  reason text,
  village_code text,
  -- What holds now, folded from the events in the transaction that wrote them; codes only.
  answers jsonb not null default '{}',
  anchors jsonb not null default '{}',
  milestones_done text[] not null default '{}',
  -- The registration was undone; the history stays for earlier moments of knowledge.
  is_withdrawn boolean not null default false,
  row_version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, provision_id, organisation_id, programme_code)
    references provisions (municipality_id, id, organisation_id, programme_code),
  -- A family belongs to one organisation, and what hangs on a trajectory to its provision: row security looks at those
  -- columns, so a row of one can never be hung on the file of another.
  foreign key (municipality_id, family_id, organisation_id) references families (municipality_id, id, organisation_id),
  foreign key (municipality_id, village_code) references villages (municipality_id, code),
  unique (municipality_id, id, provision_id)
);
create index trajectories_list on trajectories (municipality_id, provision_id, registered_on desc, id desc) where not is_withdrawn;
create index trajectories_import on trajectories (import_id) where import_id is not null;
create index trajectories_family on trajectories (family_id);

create table trajectory_events (
  municipality_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  provision_id uuid not null,
  import_id uuid,
  holds_on date not null,
  recorded_at timestamptz(3) not null,
  -- Order among events recorded at one moment.
  position integer not null default 0,
  recorded_by uuid not null,
  payload jsonb not null check (payload ? 'type'),
  primary key (municipality_id, id),
  foreign key (municipality_id, trajectory_id, provision_id) references trajectories (municipality_id, id, provision_id)
);
create index trajectory_events_history on trajectory_events (municipality_id, trajectory_id, recorded_at, position);

-- Words of a file that are none of the options; they may hold anything, so they stand apart from the events.
create table original_words (
  municipality_id uuid not null,
  trajectory_id uuid not null,
  provision_id uuid not null,
  import_id uuid,
  question text not null,
  word text not null check (length(word) <= 200),
  primary key (municipality_id, trajectory_id, question, word),
  foreign key (municipality_id, trajectory_id, provision_id) references trajectories (municipality_id, id, provision_id)
);

-- Who works on a trajectory, from and until; a volunteer reaches only these (R-107).
create table assignments (
  municipality_id uuid not null,
  id uuid not null,
  trajectory_id uuid not null,
  provision_id uuid not null,
  person_id uuid not null references people (id),
  role text not null,
  from_on date not null,
  until_on date,
  primary key (municipality_id, id),
  foreign key (municipality_id, trajectory_id, provision_id) references trajectories (municipality_id, id, provision_id),
  check (until_on >= from_on)
);
create index assignments_person on assignments (person_id);
create index assignments_trajectory on assignments (municipality_id, trajectory_id);

-- The last moment at which something was recorded in a municipality.
create table recorded_moments (
  municipality_id uuid primary key references municipalities (id),
  last_recorded_at timestamptz(3) not null
);

/* ---- moments of recording --------------------------------------------------------------------------------------- */

-- One writer per municipality at a time from here to its commit, and strictly rising moments: so what is visible is
-- always everything up to some moment, and an answer known at that moment never changes (R-060).
create function recording_moment(municipality uuid) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moment timestamptz(3);
begin
  perform pg_advisory_xact_lock(hashtextextended(municipality::text, 7204511650));
  insert into recorded_moments as known (municipality_id, last_recorded_at)
    values (municipality, date_trunc('milliseconds', clock_timestamp()))
    on conflict (municipality_id) do update
      set last_recorded_at = greatest(excluded.last_recorded_at, known.last_recorded_at + interval '1 millisecond')
    returning last_recorded_at into moment;
  return moment;
end
$$;

-- The latest moment up to which everything is visible; with `asked`, waits until that holds for it, or null when it
-- lies in the future. A shared lock taken and let go says that no writer is halfway.
create function settled_moment(municipalities uuid[], asked timestamptz) returns timestamptz
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one uuid;
  key bigint;
  last_seen timestamptz;
  settled timestamptz := date_trunc('milliseconds', clock_timestamp());
begin
  if asked is not null and asked > clock_timestamp() then return null; end if;
  foreach one in array array(select distinct m from unnest(municipalities) as m order by m) loop
    key := hashtextextended(one::text, 7204511650);
    select last_recorded_at into last_seen from recorded_moments where municipality_id = one;
    if asked is null then
      if pg_try_advisory_lock_shared(key) then
        perform pg_advisory_unlock_shared(key);
      else
        settled := least(settled, coalesce(last_seen, '-infinity'));
      end if;
    elsif last_seen is null or asked > last_seen then
      perform pg_advisory_lock_shared(key);
      perform pg_advisory_unlock_shared(key);
    end if;
  end loop;
  if asked is not null then return asked; end if;
  -- Nothing was recorded, and no limit set, since the last of these: the same answer keeps the same moment.
  return coalesce((select max(m) from (
    select last_recorded_at as m from recorded_moments where municipality_id = any (municipalities)
    union all select recorded_at from audience_settings) as changes where m <= settled), settled);
end
$$;

-- The trajectories assigned to the actor today.
create function access.assigned() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select trajectory_id from assignments
  where person_id = access.actor() and from_on <= access.today() and (until_on is null or until_on >= access.today())
$$;

alter function access.assigned() owner to voorveld_definer;
grant create on schema public to voorveld_definer;
alter function recording_moment(uuid) owner to voorveld_definer;
alter function settled_moment(uuid[], timestamptz) owner to voorveld_definer;
revoke create on schema public from voorveld_definer;
grant execute on function access.assigned() to voorveld_app;
grant execute on function recording_moment(uuid) to voorveld_app;
grant execute on function settled_moment(uuid[], timestamptz) to voorveld_app, voorveld_reports;
grant select on assignments to voorveld_definer;
grant select, insert, update on recorded_moments to voorveld_definer;

/* ---- row-level security ------------------------------------------------------------------------------------------ */

grant select, insert, delete on families, family_children, trajectories, trajectory_events, original_words, assignments to voorveld_app;
grant update on trajectories, assignments to voorveld_app;
grant update (village_code) on families to voorveld_app;

do $$
declare
  t text;
  own_key text;
  import_key text;
  readable text;
  changeable text;
begin
  foreach t in array array['families', 'family_children', 'trajectories', 'trajectory_events', 'original_words', 'assignments', 'recorded_moments'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;

  -- A trajectory and what hangs on it: workers of the provision, those assigned to it, and who may import there for
  -- rows that came in by a file.
  foreach t in array array['trajectories', 'trajectory_events', 'original_words', 'assignments'] loop
    own_key := case when t = 'trajectories' then 'id' else 'trajectory_id' end;
    import_key := case when t = 'assignments' then 'null::uuid' else 'import_id' end;
    readable := $q$(provision_id in (select access.provisions('trajectory', '%1$s'))
      or (provision_id in (select access.provisions_of_own_matches('trajectory', '%1$s')) and %2$s in (select access.assigned())))$q$;
    changeable := format(readable, 'change', own_key);
    execute format('create policy read on %I for select to voorveld_app using (%s)', t, format(readable, 'read', own_key));
    execute format('create policy add on %I for insert to voorveld_app with check (%s)', t, changeable);
    if t in ('trajectories', 'assignments') then
      execute format('create policy change on %I for update to voorveld_app using (%s) with check (%s)', t, changeable, changeable);
    end if;
    if import_key = 'import_id' then
      execute format($p$create policy import_read on %I for select to voorveld_app
        using (import_id is not null and provision_id in (select access.provisions('import', 'change')))$p$, t);
      execute format($p$create policy import_add on %I for insert to voorveld_app
        with check (import_id is not null and provision_id in (select access.provisions('import', 'change')))$p$, t);
    end if;
  end loop;
end $$;

create policy import_change on trajectories for update to voorveld_app
  using (import_id is not null and provision_id in (select access.provisions('import', 'change')))
  with check (import_id is not null and provision_id in (select access.provisions('import', 'change')));

-- A family is seen through its trajectories.
create policy read on families for select to voorveld_app using (id in (select family_id from trajectories));
create policy add on families for insert to voorveld_app with check ((municipality_id, organisation_id) in (
  select p.municipality_id, p.organisation_id from provisions p
  where p.id in (select access.provisions('trajectory', 'change')) or p.id in (select access.provisions('import', 'change'))));
create policy change on families for update to voorveld_app
  using (id in (select t.family_id from trajectories t where t.provision_id in (select access.provisions('trajectory', 'change'))))
  with check (id in (select t.family_id from trajectories t where t.provision_id in (select access.provisions('trajectory', 'change'))));
create policy read on family_children for select to voorveld_app using (family_id in (select family_id from trajectories));
create policy add on family_children for insert to voorveld_app with check (family_id in (
  select t.family_id from trajectories t
  where t.provision_id in (select access.provisions('trajectory', 'change'))
    or (t.provision_id in (select access.provisions_of_own_matches('trajectory', 'change')) and t.id in (select access.assigned()))
    or (t.import_id is not null and t.provision_id in (select access.provisions('import', 'change')))));

-- Destruction after the term is for the background tasks alone (R-274).
create policy destroy on families for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));
create policy destroy on family_children for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));
create policy destroy on trajectories for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));
create policy destroy on trajectory_events for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));
create policy destroy on original_words for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));
create policy destroy on assignments for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));

create policy definer_reads on assignments for select to voorveld_definer using (true);
create policy definer_keeps on recorded_moments to voorveld_definer using (true) with check (true);
