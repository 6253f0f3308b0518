-- Why: a key on the own device cannot be guessed, overheard or typed into a false page, and spares who uses it the code.

create table sign_in.passkeys (
  id uuid primary key,
  user_id uuid not null references sign_in.users (id),
  -- As the device calls it. The public half only: worth nothing to who reads it.
  credential_id text not null unique check (length(credential_id) between 16 and 1400),
  public_key text not null check (length(public_key) <= 2000),
  -- Goes up at each use where a device counts; one that falls back was copied.
  counter bigint not null default 0 check (counter >= 0),
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz
);
create index passkeys_user on sign_in.passkeys (user_id);

grant select, insert, update (counter, name, last_used_at), delete on sign_in.passkeys to voorveld_sign_in;
alter table sign_in.passkeys enable row level security;
alter table sign_in.passkeys force row level security;
create policy sign_in_only on sign_in.passkeys to voorveld_sign_in using (true) with check (true);
