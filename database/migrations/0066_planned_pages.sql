-- Why: whoever keeps a page plans the day on which a tested text becomes public (R-007, R-016).

-- A tested version becomes public on this day, by itself.
create table page_plans (
  version_id uuid primary key references page_versions (id),
  publish_on date not null,
  planned_by uuid not null references people (id),
  planned_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);

alter table page_plans enable row level security;
alter table page_plans force row level security;
grant select, insert, delete on page_plans to voorveld_app;
create policy read on page_plans for select to voorveld_app
  using (version_id in (select v.id from page_versions v where v.page_id in (select access.pages('read'))));
create policy plan on page_plans for insert to voorveld_app with check (
  version_id in (select v.id from page_versions v where v.state = 'tested' and v.page_id in (select access.pages('change')))
  and planned_by = (select access.actor()));
create policy cancel on page_plans for delete to voorveld_app
  using (version_id in (select v.id from page_versions v where v.page_id in (select access.pages('change'))));

-- Makes public what was planned for this day or an earlier one, in place of the version before, in the name of who planned
-- it; a plan whose version went another way, or waits for a person to read a machine's words, is left out. Gives how many.
create function access.publish_planned() returns integer
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  due record;
  before uuid;
  done integer := 0;
begin
  if not access.is_job_runner() then return 0; end if;
  perform pg_advisory_xact_lock(hashtext('public pages'));
  for due in
    select p.version_id, p.planned_by, v.page_id, v.language from page_plans p join page_versions v on v.id = p.version_id
    where p.publish_on <= access.today() and v.state = 'tested'
      and (not v.is_made_by_machine or exists (select from page_proofreadings r where r.version_id = v.id))
    order by p.planned_at
  loop
    update page_versions set state = 'retired'
      where page_id = due.page_id and language = due.language and state = 'approved' returning id into before;
    if before is not null then
      insert into page_steps (id, version_id, state, recorded_by) values (gen_random_uuid(), before, 'retired', due.planned_by);
    end if;
    update page_versions set state = 'approved' where id = due.version_id;
    insert into page_steps (id, version_id, state, recorded_by)
      values (gen_random_uuid(), due.version_id, 'approved', due.planned_by);
    done := done + 1;
  end loop;
  delete from page_plans p using page_versions v where v.id = p.version_id and v.state <> 'tested';
  return done;
end
$$;

alter function access.publish_planned() owner to voorveld_definer;
grant execute on function access.publish_planned() to voorveld_app;

grant select, update (state) on page_versions to voorveld_definer;
grant insert on page_steps to voorveld_definer;
grant select, delete on page_plans to voorveld_definer;
create policy definer_reads on page_versions for select to voorveld_definer using (true);
create policy definer_publishes on page_versions for update to voorveld_definer using (true) with check (true);
create policy definer_records on page_steps for insert to voorveld_definer with check (true);
create policy definer_reads on page_plans for select to voorveld_definer using (true);
create policy definer_removes on page_plans for delete to voorveld_definer using (true);
