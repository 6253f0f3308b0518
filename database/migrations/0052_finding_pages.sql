-- Why: who looks for something in the public pages finds it by the stem of a word, and by the everyday word for an official one.

-- The words of a version by their stem: the title counts most, then the summary, then the text.
create function access.page_words(language text, title text, summary text, body text)
returns tsvector language sql immutable set search_path = public, pg_temp as $$
  select setweight(to_tsvector(c, title), 'A') || setweight(to_tsvector(c, summary), 'B') || setweight(to_tsvector(c, body), 'C')
  from (select case language when 'nl' then 'pg_catalog.dutch'::regconfig else 'pg_catalog.english'::regconfig end as c) as found
$$;
alter function access.page_words(text, text, text, text) owner to voorveld_definer;
grant execute on function access.page_words(text, text, text, text) to voorveld_app;
create index page_versions_words on page_versions using gin (access.page_words(language, title, summary, body))
  where state = 'approved';

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
