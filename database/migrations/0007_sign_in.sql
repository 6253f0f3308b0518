-- Why: what proves who somebody is (password, second factor, session) stands apart, where the application's own role cannot look.

grant usage on schema public to voorveld_sign_in;

-- An address follows the person it belongs to, so that the two never differ.
alter table people add unique (id, email);

create table sign_in.users (
  -- The person itself: a session leads straight to the actor.
  id uuid primary key,
  email text not null unique,
  -- The library wants a name; names stand with the person only.
  name text not null default '' check (name = ''),
  email_verified boolean not null default true,
  image text check (image is null),
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  foreign key (id, email) references people (id, email) on update cascade
);

create table sign_in.accounts (
  id uuid primary key,
  user_id uuid not null references sign_in.users (id),
  account_id text not null,
  provider_id text not null check (provider_id = 'credential'),
  -- Scrypt with a salt of its own, made by the library.
  password text not null check (length(password) > 64),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  unique (user_id, provider_id),
  check (account_id = user_id::text)
);

create table sign_in.sessions (
  id uuid primary key,
  user_id uuid not null references sign_in.users (id),
  -- Worth nothing without the signature in the cookie, which the database cannot make.
  token text not null unique check (length(token) >= 32),
  -- The library keeps a place for an address; we keep none.
  ip_address text check (coalesce(ip_address, '') = ''),
  -- Kind of browser and system (firefox/windows), never the text the browser sent.
  user_agent text check (user_agent ~ '^[a-z]+/[a-z]+$'),
  expires_at timestamptz not null,
  last_seen_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index sessions_user on sign_in.sessions (user_id);
create index sessions_expired on sign_in.sessions (expires_at);

-- A password that was right and waits for its second factor; minutes at most.
create table sign_in.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
create index verifications_identifier on sign_in.verifications (identifier);
create index verifications_expired on sign_in.verifications (expires_at);

create table sign_in.second_factors (
  id uuid primary key,
  user_id uuid not null unique references sign_in.users (id),
  -- Both encrypted with a key that is not in the database.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  -- Recovery codes are shown until the person says to have kept them, and never again.
  codes_seen boolean not null default false
);

-- Tries and requests counted, so that a restart forgives nobody. Keys are hashed.
create table sign_in.attempts (
  key text primary key check (length(key) <= 255 and key !~ '@'),
  points integer not null,
  expire timestamptz
);
create index attempts_expired on sign_in.attempts (expire);

/* ---- who may -------------------------------------------------------------------------------------------------- */

grant select, insert on sign_in.users, sign_in.accounts, sign_in.sessions, sign_in.verifications, sign_in.second_factors, sign_in.attempts
  to voorveld_sign_in;
grant update (two_factor_enabled, updated_at) on sign_in.users to voorveld_sign_in;
grant update (password, updated_at) on sign_in.accounts to voorveld_sign_in;
grant update (last_seen_at) on sign_in.sessions to voorveld_sign_in;
grant update on sign_in.second_factors, sign_in.attempts to voorveld_sign_in;
grant delete on sign_in.sessions, sign_in.verifications, sign_in.second_factors, sign_in.attempts to voorveld_sign_in;

do $$
declare t text;
begin
  foreach t in array array['users', 'accounts', 'sessions', 'verifications', 'second_factors', 'attempts'] loop
    execute format('alter table sign_in.%I enable row level security', t);
    execute format('alter table sign_in.%I force row level security', t);
    execute format('create policy sign_in_only on sign_in.%I to voorveld_sign_in using (true) with check (true)', t);
  end loop;
end $$;

-- Of people, invitations and the installation, signing in needs this much.
grant select (id, name, email, kind, language, is_active) on people to voorveld_sign_in;
create policy sign_in_reads on people for select to voorveld_sign_in using (kind = 'person');
grant select (id, person_id, token_hash, expires_at, used_at, created_at), update (used_at) on invitations to voorveld_sign_in;
create policy sign_in_reads on invitations for select to voorveld_sign_in using (true);
create policy sign_in_uses on invitations for update to voorveld_sign_in using (used_at is null) with check (used_at is not null);
grant select on installation to voorveld_sign_in;
create policy sign_in_reads on installation for select to voorveld_sign_in using (true);

-- A link sets a password, so it gives all that the person may. Whoever makes one reaches all of that already.
create function access.reaches_wholly(asked_person uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_and(access.reaches('person', 'change',
    g.everywhere, g.region_id, g.municipality_id, g.organisation_id, g.programme_code)), false)
  from grants g where g.person_id = asked_person and (g.ends_on is null or g.ends_on >= access.today())
$$;
alter function access.reaches_wholly(uuid) owner to voorveld_definer;
grant execute on function access.reaches_wholly(uuid) to voorveld_app;
create policy wholly on invitations as restrictive for insert to voorveld_app
  with check (person_id <> (select access.actor()) and access.reaches_wholly(person_id));

-- Whoever is switched off is out at once, and switching on again revives no session.
grant usage, create on schema sign_in to voorveld_definer;
grant select (user_id), delete on sign_in.sessions to voorveld_definer;
create policy definer_ends on sign_in.sessions to voorveld_definer using (true);
create function sign_in.end_sessions() returns trigger language plpgsql security definer set search_path = pg_temp as $$
begin
  delete from sign_in.sessions where user_id = new.id;
  return null;
end $$;
alter function sign_in.end_sessions() owner to voorveld_definer;
revoke create on schema sign_in from voorveld_definer;
create trigger switched_off after update of is_active on people
  for each row when (not new.is_active) execute function sign_in.end_sessions();
