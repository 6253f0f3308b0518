-- Why: another system of an organisation or municipality keeps registrations or reads figures under its own name, with its own narrow rights and a key that ends, never under the password of a colleague.

/* ---- accounts that are no person ------------------------------------------------------------------------------ */

alter table people drop constraint people_kind_check;
alter table people add constraint people_kind_check check (kind in ('person', 'built-in', 'service'));
alter table people drop constraint people_check;
alter table people add constraint people_check check ((kind = 'person') = (email is not null));

-- What somebody is stays: a person becomes no machine and a machine no person.
create function access.keep_kind() returns trigger language plpgsql set search_path = pg_temp as $$
begin
  raise exception 'what an account is does not change' using errcode = 'check_violation';
end $$;
create trigger keep_kind after update of kind on people for each row when (new.kind <> old.kind) execute function access.keep_kind();

alter policy invite on people with check (kind <> 'built-in' and exists (select from access.rights('person', 'change')));
alter policy change on people with check (kind <> 'built-in' and id in (select access.people('person', 'change')));

-- Letters as in 0001: r read, l list, c count, s search, w change, x export.
insert into role_rights (role, kind, action)
select t.role, t.kind, case letter when 'r' then 'read' when 'l' then 'list' when 'c' then 'count'
  when 's' then 'search' when 'w' then 'change' when 'x' then 'export' end
from (values
  ('registration-system', 'municipality', 'rlcs'),
  ('registration-system', 'programme', 'rlcs'),
  ('registration-system', 'organisation', 'rlcs'),
  ('registration-system', 'trajectory', 'rlcsw'),
  ('registration-system', 'help-request', 'rlcsw'),
  ('registration-system', 'own-figure', 'rlcs'),
  ('reporting-system', 'municipality', 'rlcs'),
  ('reporting-system', 'programme', 'rlcs'),
  ('reporting-system', 'figure', 'rlcs')
) as t (role, kind, letters), regexp_split_to_table(t.letters, '') as letter;

alter table grants add constraint grants_systems_work_for_an_organisation
  check (organisation_id is not null or role <> 'registration-system');

-- A machine holds roles of machines and nobody else does, so that no other right (a file opened with a reason, an own
-- file) ever comes to one.
create function access.fits_account() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.role in ('registration-system', 'reporting-system')) <>
     exists (select from people p where p.id = new.person_id and p.kind = 'service') then
    raise exception 'this role does not go with this account' using errcode = 'check_violation';
  end if;
  return null;
end $$;
alter function access.fits_account() owner to voorveld_definer;
create trigger fits_account after insert or update of role, person_id on grants
  for each row execute function access.fits_account();

-- Files of persons, notes and what is shared are read by people: a machine is no worker of a file, not named on a safety
-- record, no receiver of what is shared, and has no own file.
create function access.is_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from people p where p.id = (to_jsonb(new) ->> tg_argv[0])::uuid and p.kind = 'service') then
    raise exception 'a file is read by people' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
alter function access.is_person() owner to voorveld_definer;
create trigger is_person before insert or update of account_id on file_workers
  for each row execute function access.is_person('account_id');
create trigger is_person before insert or update of account_id on note_named
  for each row execute function access.is_person('account_id');
create trigger is_person before insert or update of account_id on person_details
  for each row when (new.account_id is not null) execute function access.is_person('account_id');
create trigger is_person before insert or update of receiver_id on sharings
  for each row execute function access.is_person('receiver_id');

-- As before, without accounts that are no person: nobody hands a family over to a machine.
create or replace function access.colleagues(asked_provision uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.name from provisions v
  join grants g on g.organisation_id = v.organisation_id and g.municipality_id = v.municipality_id
    and (g.team_id is null or g.team_id = v.team_id) and (g.programme_code is null or g.programme_code = v.programme_code)
    and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today())
  join role_rights r on r.role = g.role and r.kind = 'trajectory' and r.action = 'change'
  join people p on p.id = g.person_id and p.is_active and p.kind <> 'service'
  where v.id = asked_provision
    and v.id in (select access.provisions('trajectory', 'change') union select access.provisions_of_own_matches('trajectory', 'change'))
$$;

-- Nor does a machine stand on a side: what is about one person is closed to it as what is about the other is to a worker.
create function access.is_system() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from people p where p.id = access.actor() and p.kind = 'service')
$$;
create function access.is_of_a_person(asked_trajectory uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from trajectories t where t.id = asked_trajectory and t.person_id is not null)
$$;
alter function access.is_system() owner to voorveld_definer;
alter function access.is_of_a_person(uuid) owner to voorveld_definer;
grant execute on function access.is_system(), access.is_of_a_person(uuid) to voorveld_app;
create policy not_for_systems on trajectories as restrictive for all to voorveld_app
  using (person_id is null or not (select access.is_system()));
create policy not_for_systems on file_workers as restrictive for all to voorveld_app using (not (select access.is_system()));
do $$
declare t text;
begin
  foreach t in array array['trajectory_events', 'original_words', 'assignments', 'child_voice_reasons', 'handed_over'] loop
    execute format('create policy not_for_systems on %I as restrictive for all to voorveld_app
      using (not ((select access.is_system()) and access.is_of_a_person(trajectory_id)))', t);
  end loop;
end $$;

/* ---- keys ----------------------------------------------------------------------------------------------------- */

create table service_tokens (
  id uuid primary key,
  account_id uuid not null references people (id),
  -- Where the key is used, in the words of who made it.
  label text not null check (length(btrim(label)) between 1 and 80),
  -- SHA-256 of 256 random bits: whoever reads the database cannot use it.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null check (cardinality(scopes) between 1 and 20 and array_to_string(scopes, '') ~ '^[a-z:]+$'),
  expires_at timestamptz not null,
  created_by uuid not null references people (id),
  created_at timestamptz not null default clock_timestamp(),
  -- To the minute, so that a busy machine writes it once a minute.
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references people (id),
  check (expires_at > created_at and expires_at <= created_at + interval '367 days'),
  check ((revoked_at is null) = (revoked_by is null))
);
create index service_tokens_account on service_tokens (account_id);

create function access.is_service(account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from people p where p.id = account and p.kind = 'service')
$$;
alter function access.is_service(uuid) owner to voorveld_definer;
grant execute on function access.is_service(uuid) to voorveld_app;

alter table service_tokens enable row level security;
alter table service_tokens force row level security;

-- The hash is written and never read by who manages keys; nothing of a key changes but that it is taken back.
grant select (id, account_id, label, scopes, expires_at, created_by, created_at, last_used_at, revoked_at, revoked_by),
  insert (id, account_id, label, token_hash, scopes, expires_at, created_by), update (revoked_at, revoked_by)
  on service_tokens to voorveld_app;
create policy read on service_tokens for select to voorveld_app using (account_id in (select access.people('person', 'change')));
-- A key opens all that its account may, so making one takes reach over all of that, as an invitation does.
create policy make on service_tokens for insert to voorveld_app with check (
  created_by = (select access.actor()) and access.is_service(account_id) and access.reaches_wholly(account_id));
create policy take_back on service_tokens for update to voorveld_app
  using (revoked_at is null and account_id in (select access.people('person', 'change')))
  with check (revoked_by = (select access.actor()) and account_id in (select access.people('person', 'change')));

grant select (id, account_id, token_hash, scopes, expires_at, last_used_at, revoked_at), update (last_used_at)
  on service_tokens to voorveld_sign_in;
create policy sign_in_reads on service_tokens for select to voorveld_sign_in using (true);
create policy sign_in_uses on service_tokens for update to voorveld_sign_in using (revoked_at is null) with check (revoked_at is null);

/* ---- what a machine does is logged as that ------------------------------------------------------------------------ */

alter table logs.audit_rows drop constraint audit_rows_origin_check;
alter table logs.audit_rows add constraint audit_rows_origin_check check (origin in ('web', 'api', 'command-line', 'job', 'test'));
