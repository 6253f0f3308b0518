-- Why: a story of a resident is shown by a recorded consent only, and whoever told it takes it back at once, by a link and without an account (R-006).

-- A story. What it says is gone once it was withdrawn or its consent is over; that there was one stays.
create table stories (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'ready', 'public', 'paused', 'withdrawn', 'ended')),
  language text not null check (language in ('nl', 'en')),
  words_nl text check (length(btrim(words_nl)) between 1 and 1200),
  words_en text check (length(btrim(words_en)) between 1 and 1200),
  shown_name text check (length(btrim(shown_name)) between 1 and 40),
  -- The ways into the site beside which it may stand, by the code in their address.
  entrances text[] not null default '{}',
  -- Shown in the other municipalities of the region as well.
  is_regional boolean not null default false,
  -- The agreement that holds for these words at these places; none once either changes.
  consent_id uuid,
  until_on date,
  written_by uuid not null references people (id),
  readied_by uuid references people (id),
  approved_by uuid references people (id),
  changed_by uuid not null references people (id),
  row_version integer not null default 1 check (row_version > 0),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  changed_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  check ((consent_id is null) = (until_on is null)),
  -- Gone is gone: no word, no name, no place.
  check (case when state in ('withdrawn', 'ended')
    then words_nl is null and words_en is null and shown_name is null and entrances = '{}' and consent_id is null
    else num_nonnulls(words_nl, words_en) > 0 and cardinality(entrances) > 0 end),
  check (state not in ('ready', 'public', 'paused') or (consent_id is not null and readied_by is not null)),
  -- Somebody else than who wrote it and than who got it ready lets it be public.
  check (state <> 'public' or (approved_by is not null and approved_by <> written_by and approved_by <> readied_by))
);

-- What was agreed, when, and with whom. Of the link only a hash is kept; nothing of a row changes.
create table story_consents (
  municipality_id uuid not null,
  id uuid not null,
  story_id uuid not null,
  asked_by text not null check (length(btrim(asked_by)) between 1 and 120),
  agreed_on date not null,
  until_on date not null check (until_on > agreed_on and until_on <= agreed_on + interval '3 years'),
  teller text not null check (teller in ('under-12', '12-to-15', '16-and-older')),
  given_by text[] not null check (given_by <@ '{teller,parents}' and 'teller' = any (given_by)),
  name_kind text not null check (name_kind in ('none', 'invented', 'own')),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  unique (municipality_id, id, story_id, until_on),
  foreign key (municipality_id, story_id) references stories (municipality_id, id),
  -- A child agrees, and so do all who have authority over it; its own name is never shown.
  check (teller = '16-and-older' or ('parents' = any (given_by) and name_kind <> 'own'))
);
create index story_consents_story on story_consents (municipality_id, story_id, recorded_at);
alter table stories add constraint stories_consent_fkey
  foreign key (municipality_id, consent_id, id, until_on) references story_consents (municipality_id, id, story_id, until_on);

-- What happened to a story, one after the other, without a word of it.
create table story_steps (
  municipality_id uuid not null,
  id uuid not null,
  story_id uuid not null,
  step text not null check (step in ('written', 'changed', 'agreed', 'ready', 'public', 'paused', 'withdrawn', 'ended')),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  foreign key (municipality_id, story_id) references stories (municipality_id, id)
);
create index story_steps_story on story_steps (municipality_id, story_id, recorded_at);

-- Who changes the words is who wrote them, whatever the statement says; so nobody lets own words be public.
create function access.story_writer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.state not in ('withdrawn', 'ended') and (new.words_nl, new.words_en, new.shown_name, new.entrances, new.is_regional)
      is distinct from (old.words_nl, old.words_en, old.shown_name, old.entrances, old.is_regional) then
    new.written_by := access.actor();
  end if;
  return new;
end
$$;
create trigger story_writer before update on stories for each row execute function access.story_writer();

-- The story behind a link, while there is one: any agreement about it opens it, also an earlier one.
create function access.story_behind(asked_hash text) returns table (words_nl text, words_en text, shown_name text)
language sql stable rows 1 security definer set search_path = public, pg_temp as $$
  select s.words_nl, s.words_en, s.shown_name
  from story_consents c join stories s on s.municipality_id = c.municipality_id and s.id = c.story_id
  where c.token_hash = asked_hash and s.state not in ('withdrawn', 'ended')
$$;

-- Takes a story back: its words are erased. Says whether there was one.
create function access.withdraw_story(asked_hash text, step_id uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare gone stories;
begin
  update stories s set state = 'withdrawn', words_nl = null, words_en = null, shown_name = null, entrances = '{}',
      consent_id = null, until_on = null, row_version = s.row_version + 1, changed_by = access.actor(),
      changed_at = date_trunc('milliseconds', clock_timestamp())
    from story_consents c
    where c.token_hash = asked_hash and s.municipality_id = c.municipality_id and s.id = c.story_id
      and s.state not in ('withdrawn', 'ended')
    returning s.* into gone;
  if gone.id is null then return false; end if;
  insert into story_steps (municipality_id, id, story_id, step, recorded_by)
    values (gone.municipality_id, step_id, gone.id, 'withdrawn', access.actor());
  return true;
end
$$;

-- Erases the words of stories of which the agreement ended a month ago, and of those that nobody worked on for three months
-- without any agreement. For the background jobs alone; says how many.
create function access.end_stories() returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare done integer;
begin
  if not access.is_job_runner() then return 0; end if;
  with over as (
    update stories s set state = 'ended', words_nl = null, words_en = null, shown_name = null, entrances = '{}',
        consent_id = null, until_on = null, row_version = s.row_version + 1, changed_by = access.actor(),
        changed_at = date_trunc('milliseconds', clock_timestamp())
      where s.state not in ('withdrawn', 'ended')
        and (s.until_on < access.today() - 30 or (s.until_on is null and s.changed_at < access.today() - 90))
      returning s.municipality_id, s.id
  ), told as (
    insert into story_steps (municipality_id, id, story_id, step, recorded_by)
      select municipality_id, gen_random_uuid(), id, 'ended', access.actor() from over returning 1
  )
  select count(*) from told into done;
  return done;
end
$$;

-- What is public is the same as long as this number is.
create or replace function access.pages_mark() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from page_steps) + (select count(*) from page_proofreadings) + (select count(*) from offer_steps)
    + (select count(*) from story_steps)
$$;

do $$
declare f text;
begin
  foreach f in array array['story_behind(text)', 'withdraw_story(text, uuid)', 'end_stories()'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

grant select, update (state, words_nl, words_en, shown_name, entrances, consent_id, until_on, row_version, changed_by, changed_at, written_by)
  on stories to voorveld_definer;
grant select on story_consents to voorveld_definer;
grant select, insert on story_steps to voorveld_definer;

alter table stories enable row level security;
alter table stories force row level security;
grant select, insert on stories to voorveld_app;
grant update (state, language, words_nl, words_en, shown_name, entrances, is_regional, consent_id, until_on, readied_by, approved_by,
  written_by, changed_by, row_version, changed_at) on stories to voorveld_app;
create policy definer_reads on stories for select to voorveld_definer using (true);
create policy definer_erases on stories for update to voorveld_definer using (true) with check (true);
create policy read on stories for select to voorveld_app using (
  (state = 'public' and until_on >= (select access.today()))
  or municipality_id in (select access.municipalities('page', 'read')));
create policy write on stories for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('page', 'change'))
  and state = 'draft' and written_by = (select access.actor()) and changed_by = (select access.actor()));
create policy change on stories for update to voorveld_app
  using (municipality_id in (select access.municipalities('page', 'change')))
  with check (municipality_id in (select access.municipalities('page', 'change')) and changed_by = (select access.actor())
    and (state <> 'public' or approved_by = (select access.actor())));

alter table story_consents enable row level security;
alter table story_consents force row level security;
grant select, insert on story_consents to voorveld_app;
create policy definer_reads on story_consents for select to voorveld_definer using (true);
create policy read on story_consents for select to voorveld_app
  using (municipality_id in (select access.municipalities('page', 'read')));
create policy record on story_consents for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('page', 'change')) and recorded_by = (select access.actor()));

alter table story_steps enable row level security;
alter table story_steps force row level security;
grant select, insert on story_steps to voorveld_app;
create policy definer_reads on story_steps for select to voorveld_definer using (true);
create policy definer_records on story_steps for insert to voorveld_definer with check (true);
create policy read on story_steps for select to voorveld_app
  using (municipality_id in (select access.municipalities('page', 'read')));
create policy record on story_steps for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('page', 'change')) and recorded_by = (select access.actor()));
