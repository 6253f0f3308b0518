-- Why: with whom a municipality works together is kept in one place, with what was agreed and when somebody was last in touch (R-142).

-- Letters: r read, l list, w change, x export. Written apart from roles.ts on purpose.
insert into role_rights (role, kind, action)
select t.role, 'partner', case letter when 'r' then 'read' when 'l' then 'list' when 'w' then 'change' when 'x' then 'export' end
from (values
  ('operator', 'rlwx'),
  ('manager', 'rlwx'),
  ('coordinator', 'rlwx'),
  ('separation-expert', 'rlwx'),
  ('financial-prevention-worker', 'rlwx'),
  ('consulent', 'rlwx'),
  ('local-team-member', 'rl'),
  ('policy-adviser', 'rlwx'),
  ('project-leader', 'rlwx'),
  ('programme-manager', 'rlwx'),
  ('communication-adviser', 'rlwx'),
  ('board-member', 'rl')
) as t (role, letters), regexp_split_to_table(letters, '') as letter;

create table partners (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 120),
  type text not null check (type in ('mediator', 'lawyer', 'court', 'church', 'club', 'company', 'school', 'childcare',
    'provider', 'housing-corporation', 'volunteer-organisation')),
  domains text[] not null check (cardinality(domains) between 1 and 20),
  -- Codes of villages; none is the whole municipality.
  villages text[] not null check (cardinality(villages) <= 60),
  -- Whom one speaks to there: what that person does, never a name.
  contact_role text not null check (length(btrim(contact_role)) between 1 and 80),
  ended_on date,
  row_version integer not null default 1 check (row_version > 0),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id)
);

create table partner_agreements (
  municipality_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  what text not null check (length(btrim(what)) between 1 and 300),
  since_on date not null,
  until_on date check (until_on >= since_on),
  -- A role of somebody here, because people move on.
  cared_for_by text not null check (length(btrim(cared_for_by)) between 1 and 60),
  row_version integer not null default 1 check (row_version > 0),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  foreign key (municipality_id, partner_id) references partners (municipality_id, id)
);
create index partner_agreements_partner on partner_agreements (municipality_id, partner_id);

-- One time that somebody was in touch, kept by who did it; nothing of it changes.
create table partner_touches (
  municipality_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  held_on date not null,
  way text not null check (way in ('talk', 'meeting', 'visit', 'mail')),
  about text not null check (length(btrim(about)) between 1 and 300),
  by_role text not null check (length(btrim(by_role)) between 1 and 60),
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, id),
  foreign key (municipality_id, partner_id) references partners (municipality_id, id)
);
create index partner_touches_partner on partner_touches (municipality_id, partner_id, held_on);

do $$
declare t text;
begin
  foreach t in array array['partners', 'partner_agreements', 'partner_touches'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to voorveld_app', t);
    execute format('create policy read on %I for select to voorveld_app
      using (municipality_id in (select access.municipalities(''partner'', ''read'')))', t);
    execute format('create policy write on %I for insert to voorveld_app with check (
      municipality_id in (select access.municipalities(''partner'', ''change'')) and recorded_by = (select access.actor()))', t);
  end loop;
  foreach t in array array['partners', 'partner_agreements'] loop
    execute format('grant update on %I to voorveld_app', t);
    execute format('create policy change on %I for update to voorveld_app
      using (municipality_id in (select access.municipalities(''partner'', ''change'')))
      with check (municipality_id in (select access.municipalities(''partner'', ''change'')) and recorded_by = (select access.actor()))', t);
  end loop;
end $$;
