-- Why: a child is referred to an online buddy, a forum or a chat when it agrees; that it was done is an event of codes, where to stands in the child's own file (R-070).

create table online_referrals (
  municipality_id uuid not null,
  -- As the events about it name it.
  id uuid not null unique,
  trajectory_id uuid not null,
  child_id uuid not null,
  organisation text not null check (length(btrim(organisation)) between 1 and 120),
  -- Agreed with the child; without it there is no referral.
  is_agreed boolean not null check (is_agreed),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, id),
  foreign key (municipality_id, child_id) references persons (municipality_id, id),
  foreign key (municipality_id, trajectory_id) references trajectories (municipality_id, id)
);
create index online_referrals_child on online_referrals (child_id);
create index online_referrals_case on online_referrals (municipality_id, trajectory_id);

alter table online_referrals enable row level security;
alter table online_referrals force row level security;
grant select, insert, delete on online_referrals to voorveld_app;

-- As what a child says: the child itself and who works on the child, never a parent or the worker of a parent.
create policy own_file_read on online_referrals for select to voorveld_app using (
  child_id in (select access.works_on('read')) or child_id in (select access.own_persons())
  or child_id in (select access.glass_broken()));
create policy add on online_referrals for insert to voorveld_app with check (
  recorded_by = (select access.actor()) and child_id in (select access.works_on('change'))
  and child_id in (select p.id from persons p where p.kind = 'child')
  and trajectory_id in (select t.id from trajectories t where t.person_id = child_id));
-- Destruction after the term is for the background tasks alone (R-274).
create policy destroy on online_referrals for delete to voorveld_app using ((select access.everywhere('trajectory', 'change')));
create policy destroy_reads on online_referrals for select to voorveld_app using ((select access.everywhere('trajectory', 'change')));
