-- Why: every later table hangs its row-level security on who works where, so places, people, roles and grants come first.

-- Roles of the cluster. The application signs in as a member of the four working roles and takes one per transaction;
-- none of them owns a table, so none can pass by row-level security.
do $$
declare name text;
begin
  foreach name in array array['voorveld_app', 'voorveld_reports', 'voorveld_sign_in', 'voorveld_jobs', 'voorveld_definer'] loop
    begin
      if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I nologin nobypassrls', name);
      end if;
    exception when duplicate_object or unique_violation then null; -- made by another database of this cluster just now
    end;
  end loop;
end $$;
do $$ begin execute format('grant voorveld_definer to %I', current_user); exception when others then null; end $$;

revoke all on schema public from public;
create schema access;
create schema sign_in;
create schema jobs;
create schema logs;
grant usage on schema public to voorveld_app, voorveld_reports, voorveld_definer;
grant usage on schema access to voorveld_app, voorveld_reports, voorveld_definer;
grant usage on schema logs to voorveld_app, voorveld_definer;
grant usage on schema sign_in to voorveld_sign_in;
grant usage on schema jobs to voorveld_jobs;
grant create on schema access to voorveld_definer;
alter default privileges revoke execute on functions from public;

create table regions (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

create table municipalities (
  id uuid primary key,
  region_id uuid references regions (id),
  code text not null unique check (code ~ '^GM[0-9]{4}$'),
  name text not null check (length(name) between 1 and 80),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- AVG article 9: counted only where the municipality decided so (R-264).
  counts_migration_background boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);
create index municipalities_region on municipalities (region_id);

create table villages (
  municipality_id uuid not null references municipalities (id),
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 80),
  position integer not null default 0,
  primary key (municipality_id, code)
);

create table organisations (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 120),
  created_at timestamptz not null default clock_timestamp()
);

create table teams (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  name text not null check (length(name) between 1 and 120),
  unique (organisation_id, name),
  unique (id, organisation_id)
);

-- A programme as one organisation (and perhaps one team of it) carries it out in one municipality.
create table provisions (
  municipality_id uuid not null references municipalities (id),
  id uuid not null unique,
  organisation_id uuid not null references organisations (id),
  team_id uuid,
  programme_code text not null check (programme_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  starts_on date,
  ends_on date,
  created_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  unique (municipality_id, id, organisation_id, programme_code),
  foreign key (team_id, organisation_id) references teams (id, organisation_id),
  check (ends_on >= starts_on)
);
create unique index provisions_once on provisions
  (municipality_id, organisation_id, programme_code, coalesce(team_id, '00000000-0000-0000-0000-000000000000'));

create table people (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  email text unique check (email = lower(email) and length(email) <= 254),
  kind text not null default 'person' check (kind in ('person', 'built-in')),
  language text not null default 'nl' check (language in ('nl', 'en')),
  is_active boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  check (kind = 'built-in' or email is not null)
);

create table role_rights (
  role text not null,
  kind text not null,
  action text not null check (action in ('read', 'list', 'count', 'search', 'change', 'export')),
  primary key (role, kind, action)
);

-- One role of one person in one scope; a person may hold several (R-259). The scope narrows from left to right.
create table grants (
  id uuid primary key,
  person_id uuid not null references people (id),
  role text not null,
  everywhere boolean not null default false,
  region_id uuid references regions (id),
  municipality_id uuid references municipalities (id),
  organisation_id uuid references organisations (id),
  team_id uuid,
  programme_code text,
  own_matches boolean not null default false,
  starts_on date not null,
  ends_on date,
  granted_by uuid references people (id),
  granted_at timestamptz not null default clock_timestamp(),
  foreign key (team_id, organisation_id) references teams (id, organisation_id),
  check (ends_on >= starts_on),
  check (num_nonnulls(region_id, municipality_id) + everywhere::int = 1),
  check (organisation_id is null or municipality_id is not null),
  check (team_id is null or organisation_id is not null),
  check (not own_matches or organisation_id is not null),
  -- Who works on files works for an organisation, and most see a file only when it is assigned to them (R-107, R-263).
  check (organisation_id is not null or role not in ('coordinator', 'separation-expert', 'financial-prevention-worker')),
  check (own_matches or role not in ('debt-worker', 'trainer', 'social-worker', 'consulent', 'local-team-member',
    'regional-team-member', 'director', 'care-provider', 'volunteer'))
);
create index grants_person on grants (person_id);
create index grants_place on grants (municipality_id, organisation_id);

create table invitations (
  id uuid primary key,
  person_id uuid not null references people (id),
  municipality_id uuid references municipalities (id),
  organisation_id uuid references organisations (id),
  token_hash text not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_by uuid not null references people (id),
  created_at timestamptz not null default clock_timestamp()
);

-- Whether this database holds real records or only the fictional demo region; demo mode is refused on real records.
create table installation (
  only_row boolean primary key default true check (only_row),
  purpose text not null default 'empty' check (purpose in ('empty', 'demo', 'real'))
);
insert into installation default values;

/* ---- who may: questions that policies ask -------------------------------------------------------------------- */

create function access.actor() returns uuid language sql stable as
  $$ select nullif(current_setting('app.actor_id', true), '')::uuid $$;

create function access.today() returns date language sql stable as
  $$ select (now() at time zone 'Europe/Amsterdam')::date $$;

-- The actor's grants in force today that carry this right.
create function access.rights(asked_kind text, asked_action text)
returns setof grants language sql stable security definer set search_path = public, pg_temp as $$
  select g.* from grants g
  join people p on p.id = g.person_id and p.is_active
  join role_rights r on r.role = g.role and r.kind = asked_kind and r.action = asked_action
  where g.person_id = access.actor() and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today())
$$;

create function access.everywhere(asked_kind text, asked_action text)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from access.rights(asked_kind, asked_action) g where g.everywhere)
$$;

create function access.municipalities(asked_kind text, asked_action text)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from municipalities m where exists (
    select from access.rights(asked_kind, asked_action) g
    where g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id)
$$;

create function access.regions(asked_kind text, asked_action text)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select r.id from regions r where exists (
    select from access.rights(asked_kind, asked_action) g where g.everywhere or g.region_id = r.id)
$$;

-- Provisions whose every record is in reach (not the grants that reach own matches only).
create function access.provisions(asked_kind text, asked_action text)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from provisions p join municipalities m on m.id = p.municipality_id where exists (
    select from access.rights(asked_kind, asked_action) g
    where not g.own_matches
      and (g.everywhere or g.municipality_id = m.id or g.region_id = m.region_id)
      and (g.organisation_id is null or g.organisation_id = p.organisation_id)
      and (g.team_id is null or g.team_id = p.team_id)
      and (g.programme_code is null or g.programme_code = p.programme_code))
$$;

-- Provisions where the actor reaches only the records assigned to the actor.
create function access.provisions_of_own_matches(asked_kind text, asked_action text)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from provisions p where exists (
    select from access.rights(asked_kind, asked_action) g
    where g.own_matches and g.municipality_id = p.municipality_id and g.organisation_id = p.organisation_id
      and (g.team_id is null or g.team_id = p.team_id)
      and (g.programme_code is null or g.programme_code = p.programme_code))
$$;

create function access.organisations(asked_kind text, asked_action text)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from organisations o where exists (
    select from access.rights(asked_kind, asked_action) g
    where g.everywhere or g.organisation_id = o.id
      or (g.organisation_id is null and exists (
        select from provisions p join municipalities m on m.id = p.municipality_id
        where p.organisation_id = o.id and (g.municipality_id = m.id or g.region_id = m.region_id))))
$$;

-- May the actor give or see a grant in this place? A grant is in reach when it lies wholly inside one of the actor's own.
create function access.reaches(asked_kind text, asked_action text,
  at_everywhere boolean, at_region uuid, at_municipality uuid, at_organisation uuid, at_programme text)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from access.rights(asked_kind, asked_action) g
    where g.everywhere or (
      not coalesce(at_everywhere, false)
      and (g.municipality_id = at_municipality
        or g.region_id = coalesce(at_region, (select m.region_id from municipalities m where m.id = at_municipality)))
      and (g.organisation_id is null or g.organisation_id = at_organisation)
      and (g.programme_code is null or g.programme_code = at_programme)))
$$;

create function access.people(asked_kind text, asked_action text)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from people p where exists (
    select from grants g where g.person_id = p.id and access.reaches(asked_kind, asked_action,
      g.everywhere, g.region_id, g.municipality_id, g.organisation_id, g.programme_code))
$$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'access' loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('grant execute on function %s to voorveld_app, voorveld_reports', f);
  end loop;
end $$;

/* ---- rights --------------------------------------------------------------------------------------------------- */

-- Letters: r read, l list, c count, s search, w change, x export. Written apart from roles.ts on purpose.
insert into role_rights (role, kind, action)
select t.role, t.kind, case letter when 'r' then 'read' when 'l' then 'list' when 'c' then 'count'
  when 's' then 'search' when 'w' then 'change' when 'x' then 'export' end
from (values
  ('visitor', 'municipality', 'rlcs'),
  ('visitor', 'programme', 'rlcs'),
  ('operator', 'municipality', 'rlcsw'),
  ('operator', 'organisation', 'rlcsw'),
  ('operator', 'person', 'rlcsw'),
  ('operator', 'setting', 'rlcsw'),
  ('operator', 'programme', 'rlcsw'),
  ('operator', 'import', 'rlcsw'),
  ('operator', 'figure', 'rlcsx'),
  ('operator', 'own-figure', 'rlcsx'),
  ('operator', 'audit', 'rlcs'),
  ('job-runner', 'municipality', 'rlcs'),
  ('job-runner', 'programme', 'rlcs'),
  ('job-runner', 'import', 'rlcsw'),
  ('job-runner', 'trajectory', 'rlcsw'),
  ('job-runner', 'organisation', 'rlcs'),
  ('job-runner', 'audit', 'rlcs'),
  ('platform-manager', 'municipality', 'rlcsw'),
  ('platform-manager', 'organisation', 'rlcsw'),
  ('platform-manager', 'person', 'rlcsw'),
  ('platform-manager', 'setting', 'rlcsw'),
  ('platform-manager', 'programme', 'rlcsw'),
  ('platform-manager', 'audit', 'rlcs'),
  ('manager', 'municipality', 'rlcsw'),
  ('manager', 'organisation', 'rlcsw'),
  ('manager', 'person', 'rlcsw'),
  ('manager', 'setting', 'rlcsw'),
  ('manager', 'programme', 'rlcs'),
  ('manager', 'figure', 'rlcsx'),
  ('privacy-officer', 'municipality', 'rlcs'),
  ('privacy-officer', 'programme', 'rlcs'),
  ('privacy-officer', 'organisation', 'rlcs'),
  ('privacy-officer', 'person', 'rlcs'),
  ('privacy-officer', 'setting', 'rlcs'),
  ('privacy-officer', 'audit', 'rlcsx'),
  ('coordinator', 'municipality', 'rlcs'),
  ('coordinator', 'programme', 'rlcs'),
  ('coordinator', 'organisation', 'rlcs'),
  ('coordinator', 'person', 'rlcs'),
  ('coordinator', 'import', 'rlcswx'),
  ('coordinator', 'trajectory', 'rlcswx'),
  ('coordinator', 'own-figure', 'rlcsx'),
  ('coordinator', 'setting', 'rlcs'),
  ('separation-expert', 'municipality', 'rlcs'),
  ('separation-expert', 'programme', 'rlcs'),
  ('separation-expert', 'organisation', 'rlcs'),
  ('separation-expert', 'trajectory', 'rlcswx'),
  ('separation-expert', 'own-figure', 'rlcsx'),
  ('financial-prevention-worker', 'municipality', 'rlcs'),
  ('financial-prevention-worker', 'programme', 'rlcs'),
  ('financial-prevention-worker', 'organisation', 'rlcs'),
  ('financial-prevention-worker', 'trajectory', 'rlcswx'),
  ('financial-prevention-worker', 'own-figure', 'rlcsx'),
  ('volunteer', 'municipality', 'rlcs'),
  ('volunteer', 'programme', 'rlcs'),
  ('volunteer', 'trajectory', 'rlcs'),
  ('experience-expert', 'municipality', 'rlcs'),
  ('experience-expert', 'programme', 'rlcs'),
  ('resident', 'municipality', 'rlcs'),
  ('resident', 'programme', 'rlcs'),
  ('debt-worker', 'municipality', 'rlcs'),
  ('debt-worker', 'programme', 'rlcs'),
  ('debt-worker', 'organisation', 'rlcs'),
  ('debt-worker', 'trajectory', 'rlcsw'),
  ('trainer', 'municipality', 'rlcs'),
  ('trainer', 'programme', 'rlcs'),
  ('trainer', 'organisation', 'rlcs'),
  ('trainer', 'trajectory', 'rlcsw'),
  ('social-worker', 'municipality', 'rlcs'),
  ('social-worker', 'programme', 'rlcs'),
  ('social-worker', 'organisation', 'rlcs'),
  ('social-worker', 'trajectory', 'rlcsw'),
  ('consulent', 'municipality', 'rlcs'),
  ('consulent', 'programme', 'rlcs'),
  ('consulent', 'organisation', 'rlcs'),
  ('consulent', 'trajectory', 'rlcsw'),
  ('local-team-member', 'municipality', 'rlcs'),
  ('local-team-member', 'programme', 'rlcs'),
  ('local-team-member', 'organisation', 'rlcs'),
  ('local-team-member', 'trajectory', 'rlcsw'),
  ('regional-team-member', 'municipality', 'rlcs'),
  ('regional-team-member', 'programme', 'rlcs'),
  ('regional-team-member', 'organisation', 'rlcs'),
  ('regional-team-member', 'trajectory', 'rlcsw'),
  ('director', 'municipality', 'rlcs'),
  ('director', 'programme', 'rlcs'),
  ('director', 'organisation', 'rlcs'),
  ('director', 'trajectory', 'rlcsw'),
  ('care-provider', 'municipality', 'rlcs'),
  ('care-provider', 'programme', 'rlcs'),
  ('care-provider', 'organisation', 'rlcs'),
  ('care-provider', 'trajectory', 'rlcsw'),
  ('policy-adviser', 'municipality', 'rlcs'),
  ('policy-adviser', 'programme', 'rlcs'),
  ('policy-adviser', 'figure', 'rlcsx'),
  ('project-leader', 'municipality', 'rlcs'),
  ('project-leader', 'programme', 'rlcs'),
  ('project-leader', 'figure', 'rlcsx'),
  ('programme-manager', 'municipality', 'rlcs'),
  ('programme-manager', 'programme', 'rlcs'),
  ('programme-manager', 'figure', 'rlcsx'),
  ('budget-holder', 'municipality', 'rlcs'),
  ('budget-holder', 'programme', 'rlcs'),
  ('budget-holder', 'figure', 'rlcsx'),
  ('contract-manager', 'municipality', 'rlcs'),
  ('contract-manager', 'programme', 'rlcs'),
  ('contract-manager', 'figure', 'rlcsx'),
  ('communication-adviser', 'municipality', 'rlcs'),
  ('communication-adviser', 'programme', 'rlcs'),
  ('communication-adviser', 'figure', 'rlcsx'),
  ('board-member', 'municipality', 'rlcs'),
  ('board-member', 'programme', 'rlcs'),
  ('board-member', 'figure', 'rlcsx'),
  ('licence-holder', 'municipality', 'rlcs'),
  ('licence-holder', 'programme', 'rlcs'),
  ('licence-holder', 'figure', 'rlcsx')
) as t (role, kind, letters), regexp_split_to_table(t.letters, '') as letter;

insert into people (id, name, kind) values
  ('00000000-0000-7000-8000-000000000001', 'Bezoeker', 'built-in'),
  ('00000000-0000-7000-8000-000000000002', 'Beheerder van deze machine', 'built-in'),
  ('00000000-0000-7000-8000-000000000003', 'Achtergrondtaken', 'built-in');
insert into grants (id, person_id, role, everywhere, starts_on) values
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000001', 'visitor', true, '2000-01-01'),
  ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000002', 'operator', true, '2000-01-01'),
  ('00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000003', 'job-runner', true, '2000-01-01');

/* ---- row-level security -------------------------------------------------------------------------------------- */

grant select on regions, municipalities, villages, organisations, teams, provisions, people, role_rights, grants to voorveld_definer;
grant select, insert, update on regions, municipalities, villages, organisations, teams, provisions, people, grants, invitations to voorveld_app;
grant delete on villages to voorveld_app;
grant select on role_rights to voorveld_app;
grant select, update on installation to voorveld_app;
grant select on regions, municipalities, villages, provisions to voorveld_reports;

do $$
declare t text;
begin
  foreach t in array array['regions', 'municipalities', 'villages', 'organisations', 'teams', 'provisions', 'people', 'role_rights', 'grants', 'invitations', 'installation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['regions', 'municipalities', 'villages', 'organisations', 'teams', 'provisions', 'people', 'role_rights', 'grants'] loop
    execute format('create policy definer_reads on %I for select to voorveld_definer using (true)', t);
  end loop;
end $$;

-- Names of places are public knowledge.
create policy everyone_reads on regions for select to voorveld_app, voorveld_reports using (true);
create policy everyone_reads on municipalities for select to voorveld_app, voorveld_reports using (true);
create policy everyone_reads on villages for select to voorveld_app, voorveld_reports using (true);
create policy reports_read on provisions for select to voorveld_reports using (true);

create policy set_up on regions for insert to voorveld_app with check ((select access.everywhere('municipality', 'change')));
create policy set_up_change on regions for update to voorveld_app
  using ((select access.everywhere('municipality', 'change'))) with check ((select access.everywhere('municipality', 'change')));
create policy set_up on municipalities for insert to voorveld_app with check ((select access.everywhere('municipality', 'change')));
create policy change on municipalities for update to voorveld_app
  using (id in (select access.municipalities('municipality', 'change')))
  with check (id in (select access.municipalities('municipality', 'change')));
create policy change on villages for insert to voorveld_app with check (municipality_id in (select access.municipalities('municipality', 'change')));
create policy change_name on villages for update to voorveld_app
  using (municipality_id in (select access.municipalities('municipality', 'change')))
  with check (municipality_id in (select access.municipalities('municipality', 'change')));
create policy remove on villages for delete to voorveld_app using (municipality_id in (select access.municipalities('municipality', 'change')));

create policy read on organisations for select to voorveld_app using (id in (select access.organisations('organisation', 'read')));
create policy set_up on organisations for insert to voorveld_app
  with check (exists (select from access.municipalities('organisation', 'change')));
create policy change on organisations for update to voorveld_app
  using (id in (select access.organisations('organisation', 'change'))) with check (id in (select access.organisations('organisation', 'change')));
create policy read on teams for select to voorveld_app using (organisation_id in (select access.organisations('organisation', 'read')));
create policy change on teams for insert to voorveld_app with check (organisation_id in (select access.organisations('organisation', 'change')));
create policy change_name on teams for update to voorveld_app
  using (organisation_id in (select access.organisations('organisation', 'change')))
  with check (organisation_id in (select access.organisations('organisation', 'change')));
create policy read on provisions for select to voorveld_app using (id in (select access.provisions('organisation', 'read')) or id in (select access.provisions_of_own_matches('organisation', 'read')));
create policy change on provisions for insert to voorveld_app with check (
  (select access.everywhere('organisation', 'change')) or municipality_id in (select access.municipalities('organisation', 'change')));
create policy change_term on provisions for update to voorveld_app
  using (id in (select access.provisions('organisation', 'change'))) with check (id in (select access.provisions('organisation', 'change')));

create policy own on people for select to voorveld_app using (id = (select access.actor()));
create policy read on people for select to voorveld_app using (id in (select access.people('person', 'read')));
create policy invite on people for insert to voorveld_app with check (kind = 'person' and exists (select from access.rights('person', 'change')));
create policy change on people for update to voorveld_app
  using (id in (select access.people('person', 'change'))) with check (kind = 'person' and id in (select access.people('person', 'change')));

create policy read on role_rights for select to voorveld_app using (true);

create policy own on grants for select to voorveld_app using (person_id = (select access.actor()));
create policy read on grants for select to voorveld_app using (
  access.reaches('person', 'read', everywhere, region_id, municipality_id, organisation_id, programme_code));
-- Nobody gives a role to oneself, and nobody gives reach beyond the own.
create policy give on grants for insert to voorveld_app with check (
  person_id <> (select access.actor())
  and access.reaches('person', 'change', everywhere, region_id, municipality_id, organisation_id, programme_code));
create policy take_back on grants for update to voorveld_app
  using (access.reaches('person', 'change', everywhere, region_id, municipality_id, organisation_id, programme_code))
  with check (person_id <> (select access.actor())
    and access.reaches('person', 'change', everywhere, region_id, municipality_id, organisation_id, programme_code));

create policy read on invitations for select to voorveld_app using (
  access.reaches('person', 'change', false, null, municipality_id, organisation_id, null));
create policy invite on invitations for insert to voorveld_app with check (
  created_by = (select access.actor()) and access.reaches('person', 'change', municipality_id is null, null, municipality_id, organisation_id, null));

create policy read on installation for select to voorveld_app using (true);
create policy mark on installation for update to voorveld_app using (purpose <> 'real') with check (purpose <> 'empty');
