-- Why: who works on somebody invites that person to a sign-in of their own. The mail alone opens nothing, for somebody else may read it; and nobody learns from the answer who else has a sign-in (R-088, decision 18).

-- The link alone does not open such an invitation: it takes the code that the worker told by voice.
alter table invitations add column needs_code boolean not null default false;
grant select (needs_code) on invitations to voorveld_sign_in;

-- That a person was invited from the own file, by whom and when. Recorded whether or not a mail could go, so that what the
-- worker sees is the same.
create table file_invitations (
  municipality_id uuid not null,
  id uuid not null unique,
  person_id uuid not null,
  -- That the worker asked whether nobody else reads the mail; needed where the person once named somebody.
  is_read_alone boolean not null,
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references persons (municipality_id, id)
);
create index file_invitations_person on file_invitations (person_id, recorded_at desc);

-- What the person said of mail, and the age from which a child signs in alone: the database asks it once more.
create function access.may_be_invited(person uuid, read_alone boolean) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from persons q join person_details d on d.municipality_id = q.municipality_id and d.person_id = q.id
    where q.id = person and (q.kind = 'adult' or (q.kind = 'child' and q.age_years >= 12))
      and btrim(coalesce(d.email, '')) <> '' and d.safe_contact ->> 'mail' = 'yes'
      and (read_alone or btrim(coalesce(d.safe_contact ->> 'readBy', '')) = ''))
$$;

-- Whether mail to this address reaches somebody else too: another member of the family gave it as well.
create function access.is_shared_mail(person uuid, mail text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from family_members mine
    join family_members theirs on theirs.family_id = mine.family_id and theirs.person_id <> mine.person_id
    join person_details d on d.person_id = theirs.person_id
    where mine.person_id = person and lower(btrim(d.email)) = mail)
$$;

-- The account for an own sign-in: made now, or the one there is when it opens this one file and nothing else. Nothing when
-- the address is somebody else's, or also of another member of the family.
create function access.own_account(person uuid, fresh uuid) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  known uuid;
  mail text;
  called text;
begin
  select d.account_id, lower(btrim(d.email)), left(coalesce(nullif(btrim(q.name), ''), '-'), 120) into known, mail, called
    from person_details d join persons q on q.id = d.person_id where d.person_id = person;
  if access.is_shared_mail(person, mail) then return null; end if;
  if known is null then
    insert into people (id, name, email) values (fresh, called, mail) on conflict (email) do nothing;
    if not found then return null; end if;
    -- A right to nothing but names of places. Over no municipality, so that no list of colleagues there shows who is helped.
    insert into grants (id, person_id, role, everywhere, starts_on, granted_by)
      values (gen_random_uuid(), fresh, 'resident', true, access.today(), access.actor());
    update person_details set account_id = fresh where person_id = person;
    return fresh;
  end if;
  if exists (select from grants g where g.person_id = known and g.role <> 'resident')
    or exists (select from person_details d where d.account_id = known and d.person_id <> person)
    or exists (select from people p where p.id = known and not p.is_active)
    or exists (select from people p where p.email = mail and p.id <> known) then return null; end if;
  update people set email = mail where id = known and email <> mail;
  return known;
end $$;

-- Invites the person of a file, by who works on it as own work; gives the account to mail, where there is one.
create function access.invite_from_file(person uuid, read_alone boolean, invitation uuid, fresh uuid, hash text, over_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  account uuid;
begin
  if person not in (select access.works_steadily()) or not access.may_be_invited(person, read_alone) then
    raise exception 'not to be invited by this actor' using errcode = 'insufficient_privilege';
  end if;
  insert into file_invitations (municipality_id, id, person_id, is_read_alone, recorded_by)
    select q.municipality_id, invitation, q.id, read_alone, access.actor() from persons q where q.id = person;
  account := access.own_account(person, fresh);
  if account is null or account = access.actor() then return null; end if;
  insert into invitations (id, person_id, token_hash, expires_at, created_by, needs_code)
    values (invitation, account, hash, over_at, access.actor(), true);
  return account;
end $$;

-- Whether this is the mail of an invitation that the actor made from a file.
create function access.invited_from_file(account uuid, invitation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from invitations i
    where i.id = invitation and i.person_id = account and i.created_by = access.actor() and i.needs_code)
$$;

-- With a file goes the sign-in that opens nothing else: its name and address too.
create function access.forget_own_accounts(of_persons uuid[]) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update people p set name = '-', email = p.id || '@weg.invalid', is_active = false
  where access.everywhere('trajectory', 'change') and p.id in (
    select d.account_id from person_details d where d.person_id = any (of_persons)
      and exists (select from file_invitations f where f.person_id = d.person_id)
      and not exists (select from grants g where g.person_id = d.account_id and g.role <> 'resident')
      and not exists (select from person_details o where o.account_id = d.account_id and o.person_id <> all (of_persons)))
$$;

do $$
declare f text;
begin
  foreach f in array array['may_be_invited(uuid, boolean)', 'is_shared_mail(uuid, text)', 'own_account(uuid, uuid)',
    'invite_from_file(uuid, boolean, uuid, uuid, text, timestamptz)', 'invited_from_file(uuid, uuid)', 'forget_own_accounts(uuid[])'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
  end loop;
  -- The others answer about anybody, or make an account, and are asked by these only.
  foreach f in array array['invite_from_file(uuid, boolean, uuid, uuid, text, timestamptz)', 'invited_from_file(uuid, uuid)', 'forget_own_accounts(uuid[])'] loop
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

/* ---- row-level security -------------------------------------------------------------------------------------------- */

grant select, insert on file_invitations, invitations to voorveld_definer;
grant insert (id, name, email), update (name, email, is_active) on people to voorveld_definer;
grant insert on grants to voorveld_definer;
grant select, update (account_id) on person_details to voorveld_definer;
grant select, delete on file_invitations to voorveld_app;

alter table file_invitations enable row level security;
alter table file_invitations force row level security;
create policy definer_all on file_invitations to voorveld_definer using (true) with check (true);
create policy definer_reads on invitations for select to voorveld_definer using (true);
create policy definer_invites on invitations for insert to voorveld_definer with check (needs_code);
create policy definer_opens on people for insert to voorveld_definer with check (kind = 'person');
create policy definer_changes on people for update to voorveld_definer using (kind = 'person') with check (kind = 'person');
create policy definer_gives on grants for insert to voorveld_definer with check (role = 'resident');
create policy definer_links on person_details for update to voorveld_definer using (true) with check (true);

create policy own_file_read on file_invitations for select to voorveld_app using (person_id in (select access.works_on('read')));
create policy destroy on file_invitations for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));
create policy destroy_reads on file_invitations for select to voorveld_app using ((select access.everywhere('trajectory', 'change')));

alter policy write on messages with check (
  created_by = (select access.actor()) and case kind
    when 'invitation' then (person_id <> (select access.actor()) and access.reaches_wholly(person_id))
      or access.invited_from_file(person_id, about_id)
    when 'work-waiting' then access.may_alert(person_id, municipality_id)
      or (not urgent and access.tells_receiver(person_id, municipality_id, about_id))
    when 'request-received' then true -- whoever asks for help, without an account too
    else person_id = (select access.actor()) end);
