-- Why: what residents found in test rounds and said in talks is kept without names, with what was decided about it (R-014, R-162).

-- Letters: r read, l list, w change. Written apart from roles.ts on purpose.
insert into role_rights (role, kind, action)
select t.role, 'participation', case letter when 'r' then 'read' when 'l' then 'list' when 'w' then 'change' end
from (values
  ('operator', 'rlw'),
  ('manager', 'rl'),
  ('policy-adviser', 'rlw'),
  ('project-leader', 'rlw'),
  ('programme-manager', 'rlw'),
  ('communication-adviser', 'rlw'),
  ('board-member', 'rl')
) as t (role, letters), regexp_split_to_table(letters, '') as letter;

-- People tried out the site, of whom only is kept how many there were.
create table test_rounds (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  title text not null check (length(btrim(title)) between 1 and 120),
  subject text not null check (subject in ('site', 'pages', 'steps', 'forms')),
  -- Which version they had before them, in words or as the number of a release.
  site_version text not null check (length(btrim(site_version)) between 1 and 60),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  state text not null check (state in ('planned', 'running', 'done')),
  parents integer not null check (parents between 0 and 500),
  young_people integer not null check (young_people between 0 and 500),
  ambassadors integer not null check (ambassadors between 0 and 500),
  others integer not null check (others between 0 and 500),
  row_version integer not null default 1 check (row_version > 0),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id)
);

-- What they ran into at one task, and what was done about it.
create table test_findings (
  municipality_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  testers text not null check (testers in ('parents', 'young-people', 'ambassadors', 'others')),
  task text not null check (length(btrim(task)) between 1 and 200),
  finding text not null check (length(btrim(finding)) between 1 and 1000),
  -- The page it is about, by its address, where there is one.
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  decision text not null check (decision in ('open', 'changed', 'later', 'not')),
  done text check (length(btrim(done)) between 1 and 1000),
  row_version integer not null default 1 check (row_version > 0),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references test_rounds (municipality_id, id),
  -- A decision says what was done, or why not.
  check ((decision = 'open') = (done is null))
);
create index test_findings_round on test_findings (municipality_id, round_id, recorded_at);

-- What follows from what was said, and whether it was taken up: by whom, and why.
create table recommendations (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  advice text not null check (length(btrim(advice)) between 1 and 600),
  state text not null check (state in ('open', 'taken-up', 'not')),
  decided_by text check (length(btrim(decided_by)) between 1 and 120),
  why text check (length(btrim(why)) between 1 and 1000),
  decided_on date,
  row_version integer not null default 1 check (row_version > 0),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  check (case when state = 'open' then num_nonnulls(decided_by, why, decided_on) = 0
    else num_nonnulls(decided_by, why, decided_on) = 3 end)
);

-- What people said in one talk or meeting, in their own words and without who they are; the words go after two years.
create table gathered (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  held_on date not null,
  way text not null check (way in ('meeting', 'talk', 'letter')),
  people_group text not null check (people_group in ('young-people', 'partners', 'ex-partners')),
  people integer not null check (people between 1 and 500),
  theme text not null check (theme in ('children', 'talking', 'money', 'home', 'rules', 'safety', 'feelings', 'help', 'family')),
  said text check (length(btrim(said)) between 1 and 2000),
  recommendation_id uuid,
  row_version integer not null default 1 check (row_version > 0),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  foreign key (municipality_id, recommendation_id) references recommendations (municipality_id, id)
);
create index gathered_recommendation on gathered (municipality_id, recommendation_id);

-- For the background jobs alone; says of how many the words are gone now.
create function access.erase_said() returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare done integer;
begin
  if not access.is_job_runner() then return 0; end if;
  update gathered set said = null where said is not null and held_on < access.today() - interval '2 years';
  get diagnostics done = row_count;
  return done;
end
$$;
alter function access.erase_said() owner to voorveld_definer;
grant execute on function access.erase_said() to voorveld_app;
grant select, update (said) on gathered to voorveld_definer;

do $$
declare t text;
begin
  foreach t in array array['test_rounds', 'test_findings', 'recommendations', 'gathered'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to voorveld_app', t);
    execute format('create policy read on %I for select to voorveld_app
      using (municipality_id in (select access.municipalities(''participation'', ''read'')))', t);
    execute format('create policy write on %I for insert to voorveld_app with check (
      municipality_id in (select access.municipalities(''participation'', ''change'')) and recorded_by = (select access.actor()))', t);
    execute format('create policy change on %I for update to voorveld_app
      using (municipality_id in (select access.municipalities(''participation'', ''change'')))
      with check (municipality_id in (select access.municipalities(''participation'', ''change'')) and recorded_by = (select access.actor()))', t);
  end loop;
end $$;
create policy definer_reads on gathered for select to voorveld_definer using (true);
create policy definer_erases on gathered for update to voorveld_definer using (true) with check (true);
