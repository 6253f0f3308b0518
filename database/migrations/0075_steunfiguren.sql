-- Why: a child in a separation can have somebody of its own, near or online, that it chose itself; its own worker keeps who, since when and that the child said yes (R-068).

create table steunfiguren (
  municipality_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  kind text not null check (kind in ('family', 'neighbour', 'school', 'volunteer', 'online-buddy')),
  -- What the child calls this person: a first name or a word, and no way to reach anybody.
  called text not null check (length(btrim(called)) between 1 and 40 and called !~ '@|[0-9]{4}'),
  organisation text check (length(btrim(organisation)) between 1 and 120),
  starts_on date not null,
  ends_on date,
  -- The child said yes itself, on this day and in this way, before it began.
  agreed_on date not null,
  agreed_by text not null check (agreed_by in ('talk', 'drawing', 'chat', 'letter')),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by uuid not null references people (id),
  ended_at timestamptz(3),
  ended_by uuid references people (id),
  primary key (municipality_id, id),
  unique (id),
  foreign key (municipality_id, child_id) references persons (municipality_id, id),
  check (agreed_on <= starts_on),
  check (ends_on >= starts_on),
  check ((ends_on is null) = (ended_at is null) and (ends_on is null) = (ended_by is null)),
  -- A private person has no organisation here; of one who comes from an organisation it says which.
  check (kind = 'school' or (kind in ('volunteer', 'online-buddy')) = (organisation is not null)),
  -- Nobody twice at the same time for the same child. The name stands in the index as a number, for a range knows no texts.
  constraint steunfiguren_once exclude using gist (
    int8range(hashtextextended(child_id::text || ' ' || kind || ' ' || lower(btrim(called)), 68),
      hashtextextended(child_id::text || ' ' || kind || ' ' || lower(btrim(called)), 68), '[]') with &&,
    daterange(starts_on, ends_on, '[]') with &&)
);
create index steunfiguren_child on steunfiguren (child_id, starts_on desc);

alter table steunfiguren enable row level security;
alter table steunfiguren force row level security;
grant select, insert, delete on steunfiguren to voorveld_app;
grant update (ends_on, ended_at, ended_by) on steunfiguren to voorveld_app;

-- As what a child says: the child itself and who works on the child, never a parent or the worker of a parent.
create policy own_file_read on steunfiguren for select to voorveld_app using (
  child_id in (select access.works_on('read')) or child_id in (select access.own_persons())
  or child_id in (select access.glass_broken()));
create policy add on steunfiguren for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and child_id in (select access.works_on('change'))
  and child_id in (select p.id from persons p where p.kind = 'child'));
-- Ended once, by who works on the child; what was said stays.
create policy finish on steunfiguren for update to voorveld_app
  using (ends_on is null and child_id in (select access.works_on('change')))
  with check (ended_by = (select access.actor()) and child_id in (select access.works_on('change')));
-- Destruction after the term is for the background tasks alone (R-274).
create policy destroy on steunfiguren for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));
create policy destroy_reads on steunfiguren for select to voorveld_app using ((select access.everywhere('trajectory', 'change')));
