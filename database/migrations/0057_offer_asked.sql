-- Why: every quarter a provider says by a link in a mail whether its card is still right, without an account (R-008).

-- Who was asked about which card, by which link, and what the answer was. Of the link only a hash is kept.
create table offer_asks (
  municipality_id uuid not null references municipalities (id),
  id uuid not null,
  offer_id uuid not null,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  asked_on date not null,
  -- The last day on which the link works.
  until_on date not null check (until_on >= asked_on),
  answer text check (answer in ('right', 'different')),
  -- What has to be different, in the words of the provider; gone once an editor handled it.
  remark text check (length(btrim(remark)) between 1 and 2000),
  answered_at timestamptz(3),
  handled_at timestamptz(3),
  created_by uuid not null references people (id),
  primary key (municipality_id, id),
  foreign key (municipality_id, offer_id) references offers (municipality_id, id),
  check ((answer is null) = (answered_at is null)),
  check (remark is null or answer = 'different'),
  check (handled_at is null or (answer is not null and remark is null))
);
create index offer_asks_offer on offer_asks (municipality_id, offer_id, asked_on);

-- The card behind a link that still works; a link is used once.
create function access.offer_asked(asked_hash text)
returns table (municipality_id uuid, id uuid, state text, village text, card jsonb, starts_on date, ends_on date, confirmed_on date, row_version integer)
language sql stable rows 1 security definer set search_path = public, pg_temp as $$
  select o.municipality_id, o.id, o.state, o.village, o.card, o.starts_on, o.ends_on, o.confirmed_on, o.row_version
  from offer_asks a join offers o on o.municipality_id = a.municipality_id and o.id = a.offer_id
  where a.token_hash = asked_hash and a.answer is null and a.until_on >= access.today()
    and o.state = 'public' and (o.ends_on is null or o.ends_on >= access.today())
$$;

-- Whether this link was used already, for who presses twice.
create function access.is_offer_answered(asked_hash text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from offer_asks where token_hash = asked_hash and answer is not null)
$$;

-- Writes down the answer, once: "right" confirms the card today, anything else waits for an editor. Says whether it was taken.
-- Who saw another version of the card than there is now confirms nothing.
create function access.answer_offer_ask(asked_hash text, seen_version integer, given_remark text, step_id uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  asked offer_asks;
  now_at offers;
begin
  update offer_asks a set answer = case when given_remark is null then 'right' else 'different' end, remark = given_remark,
      answered_at = date_trunc('milliseconds', clock_timestamp())
    from offers o
    where a.token_hash = asked_hash and a.answer is null and a.until_on >= access.today()
      and o.municipality_id = a.municipality_id and o.id = a.offer_id
      and o.state = 'public' and (o.ends_on is null or o.ends_on >= access.today())
      and (given_remark is not null or o.row_version = seen_version)
    returning a.* into asked;
  if asked.id is null then return false; end if;
  if given_remark is not null then return true; end if;
  update offers set confirmed_on = access.today()
    where municipality_id = asked.municipality_id and id = asked.offer_id returning * into now_at;
  insert into offer_steps (municipality_id, id, offer_id, step, state, village, card, starts_on, ends_on, confirmed_on, recorded_by)
    values (asked.municipality_id, step_id, asked.offer_id, 'confirmed', now_at.state, now_at.village, now_at.card,
      now_at.starts_on, now_at.ends_on, now_at.confirmed_on, access.actor());
  return true;
end
$$;

do $$
declare f text;
begin
  foreach f in array array['offer_asked(text)', 'is_offer_answered(text)', 'answer_offer_ask(text, integer, text, uuid)'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

grant select, update (confirmed_on) on offers to voorveld_definer;
grant insert on offer_steps to voorveld_definer;
grant select, update (answer, remark, answered_at) on offer_asks to voorveld_definer;
create policy definer_reads on offers for select to voorveld_definer using (true);
create policy definer_confirms on offers for update to voorveld_definer using (true) with check (true);
create policy definer_records on offer_steps for insert to voorveld_definer with check (true);

alter table offer_asks enable row level security;
alter table offer_asks force row level security;
grant select, insert on offer_asks to voorveld_app;
grant update (remark, handled_at) on offer_asks to voorveld_app;
create policy definer_reads on offer_asks for select to voorveld_definer using (true);
create policy definer_answers on offer_asks for update to voorveld_definer using (true) with check (true);
create policy read on offer_asks for select to voorveld_app using (
  municipality_id in (select access.municipalities('page', 'read')) or (select access.is_job_runner()));
create policy ask on offer_asks for insert to voorveld_app with check (
  created_by = (select access.actor()) and answer is null
  and (municipality_id in (select access.municipalities('page', 'change')) or (select access.is_job_runner())));
create policy handle on offer_asks for update to voorveld_app
  using (municipality_id in (select access.municipalities('page', 'change')) and answer is not null)
  with check (municipality_id in (select access.municipalities('page', 'change')) and handled_at is not null);

-- A mail to the provider of a card: to nobody with an account, and about one link.
alter table messages drop constraint messages_kind_check;
alter table messages add constraint messages_kind_check check (kind in
  ('invitation', 'work-waiting', 'account-password', 'account-sign-in', 'request-received', 'attention', 'offer-check'));
do $$
declare name text;
begin
  for name in select conname from pg_constraint where conrelid = 'messages'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%num_nonnulls(person_id, help_request_id) = 1%' loop
    execute format('alter table messages drop constraint %I', name);
  end loop;
end $$;
alter table messages add constraint messages_to_check check (
  num_nonnulls(person_id, help_request_id) = case kind when 'offer-check' then 0 else 1 end);
alter table messages add constraint messages_offer_check check (
  kind <> 'offer-check' or (about_id is not null and municipality_id is not null));
create unique index messages_offer_once on messages (about_id) where kind = 'offer-check';

alter policy write on messages with check (
  created_by = (select access.actor()) and case kind
    when 'invitation' then (person_id <> (select access.actor()) and access.reaches_wholly(person_id))
      or access.invited_from_file(person_id, about_id)
    when 'work-waiting' then access.may_alert(person_id, municipality_id)
      or (not urgent and access.tells_receiver(person_id, municipality_id, about_id))
    when 'request-received' then true -- whoever asks for help, without an account too
    when 'attention' then (select access.is_job_runner())
    when 'offer-check' then exists (select from offer_asks a
      where a.id = about_id and a.municipality_id = messages.municipality_id and a.created_by = (select access.actor()))
    else person_id = (select access.actor()) end);
