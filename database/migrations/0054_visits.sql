-- Why: whether public pages are read, by which kind of reader and where, is counted without knowing who reads (R-015): numbers per month, and nothing that tells one visit from another.

create table visit_counts (
  month date not null check (extract(day from month) = 1),
  -- Null when no municipality was chosen.
  municipality_id uuid references municipalities (id),
  what text not null check (what ~ '^[a-z-]{1,40}$'),
  -- Empty for a page that is one of its kind, such as the front page.
  slug text not null check (slug ~ '^[a-z0-9-]{0,80}$'),
  language text not null check (language in ('nl', 'en')),
  kind text not null check (kind in ('arrival', 'onward', 'useful', 'not-useful')),
  n integer not null check (n > 0),
  unique nulls not distinct (month, municipality_id, what, slug, language, kind)
);

alter table visit_counts enable row level security;
alter table visit_counts force row level security;
grant select, insert, update (n) on visit_counts to voorveld_app;
-- The background job that adds to a number has to see it.
create policy read on visit_counts for select to voorveld_app using (
  (select access.is_job_runner())
  or municipality_id in (select access.municipalities('figure', 'read'))
  or (municipality_id is null and (select access.has_right('figure', 'read'))));
create policy count on visit_counts for insert to voorveld_app with check ((select access.is_job_runner()));
create policy add on visit_counts for update to voorveld_app
  using ((select access.is_job_runner())) with check ((select access.is_job_runner()));
