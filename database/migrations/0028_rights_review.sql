-- Why: who may much is looked at again every quarter by somebody else, and a right that nobody vouches for ends.

create table right_reviews (
  id uuid primary key,
  grant_id uuid not null references grants (id),
  decision text not null check (decision in ('kept', 'ended')),
  reason text not null check (length(btrim(reason)) between 3 and 300),
  decided_by uuid not null references people (id),
  decided_at timestamptz not null default clock_timestamp()
);
create index right_reviews_grant on right_reviews (grant_id, decided_at);

grant select, insert on right_reviews to voorveld_app;
alter table right_reviews enable row level security;
alter table right_reviews force row level security;
create policy read on right_reviews for select to voorveld_app using (exists (
  select from grants g where g.id = grant_id
    and access.reaches('person', 'read', g.everywhere, g.region_id, g.municipality_id, g.organisation_id, g.programme_code)));
-- Nobody vouches for oneself, nor beyond what one may give.
create policy decide on right_reviews for insert to voorveld_app with check (
  decided_by = (select access.actor()) and exists (
    select from grants g where g.id = grant_id and g.person_id <> (select access.actor())
      and access.reaches('person', 'change', g.everywhere, g.region_id, g.municipality_id, g.organisation_id, g.programme_code)));
