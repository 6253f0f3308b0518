-- Why: campaigns for young people are known by their reach and by the clicks on a short address (R-248), and who lived through it is heard in interviews and films too (R-249); nothing tells who clicked, and every use of a voice or a face is agreed to.

create table campaigns (
  id uuid primary key,
  region_id uuid references regions (id),
  municipality_id uuid references municipalities (id),
  -- Its short address, once and for all: it stands on posters and in films.
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) between 2 and 30),
  name text not null check (length(btrim(name)) between 1 and 80),
  audience text not null check (audience in ('children', 'young', 'young-adults', 'parents', 'network', 'professionals', 'everyone')),
  channel text not null check (channel in ('instagram', 'tiktok', 'snapchat', 'youtube', 'facebook', 'whatsapp', 'poster', 'school', 'newspaper', 'mail', 'other')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- A page of this site and nothing else: nobody is sent elsewhere.
  leads_to text not null check (leads_to ~ '^(voorpagina|stappen|hulp-in-de-buurt|regelingen|(informatie|begin)/[a-z0-9-]{1,60})$'),
  row_version integer not null default 1,
  written_by uuid not null references people (id),
  changed_by uuid not null references people (id),
  changed_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  check (num_nonnulls(region_id, municipality_id) <= 1)
);
create index campaigns_place on campaigns (municipality_id, region_id);

-- How many people a channel says it reached, as somebody read it there; nothing of it changes.
create table campaign_reaches (
  id uuid primary key,
  campaign_id uuid not null references campaigns (id),
  read_on date not null,
  reach integer not null check (reach >= 0),
  source text not null check (length(btrim(source)) between 1 and 120),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);
create index campaign_reaches_campaign on campaign_reaches (campaign_id, read_on);

create table campaign_clicks (
  campaign_id uuid not null references campaigns (id),
  month date not null check (extract(day from month) = 1),
  -- From its first day up to and including its last; the address goes on leading to its page on other days.
  is_within boolean not null,
  n integer not null check (n > 0),
  primary key (campaign_id, month, is_within)
);

create function access.campaigns(asked_action text) returns setof uuid
language sql stable rows 100 security definer set search_path = public, pg_temp as $$
  select c.id from campaigns c where access.owns_pages(asked_action, c.region_id, c.municipality_id)
$$;

-- Where a short address leads, for whoever follows it.
create function access.campaign_behind(asked_code text)
returns table (id uuid, region_id uuid, municipality_id uuid, leads_to text, starts_on date, ends_on date)
language sql stable rows 1 security definer set search_path = public, pg_temp as $$
  select c.id, c.region_id, c.municipality_id, c.leads_to, c.starts_on, c.ends_on from campaigns c where c.code = asked_code
$$;

-- Whether a short address is taken, also by who may not see of whom.
create function access.campaign_code_taken(asked_code text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from campaigns c where c.code = asked_code)
$$;

-- What the one region of an installation made for everyone is its own from the second region on, campaigns as pages (R-003).
create or replace function access.keep_pages_of_first_region() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select count(*) from regions) = 2 then
    update pages p set region_id = (select r.id from regions r where r.id <> new.id)
      where p.region_id is null and p.municipality_id is null and p.adds_to is null
        and not exists (select from page_versions v where v.page_id = p.id and v.shipped_as is not null);
    update campaigns c set region_id = (select r.id from regions r where r.id <> new.id)
      where c.region_id is null and c.municipality_id is null;
  end if;
  return null;
end
$$;

do $$
declare f text;
begin
  foreach f in array array['campaigns(text)', 'campaign_behind(text)', 'campaign_code_taken(text)'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;
grant select, update (region_id) on campaigns to voorveld_definer;

alter table campaigns enable row level security;
alter table campaigns force row level security;
grant select, insert, update (name, audience, channel, starts_on, ends_on, leads_to, row_version, changed_by, changed_at) on campaigns to voorveld_app;
create policy definer_reads on campaigns for select to voorveld_definer using (true);
create policy definer_moves on campaigns for update to voorveld_definer using (true) with check (true);
create policy read on campaigns for select to voorveld_app using (access.owns_pages('read', region_id, municipality_id));
create policy begin on campaigns for insert to voorveld_app with check (
  access.owns_pages('change', region_id, municipality_id)
  and written_by = (select access.actor()) and changed_by = (select access.actor()));
create policy change on campaigns for update to voorveld_app
  using (access.owns_pages('change', region_id, municipality_id))
  with check (access.owns_pages('change', region_id, municipality_id) and changed_by = (select access.actor()));

alter table campaign_reaches enable row level security;
alter table campaign_reaches force row level security;
grant select, insert on campaign_reaches to voorveld_app;
create policy read on campaign_reaches for select to voorveld_app using (campaign_id in (select access.campaigns('read')));
create policy record on campaign_reaches for insert to voorveld_app with check (
  campaign_id in (select access.campaigns('change')) and recorded_by = (select access.actor()));

alter table campaign_clicks enable row level security;
alter table campaign_clicks force row level security;
grant select, insert, update (n) on campaign_clicks to voorveld_app;
-- The background job that adds to a number has to see it.
create policy read on campaign_clicks for select to voorveld_app
  using ((select access.is_job_runner()) or campaign_id in (select access.campaigns('read')));
create policy count on campaign_clicks for insert to voorveld_app with check ((select access.is_job_runner()));
create policy add on campaign_clicks for update to voorveld_app
  using ((select access.is_job_runner())) with check ((select access.is_job_runner()));

-- A story can be an interview, or a film that stands elsewhere. Of a film its words are a short text, with all that is said in it.
alter table stories
  add form text not null default 'text' check (form in ('text', 'interview', 'video')),
  add transcript_nl text check (length(btrim(transcript_nl)) between 1 and 12000),
  add transcript_en text check (length(btrim(transcript_en)) between 1 and 12000),
  add video_url text check (video_url ~ '^https://[^[:space:]"<>]+$' and length(video_url) <= 500),
  add video_seconds integer check (video_seconds between 1 and 7200),
  add has_captions boolean not null default false,
  -- What of the teller can be heard and recognised.
  add shows text[] not null default '{}' check (shows <@ '{voice,face}'),
  -- A film without all that is said in it, or without captions, is not for everyone (WCAG 1.2).
  add constraint stories_form check (case
    when state in ('withdrawn', 'ended') or form = 'text'
      then num_nonnulls(transcript_nl, transcript_en, video_url, video_seconds) = 0 and shows = '{}' and not has_captions
    when form = 'interview'
      then num_nonnulls(transcript_nl, transcript_en) > 0 and num_nonnulls(video_url, video_seconds) = 0 and shows = '{}'
    else num_nonnulls(transcript_nl, transcript_en) > 0 and num_nonnulls(video_url, video_seconds) = 2 and has_captions end);

-- For which uses somebody agreed; a child is never shown recognisably.
alter table story_consents
  add uses text[] not null default '{text}' check (uses <@ '{text,voice,face}' and 'text' = any (uses)),
  add constraint story_consents_face check (teller = '16-and-older' or not 'face' = any (uses));

-- Gone is gone, also of a film and an interview; who changes them wrote them; and nothing is agreed on that shows more than was agreed.
create or replace function access.story_writer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.state in ('withdrawn', 'ended') then
    new.transcript_nl := null;
    new.transcript_en := null;
    new.video_url := null;
    new.video_seconds := null;
    new.has_captions := false;
    new.shows := '{}';
  elsif (new.words_nl, new.words_en, new.shown_name, new.entrances, new.is_regional, new.form, new.transcript_nl,
        new.transcript_en, new.video_url, new.video_seconds, new.has_captions, new.shows)
      is distinct from (old.words_nl, old.words_en, old.shown_name, old.entrances, old.is_regional, old.form, old.transcript_nl,
        old.transcript_en, old.video_url, old.video_seconds, old.has_captions, old.shows) then
    new.written_by := access.actor();
  end if;
  if new.consent_id is not null and exists (select from story_consents c
      where c.municipality_id = new.municipality_id and c.id = new.consent_id and not c.uses @> new.shows) then
    raise exception 'a story shows more than was agreed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- Whoever takes a story back sees all of it.
drop function access.story_behind(text);
create function access.story_behind(asked_hash text)
returns table (words_nl text, words_en text, shown_name text, form text, transcript_nl text, transcript_en text,
  video_url text, video_seconds integer)
language sql stable rows 1 security definer set search_path = public, pg_temp as $$
  select s.words_nl, s.words_en, s.shown_name, s.form, s.transcript_nl, s.transcript_en, s.video_url, s.video_seconds
  from story_consents c join stories s on s.municipality_id = c.municipality_id and s.id = c.story_id
  where c.token_hash = asked_hash and s.state not in ('withdrawn', 'ended')
$$;
alter function access.story_behind(text) owner to voorveld_definer;
grant execute on function access.story_behind(text) to voorveld_app;
grant update (form, transcript_nl, transcript_en, video_url, video_seconds, has_captions, shows) on stories to voorveld_app;
