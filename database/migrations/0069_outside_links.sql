-- Why: an address of somebody else that no longer answers is told to who keeps the text in which it stands (R-016).

-- One row per address outside that stands in something public. Nothing of what it answered is kept but a code.
create table outside_links (
  address text primary key check (length(address) <= 2000 and address ~ '^https?://'),
  stands_in text[] not null check (stands_in <> '{}' and stands_in <@ array['page', 'offer', 'scheme']),
  outcome text check (outcome in ('answers', 'not-found', 'unknown-name', 'no-answer', 'unsafe', 'fault', 'too-far', 'not-allowed')),
  asked_at timestamptz(3),
  failures integer not null default 0 check (failures >= 0),
  failing_since timestamptz(3),
  check ((outcome is null) = (asked_at is null)),
  check ((failures = 0) = (failing_since is null))
);

alter table outside_links enable row level security;
alter table outside_links force row level security;
grant select, insert, update, delete on outside_links to voorveld_app;
-- What stands here stands in public texts.
create policy read on outside_links for select to voorveld_app using (true);
create policy find on outside_links for insert to voorveld_app with check ((select access.is_job_runner()));
create policy ask on outside_links for update to voorveld_app
  using ((select access.is_job_runner())) with check ((select access.is_job_runner()));
create policy remove on outside_links for delete to voorveld_app using ((select access.is_job_runner()));
