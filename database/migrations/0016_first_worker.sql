-- Whoever is the first to work on a person does so for an organisation that knows the family. Being new was enough
-- before: a provision of another organisation in the same municipality could begin on somebody it never met.

create function access.may_begin_on(person uuid, provision uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.is_new_file(person) and exists (
    select from persons q join provisions p on p.id = provision
    where q.id = person and q.municipality_id = p.municipality_id and q.organisation_id = p.organisation_id)
$$;
alter function access.may_begin_on(uuid, uuid) owner to voorveld_definer;
grant execute on function access.may_begin_on(uuid, uuid) to voorveld_app;

alter policy add on file_workers with check (
  not access.serves_the_other(account_id, person_id)
  and ((provision_id in (select access.provisions('trajectory', 'change')) and person_id not in (select access.opposed()))
    or person_id in (select access.works_on('change'))
    or (account_id = (select access.actor()) and access.may_begin_on(person_id, provision_id)
      and provision_id in (select access.provisions_of_own_matches('trajectory', 'change')))));
