-- Why: who looks for something in the public pages finds it by the stem of a word, and by the everyday word for an official one.

alter table page_versions add column found_by tsvector generated always as (
  setweight(to_tsvector(case language when 'nl' then 'dutch'::regconfig else 'english'::regconfig end, title), 'A')
  || setweight(to_tsvector(case language when 'nl' then 'dutch'::regconfig else 'english'::regconfig end, summary), 'B')
  || setweight(to_tsvector(case language when 'nl' then 'dutch'::regconfig else 'english'::regconfig end, body), 'C')) stored;
create index page_versions_found_by on page_versions using gin (found_by) where state = 'approved';

-- What people call it, and what the pages call it. Expanded when a question is built.
create table page_synonyms (
  language text not null check (language in ('nl', 'en')),
  word text not null check (word = lower(btrim(word)) and length(word) between 2 and 60),
  means text not null check (means = lower(btrim(means)) and length(means) between 2 and 60),
  recorded_by uuid not null references people (id),
  primary key (language, word, means)
);

alter table page_synonyms enable row level security;
alter table page_synonyms force row level security;
grant select, insert, delete on page_synonyms to voorveld_app;
create policy read on page_synonyms for select to voorveld_app using (true);
create policy add on page_synonyms for insert to voorveld_app with check (
  (select access.everywhere('page', 'change')) and recorded_by = (select access.actor()));
create policy remove on page_synonyms for delete to voorveld_app using ((select access.everywhere('page', 'change')));
