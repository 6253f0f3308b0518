-- Why: whoever gets something shared must hear that something waits, and who shares it works elsewhere; so a sharing carries that one mail, and nothing else across the border (R-268).

-- Whether this is the mail about a sharing that the actor recorded and nobody took or ended yet, to the one it is for.
create function access.tells_receiver(asked_person uuid, asked_municipality uuid, sharing uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from sharings s
    where s.id = sharing and s.recorded_by = access.actor() and s.receiver_id = asked_person
      and s.receiver_municipality_id = asked_municipality
      and access.is_standing(s.id, s.ends_on) and not access.is_accepted(s.id))
$$;

-- Whether a message is about a sharing that is not offered to its receiver any more, or never was: taken, ended, over, or of
-- somebody whose other side the receiver is on (decision 17). Asked when it would be sent, by the background jobs.
create function access.is_told_for_nothing(asked_message uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.is_job_runner() and exists (
    select from messages m join sharings s on s.id = m.about_id
    where m.id = asked_message and m.kind = 'work-waiting'
      and (not access.is_standing(s.id, s.ends_on) or access.is_accepted(s.id)
        or access.is_on_another_side(s.receiver_id, s.person_id)))
$$;

do $$
declare f text;
begin
  foreach f in array array['tells_receiver(uuid, uuid, uuid)', 'is_told_for_nothing(uuid)'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

-- Never urgent: that would go at once, and so tell the moment at which it was shared.
alter policy write on messages with check (
  created_by = (select access.actor()) and case kind
    when 'invitation' then person_id <> (select access.actor()) and access.reaches_wholly(person_id)
    when 'work-waiting' then access.may_alert(person_id, municipality_id)
      or (not urgent and access.tells_receiver(person_id, municipality_id, about_id))
    when 'request-received' then true -- whoever asks for help, without an account too
    else person_id = (select access.actor()) end);
