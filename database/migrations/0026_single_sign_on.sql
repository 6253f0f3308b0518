-- Why: people of an organisation sign in where they sign in for all their work, and what they may here follows the groups
-- that their own organisation keeps, so that who leaves a group there loses the right here.

/* ---- where an organisation signs in --------------------------------------------------------------------------- */

create table identity_providers (
  id uuid primary key,
  organisation_id uuid not null unique references organisations (id),
  -- What stands on the link of the sign-in page.
  name text not null check (length(name) between 1 and 80),
  -- Compared sign by sign with what the provider says of itself (OpenID Connect Discovery §4.3).
  issuer text not null check (issuer ~ '^https?://[^[:space:]?#]+$' and length(issuer) <= 500),
  client_id text not null check (length(client_id) between 1 and 200),
  client_auth text not null check (client_auth in ('client-secret-basic', 'client-secret-post', 'private-key')),
  -- The secret or the private key, encrypted with a key that is not in the database; written, never shown.
  secret text not null,
  public_key jsonb,
  group_claim text not null default 'groups' check (group_claim ~ '^[A-Za-z0-9_:./-]{1,120}$'),
  -- Asked for, and only then two factors: empty where the provider tells by itself.
  acr text check (length(acr) between 1 and 200),
  -- Addresses in these domains are given out by the organisation itself.
  mail_domains text[] not null default '{}',
  admits_new boolean not null default false,
  is_on boolean not null default false,
  changed_by uuid not null references people (id),
  changed_at timestamptz not null default clock_timestamp(),
  check ((client_auth = 'private-key') = (public_key is not null))
);

create table group_rights (
  id uuid primary key,
  provider_id uuid not null references identity_providers (id),
  group_name text not null check (length(group_name) between 1 and 200),
  role text not null,
  municipality_id uuid not null references municipalities (id),
  organisation_id uuid not null references organisations (id),
  programme_code text,
  own_matches boolean not null default false,
  mapped_by uuid not null references people (id),
  mapped_at timestamptz not null default clock_timestamp()
);
create unique index group_rights_once on group_rights
  (provider_id, group_name, role, municipality_id, coalesce(programme_code, ''));

-- A right that came from a group is told from one given by hand, and is the only kind that a group takes away.
alter table grants add column provider_id uuid references identity_providers (id);
alter table grants add check (provider_id is null or organisation_id is not null);
-- A right that is ended on the day it was given was never in force for a whole day: its last day lies before its first.
alter table grants drop constraint grants_check;
alter table grants add constraint grants_ends_after_start check (ends_on >= starts_on - 1);

-- Whom the provider calls by this subject. One person, one subject: there are no group accounts.
create table sign_in.identities (
  provider_id uuid not null,
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  user_id uuid not null references sign_in.users (id),
  linked_at timestamptz not null default clock_timestamp(),
  primary key (provider_id, issuer, subject),
  unique (provider_id, issuer, user_id)
);

-- Who showed a second factor elsewhere (at the provider, on an own key) needs none of ours in that session.
alter table sign_in.sessions add column second_factor_by text check (second_factor_by in ('provider', 'passkey'));

/* ---- questions ------------------------------------------------------------------------------------------------ */

-- Where an organisation works, or somebody works for it.
create function access.places_of_organisation(asked uuid)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select p.municipality_id from provisions p where p.organisation_id = asked
    union select g.municipality_id from grants g where g.organisation_id = asked and g.municipality_id is not null
      and (g.ends_on is null or g.ends_on >= access.today());
end $$;

-- Whoever says where an organisation signs in opens every account of it, so must reach it in every place it works.
create function access.organisations_wholly(asked_kind text, asked_action text)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with mine as materialized (select * from access.rights(asked_kind, asked_action) r where r.programme_code is null)
    select o.id from organisations o
    where exists (select from mine where mine.everywhere)
      or (exists (select from mine where mine.organisation_id is null or mine.organisation_id = o.id)
        and exists (select from access.places_of_organisation(o.id))
        and not exists (
          select from access.places_of_organisation(o.id) place join municipalities m on m.id = place
          where not exists (select from mine
            where (mine.municipality_id = m.id or mine.region_id = m.region_id)
              and (mine.organisation_id is null or mine.organisation_id = o.id))));
end $$;

-- What the sign-in asks of a person before a provider opens the account: whether there is a right inside its
-- organisation, and whether there is one outside, which that provider must never open.
create function access.rights_and_organisation(asked_person uuid, asked_organisation uuid)
returns table (inside boolean, outside boolean) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select coalesce(bool_or(g.organisation_id = asked_organisation), false),
      coalesce(bool_or(g.organisation_id is distinct from asked_organisation), false)
    from grants g where g.person_id = asked_person and (g.ends_on is null or g.ends_on >= access.today());
end $$;

create function access.grants_by_groups(asked_provider uuid, asked_person uuid)
returns table (id uuid, role text, municipality_id uuid, programme_code text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select g.id, g.role, g.municipality_id, g.programme_code from grants g
    where g.person_id = asked_person and g.provider_id = asked_provider
      and (g.ends_on is null or g.ends_on >= access.today());
end $$;

/* ---- what a sign-in may change, and nothing else --------------------------------------------------------------- */

-- Exactly what somebody mapped; the reach of that was checked when it was mapped.
create function access.give_by_group(new_id uuid, mapping uuid, asked_person uuid)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into grants (id, person_id, role, municipality_id, organisation_id, programme_code, own_matches, starts_on, granted_by, provider_id)
  select new_id, asked_person, r.role, r.municipality_id, r.organisation_id, r.programme_code, r.own_matches,
      access.today(), r.mapped_by, r.provider_id
    from group_rights r join identity_providers i on i.id = r.provider_id and i.is_on
    where r.id = mapping and r.mapped_by <> asked_person;
end $$;

create function access.end_by_group(asked_grant uuid)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update grants set ends_on = access.today() - 1 where id = asked_grant and provider_id is not null;
end $$;

create function access.admit_person(new_id uuid, asked_provider uuid, person_name text, address text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into people (id, name, email) select new_id, person_name, address
    from identity_providers i where i.id = asked_provider and i.is_on and i.admits_new;
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'access' and p.proname in ('places_of_organisation', 'organisations_wholly', 'rights_and_organisation',
      'grants_by_groups', 'give_by_group', 'end_by_group', 'admit_person') loop
    execute format('alter function %s owner to voorveld_definer', f);
  end loop;
end $$;
grant execute on function access.organisations_wholly(text, text) to voorveld_app;
grant usage on schema access to voorveld_sign_in;
grant execute on function access.places_of_organisation(uuid), access.rights_and_organisation(uuid, uuid),
  access.grants_by_groups(uuid, uuid), access.give_by_group(uuid, uuid, uuid), access.end_by_group(uuid),
  access.admit_person(uuid, uuid, text, text) to voorveld_sign_in;

/* ---- who may -------------------------------------------------------------------------------------------------- */

grant select on identity_providers, group_rights to voorveld_definer;
grant insert, update (ends_on) on grants to voorveld_definer;
grant insert on people to voorveld_definer;
create policy definer_gives_by_group on grants for insert to voorveld_definer with check (provider_id is not null);
create policy definer_ends on grants for update to voorveld_definer using (provider_id is not null) with check (provider_id is not null);
create policy definer_admits on people for insert to voorveld_definer with check (kind = 'person');

-- The application writes the secret and cannot read it back; signing in reads it and cannot write.
grant insert, update on identity_providers to voorveld_app;
grant select (id, organisation_id, name, issuer, client_id, client_auth, public_key, group_claim, acr, mail_domains,
  admits_new, is_on, changed_by, changed_at) on identity_providers to voorveld_app;
grant select, insert, delete on group_rights to voorveld_app;
grant select on identity_providers, group_rights to voorveld_sign_in;
grant select, insert on sign_in.identities to voorveld_sign_in;
grant update (second_factor_by) on sign_in.sessions to voorveld_sign_in;

do $$
declare t text;
begin
  foreach t in array array['identity_providers', 'group_rights', 'sign_in.identities'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
  end loop;
  foreach t in array array['identity_providers', 'group_rights'] loop
    execute format('create policy definer_reads on %s for select to voorveld_definer using (true)', t);
    execute format('create policy sign_in_reads on %s for select to voorveld_sign_in using (true)', t);
  end loop;
end $$;
create policy sign_in_only on sign_in.identities to voorveld_sign_in using (true) with check (true);

create policy read on identity_providers for select to voorveld_app
  using (organisation_id in (select access.organisations_wholly('setting', 'change')));
create policy set_up on identity_providers for insert to voorveld_app
  with check (changed_by = (select access.actor()) and organisation_id in (select access.organisations_wholly('setting', 'change')));
create policy change on identity_providers for update to voorveld_app
  using (organisation_id in (select access.organisations_wholly('setting', 'change')))
  with check (changed_by = (select access.actor()) and organisation_id in (select access.organisations_wholly('setting', 'change')));

create policy read on group_rights for select to voorveld_app
  using (organisation_id in (select access.organisations_wholly('setting', 'change')));
-- Nobody maps a group to more than one may give by hand.
create policy map on group_rights for insert to voorveld_app with check (
  mapped_by = (select access.actor())
  and organisation_id in (select access.organisations_wholly('setting', 'change'))
  and exists (select from identity_providers i where i.id = provider_id and i.organisation_id = group_rights.organisation_id)
  and access.reaches('person', 'change', false, null, municipality_id, organisation_id, programme_code));
create policy unmap on group_rights for delete to voorveld_app
  using (organisation_id in (select access.organisations_wholly('setting', 'change')));
