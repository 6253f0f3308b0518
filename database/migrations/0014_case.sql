-- Why: what was said in a contact belongs to it without the contact telling so, and a child's own words keep their form and who heard them (R-042, R-066).
alter table notes add column contact_id uuid;
alter table notes add column voice_form text check (voice_form in ('talk', 'drawing', 'chat', 'letter'));
alter table notes add column heard_by text check (length(btrim(heard_by)) between 1 and 120);
alter table notes add check (contact_id is null or kind = 'contact');
alter table notes add check ((kind = 'child-voice') = (voice_form is not null) and (voice_form is null) = (heard_by is null));

-- Whom one can call in or hand over to: the names of who may work on files of the same provision, and nothing else of them.
create function access.colleagues(asked_provision uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.name from provisions v
  join grants g on g.organisation_id = v.organisation_id and g.municipality_id = v.municipality_id
    and (g.team_id is null or g.team_id = v.team_id) and (g.programme_code is null or g.programme_code = v.programme_code)
    and g.starts_on <= access.today() and (g.ends_on is null or g.ends_on >= access.today())
  join role_rights r on r.role = g.role and r.kind = 'trajectory' and r.action = 'change'
  join people p on p.id = g.person_id and p.is_active
  where v.id = asked_provision
    and v.id in (select access.provisions('trajectory', 'change') union select access.provisions_of_own_matches('trajectory', 'change'))
$$;
alter function access.colleagues(uuid) owner to voorveld_definer;
grant execute on function access.colleagues(uuid) to voorveld_app;
