-- Why: a dashboard offers what runs or ran in its area, the oldest first, so the question of which programmes run where tells that too.

drop function access.programmes_carried_out();
create function access.programmes_carried_out()
returns table (municipality_id uuid, programme_code text, is_running boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select p.municipality_id, p.programme_code, bool_or(p.ends_on is null or p.ends_on >= access.today())
  from provisions p group by p.municipality_id, p.programme_code order by min(p.created_at), p.programme_code
$$;
alter function access.programmes_carried_out() owner to voorveld_definer;
grant execute on function access.programmes_carried_out() to voorveld_app, voorveld_reports;
