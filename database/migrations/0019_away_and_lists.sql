-- Why: when a worker is away a colleague on the same side of a family stands in for some days and no longer, and a worklist keeps the filters that somebody chose for oneself (R-088, R-107).

/* ---- standing in -------------------------------------------------------------------------------------------------- */

create table stand_ins (
  municipality_id uuid not null,
  id uuid not null,
  provision_id uuid not null,
  away_id uuid not null references people (id),
  stand_in_id uuid not null references people (id),
  from_on date not null,
  until_on date not null,
  arranged_by uuid not null references people (id),
  arranged_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  -- Ended before its last day: the days themselves are then shortened as well.
  ended_by uuid references people (id),
  ended_at timestamptz(3),
  primary key (municipality_id, id),
  unique (municipality_id, id, stand_in_id, from_on, until_on),
  foreign key (municipality_id, provision_id) references provisions (municipality_id, id),
  check (until_on >= from_on and until_on - from_on <= 92),
  check (stand_in_id <> away_id and stand_in_id <> arranged_by),
  check ((ended_by is null) = (ended_at is null))
);
create index stand_ins_away on stand_ins (away_id);
create index stand_ins_stand_in on stand_ins (stand_in_id);

-- The role on each file and trajectory concerned has the very days of the arrangement: the key sees to that, and shortens
-- them when it ends early.
alter table file_workers add column stands_in uuid;
alter table file_workers add check ((stands_in is not null) = (role = 'stand-in'));
alter table file_workers add check (stands_in is null or until_on is not null);
alter table file_workers add foreign key (municipality_id, stands_in, account_id, from_on, until_on)
  references stand_ins (municipality_id, id, stand_in_id, from_on, until_on) on update cascade;
alter table assignments add column stands_in uuid;
alter table assignments add check ((stands_in is not null) = (role = 'stand-in'));
alter table assignments add check (stands_in is null or until_on is not null);
alter table assignments add foreign key (municipality_id, stands_in, person_id, from_on, until_on)
  references stand_ins (municipality_id, id, stand_in_id, from_on, until_on) on update cascade;

-- No more than whoever is away may: when that work ends, standing in for it ends.
create function access.away_works(stand_in uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from stand_ins s join file_workers a on a.account_id = s.away_id and a.person_id = person
    and a.stands_in is null and a.from_on <= access.today() and (a.until_on is null or a.until_on >= access.today())
    where s.id = stand_in)
$$;

create function access.away_assigned(stand_in uuid, trajectory uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from stand_ins s join assignments a on a.person_id = s.away_id and a.trajectory_id = trajectory
    and a.stands_in is null and a.from_on <= access.today() and (a.until_on is null or a.until_on >= access.today())
    where s.id = stand_in)
$$;

create or replace function access.works_on(asked_action text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select w.person_id from file_workers w
  where w.account_id = access.actor() and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today())
    and (w.stands_in is null or access.away_works(w.stands_in, w.person_id))
    and (w.provision_id in (select access.provisions('trajectory', asked_action))
      or w.provision_id in (select access.provisions_of_own_matches('trajectory', asked_action)))
$$;

create or replace function access.assigned() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select w.trajectory_id from assignments w
  where w.person_id = access.actor() and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today())
    and (w.stands_in is null or access.away_assigned(w.stands_in, w.trajectory_id))
$$;

-- As one's own work. Who stands in does not decide who works on somebody: else a few days could become many.
create function access.works_steadily() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select w.person_id from file_workers w
  where w.account_id = access.actor() and w.stands_in is null and w.person_id in (select access.works_on('change'))
    and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today())
$$;

create function access.assigned_steadily() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select trajectory_id from assignments
  where person_id = access.actor() and stands_in is null
    and from_on <= access.today() and (until_on is null or until_on >= access.today())
$$;

-- Whether somebody stands, now or in days already agreed, beside another adult of the person's family.
create or replace function access.serves_the_other(account uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from persons me
    join family_members mine on mine.person_id = me.id
    join family_members theirs on theirs.family_id = mine.family_id and theirs.person_id <> me.id
    join persons other on other.id = theirs.person_id and other.kind = 'adult'
    join file_workers w on w.person_id = other.id and w.account_id = account
      and (w.until_on is null or w.until_on >= access.today())
    where me.id = person and me.kind = 'adult'
      and not exists (select from both_sides_decisions d where d.family_id = mine.family_id and d.account_id = account))
$$;

-- Stricter than for one's own work: a stand-in has nobody else in the family, child or adult, whom the one away does not have too.
create function access.stands_opposed(account uuid, person uuid, away uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from family_members mine
    join family_members theirs on theirs.family_id = mine.family_id and theirs.person_id <> person
    join file_workers w on w.person_id = theirs.person_id and w.account_id = account
      and (w.until_on is null or w.until_on >= access.today())
    where mine.person_id = person
      and not exists (select from file_workers a where a.person_id = theirs.person_id and a.account_id = away
        and a.stands_in is null and (a.until_on is null or a.until_on >= access.today()))
      and not exists (select from both_sides_decisions d where d.family_id = mine.family_id and d.account_id = account))
    or exists (
      select from family_members mine
      join family_members theirs on theirs.family_id = mine.family_id
      join person_details d on d.person_id = theirs.person_id and d.account_id = account
      where mine.person_id = person)
$$;

-- Whether somebody stands in for a colleague in this person's family, so that nothing lasting is begun there meanwhile.
create function access.stands_in_family(account uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from family_members mine
    join family_members theirs on theirs.family_id = mine.family_id
    join file_workers w on w.person_id = theirs.person_id and w.account_id = account and w.stands_in is not null
      and w.until_on >= access.today()
    where mine.person_id = person)
$$;

create or replace function access.may_begin_on(person uuid, provision uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.is_new_file(person) and not access.stands_in_family(access.actor(), person) and exists (
    select from persons q join provisions p on p.id = provision
    where q.id = person and q.municipality_id = p.municipality_id and q.organisation_id = p.organisation_id)
$$;

-- The families in which the actor works on somebody as own work: only there does one become the director of a plan.
create function access.steady_families() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.family_id from family_members m where m.person_id in (select access.works_steadily())
$$;

-- A role on a file belongs to an arrangement for somebody who works on it.
create function access.may_stand_in(stand_in uuid, person uuid, account uuid, provision uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from stand_ins s join file_workers a on a.account_id = s.away_id and a.person_id = person
      and a.provision_id = s.provision_id and a.stands_in is null and (a.until_on is null or a.until_on >= access.today())
    where s.id = stand_in and s.stand_in_id = account and s.provision_id = provision
      and not access.stands_opposed(account, person, s.away_id))
$$;

create function access.may_stand_on(stand_in uuid, trajectory uuid, account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from stand_ins s join assignments a on a.person_id = s.away_id and a.trajectory_id = trajectory
      and a.stands_in is null and (a.until_on is null or a.until_on >= access.today())
    join trajectories t on t.id = trajectory and t.provision_id = s.provision_id
    where s.id = stand_in and s.stand_in_id = account and (t.person_id is null
      or exists (select from file_workers w where w.person_id = t.person_id and w.stands_in = s.id)))
$$;

do $$
declare f text;
begin
  foreach f in array array['away_works(uuid, uuid)', 'away_assigned(uuid, uuid)', 'works_steadily()', 'assigned_steadily()',
    'stands_opposed(uuid, uuid, uuid)', 'stands_in_family(uuid, uuid)', 'steady_families()', 'may_stand_in(uuid, uuid, uuid, uuid)', 'may_stand_on(uuid, uuid, uuid)'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;
grant select on stand_ins to voorveld_definer;

/* ---- saved filters ------------------------------------------------------------------------------------------------ */

-- What somebody looks at again and again; for that person alone. Codes only, never a name of somebody.
create table saved_filters (
  id uuid primary key,
  account_id uuid not null references people (id),
  name text not null check (length(btrim(name)) between 1 and 60),
  village_code text check (village_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  phase_code text check (phase_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  saved_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  unique (account_id, name),
  check (num_nonnulls(village_code, phase_code) >= 1)
);

/* ---- row-level security ------------------------------------------------------------------------------------------- */

alter table stand_ins enable row level security;
alter table stand_ins force row level security;
alter table saved_filters enable row level security;
alter table saved_filters force row level security;
grant select, insert on stand_ins to voorveld_app;
grant update (from_on, until_on, ended_by, ended_at) on stand_ins to voorveld_app;
grant select, insert, delete on saved_filters to voorveld_app;
grant update (name) on saved_filters to voorveld_app;

create policy definer_reads on stand_ins for select to voorveld_definer using (true);
create policy concerned_read on stand_ins for select to voorveld_app using (
  (select access.actor()) in (away_id, stand_in_id) or provision_id in (select access.provisions('trajectory', 'read')));
-- By whoever will be away, or who leads the provision; never for oneself to stand in, and never backwards in time.
create policy arrange on stand_ins for insert to voorveld_app with check (
  arranged_by = (select access.actor()) and ended_by is null and from_on >= access.today()
  and (away_id = (select access.actor()) or provision_id in (select access.provisions('trajectory', 'change')))
  and away_id in (select c.id from access.colleagues(provision_id) c)
  and stand_in_id in (select c.id from access.colleagues(provision_id) c));
-- It can be ended, and not made longer.
create policy finish on stand_ins for update to voorveld_app
  using ((select access.actor()) in (away_id, stand_in_id) or provision_id in (select access.provisions('trajectory', 'change')))
  with check (until_on < access.today() and ended_by = (select access.actor()));

create policy own on saved_filters to voorveld_app
  using (account_id = (select access.actor())) with check (account_id = (select access.actor()));

-- Who works on somebody as one's own work decides who works on that person; who stands in does not.
alter policy add on file_workers with check (
  not access.serves_the_other(account_id, person_id)
  and (stands_in is null or access.may_stand_in(stands_in, person_id, account_id, provision_id))
  and ((provision_id in (select access.provisions('trajectory', 'change')) and person_id not in (select access.opposed()))
    or person_id in (select access.works_steadily())
    or (account_id = (select access.actor()) and access.may_begin_on(person_id, provision_id)
      and provision_id in (select access.provisions_of_own_matches('trajectory', 'change')))));
alter policy change on file_workers
  using (stands_in is null and (person_id in (select access.works_steadily())
    or (provision_id in (select access.provisions('trajectory', 'change')) and person_id not in (select access.opposed()))))
  with check (true);
alter policy add on assignments with check (
  (stands_in is null or access.may_stand_on(stands_in, trajectory_id, person_id))
  and (provision_id in (select access.provisions('trajectory', 'change'))
    or (provision_id in (select access.provisions_of_own_matches('trajectory', 'change'))
      and trajectory_id in (select access.assigned_steadily()))));
alter policy change on assignments
  using (stands_in is null and (provision_id in (select access.provisions('trajectory', 'change'))
    or (provision_id in (select access.provisions_of_own_matches('trajectory', 'change'))
      and trajectory_id in (select access.assigned_steadily()))))
  with check (stands_in is null and (provision_id in (select access.provisions('trajectory', 'change'))
    or (provision_id in (select access.provisions_of_own_matches('trajectory', 'change'))
      and trajectory_id in (select access.assigned_steadily()))));
alter policy works_add on assignments with check (
  (stands_in is null or access.may_stand_on(stands_in, trajectory_id, person_id))
  and trajectory_id in (select t.id from trajectories t where t.person_id in (select access.works_steadily())));
alter policy works_add on trajectories with check (
  person_id in (select access.works_steadily()) and provision_id in (select access.provisions_of_own_matches('trajectory', 'change')));
alter policy open on plans with check (
  director_id = (select access.actor()) and family_id in (select access.steady_families()));

-- Nobody makes a file one's own by giving its person one's own sign-in.
alter policy add on person_details with check (
  person_id in (select access.works_on('change')) and account_id is distinct from (select access.actor()));
alter policy change on person_details
  using (person_id in (select access.works_on('change')))
  with check (person_id in (select access.works_on('change')) and account_id is distinct from (select access.actor()));
