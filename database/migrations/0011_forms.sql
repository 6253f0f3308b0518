-- Why: what a professional typed when the session ended is given back after signing in; nobody else ever reads it.

create table drafts (
  owner_id uuid not null references people (id),
  -- The address of the page, without any query; it holds ids at most.
  page text not null check (length(page) between 1 and 300 and page ~ '^/[^?#[:space:]]*$'),
  -- Encrypted by the application with a key that is not in the database, bound to owner and page.
  content bytea not null check (length(content) between 28 and 200000),
  saved_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  primary key (owner_id, page),
  check (expires_at <= saved_at + interval '8 days')
);
create index drafts_expired on drafts (expires_at);

grant select, insert, update, delete on drafts to voorveld_app;
alter table drafts enable row level security;
alter table drafts force row level security;
create policy own on drafts to voorveld_app
  using (owner_id = (select access.actor())) with check (owner_id = (select access.actor()));

-- The clean-up job removes what is past its term without ever seeing a draft.
grant select (expires_at), delete on drafts to voorveld_definer;
create policy definer_expires on drafts to voorveld_definer using (expires_at < now());
create function access.remove_expired_drafts() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone integer;
begin
  delete from drafts where expires_at < now();
  get diagnostics gone = row_count;
  return gone;
end
$$;
alter function access.remove_expired_drafts() owner to voorveld_definer;
grant execute on function access.remove_expired_drafts() to voorveld_app;
