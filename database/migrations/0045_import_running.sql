-- Why: an import of a hundred thousand rows can be stopped while it runs, and does not ask again of all trajectories there are whether it may add a child, or take one back (R-264). What may be kept is the same.

alter table import_progress add column stop_asked_at timestamptz;
comment on column import_progress.stop_asked_at is 'Somebody wants it stopped; whoever brings the rows in hears it at the next step, and takes back what was written.';

create or replace function keep_special(municipality uuid, provision uuid, programme text, moment timestamptz, rows jsonb, groups jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  given uuid[] := array(select distinct r.trajectory from jsonb_to_recordset(rows) as r (trajectory uuid));
begin
  if not may_record(provision) then
    raise exception 'not a provision of this actor' using errcode = 'insufficient_privilege';
  end if;
  if cardinality(given) <> (select count(*) from unnest(given) as asked (id)
      join trajectories t on t.municipality_id = municipality and t.id = asked.id and t.provision_id = provision) then
    raise exception 'not a trajectory of this provision' using errcode = 'insufficient_privilege';
  end if;
  insert into special_answers (municipality_id, trajectory_id, question, answer)
    select municipality, r.trajectory, s.key, s.value
    from jsonb_to_recordset(rows) as r (trajectory uuid, special jsonb), jsonb_each_text(coalesce(r.special, '{}')) as s
    on conflict do nothing;
  with answered as materialized (
    select r.cells, a.question, a.answer
    from jsonb_to_recordset(rows) as r (trajectory uuid, cells jsonb)
    join special_answers a on a.municipality_id = municipality and a.trajectory_id = r.trajectory
  ), grouped as materialized (
    select g.* from jsonb_to_recordset(groups) as g (measure text, "grouping" text, question text, other text, "otherFirst" boolean)
  )
  insert into figure_cells (municipality_id, provision_id, programme_code, measure, grouping, key, holds_on, recorded_at, n, families, is_special)
    select municipality, provision, programme, g.measure, g."grouping",
      case when g.other = 'all' then a.answer
        when g."otherFirst" then c.key || '|' || a.answer
        else a.answer || '|' || c.key end as cell_key,
      c."holdsOn", moment, sum(c.n), sum(c.families), true
    from answered a
    cross join jsonb_to_recordset(a.cells) as c (measure text, "grouping" text, key text, "holdsOn" date, n integer, families integer)
    join grouped g on g.question = a.question and g.measure = c.measure and g.other = c."grouping"
    group by g.measure, g."grouping", cell_key, c."holdsOn"
    having sum(c.n) <> 0 or sum(c.families) <> 0;
end
$$;

-- Asked of the family alone, by its index: before, every statement went through all trajectories in reach.
alter policy add on family_children with check (exists (
  select from trajectories t
  where t.family_id = family_children.family_id and (
    t.provision_id in (select access.provisions('trajectory', 'change'))
    or (t.provision_id in (select access.provisions_of_own_matches('trajectory', 'change')) and t.id in (select access.assigned()))
    or (t.import_id is not null and t.provision_id in (select access.provisions('import', 'change'))))));
