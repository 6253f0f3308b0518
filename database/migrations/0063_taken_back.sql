-- Why: whoever asked, or handed over steps, takes back with the code what was written; nobody reads it from then on, and a director still sees that something unsafe was taken back (R-004, R-022).

alter table help_requests drop constraint help_requests_state_check;
alter table help_requests add check (state in ('new', 'taken', 'answered', 'not-fitting', 'trajectory', 'withdrawn'));
do $$
declare
  old_check text;
begin
  -- The check on the day of closing had no name of its own.
  for old_check in select conname from pg_constraint
    where conrelid = 'help_requests'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%closed_on%' loop
    execute format('alter table help_requests drop constraint %I', old_check);
  end loop;
end $$;
alter table help_requests add check ((state in ('answered', 'not-fitting', 'trajectory', 'withdrawn')) = (closed_on is not null));
-- What was taken back is held by whoever asked, which is nobody here: no worker has it, and who watches over requests still sees it.
alter table help_requests add check ((state = 'withdrawn') = (taken_by is not distinct from '00000000-0000-7000-8000-000000000001'));

alter table help_request_events drop constraint help_request_events_type_check;
alter table help_request_events add check (type in ('received', 'taken', 'given-back', 'answered', 'not-fitting', 'trajectory', 'withdrawn'));
create unique index help_request_events_withdrawn on help_request_events (request_id) where type = 'withdrawn';

-- R-023 asks an estimate of whoever had contact; of what was taken back before anybody took it up there was none.
drop trigger unsafe_needs_estimate on help_requests;
create trigger unsafe_needs_estimate before update on help_requests for each row
  when (new.closed_on is not null and old.closed_on is null and new.state <> 'withdrawn')
  execute function access.unsafe_needs_estimate();
drop trigger separation_needs_estimate on help_requests;
create trigger separation_needs_estimate before update on help_requests for each row
  when (new.closed_on is not null and old.closed_on is null and 'separation' = any (new.topics) and new.state <> 'withdrawn')
  execute function access.separation_needs_estimate();

-- Whether it was said or found to be unsafe: by who asked, by the last grade or by the last estimate.
create function access.is_request_unsafe(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select 'safety' = any (topics) from help_requests where id = asked), false)
    or coalesce((select grade = 'D' from triage_grades where request_id = asked order by number desc limit 1), false)
    or coalesce((select 'acute' in (harm, violence) from triage_estimates where request_id = asked order by number desc limit 1), false)
$$;

-- Takes one request back. Nobody took it up: all that points at a person is emptied at once, the job takes the row and the
-- words about it within the hour, and the request ends. Otherwise own words go, and how to reach the asker safely stays with
-- who has it: a stranger with the code can cut nobody off from help. What is unsafe waits for a director again.
create function access.withdraw_one(asked uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  visitor constant uuid := '00000000-0000-7000-8000-000000000001';
  one record;
  was_unsafe boolean := access.is_request_unsafe(asked);
begin
  select municipality_id, provision_id, state into one from help_requests where id = asked for no key update;
  if exists (select from help_request_events where request_id = asked and type = 'withdrawn') then return; end if;
  if one.state = 'new' then
    update help_request_details set name = null, own_words = null, reach = 'none', phone = null, mail = null, moments = '{}',
      may_leave_voicemail = false, others_listen = 'unknown', caution = null, forget_on = access.today() - 1
      where request_id = asked;
    -- What it was about and from which village was said by the asker too.
    update help_requests set state = 'withdrawn', taken_by = visitor, closed_on = access.today(), row_version = row_version + 1,
      topics = '{}', village_code = null
      where id = asked;
  else
    update help_request_details set own_words = null where request_id = asked;
    update help_requests set row_version = row_version + 1 where id = asked;
  end if;
  insert into help_request_events (municipality_id, request_id, provision_id, number, type, recorded_by)
    select one.municipality_id, asked, one.provision_id, max(number) + 1, 'withdrawn', visitor
    from help_request_events where request_id = asked;
  if was_unsafe and not exists (select from triage_alerts where request_id = asked and seen_at is null) then
    insert into triage_alerts (municipality_id, request_id, provision_id, number, raised_by)
      select one.municipality_id, asked, one.provision_id, coalesce(max(number), 0) + 1, visitor
      from triage_alerts where request_id = asked;
  end if;
end
$$;

-- For whoever knows the code: that request, and what was handed over from it. Gives how far it is then, and nothing for a code
-- that nobody has. A second time it changes nothing and gives the same.
create function access.withdraw_request(asked_hash text)
returns table (municipality_id uuid, id uuid, state text)
language plpgsql rows 1 security definer set search_path = public, pg_temp as $$
declare
  root uuid;
  each_one uuid;
begin
  -- Locked before looking at what came of it: whoever takes it up or hands it over at this moment is before or after.
  select r.id into root from help_requests r where r.code_hash = asked_hash for no key update;
  if root is null then return; end if;
  for each_one in
    with recursive along as (
      select root as request_id
      union
      select h.to_request_id from request_handovers h join along a on a.request_id = h.request_id)
    select request_id from along order by request_id
  loop
    perform access.withdraw_one(each_one);
  end loop;
  return query select r.municipality_id, r.id, r.state from help_requests r where r.id = root;
end
$$;

do $$
declare f text;
begin
  foreach f in array array['is_request_unsafe(uuid)', 'withdraw_one(uuid)', 'withdraw_request(text)'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('revoke execute on function access.%s from public', f);
  end loop;
end $$;
grant execute on function access.withdraw_request(text) to voorveld_app;

grant select (municipality_id, topics, closed_on, row_version),
  update (state, taken_by, closed_on, row_version, topics, village_code)
  on help_requests to voorveld_definer;
create policy definer_withdraws on help_requests for update to voorveld_definer using (true) with check (true);
grant update (name, own_words, reach, phone, mail, may_leave_voicemail, moments, others_listen, caution, forget_on)
  on help_request_details to voorveld_definer;
create policy definer_withdraws on help_request_details for update to voorveld_definer using (true) with check (true);
create policy definer_finds on help_request_details for select to voorveld_definer using (true);
grant select, insert on help_request_events to voorveld_definer;
create policy definer_reads on help_request_events for select to voorveld_definer using (true);
create policy definer_withdraws on help_request_events for insert to voorveld_definer with check (type = 'withdrawn');
grant select, insert on triage_alerts to voorveld_definer;
create policy definer_reads on triage_alerts for select to voorveld_definer using (true);
create policy definer_raises on triage_alerts for insert to voorveld_definer
  with check (seen_at is null and raised_by = '00000000-0000-7000-8000-000000000001');
