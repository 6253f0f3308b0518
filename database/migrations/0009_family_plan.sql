-- Why: a family has one plan with one director, which those who take part share: goals, actions and agreements, and nothing of what anybody told (R-077, R-078, R-088).

create table plans (
  municipality_id uuid not null,
  id uuid not null unique,
  family_id uuid not null,
  director_id uuid not null references people (id),
  opened_on date not null,
  closed_on date,
  primary key (municipality_id, id),
  foreign key (municipality_id, family_id) references families (municipality_id, id),
  check (closed_on >= opened_on)
);
-- R-077: one family, one plan, one director.
create unique index plans_one_open on plans (municipality_id, family_id) where closed_on is null;

create table plan_participants (
  municipality_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  primary key (municipality_id, plan_id, person_id),
  foreign key (municipality_id, plan_id) references plans (municipality_id, id),
  foreign key (municipality_id, person_id) references persons (municipality_id, id)
);
create index plan_participants_person on plan_participants (person_id);

create table plan_items (
  municipality_id uuid not null,
  id uuid not null unique,
  plan_id uuid not null,
  kind text not null check (kind in ('goal', 'action', 'agreement')),
  goal_id uuid,
  body text not null check (length(btrim(body)) between 1 and 200),
  -- Who does it: a person of the family, or a worker.
  owner_person_id uuid,
  owner_account_id uuid references people (id),
  due_on date,
  done_on date,
  created_by uuid not null references people (id),
  created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  row_version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, id),
  foreign key (municipality_id, plan_id) references plans (municipality_id, id),
  foreign key (municipality_id, plan_id, goal_id) references plan_items (municipality_id, plan_id, id),
  foreign key (municipality_id, plan_id, owner_person_id) references plan_participants (municipality_id, plan_id, person_id),
  check (num_nonnulls(owner_person_id, owner_account_id) <= 1),
  check (kind <> 'goal' or goal_id is null)
);
create index plan_items_plan on plan_items (municipality_id, plan_id);

-- The plans in which the actor takes part: as somebody of the family, as a worker of somebody, or as its director.
create function access.own_plans() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plans p where p.director_id = access.actor()
    and exists (select from access.rights('trajectory', 'read'))
  union
  select m.plan_id from plan_participants m
  where m.person_id in (select access.works_on('read') union select access.own_persons())
$$;

-- The same for who may write in them: workers and the director; the family ticks what is theirs.
create function access.plans_to_change() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plans p where p.closed_on is null and (
    (p.director_id = access.actor() and exists (select from access.rights('trajectory', 'change')))
    or exists (select from plan_participants m where m.plan_id = p.id and m.person_id in (select access.works_on('change'))))
$$;

-- Whether a family has an open plan, so that a second one can be refused without showing the first.
create function access.has_open_plan(family uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select family in (select access.works_families()) and exists (select from plans where family_id = family and closed_on is null)
$$;

grant select on plans, plan_participants to voorveld_definer;
grant select, insert, delete on plans, plan_participants, plan_items to voorveld_app;
grant update (closed_on, director_id) on plans to voorveld_app;
grant update (body, due_on, done_on, row_version) on plan_items to voorveld_app;
alter function access.own_plans() owner to voorveld_definer;
alter function access.plans_to_change() owner to voorveld_definer;
alter function access.has_open_plan(uuid) owner to voorveld_definer;
grant execute on function access.own_plans(), access.plans_to_change(), access.has_open_plan(uuid) to voorveld_app;

do $$
declare t text;
begin
  foreach t in array array['plans', 'plan_participants', 'plan_items'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy destroy on %I for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')))$p$, t);
    execute format($p$create policy destroy_reads on %I for select to voorveld_app using ((select access.everywhere('trajectory', 'change')))$p$, t);
  end loop;
end $$;
create policy definer_reads on plans for select to voorveld_definer using (true);
create policy definer_reads on plan_participants for select to voorveld_definer using (true);

create policy shared_read on plans for select to voorveld_app using (id in (select access.own_plans()));
create policy open on plans for insert to voorveld_app with check (
  director_id = (select access.actor()) and family_id in (select access.works_families()));
create policy change on plans for update to voorveld_app
  using (id in (select access.plans_to_change())) with check (id in (select access.plans_to_change()));

create policy shared_read on plan_participants for select to voorveld_app using (plan_id in (select access.own_plans()));
-- Whoever writes in the plan adds somebody of the same family.
create policy add on plan_participants for insert to voorveld_app with check (
  plan_id in (select access.plans_to_change()) and person_id in (select access.works_circle()));

create policy shared_read on plan_items for select to voorveld_app using (plan_id in (select access.own_plans()));
create policy add on plan_items for insert to voorveld_app with check (
  created_by = (select access.actor()) and plan_id in (select access.plans_to_change()));
create policy change on plan_items for update to voorveld_app
  using (plan_id in (select access.plans_to_change())) with check (plan_id in (select access.plans_to_change()));
create policy tick on plan_items for update to voorveld_app
  using (owner_person_id in (select access.own_persons())) with check (owner_person_id in (select access.own_persons()));
