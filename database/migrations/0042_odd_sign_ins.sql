-- Why: peaks of failed sign-ins and sign-ins from odd places must be noticed (BIO2 5.17.01) by who answers for the accounts, with as little kept of anybody's whereabouts as noticing takes.

/* ---- what is kept of a try ------------------------------------------------------------------------------------ */

-- One try to sign in, for six weeks. Where it came from is a mark under a key that is not in the database, of a network of
-- 256 addresses or more: two marks can be compared, and nobody reads an address from one.
create table sign_in.tries (
  id uuid primary key,
  at timestamptz not null default clock_timestamp(),
  is_done boolean not null,
  way text not null check (way in ('password', 'code', 'passkey', 'provider')),
  -- As in sessions no reference: it would lock the person whom signing in holds.
  user_id uuid,
  -- What was typed where nobody has that address, as a mark too.
  typed text check (typed ~ '^[0-9a-f]{16}$'),
  network text check (network ~ '^[0-9a-f]{16}$'),
  -- The account was in use from other networks, and never from this one.
  is_new_network boolean not null default false,
  device text not null check (device ~ '^[a-z]+/[a-z]+$'),
  -- Where the person worked at that moment; a municipality only for who works for no organisation in it.
  organisation_ids uuid[] not null,
  municipality_ids uuid[] not null,
  -- Somebody who has an account for an own file, and no work here.
  is_of_resident boolean not null,
  looked_at timestamptz,
  check (not is_done or user_id is not null),
  check (user_id is null or typed is null),
  check (is_done or not is_new_network)
);
create index tries_at on sign_in.tries (at);
create index tries_of_user on sign_in.tries (user_id, at) where is_done;
create index tries_to_look_at on sign_in.tries (at) where is_done and looked_at is null;

-- From which networks somebody signed in, until half a year after the last time.
create table sign_in.networks (
  user_id uuid not null,
  network text not null check (network ~ '^[0-9a-f]{16}$'),
  first_seen_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  primary key (user_id, network)
);
create index networks_seen on sign_in.networks (last_seen_at);

-- Set once somebody said that a sign-in was not theirs: from then on a new password comes before anything else.
alter table sign_in.users add column renew_since timestamptz;
grant update (renew_since) on sign_in.users to voorveld_sign_in;

grant select, insert, update (looked_at), delete on sign_in.tries to voorveld_sign_in;
grant select, insert, update (last_seen_at), delete on sign_in.networks to voorveld_sign_in;
do $$
declare t text;
begin
  foreach t in array array['tries', 'networks'] loop
    execute format('alter table sign_in.%I enable row level security', t);
    execute format('alter table sign_in.%I force row level security', t);
    execute format('create policy sign_in_only on sign_in.%I to voorveld_sign_in using (true) with check (true)', t);
  end loop;
end $$;

/* ---- what was found ------------------------------------------------------------------------------------------- */

insert into role_rights (role, kind, action)
select role, 'sign-in', action
from unnest(array['operator', 'platform-manager', 'manager', 'privacy-officer']) as role, unnest(array['read', 'list']) as action;

-- About one account, one organisation, the own people of one municipality, or, with none of these, the whole platform.
create table odd_sign_ins (
  id uuid primary key,
  kind text not null check (kind in ('failed-peak', 'many-accounts', 'many-networks', 'odd-hour', 'new-network')),
  -- One row a day for each thing: a peak that goes on counts on.
  on_day date not null,
  person_id uuid references people (id),
  organisation_id uuid references organisations (id),
  municipality_id uuid references municipalities (id),
  is_of_resident boolean not null default false,
  network text check (network ~ '^[0-9a-f]{16}$'),
  device text check (device ~ '^[a-z]+/[a-z]+$'),
  tries integer not null check (tries > 0),
  -- What is usual at such an hour.
  usual integer check (usual >= 0),
  accounts integer check (accounts > 0),
  networks integer check (networks > 0),
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- What the person concerned said of it.
  answer text check (answer in ('mine', 'not-mine')),
  answered_at timestamptz,
  told_at timestamptz,
  found_at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(person_id, organisation_id, municipality_id) <= 1),
  check ((kind in ('failed-peak', 'many-accounts')) = (person_id is null)),
  check (not is_of_resident or person_id is not null),
  check (network is null or kind in ('many-accounts', 'new-network')),
  check (until_at >= from_at),
  check ((answer is null) = (answered_at is null)),
  check (answer is null or kind in ('odd-hour', 'new-network')),
  unique nulls not distinct (kind, on_day, person_id, organisation_id, municipality_id, network)
);
create index odd_sign_ins_person on odd_sign_ins (person_id);
create index odd_sign_ins_until on odd_sign_ins (until_at);
create index odd_sign_ins_untold on odd_sign_ins (found_at) where told_at is null;
create index odd_sign_ins_denied on odd_sign_ins (answered_at) where answer = 'not-mine';

grant select, insert, delete, update (tries, usual, accounts, networks, from_at, until_at, told_at) on odd_sign_ins to voorveld_app;
alter table odd_sign_ins enable row level security;
alter table odd_sign_ins force row level security;
create policy own on odd_sign_ins for select to voorveld_app
  using (person_id = (select access.actor()) and kind in ('odd-hour', 'new-network'));
-- Where a resident is, is nobody's business here, until that resident says that somebody else got in.
create policy read on odd_sign_ins for select to voorveld_app using (
  (select access.is_job_runner())
  or case
    when person_id is not null then person_id in (select access.people('sign-in', 'read'))
      and (not is_of_resident or kind = 'many-networks' or answer is not distinct from 'not-mine')
    when organisation_id is not null then organisation_id in (select access.organisations('sign-in', 'read'))
    when municipality_id is not null then access.reaches('sign-in', 'read', false, null, municipality_id, null, null)
    else (select access.everywhere('sign-in', 'read')) end);
create policy find on odd_sign_ins for insert to voorveld_app with check ((select access.is_job_runner()));
create policy count on odd_sign_ins for update to voorveld_app
  using ((select access.is_job_runner())) with check ((select access.is_job_runner()));
create policy remove on odd_sign_ins for delete to voorveld_app
  using ((select access.is_job_runner()) and until_at < now() - interval '180 days');

-- The one thing that a person writes of it, once, and only of what is about that person.
create function access.answer_odd_sign_in(asked uuid, given text)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update odd_sign_ins set answer = given, answered_at = clock_timestamp()
    where id = asked and person_id = access.actor() and answer is null and kind in ('odd-hour', 'new-network');
  return found;
end $$;

-- Who is told: whoever reads it and is nearest. Over the whole platform only who answers for the whole platform, who also hears
-- of the account of somebody who is told of others: else nobody might.
create function access.watchers_of(asked uuid)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id from odd_sign_ins o
  join grants w on w.starts_on <= access.today() and (w.ends_on is null or w.ends_on >= access.today())
  join role_rights r on r.role = w.role and r.kind = 'sign-in' and r.action = 'read'
  join people p on p.id = w.person_id and p.is_active and p.kind = 'person'
  where access.is_job_runner() and o.id = asked and o.person_id is distinct from p.id
    and (not o.is_of_resident or o.kind = 'many-networks' or o.answer is not distinct from 'not-mine')
    and case
      when o.person_id is not null then exists (
        select from grants g left join municipalities m on m.id = g.municipality_id
        where g.person_id = o.person_id and (
          (w.everywhere and (g.everywhere or exists (select from role_rights a where a.role = g.role and a.kind = 'sign-in')))
          or (not g.everywhere
            and (w.municipality_id = g.municipality_id or w.region_id = coalesce(g.region_id, m.region_id))
            and (w.organisation_id is null or w.organisation_id = g.organisation_id)
            and (w.programme_code is null or w.programme_code = g.programme_code))))
      when o.organisation_id is not null then w.organisation_id = o.organisation_id or (w.organisation_id is null and exists (
        select from provisions v join municipalities m on m.id = v.municipality_id
        where v.organisation_id = o.organisation_id and (w.municipality_id = m.id or w.region_id = m.region_id)))
      when o.municipality_id is not null then w.organisation_id is null and w.programme_code is null
        and (w.municipality_id = o.municipality_id
          or w.region_id = (select m.region_id from municipalities m where m.id = o.municipality_id))
      else w.everywhere end
$$;

alter function access.answer_odd_sign_in(uuid, text) owner to voorveld_definer;
alter function access.watchers_of(uuid) owner to voorveld_definer;
grant execute on function access.answer_odd_sign_in(uuid, text), access.watchers_of(uuid) to voorveld_app;
grant select, update (answer, answered_at) on odd_sign_ins to voorveld_definer;
create policy definer_works on odd_sign_ins to voorveld_definer using (true) with check (true);

/* ---- the mail about it, which tells nothing ------------------------------------------------------------------- */

alter table messages drop constraint messages_kind_check;
alter table messages add constraint messages_kind_check check (kind in
  ('invitation', 'work-waiting', 'account-password', 'account-sign-in', 'request-received', 'attention'));

alter policy write on messages with check (
  created_by = (select access.actor()) and case kind
    when 'invitation' then (person_id <> (select access.actor()) and access.reaches_wholly(person_id))
      or access.invited_from_file(person_id, about_id)
    when 'work-waiting' then access.may_alert(person_id, municipality_id)
      or (not urgent and access.tells_receiver(person_id, municipality_id, about_id))
    when 'request-received' then true -- whoever asks for help, without an account too
    when 'attention' then (select access.is_job_runner())
    else person_id = (select access.actor()) end);
