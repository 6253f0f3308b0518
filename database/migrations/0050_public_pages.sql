-- Why: public pages are kept with every version and with who approved it, so that only approved text is public (R-007), in the place it is for (R-002, R-016).

insert into role_rights (role, kind, action)
select role, 'page', action from unnest(array['operator', 'platform-manager', 'manager', 'communication-adviser']) as role,
  unnest(array['read', 'list', 'count', 'search', 'change']) as action;

-- A page for everyone, for a region or for a municipality; or what one municipality adds under a page. Its address is public
-- knowledge, its text only when it is approved.
create table pages (
  id uuid primary key,
  slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  adds_to uuid references pages (id),
  region_id uuid references regions (id),
  municipality_id uuid references municipalities (id),
  -- Who looks at it again on the review day (R-016).
  owner_id uuid not null references people (id),
  created_by uuid not null references people (id),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  check (num_nonnulls(region_id, municipality_id) <= 1),
  check (num_nonnulls(slug, adds_to) = 1),
  check (adds_to is null or municipality_id is not null)
);
create unique index pages_addition on pages (adds_to, municipality_id) where adds_to is not null;
create index pages_place on pages (municipality_id, region_id);

create table page_versions (
  id uuid primary key,
  page_id uuid not null references pages (id),
  language text not null check (language in ('nl', 'en')),
  version integer not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'tested', 'approved', 'retired')),
  title text not null check (length(btrim(title)) between 1 and 80),
  summary text not null check (length(btrim(summary)) between 1 and 160),
  -- Of pages about violence and safety, because history stays.
  window_title text check (length(btrim(window_title)) between 1 and 80),
  audience text[] not null check (cardinality(audience) > 0 and audience <@ array['parent', 'child', 'young', 'network', 'professional']),
  moment text not null check (moment in ('doubt', 'splitting-up', 'apart', 'new-family', 'any')),
  domains text[] not null check (cardinality(domains) > 0
    and domains <@ array['children', 'talking', 'money', 'home', 'rules', 'safety', 'feelings', 'help', 'family']),
  review_on date not null,
  sources jsonb not null check (jsonb_typeof(sources) = 'array' and length(sources::text) <= 20000),
  facts text[] not null,
  related text[] not null,
  body text not null check (length(btrim(body)) between 1 and 60000),
  -- What came with the product, by a hash of its file; null for what was written here.
  shipped_as text check (shipped_as ~ '^[0-9a-f]{64}$'),
  written_by uuid not null references people (id),
  written_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  unique (page_id, language, version),
  check (window_title is not null or not 'safety' = any (domains))
);
create unique index page_versions_approved on page_versions (page_id, language) where state = 'approved';

-- How a version came to its state, step by step; nothing of it changes.
create table page_steps (
  id uuid primary key,
  version_id uuid not null references page_versions (id),
  state text not null check (state in ('draft', 'tested', 'approved', 'retired')),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);
create index page_steps_version on page_steps (version_id);

create function access.owns_pages(asked_action text, at_region uuid, at_municipality uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(access.everywhere('page', asked_action)
    or at_municipality in (select access.municipalities('page', asked_action))
    or at_region in (select access.regions('page', asked_action)), false)
$$;

-- The pages of which the actor may see or change what is not public.
create function access.pages(asked_action text) returns setof uuid language sql stable rows 100 security definer set search_path = public, pg_temp as $$
  select p.id from pages p where access.owns_pages(asked_action, p.region_id, p.municipality_id)
$$;

-- What is public is the same as long as this number is: every step adds one, and a sum sees also a step that was begun earlier.
create function access.pages_mark() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from page_steps
$$;

do $$
declare f regprocedure;
begin
  foreach f in array array['access.owns_pages(text, uuid, uuid)', 'access.pages(text)', 'access.pages_mark()']::regprocedure[] loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('grant execute on function %s to voorveld_app', f);
  end loop;
end $$;
grant select on pages, page_steps to voorveld_definer;

alter table pages enable row level security;
alter table pages force row level security;
grant select, insert, update (owner_id) on pages to voorveld_app;
create policy definer_reads on pages for select to voorveld_definer using (true);
create policy read on pages for select to voorveld_app using (true);
create policy begin on pages for insert to voorveld_app with check (
  access.owns_pages('change', region_id, municipality_id) and created_by = (select access.actor()));
create policy change on pages for update to voorveld_app
  using (access.owns_pages('change', region_id, municipality_id))
  with check (access.owns_pages('change', region_id, municipality_id));

alter table page_versions enable row level security;
alter table page_versions force row level security;
grant select, insert, update (state) on page_versions to voorveld_app;
create policy read on page_versions for select to voorveld_app
  using (state = 'approved' or page_id in (select access.pages('read')));
create policy write on page_versions for insert to voorveld_app with check (
  page_id in (select access.pages('change')) and written_by = (select access.actor()) and state = 'draft');
create policy change on page_versions for update to voorveld_app
  using (page_id in (select access.pages('change')))
  with check (page_id in (select access.pages('change')));

alter table page_steps enable row level security;
alter table page_steps force row level security;
grant select, insert on page_steps to voorveld_app;
create policy definer_reads on page_steps for select to voorveld_definer using (true);
create policy read on page_steps for select to voorveld_app
  using (version_id in (select v.id from page_versions v where v.page_id in (select access.pages('read'))));
create policy record on page_steps for insert to voorveld_app with check (
  version_id in (select v.id from page_versions v where v.page_id in (select access.pages('change')))
  and recorded_by = (select access.actor()));
