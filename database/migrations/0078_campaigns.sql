-- Why: whether a campaign on social media reaches young people is told by its reach and by the clicks on its short address (R-248): a number per month, and nothing that tells who clicked.

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
language sql stable security definer set search_path = public, pg_temp as $$
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
