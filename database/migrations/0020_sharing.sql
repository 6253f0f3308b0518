-- Why: a file belongs to the municipality that opened it, and another organisation joins only by a recorded sharing: with consent per party and purpose or a logged ground of safety, for one named worker, until a last day (R-252, R-263, R-268).

-- How many days a sharing lasts at most; what the form proposes. Set per municipality.
alter table municipalities add column sharing_days integer not null default 90 check (sharing_days between 1 and 366);

create table sharings (
  municipality_id uuid not null,
  -- The key under which the form was sent, so that sending it twice makes one sharing.
  id uuid not null unique,
  -- Of whom something is shared.
  person_id uuid not null,
  receiver_municipality_id uuid not null,
  receiver_provision_id uuid not null,
  -- The one worker there who receives it.
  receiver_id uuid not null references people (id),
  -- The person's part in the plan, or how to reach the person; never a note.
  parts text[] not null check (cardinality(parts) between 1 and 2 and parts <@ array['plan', 'reach']),
  purpose text not null check (length(btrim(purpose)) between 10 and 300),
  ground text not null check (ground in ('consent', 'safety')),
  consent_on date,
  consent_how text check (consent_how in ('talk', 'phone', 'message', 'paper')),
  -- The person, or for a child whoever has authority.
  consent_by text check (consent_by in ('self', 'authority')),
  safety_reason text check (length(btrim(safety_reason)) between 10 and 2000),
  ends_on date not null,
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references persons (municipality_id, id),
  foreign key (receiver_municipality_id, receiver_provision_id) references provisions (municipality_id, id),
  check (num_nonnulls(consent_on, consent_how, consent_by) = case ground when 'consent' then 3 else 0 end),
  check ((ground = 'safety') = (safety_reason is not null)),
  check (consent_on <= (recorded_at at time zone 'Europe/Amsterdam')::date),
  check (ends_on >= (recorded_at at time zone 'Europe/Amsterdam')::date),
  check (receiver_id <> recorded_by)
);
create index sharings_person on sharings (person_id);
create index sharings_receiver on sharings (receiver_id);

-- What became of a sharing, each once and for good: the receiver took it, or it was withdrawn.
create table sharing_events (
  municipality_id uuid not null,
  sharing_id uuid not null,
  type text not null check (type in ('accepted', 'withdrawn')),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, sharing_id, type),
  foreign key (municipality_id, sharing_id) references sharings (municipality_id, id)
);
create index sharing_events_sharing on sharing_events (sharing_id);

/* ---- questions that policies and doors ask ------------------------------------------------------------------------- */

-- A sharing stands while it is not withdrawn, up to its last day; asked of a row that an index found.
create function access.is_standing(sharing uuid, last_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select last_day >= access.today() and not exists (select from sharing_events e where e.sharing_id = sharing and e.type = 'withdrawn')
$$;

create function access.is_accepted(sharing uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from sharing_events e where e.sharing_id = sharing and e.type = 'accepted')
$$;

-- The other adults in the families of a person.
create function access.other_adults(person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select other.id from family_members mine
  join family_members theirs on theirs.family_id = mine.family_id and theirs.person_id <> mine.person_id
  join persons other on other.id = theirs.person_id and other.kind = 'adult'
  where mine.person_id = person
$$;

-- Whether an account is, serves or receives of another adult of this person's family: then it gets nothing of this person.
create function access.is_on_another_side(account uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from access.other_adults(person) as other (id)
    where exists (select from person_details d where d.person_id = other.id and d.account_id = account)
      or exists (select from file_workers w where w.person_id = other.id and w.account_id = account
        and (w.until_on is null or w.until_on >= access.today()))
      or exists (select from sharings s where s.person_id = other.id and s.receiver_id = account
        and access.is_standing(s.id, s.ends_on) and access.is_accepted(s.id)))
$$;

-- What is shared with the actor and stands open to them: offered, or taken. Who serves another adult of the family gets
-- neither, and is not told that there is something; so whoever shares cannot tell that either.
create function access.received()
returns table (sharing_id uuid, municipality_id uuid, person_id uuid, parts text[], ends_on date, is_accepted boolean, others uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.municipality_id, s.person_id, s.parts, s.ends_on, access.is_accepted(s.id), array(select access.other_adults(s.person_id))
  from sharings s
  where s.receiver_id = access.actor() and access.is_standing(s.id, s.ends_on)
    and (s.receiver_provision_id in (select access.provisions('trajectory', 'read'))
      or s.receiver_provision_id in (select access.provisions_of_own_matches('trajectory', 'read')))
    and not access.is_on_another_side(access.actor(), s.person_id)
$$;

-- Of the open plan what is this person's: goals and agreements of nobody else, and what the person or who works on the
-- person does. What somebody else of the family does takes the consent of that one.
create function access.received_lines(sharing uuid)
returns table (id uuid, kind text, goal_id uuid, body text, owner text, due_on date, done_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.kind, i.goal_id, i.body,
    case when i.owner_person_id is not null then 'person' when i.owner_account_id is not null then 'worker' end, i.due_on, i.done_on
  from access.received() r
  join plan_participants m on m.person_id = r.person_id
  join plans p on p.id = m.plan_id and p.closed_on is null
  join plan_items i on i.plan_id = p.id
  where r.sharing_id = sharing and r.is_accepted and 'plan' = any (r.parts)
    and (i.owner_person_id is null or i.owner_person_id = r.person_id)
    and (i.owner_account_id is null or i.owner_account_id in (select w.account_id from file_workers w where w.person_id = r.person_id))
  order by i.created_at, i.id
$$;

-- How to reach the person: never the address (R-270).
create function access.received_reach(sharing uuid) returns table (phone text, email text, safe_contact jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.phone, d.email, d.safe_contact from access.received() r join person_details d on d.person_id = r.person_id
  where r.sharing_id = sharing and r.is_accepted and 'reach' = any (r.parts)
$$;

-- Sharings with the names that belong to them, for each way in which the actor may see one: as who works on the person, as
-- the person, as who receives it, and those on a ground of safety as privacy officer. Each gets what is theirs to know.
create function access.sharings_shown()
returns table (seen_as text, id uuid, municipality_id uuid, person_id uuid, person_name text, receiver_id uuid, receiver_name text,
  receiver_organisation text, receiver_municipality text, sharer_name text, sharer_organisation text, sharer_municipality text,
  parts text[], purpose text, ground text, consent_on date, consent_how text, consent_by text, safety_reason text, ends_on date,
  recorded_at timestamptz, accepted_at timestamptz, withdrawn_at timestamptz, withdrawn_by uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with seen as (
    select 'worker' as seen_as, s.id from sharings s where s.person_id in (select access.works_on('read'))
    union all select 'self', s.id from sharings s where s.person_id in (select access.own_persons())
    union all select 'receiver', r.sharing_id from access.received() r
    union all select 'officer', s.id from sharings s
      where s.ground = 'safety' and s.municipality_id in (select access.municipalities('broken-glass', 'read')))
  select n.seen_as, s.id, s.municipality_id, s.person_id,
    case when n.seen_as <> 'officer' then q.name end, s.receiver_id, receiver.name, ro.name, rm.name, sharer.name, so.name, sm.name,
    s.parts, s.purpose, s.ground,
    case when n.seen_as in ('worker', 'self') then s.consent_on end,
    case when n.seen_as in ('worker', 'self') then s.consent_how end,
    case when n.seen_as in ('worker', 'self') then s.consent_by end,
    case when n.seen_as in ('worker', 'officer') then s.safety_reason end,
    s.ends_on, s.recorded_at, a.recorded_at, w.recorded_at, w.recorded_by
  from seen n
  join sharings s on s.id = n.id
  join persons q on q.id = s.person_id
  join people receiver on receiver.id = s.receiver_id
  join people sharer on sharer.id = s.recorded_by
  join provisions v on v.id = s.receiver_provision_id
  join organisations ro on ro.id = v.organisation_id
  join municipalities rm on rm.id = v.municipality_id
  join organisations so on so.id = q.organisation_id
  join municipalities sm on sm.id = s.municipality_id
  left join sharing_events a on a.sharing_id = s.id and a.type = 'accepted'
  left join sharing_events w on w.sharing_id = s.id and w.type = 'withdrawn'
$$;

-- What the actor can end at once: who works on the person any of them, the person what rests on consent.
create function access.sharings_to_withdraw() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from sharings s
  where (s.person_id in (select access.works_on('change')) or (s.ground = 'consent' and s.person_id in (select access.own_persons())))
    and access.is_standing(s.id, s.ends_on)
$$;

-- Whether an account works in a provision today with files that change.
create function access.receives_in(account uuid, provision uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from provisions v
    join grants g on g.organisation_id = v.organisation_id and g.municipality_id = v.municipality_id
      and (g.team_id is null or g.team_id = v.team_id) and (g.programme_code is null or g.programme_code = v.programme_code)
      and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today())
    join role_rights r on r.role = g.role and r.kind = 'trajectory' and r.action = 'change'
    join people p on p.id = g.person_id and p.is_active
    where v.id = provision and g.person_id = account and (v.ends_on is null or v.ends_on >= access.today()))
$$;

-- Where somebody works with whom something of this person can be shared: elsewhere, or another organisation here. Not asked by
-- who only stands in: a sharing lasts longer than that.
create function access.places_to_share(person uuid)
returns table (provision_id uuid, municipality_id uuid, municipality_name text, organisation_name text, programme_code text)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, m.id, m.name, o.name, v.programme_code
  from persons q
  join provisions v on v.municipality_id <> q.municipality_id or v.organisation_id <> q.organisation_id
  join municipalities m on m.id = v.municipality_id
  join organisations o on o.id = v.organisation_id
  where q.id = person and q.id in (select access.works_steadily()) and (v.ends_on is null or v.ends_on >= access.today())
$$;

-- The account of who works in that place under this address; the same nothing for an address that is unknown, of somebody
-- who works elsewhere, or asked by who works on nobody. It does not look at whom that account serves.
create function access.receiver_by_mail(mail text, person uuid, provision uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from people p
  where p.email = lower(btrim(mail)) and access.receives_in(p.id, provision)
    and provision in (select provision_id from access.places_to_share(person))
$$;

-- As a policy asks it.
create function access.may_share(person uuid, receiver uuid, provision uuid, last_day date, consented_by text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select person in (select access.works_steadily()) and access.receives_in(receiver, provision)
    and provision in (select provision_id from access.places_to_share(person))
    and exists (
      select from persons q join municipalities m on m.id = q.municipality_id
      where q.id = person and last_day between access.today() and access.today() + m.sharing_days
        and (consented_by is null or consented_by = 'self' or q.kind <> 'adult'))
$$;

-- Who receives of somebody stands on that one's side: the files of the other adults close, as for who works on a person.
create or replace function access.opposed() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (
    select access.works_on('read') as id union select access.own_persons()
    union select r.person_id from access.received() r where r.is_accepted)
  select m.person_id from family_members m
  where m.family_id in (select n.family_id from family_members n where n.person_id in (select id from mine))
    and m.person_id not in (select id from mine)
$$;

create or replace function access.serves_the_other(account uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from persons me
    join family_members mine on mine.person_id = me.id
    join family_members theirs on theirs.family_id = mine.family_id and theirs.person_id <> me.id
    join persons other on other.id = theirs.person_id and other.kind = 'adult'
    where me.id = person and me.kind = 'adult'
      and (exists (select from file_workers w where w.person_id = other.id and w.account_id = account
          and (w.until_on is null or w.until_on >= access.today()))
        or exists (select from sharings s where s.person_id = other.id and s.receiver_id = account
        and access.is_standing(s.id, s.ends_on) and access.is_accepted(s.id)))
      and not exists (select from both_sides_decisions d where d.family_id = mine.family_id and d.account_id = account))
$$;

-- A stand-in receives nothing of another adult of the family either.
create or replace function access.stands_opposed(account uuid, person uuid, away uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from family_members mine
    join family_members theirs on theirs.family_id = mine.family_id and theirs.person_id <> person
    join file_workers w on w.person_id = theirs.person_id and w.account_id = account
      and (w.until_on is null or w.until_on >= access.today())
    where mine.person_id = person
      and not exists (select from file_workers a where a.person_id = theirs.person_id and a.account_id = away
        and a.stands_in is null and (a.until_on is null or a.until_on >= access.today()))
      and not exists (select from both_sides_decisions d where d.family_id = mine.family_id and d.account_id = account))
    or exists (
      select from family_members mine
      join family_members theirs on theirs.family_id = mine.family_id
      join person_details d on d.person_id = theirs.person_id and d.account_id = account
      where mine.person_id = person)
    or exists (
      select from access.other_adults(person) as other (id)
      join sharings s on s.person_id = other.id and s.receiver_id = account
      where access.is_standing(s.id, s.ends_on) and access.is_accepted(s.id))
$$;

do $$
declare f text;
begin
  foreach f in array array['is_standing(uuid, date)', 'is_accepted(uuid)', 'other_adults(uuid)', 'is_on_another_side(uuid, uuid)', 'received()', 'received_lines(uuid)',
    'received_reach(uuid)', 'sharings_shown()', 'sharings_to_withdraw()', 'receives_in(uuid, uuid)', 'places_to_share(uuid)',
    'receiver_by_mail(text, uuid, uuid)', 'may_share(uuid, uuid, uuid, date, text)'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
  end loop;
  -- The others answer about anybody, and are asked by these only.
  foreach f in array array['received()', 'received_lines(uuid)', 'received_reach(uuid)', 'sharings_shown()', 'sharings_to_withdraw()',
    'places_to_share(uuid)', 'receiver_by_mail(text, uuid, uuid)', 'may_share(uuid, uuid, uuid, date, text)'] loop
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

/* ---- row-level security -------------------------------------------------------------------------------------------- */

grant select on sharings, sharing_events, plan_items to voorveld_definer;
grant select, insert, delete on sharings, sharing_events to voorveld_app;
create policy definer_reads on plan_items for select to voorveld_definer using (true);

do $$
declare t text;
begin
  foreach t in array array['sharings', 'sharing_events'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy definer_reads on %I for select to voorveld_definer using (true)', t);
    execute format($p$create policy destroy on %I for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')))$p$, t);
    -- Everybody else reads through access.sharings_shown(), which gives each only what is theirs to know.
    execute format($p$create policy destroy_reads on %I for select to voorveld_app using ((select access.everywhere('trajectory', 'change')))$p$, t);
  end loop;
end $$;

create policy share on sharings for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and access.may_share(person_id, receiver_id, receiver_provision_id, ends_on, consent_by));
create policy accept on sharing_events for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and type = 'accepted' and sharing_id in (select r.sharing_id from access.received() r));
create policy withdraw on sharing_events for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and type = 'withdrawn' and sharing_id in (select access.sharings_to_withdraw()));
