-- Why: a message tells somebody that something waits and nothing else, so what is kept of it is a code and ids: no address, no words, no topic.

create table messages (
  id uuid primary key,
  -- Where the work is; a message about somebody's own account has no place.
  municipality_id uuid references municipalities (id),
  kind text not null check (kind in ('invitation', 'work-waiting', 'account-password', 'account-sign-in', 'request-received')),
  person_id uuid references people (id),
  -- Somebody who asked without an account; the room of help requests knows where that person can be reached.
  help_request_id uuid,
  -- The record that made it necessary; never part of the mail.
  about_id uuid,
  -- Sent at once instead of once an hour. The mail is the same.
  urgent boolean not null default false,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'given-up', 'not-needed')),
  reason text check (reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  attempts integer not null default 0 check (attempts >= 0),
  due_at timestamptz not null default clock_timestamp(),
  -- While somebody is sending it nobody else does.
  claimed_until timestamptz,
  first_tried_at timestamptz,
  tried_at timestamptz,
  settled_at timestamptz,
  created_by uuid not null references people (id),
  created_at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(person_id, help_request_id) = 1),
  check ((kind = 'request-received') = (help_request_id is not null)),
  check (kind not in ('work-waiting', 'request-received') or municipality_id is not null),
  check (kind <> 'invitation' or about_id is not null),
  check (kind = 'work-waiting' or not urgent),
  check ((state in ('sent', 'given-up', 'not-needed')) = (settled_at is not null)),
  check ((state in ('failed', 'given-up', 'not-needed')) = (reason is not null))
);
create index messages_due on messages (due_at) where settled_at is null;
create index messages_person on messages (person_id, created_at desc);
create index messages_place on messages (municipality_id, created_at desc);
create index messages_settled on messages (settled_at);
-- A link is mailed once, and an asker is thanked once, however often the form was sent.
create unique index messages_invitation_once on messages (about_id) where kind = 'invitation';
create unique index messages_request_once on messages (help_request_id) where kind = 'request-received';

-- Whether somebody wants mail about waiting work; nobody who chose nothing stands here.
create table message_choices (
  person_id uuid primary key references people (id),
  work_mail boolean not null,
  changed_at timestamptz not null default clock_timestamp()
);

-- Kinds of browser and system (firefox/windows) with which somebody signed in, so that a new one can be told.
create table sign_in.devices (
  -- As in sessions no reference: it would lock the person whom signing in holds.
  user_id uuid not null,
  device text not null check (device ~ '^[a-z]+/[a-z]+$'),
  first_seen_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  primary key (user_id, device)
);
create index devices_seen on sign_in.devices (last_seen_at);

/* ---- questions that policies ask ------------------------------------------------------------------------------ */

create function access.is_job_runner() returns boolean language sql stable as
  $$ select access.actor() = '00000000-0000-7000-8000-000000000003' $$;

-- An address is given only for a message that waits, and only to the background jobs.
create function access.recipient_of(asked_message uuid)
returns table (email text, language text, is_active boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select p.email, p.language, p.is_active from messages m join people p on p.id = m.person_id
  where m.id = asked_message and m.settled_at is null and access.is_job_runner()
$$;

-- Whoever works on files somewhere may say that work waits there, to somebody who works there.
create function access.may_alert(asked_person uuid, asked_municipality uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from municipalities m, access.rights('trajectory', 'change') mine
    where m.id = asked_municipality and (mine.everywhere or mine.municipality_id = m.id or mine.region_id = m.region_id))
  and exists (
    select from municipalities m, grants g
    where m.id = asked_municipality and g.person_id = asked_person
      and (g.municipality_id = m.id or g.region_id = m.region_id)
      and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today()))
$$;

do $$
declare f text;
begin
  foreach f in array array['access.is_job_runner()', 'access.recipient_of(uuid)', 'access.may_alert(uuid, uuid)'] loop
    execute format('alter function %s owner to voorveld_definer', f);
    execute format('grant execute on function %s to voorveld_app', f);
  end loop;
end $$;

/* ---- row-level security --------------------------------------------------------------------------------------- */

grant select on messages to voorveld_definer;
grant select, delete, insert (id, municipality_id, kind, person_id, help_request_id, about_id, urgent, created_by),
  update (state, reason, attempts, due_at, claimed_until, first_tried_at, tried_at, settled_at) on messages to voorveld_app;
grant select, insert, update (work_mail, changed_at) on message_choices to voorveld_app;
grant select, insert, update (last_seen_at), delete on sign_in.devices to voorveld_sign_in;

do $$
declare t text;
begin
  foreach t in array array['messages', 'message_choices', 'sign_in.devices'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
  end loop;
end $$;
create policy definer_reads on messages for select to voorveld_definer using (true);
create policy sign_in_only on sign_in.devices to voorveld_sign_in using (true) with check (true);

-- Whoever may see a person sees that a message went to them; of an asker only the place is known, so only whoever manages it.
create policy read on messages for select to voorveld_app using (
  (select access.is_job_runner())
  or person_id in (select access.people('person', 'read'))
  or (person_id is null and municipality_id in (select access.municipalities('setting', 'change'))));
create policy write on messages for insert to voorveld_app with check (
  created_by = (select access.actor()) and case kind
    when 'invitation' then person_id <> (select access.actor()) and access.reaches_wholly(person_id)
    when 'work-waiting' then access.may_alert(person_id, municipality_id)
    when 'request-received' then true -- whoever asks for help, without an account too
    else person_id = (select access.actor()) end);
create policy record on messages for update to voorveld_app
  using ((select access.is_job_runner())) with check ((select access.is_job_runner()));
create policy remove on messages for delete to voorveld_app
  using ((select access.is_job_runner()) and settled_at < now() - interval '90 days');

create policy own on message_choices for select to voorveld_app using (person_id = (select access.actor()));
create policy read on message_choices for select to voorveld_app using ((select access.is_job_runner()));
create policy choose on message_choices for insert to voorveld_app with check (person_id = (select access.actor()));
create policy change on message_choices for update to voorveld_app
  using (person_id = (select access.actor())) with check (person_id = (select access.actor()));
