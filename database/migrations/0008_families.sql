-- Why: around a separation each person has a file of their own, and what one of them tells never reaches the other (R-039, R-045, R-088, R-270).

-- R-263: who guides people through a separation or money trouble sees the files assigned to them, and counts nothing.
update grants set own_matches = true where role in ('separation-expert', 'financial-prevention-worker');
alter table grants add constraint grants_experts_see_assigned_files
  check (own_matches or role not in ('separation-expert', 'financial-prevention-worker'));
delete from role_rights where role in ('separation-expert', 'financial-prevention-worker')
  and (kind = 'own-figure' or (kind = 'trajectory' and action = 'export'));

-- Breaking the glass: opening a file that is not one's own, with a reason, for a short time, seen by the privacy officer.
-- `change` is breaking it, the rest is looking at who did.
insert into role_rights (role, kind, action)
select role, 'broken-glass', action
from unnest(array['coordinator', 'separation-expert', 'financial-prevention-worker', 'social-worker', 'consulent',
    'local-team-member', 'regional-team-member', 'director']) as role, unnest(array['change']) as action
union all
select 'privacy-officer', 'broken-glass', action from unnest(array['read', 'list', 'count', 'search', 'export']) as action;

/* ---- people of a family ------------------------------------------------------------------------------------------- */

-- What everyone who works with the family knows of its members, and no more.
create table persons (
  municipality_id uuid not null references municipalities (id),
  id uuid not null unique,
  organisation_id uuid not null references organisations (id),
  kind text not null check (kind in ('adult', 'child', 'unborn')),
  name text check (length(name) between 1 and 120),
  -- Age as it was told on a day, never a birth date.
  age_years integer check (age_years between 0 and 110),
  weeks_pregnant integer check (weeks_pregnant between 1 and 43),
  stated_on date,
  -- A child's file opens only when help or a record concerns the child.
  file_opened_on date,
  created_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  unique (municipality_id, id, organisation_id),
  check ((kind = 'unborn') = (weeks_pregnant is not null)),
  check (kind <> 'unborn' or age_years is null),
  check ((age_years is null and weeks_pregnant is null) = (stated_on is null))
);

create table family_members (
  municipality_id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('parent', 'child', 'other')),
  primary key (municipality_id, family_id, person_id),
  foreign key (municipality_id, family_id, organisation_id) references families (municipality_id, id, organisation_id),
  foreign key (municipality_id, person_id, organisation_id) references persons (municipality_id, id, organisation_id)
);
create index family_members_person on family_members (person_id);

-- Belongs to the person's own file: how to reach somebody, and whether that is safe (R-270).
create table person_details (
  municipality_id uuid not null,
  person_id uuid not null,
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 254),
  address text check (length(address) <= 200),
  village_code text,
  -- Codes and short words: when to call, voicemail, mail, who else reads or listens.
  safe_contact jsonb not null default '{}' check (jsonb_typeof(safe_contact) = 'object'),
  is_shielded boolean not null default false,
  -- The person's own sign-in, where there is one (R-088).
  account_id uuid references people (id),
  row_version integer not null default 1,
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references persons (municipality_id, id),
  foreign key (municipality_id, village_code) references villages (municipality_id, code)
);
create unique index person_details_account on person_details (municipality_id, account_id) where account_id is not null;
create index person_details_own on person_details (account_id) where account_id is not null;

-- Where a child lives: with one or with both. The address is the adult's and stays in the adult's file.
create table child_homes (
  municipality_id uuid not null,
  child_id uuid not null,
  adult_id uuid not null,
  primary key (municipality_id, child_id, adult_id),
  foreign key (municipality_id, child_id) references persons (municipality_id, id),
  foreign key (municipality_id, adult_id) references persons (municipality_id, id),
  check (child_id <> adult_id)
);

-- Authority (gezag) per parent per child, as found in a source on a day; never derived, never changed, only followed by a later row.
create table authority (
  municipality_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  parent_id uuid not null,
  value text not null check (value in ('yes', 'no', 'unknown')),
  source text not null check (source in ('parent-told', 'other-parent-told', 'authority-register', 'population-register', 'court-decision', 'not-checked')),
  checked_on date not null,
  valid_from date,
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, id),
  foreign key (municipality_id, child_id) references persons (municipality_id, id),
  foreign key (municipality_id, parent_id) references persons (municipality_id, id),
  check (child_id <> parent_id),
  check ((value = 'unknown') or source <> 'not-checked')
);
create index authority_child on authority (municipality_id, child_id, parent_id, recorded_at desc);

/* ---- whose trajectory, and who works on whose file ----------------------------------------------------------------- */

alter table trajectories add column person_id uuid;
alter table trajectories add foreign key (municipality_id, person_id, organisation_id) references persons (municipality_id, id, organisation_id);
create index trajectories_person on trajectories (person_id) where person_id is not null;

-- Who works on a person's own trajectory, kept beside the assignment in one transaction: whoever stands here is a worker
-- of this person, and for everybody else in the family counts as this person.
create table file_workers (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  provision_id uuid not null,
  account_id uuid not null references people (id),
  role text not null,
  from_on date not null,
  until_on date,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references persons (municipality_id, id),
  foreign key (municipality_id, provision_id) references provisions (municipality_id, id),
  check (until_on >= from_on)
);
create index file_workers_account on file_workers (account_id);
create index file_workers_person on file_workers (person_id);

-- Somebody serves two adults of one family only by a decision on record.
create table both_sides_decisions (
  municipality_id uuid not null,
  id uuid not null,
  family_id uuid not null,
  account_id uuid not null references people (id),
  reason text not null check (length(btrim(reason)) between 10 and 2000),
  decided_by uuid not null references people (id),
  decided_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references families (municipality_id, id),
  check (account_id <> decided_by)
);

create table glass_breaks (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null references people (id),
  reason text not null check (length(btrim(reason)) between 10 and 2000),
  broken_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  closes_at timestamptz(3) not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references persons (municipality_id, id),
  -- A short time: three hours at most.
  check (closes_at > broken_at and closes_at <= broken_at + interval '3 hours')
);
create index glass_breaks_account on glass_breaks (account_id, closes_at);

/* ---- notes ---------------------------------------------------------------------------------------------------------- */

create table notes (
  municipality_id uuid not null,
  id uuid not null unique,
  -- Whose file it stands in.
  person_id uuid not null,
  trajectory_id uuid,
  kind text not null default 'note' check (kind in ('note', 'contact', 'child-voice')),
  disclosure text not null default 'own-file' check (disclosure in ('own-file', 'professionals', 'safety')),
  holds_on date not null,
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  written_by uuid not null references people (id),
  body text not null check (length(btrim(body)) between 1 and 10000),
  -- The note that this one takes the place of; it stays, and only one can replace it.
  replaces uuid unique,
  primary key (municipality_id, id),
  unique (municipality_id, id, person_id),
  foreign key (municipality_id, person_id) references persons (municipality_id, id),
  foreign key (municipality_id, replaces, person_id) references notes (municipality_id, id, person_id)
);
create index notes_file on notes (municipality_id, person_id, holds_on desc, recorded_at desc);

-- Whom a safety record names: they read it, nobody else.
create table note_named (
  municipality_id uuid not null,
  note_id uuid not null,
  account_id uuid not null references people (id),
  primary key (municipality_id, note_id, account_id),
  foreign key (municipality_id, note_id) references notes (municipality_id, id)
);
create index note_named_account on note_named (account_id);

/* ---- questions that the policies ask ------------------------------------------------------------------------------- */

-- The persons on whose own trajectory the actor works today, with a grant that still carries the right.
create function access.works_on(asked_action text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select w.person_id from file_workers w
  where w.account_id = access.actor() and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today())
    and (w.provision_id in (select access.provisions('trajectory', asked_action))
      or w.provision_id in (select access.provisions_of_own_matches('trajectory', asked_action)))
$$;

-- The actor as a person of a family: the own file.
create function access.own_persons() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select d.person_id from person_details d join people p on p.id = d.account_id and p.is_active
  where d.account_id = access.actor()
$$;

create function access.glass_broken() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select g.person_id from glass_breaks g
  where g.account_id = access.actor() and g.broken_at <= now() and g.closes_at > now()
    and exists (select from access.rights('broken-glass', 'change'))
$$;

-- The families of which the actor is part, as one of them or as somebody's worker.
create function access.own_families() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.family_id from family_members m
  where m.person_id in (select access.works_on('read') union select access.own_persons() union select access.glass_broken())
$$;

create function access.family_circle() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.person_id from family_members m where m.family_id in (select access.own_families())
$$;

-- The families in which the actor works on somebody, and all their members.
create function access.works_families() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.family_id from family_members m where m.person_id in (select access.works_on('change'))
$$;

create function access.works_circle() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.person_id from family_members m where m.family_id in (select access.works_families())
$$;

-- The others in those families: their files are closed, whatever else the actor may.
create function access.opposed() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.person_id from family_members m
  where m.family_id in (
      select n.family_id from family_members n
      where n.person_id in (select access.works_on('read') union select access.own_persons()))
    and m.person_id not in (select access.works_on('read') union select access.own_persons())
$$;

create function access.opposed_trajectories() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id from trajectories t where t.person_id in (select access.opposed())
$$;

create function access.named_on() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select note_id from note_named where account_id = access.actor()
$$;

-- Notes the actor wrote: whom a safety record names is said by who wrote it.
create function access.written_notes() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from notes where written_by = access.actor()
$$;

-- Provisions in reach of a right that is not narrowed to own matches or a team, such as breaking the glass.
create function access.provisions_for(asked_kind text, asked_action text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from provisions p join municipalities m on m.id = p.municipality_id where exists (
    select from access.rights(asked_kind, asked_action) g
    where (g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id)
      and (g.organisation_id is null or g.organisation_id = p.organisation_id)
      and (g.programme_code is null or g.programme_code = p.programme_code))
$$;

-- Whose file the actor may open by breaking the glass: never that of the other.
create function access.breakable() returns table (person_id uuid, municipality_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.person_id, t.municipality_id from trajectories t
  where t.person_id is not null and t.provision_id in (select access.provisions_for('broken-glass', 'change'))
    and t.person_id not in (select access.opposed())
$$;

-- The names of who works on the files that the actor reads, and of who wrote in them; no address, no role elsewhere.
create function access.worker_names() returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  with readable as (select access.works_on('read') as id union select access.own_persons() union select access.glass_broken())
  select p.id, p.name from people p
  where p.id in (select w.account_id from file_workers w where w.person_id in (select r.id from readable r))
    or p.id in (select n.written_by from notes n where n.person_id in (select r.id from readable r))
$$;

-- A person on whose file nobody works or ever worked.
create function access.is_new_file(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from file_workers where person_id = person)
$$;

-- A person who belongs to no family yet.
create function access.is_unlinked(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from family_members where person_id = person)
$$;

create function access.is_empty_family(family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from family_members where family_id = family)
$$;

-- Whether this account serves another adult of the person's family now, without a decision that it may serve both.
create function access.serves_the_other(account uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from persons me
    join family_members mine on mine.person_id = me.id
    join family_members theirs on theirs.family_id = mine.family_id and theirs.person_id <> me.id
    join persons other on other.id = theirs.person_id and other.kind = 'adult'
    join file_workers w on w.person_id = other.id and w.account_id = account
      and w.from_on <= access.today() and (w.until_on is null or w.until_on >= access.today())
    where me.id = person and me.kind = 'adult'
      and not exists (select from both_sides_decisions d where d.family_id = mine.family_id and d.account_id = account))
$$;

do $$
declare f regprocedure;
begin
  foreach f in array array['access.works_on(text)', 'access.own_persons()', 'access.glass_broken()', 'access.own_families()',
    'access.family_circle()', 'access.works_families()', 'access.works_circle()', 'access.opposed()', 'access.opposed_trajectories()', 'access.named_on()', 'access.written_notes()',
    'access.provisions_for(text, text)', 'access.breakable()', 'access.worker_names()', 'access.is_new_file(uuid)', 'access.is_unlinked(uuid)',
    'access.is_empty_family(uuid)', 'access.serves_the_other(uuid, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('grant execute on function %s to voorveld_app', f);
  end loop;
end $$;

/* ---- row-level security --------------------------------------------------------------------------------------------- */

grant select on persons, family_members, person_details, file_workers, both_sides_decisions, glass_breaks, notes, note_named to voorveld_definer;
grant select (person_id) on trajectories to voorveld_definer;
grant select, insert, delete on persons, family_members, person_details, child_homes, authority, file_workers,
  both_sides_decisions, glass_breaks, notes, note_named to voorveld_app;
grant update (name, age_years, weeks_pregnant, kind, stated_on, file_opened_on) on persons to voorveld_app;
grant update (phone, email, address, village_code, safe_contact, is_shielded, account_id, row_version) on person_details to voorveld_app;
grant update (until_on) on file_workers to voorveld_app;

do $$
declare t text;
begin
  foreach t in array array['persons', 'family_members', 'person_details', 'child_homes', 'authority', 'file_workers',
    'both_sides_decisions', 'glass_breaks', 'notes', 'note_named'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- Destruction after the term is for the background tasks alone (R-274).
    execute format($p$create policy destroy on %I for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')))$p$, t);
    execute format($p$create policy destroy_reads on %I for select to voorveld_app using ((select access.everywhere('trajectory', 'change')))$p$, t);
  end loop;
  foreach t in array array['persons', 'family_members', 'person_details', 'file_workers', 'both_sides_decisions', 'glass_breaks', 'notes', 'note_named'] loop
    execute format('create policy definer_reads on %I for select to voorveld_definer using (true)', t);
  end loop;
  -- The file of the other stays closed, also to who otherwise sees every trajectory of a provision.
  foreach t in array array['trajectory_events', 'original_words', 'assignments'] loop
    execute format('create policy not_the_other on %I as restrictive for all to voorveld_app
      using (trajectory_id not in (select access.opposed_trajectories()))', t);
  end loop;
end $$;
create policy not_the_other on trajectories as restrictive for all to voorveld_app
  using (person_id is null or person_id not in (select access.opposed()));

-- A trajectory of one's own, for a person of the family; and of a file over which the glass is broken.
create policy own_read on trajectories for select to voorveld_app using (person_id in (select access.own_persons()));
create policy glass_read on trajectories for select to voorveld_app using (person_id in (select access.glass_broken()));

-- Whoever works on a person sees all that person's trajectories, and starts one as that person's worker.
create policy works_read on trajectories for select to voorveld_app using (person_id in (select access.works_on('read')));
create policy works_add on trajectories for insert to voorveld_app with check (
  person_id in (select access.works_on('change')) and provision_id in (select access.provisions_of_own_matches('trajectory', 'change')));
create policy works_add on assignments for insert to voorveld_app with check (
  trajectory_id in (select t.id from trajectories t where t.person_id in (select access.works_on('change'))));
create policy works_add on families for insert to voorveld_app with check ((municipality_id, organisation_id) in (
  select p.municipality_id, p.organisation_id from provisions p where p.id in (select access.provisions_of_own_matches('trajectory', 'change'))));
create policy circle_read on families for select to voorveld_app using (id in (select access.own_families()));

create policy circle_read on persons for select to voorveld_app using (
  id in (select access.family_circle()) or id in (select t.person_id from trajectories t where t.person_id is not null));
create policy add on persons for insert to voorveld_app with check ((municipality_id, organisation_id) in (
  select p.municipality_id, p.organisation_id from provisions p
  where p.id in (select access.provisions('trajectory', 'change')) or p.id in (select access.provisions_of_own_matches('trajectory', 'change'))));
-- Until somebody works on a person, the workers of the family keep what is known of the family as a whole.
create policy change on persons for update to voorveld_app
  using (id in (select access.works_on('change')) or (id in (select access.works_circle()) and access.is_new_file(id)))
  with check (id in (select access.works_on('change')) or (id in (select access.works_circle()) and access.is_new_file(id)));

create policy circle_read on family_members for select to voorveld_app using (
  family_id in (select access.own_families()) or person_id in (select t.person_id from trajectories t where t.person_id is not null));
create policy add on family_members for insert to voorveld_app with check (access.is_unlinked(person_id)
  and (family_id in (select access.works_families()) or access.is_empty_family(family_id)
    or (municipality_id, organisation_id) in (select p.municipality_id, p.organisation_id from provisions p
      where p.id in (select access.provisions('trajectory', 'change')))));

create policy own_file_read on person_details for select to voorveld_app using (
  person_id in (select access.works_on('read')) or person_id in (select access.own_persons()) or person_id in (select access.glass_broken()));
create policy add on person_details for insert to voorveld_app with check (person_id in (select access.works_on('change')));
create policy change on person_details for update to voorveld_app
  using (person_id in (select access.works_on('change'))) with check (person_id in (select access.works_on('change')));

create policy circle_read on child_homes for select to voorveld_app using (child_id in (select access.family_circle()));
create policy add on child_homes for insert to voorveld_app with check (
  child_id in (select access.works_circle()) and adult_id in (select access.works_circle())
  and (child_id in (select access.works_on('change')) or adult_id in (select access.works_on('change'))));

create policy own_file_read on authority for select to voorveld_app using (
  child_id in (select access.works_on('read')) or parent_id in (select access.works_on('read'))
  or child_id in (select access.own_persons()) or parent_id in (select access.own_persons())
  or child_id in (select access.glass_broken()) or parent_id in (select access.glass_broken()));
create policy add on authority for insert to voorveld_app with check (recorded_by = (select access.actor())
  and (child_id in (select access.works_on('change')) or parent_id in (select access.works_on('change'))));

create policy own_read on file_workers for select to voorveld_app using (account_id = (select access.actor()));
create policy file_read on file_workers for select to voorveld_app using (
  person_id in (select access.works_on('read')) or person_id in (select access.own_persons()) or person_id in (select access.glass_broken()));
create policy provision_read on file_workers for select to voorveld_app using (
  provision_id in (select access.provisions('trajectory', 'read')) and person_id not in (select access.opposed()));
-- Assigned by who leads the provision, handed over by who works on the file, or opened by its first worker; never across
-- the table, unless that was decided.
create policy add on file_workers for insert to voorveld_app with check (
  not access.serves_the_other(account_id, person_id)
  and ((provision_id in (select access.provisions('trajectory', 'change')) and person_id not in (select access.opposed()))
    or person_id in (select access.works_on('change'))
    or (account_id = (select access.actor()) and access.is_new_file(person_id)
      and provision_id in (select access.provisions_of_own_matches('trajectory', 'change')))));
create policy change on file_workers for update to voorveld_app
  using (person_id in (select access.works_on('change'))
    or (provision_id in (select access.provisions('trajectory', 'change')) and person_id not in (select access.opposed())))
  with check (true);

create policy own_read on both_sides_decisions for select to voorveld_app using (account_id = (select access.actor()));
create policy lead_read on both_sides_decisions for select to voorveld_app using (
  family_id in (select t.family_id from trajectories t where t.provision_id in (select access.provisions('trajectory', 'read'))));
create policy decide on both_sides_decisions for insert to voorveld_app with check (decided_by = (select access.actor())
  and family_id in (select t.family_id from trajectories t where t.provision_id in (select access.provisions('trajectory', 'change'))));

create policy own_read on glass_breaks for select to voorveld_app using (account_id = (select access.actor()));
create policy officer_read on glass_breaks for select to voorveld_app using (municipality_id in (select access.municipalities('broken-glass', 'read')));
create policy break on glass_breaks for insert to voorveld_app with check (
  account_id = (select access.actor()) and person_id in (select b.person_id from access.breakable() b));

create policy disclosed_read on notes for select to voorveld_app using (
  (disclosure = 'own-file' and (person_id in (select access.works_on('read')) or person_id in (select access.own_persons())
    or person_id in (select access.glass_broken())))
  or (disclosure = 'professionals' and (person_id in (select access.works_on('read')) or person_id in (select access.glass_broken())))
  or (disclosure = 'safety' and id in (select access.named_on())));
create policy add on notes for insert to voorveld_app with check (
  written_by = (select access.actor()) and person_id in (select access.works_on('change')));
create policy named_read on note_named for select to voorveld_app using (
  account_id = (select access.actor()) or note_id in (select access.named_on()));
create policy add on note_named for insert to voorveld_app with check (note_id in (select access.written_notes()));
