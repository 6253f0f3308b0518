-- Why: a page shows the names of who works on the files of one family; those of all files that somebody reads took longer than the rest of the page.

drop function access.worker_names();
-- Of who works on these files or wrote in them, as far as the actor reads them.
create function access.worker_names(asked uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  with readable as (
    select a.id from unnest(asked) as a (id)
    where a.id in (select access.works_on('read')) or a.id in (select access.own_persons()) or a.id in (select access.glass_broken()))
  select p.id, p.name from people p
  where p.id in (select w.account_id from file_workers w where w.person_id in (select r.id from readable r))
    or p.id in (select n.written_by from notes n where n.person_id in (select r.id from readable r))
$$;
alter function access.worker_names(uuid[]) owner to voorveld_definer;
grant execute on function access.worker_names(uuid[]) to voorveld_app;
