-- Why: figures are sums of jumps kept beside the events, so that any day and any moment of knowledge answers at once and for ever (R-060, R-206, R-274).

create table figure_cells (
  municipality_id uuid not null references municipalities (id),
  provision_id uuid not null,
  programme_code text not null,
  measure text not null,
  -- 'all', a grouping, or two joined by '+'.
  grouping text not null,
  key text not null,
  holds_on date not null,
  recorded_at timestamptz(3) not null,
  n integer not null,
  -- How many trajectories make the jump: the limits count people, not children or mentions.
  families integer not null,
  -- Groups under AVG article 9; never read outside the suppression of figures.
  is_special boolean not null default false,
  foreign key (municipality_id, provision_id) references provisions (municipality_id, id)
);
create index figure_cells_sum on figure_cells (municipality_id, programme_code, measure, grouping, holds_on, recorded_at);
create index figure_cells_provision on figure_cells (provision_id);

-- Answers under AVG article 9. No role may read this table per family: the application may not select from it at all.
create table special_answers (
  municipality_id uuid not null,
  trajectory_id uuid not null,
  question text not null,
  answer text not null check (answer ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  primary key (municipality_id, trajectory_id, question)
);

-- From which size a number is shown, per audience. Every setting stays, so that the one in force at a moment is known.
create table audience_settings (
  audience text not null check (audience in ('public', 'policy', 'organisation')),
  hide_below integer not null check (hide_below between 0 and 100 and hide_below <> 2),
  round_to integer not null check (round_to between 1 and 100),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by uuid references people (id),
  primary key (audience, recorded_at)
);
insert into audience_settings (audience, hide_below, round_to, recorded_at) values
  ('public', 10, 5, '2000-01-01'),
  ('policy', 5, 1, '2000-01-01'),
  ('organisation', 1, 1, '2000-01-01');

-- What was once answered to policy or the public stays the answer to that question, also after destruction (R-060).
create table published_figures (
  -- Measure, scope, grouping, audience, period, day and moment, as one line.
  question text primary key,
  audience text not null check (audience in ('public', 'policy')),
  region_id uuid references regions (id),
  municipality_id uuid references municipalities (id),
  answer jsonb not null,
  first_given_at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(region_id, municipality_id) = 1)
);

/* ---- special groups: written and summed here, so that nothing outside reads an answer ------------------------------ */

create function may_record(provision uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select provision in (select access.provisions('trajectory', 'change'))
    or provision in (select access.provisions_of_own_matches('trajectory', 'change'))
    or provision in (select access.provisions('import', 'change'))
$$;

-- `rows`: [{trajectory, special: {question: answer}, cells: [{measure, grouping, key, holdsOn, n, families}]}], the jumps
-- of each trajectory by the groupings that are not special. `groups`: [{measure, grouping, question, other, otherFirst}],
-- where `other` is 'all' or the grouping crossed with.
create function keep_special(municipality uuid, provision uuid, programme text, moment timestamptz, rows jsonb, groups jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not may_record(provision) then
    raise exception 'not a provision of this actor' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from jsonb_array_elements(rows) as r where not exists (
    select from trajectories t where t.municipality_id = municipality and t.provision_id = provision and t.id = (r ->> 'trajectory')::uuid)) then
    raise exception 'not a trajectory of this provision' using errcode = 'insufficient_privilege';
  end if;
  insert into special_answers (municipality_id, trajectory_id, question, answer)
    select municipality, (r ->> 'trajectory')::uuid, s.key, s.value
    from jsonb_array_elements(rows) as r, jsonb_each_text(coalesce(r -> 'special', '{}')) as s
    on conflict do nothing;
  insert into figure_cells (municipality_id, provision_id, programme_code, measure, grouping, key, holds_on, recorded_at, n, families, is_special)
    select municipality, provision, programme, g ->> 'measure', g ->> 'grouping',
      case when g ->> 'other' = 'all' then a.answer
        when (g ->> 'otherFirst')::boolean then (c ->> 'key') || '|' || a.answer
        else a.answer || '|' || (c ->> 'key') end as cell_key,
      (c ->> 'holdsOn')::date, moment, sum((c ->> 'n')::integer), sum((c ->> 'families')::integer), true
    from jsonb_array_elements(rows) as r
    cross join jsonb_array_elements(r -> 'cells') as c
    join jsonb_array_elements(groups) as g on g ->> 'measure' = c ->> 'measure' and g ->> 'other' = c ->> 'grouping'
    join special_answers a on a.municipality_id = municipality and a.trajectory_id = (r ->> 'trajectory')::uuid
      and a.question = g ->> 'question'
    group by g ->> 'measure', g ->> 'grouping', cell_key, (c ->> 'holdsOn')::date
    having sum((c ->> 'n')::integer) <> 0 or sum((c ->> 'families')::integer) <> 0;
end
$$;

-- For destruction after the term, by the background tasks alone.
create function forget_special(trajectories uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not access.everywhere('trajectory', 'change') then
    raise exception 'only the background tasks destroy' using errcode = 'insufficient_privilege';
  end if;
  delete from special_answers where trajectory_id = any (trajectories);
end
$$;

-- Groups that never held the minimum of trajectories lose their name and count for the municipality as a whole; totals
-- stay. `touched`: [{measure, grouping, key}]. Special groups always go along.
create function move_up_small_cells(municipality uuid, provision uuid, touched jsonb, minimum integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not access.everywhere('trajectory', 'change') then
    raise exception 'only the background tasks destroy' using errcode = 'insufficient_privilege';
  end if;
  update figure_cells f set key = 'moved-up'
  from (
    select c.measure, c.grouping, c.key from figure_cells c
    where c.municipality_id = municipality and c.provision_id = provision and c.grouping <> 'all' and c.key <> 'moved-up'
      and (c.is_special or exists (
        select from jsonb_to_recordset(touched) as t (measure text, grouping text, key text)
        where t.measure = c.measure and t.grouping = c.grouping and t.key = c.key))
    group by c.measure, c.grouping, c.key
    having coalesce(sum(c.families) filter (where c.families > 0), 0) < minimum
  ) as small
  where f.municipality_id = municipality and f.provision_id = provision
    and f.measure = small.measure and f.grouping = small.grouping and f.key = small.key;
end
$$;

grant create on schema public to voorveld_definer;
alter function may_record(uuid) owner to voorveld_definer;
alter function keep_special(uuid, uuid, text, timestamptz, jsonb, jsonb) owner to voorveld_definer;
alter function forget_special(uuid[]) owner to voorveld_definer;
alter function move_up_small_cells(uuid, uuid, jsonb, integer) owner to voorveld_definer;
revoke create on schema public from voorveld_definer;
grant execute on function may_record(uuid), keep_special(uuid, uuid, text, timestamptz, jsonb, jsonb),
  forget_special(uuid[]), move_up_small_cells(uuid, uuid, jsonb, integer) to voorveld_app;

/* ---- row-level security -------------------------------------------------------------------------------------------- */

alter table figure_cells enable row level security;
alter table figure_cells force row level security;
alter table special_answers enable row level security;
alter table special_answers force row level security;
alter table audience_settings enable row level security;
alter table audience_settings force row level security;
alter table published_figures enable row level security;
alter table published_figures force row level security;

grant select, insert on figure_cells to voorveld_app;
grant select on figure_cells to voorveld_reports;
grant select, insert, update on figure_cells to voorveld_definer;
grant select (municipality_id, id, provision_id) on trajectories to voorveld_definer;
grant select, insert, delete on special_answers to voorveld_definer;
grant select, insert on audience_settings to voorveld_app;
grant select on audience_settings to voorveld_reports, voorveld_definer;
grant select, insert on published_figures to voorveld_app;

create policy own on figure_cells for select to voorveld_app
  using (not is_special and provision_id in (select access.provisions('own-figure', 'read')));
create policy add on figure_cells for insert to voorveld_app with check (not is_special and may_record(provision_id));
create policy reports_read on figure_cells for select to voorveld_reports using (true);
create policy definer_reads on trajectories for select to voorveld_definer using (true);
create policy definer_keeps on figure_cells to voorveld_definer using (true) with check (true);
create policy definer_keeps on special_answers to voorveld_definer using (true) with check (true);

create policy everyone_reads on audience_settings for select to voorveld_app, voorveld_reports, voorveld_definer using (true);
create policy change on audience_settings for insert to voorveld_app with check (
  (select access.everywhere('setting', 'change')) and recorded_by = (select access.actor()));

create policy public_read on published_figures for select to voorveld_app using (audience = 'public');
create policy read on published_figures for select to voorveld_app using (
  municipality_id in (select access.municipalities('figure', 'read')) or region_id in (select access.regions('figure', 'read')));
create policy public_add on published_figures for insert to voorveld_app with check (audience = 'public');
create policy add on published_figures for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('figure', 'read')) or region_id in (select access.regions('figure', 'read')));

create view report_cells with (security_invoker = true) as
  select c.*, m.region_id from figure_cells c join municipalities m on m.id = c.municipality_id;
grant select on report_cells to voorveld_reports;
