-- Why: a manager makes a programme on screen (R-053), so what is not published yet is kept, and a programme has an owner who alone goes on with it.

-- Whose programme it is: of a municipality, of a region, or (both empty) of the whole platform. Reading stays for everyone.
alter table programmes
  add column region_id uuid references regions (id),
  add column municipality_id uuid references municipalities (id),
  add check (num_nonnulls(region_id, municipality_id) <= 1);

-- A definition in the making: any document, also one with faults; nobody reads it but who may publish it.
create table programme_drafts (
  id uuid primary key,
  region_id uuid references regions (id),
  municipality_id uuid references municipalities (id),
  code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  definition jsonb not null check (jsonb_typeof(definition) = 'object' and length(definition::text) <= 1000000),
  row_version integer not null default 1 check (row_version > 0),
  created_by uuid not null references people (id),
  created_at timestamptz not null default clock_timestamp(),
  changed_by uuid not null references people (id),
  changed_at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(region_id, municipality_id) <= 1)
);
create index programme_drafts_place on programme_drafts (municipality_id, region_id);

insert into role_rights (role, kind, action) values ('manager', 'programme', 'change');

-- What is of the whole platform asks for a right over the whole platform.
create function access.owns_programmes(at_region uuid, at_municipality uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select access.everywhere('programme', 'change')
    or at_municipality in (select access.municipalities('programme', 'change'))
    or at_region in (select access.regions('programme', 'change'))
$$;

-- A next version has the owner of the versions before it.
create function access.may_publish(asked_code text, at_region uuid, at_municipality uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(access.owns_programmes(at_region, at_municipality), false) and not exists (
    select from programmes p where p.code = asked_code
      and (p.region_id is distinct from at_region or p.municipality_id is distinct from at_municipality))
$$;

-- Which programmes run where is public knowledge; by whom is not asked here.
create function access.programmes_carried_out()
returns table (municipality_id uuid, programme_code text, is_running boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select p.municipality_id, p.programme_code, bool_or(p.ends_on is null or p.ends_on >= access.today())
  from provisions p group by p.municipality_id, p.programme_code order by min(p.created_at), p.programme_code
$$;

do $$
declare f regprocedure;
begin
  foreach f in array array['access.owns_programmes(uuid, uuid)', 'access.may_publish(text, uuid, uuid)',
    'access.programmes_carried_out()']::regprocedure[] loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('grant execute on function %s to voorveld_app, voorveld_reports', f);
  end loop;
end $$;

drop policy publish on programmes;
create policy publish on programmes for insert to voorveld_app with check (
  access.may_publish(code, region_id, municipality_id) and published_by = (select access.actor()) and retired_at is null);
drop policy retire on programmes;
create policy retire on programmes for update to voorveld_app
  using (access.owns_programmes(region_id, municipality_id) and retired_at is null)
  with check (access.owns_programmes(region_id, municipality_id) and retired_at is not null);

alter table programme_drafts enable row level security;
alter table programme_drafts force row level security;
grant select, insert, delete, update (definition, row_version, changed_by, changed_at) on programme_drafts to voorveld_app;
create policy read on programme_drafts for select to voorveld_app using (access.owns_programmes(region_id, municipality_id));
create policy begin on programme_drafts for insert to voorveld_app with check (
  access.owns_programmes(region_id, municipality_id)
  and created_by = (select access.actor()) and changed_by = (select access.actor()));
create policy change on programme_drafts for update to voorveld_app
  using (access.owns_programmes(region_id, municipality_id))
  with check (access.owns_programmes(region_id, municipality_id) and changed_by = (select access.actor()));
create policy remove on programme_drafts for delete to voorveld_app using (access.owns_programmes(region_id, municipality_id));
