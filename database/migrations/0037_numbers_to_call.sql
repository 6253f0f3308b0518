-- Why: who chose to call by oneself gets a number to call, with the day on which somebody checked it (R-018, R-037).

-- The number on which a provision answers who asked something there, with when. Public knowledge; it hangs on no request.
create table provision_phones (
  municipality_id uuid not null references municipalities (id),
  provision_id uuid not null,
  number text not null check (number ~ '^[+0-9][0-9 -]{2,19}$'),
  open_nl text not null check (length(btrim(open_nl)) between 1 and 120),
  open_en text not null check (length(btrim(open_en)) between 1 and 120),
  -- Where it was found or who told it.
  source text not null check (length(btrim(source)) between 1 and 200),
  checked_on date not null,
  row_version integer not null default 1,
  recorded_by uuid not null references people (id),
  recorded_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (municipality_id, provision_id),
  foreign key (municipality_id, provision_id) references provisions (municipality_id, id)
);

-- Of the provision that has the request with this code; nothing of the request.
create function access.phone_for_code(asked_hash text)
returns table (number text, open_nl text, open_en text, checked_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.number, p.open_nl, p.open_en, p.checked_on from help_requests r
  join provision_phones p on p.municipality_id = r.municipality_id and p.provision_id = r.provision_id
  where r.code_hash = asked_hash
$$;
alter function access.phone_for_code(text) owner to voorveld_definer;
grant execute on function access.phone_for_code(text) to voorveld_app;
grant select on provision_phones to voorveld_definer;

grant select, insert on provision_phones to voorveld_app;
grant update (number, open_nl, open_en, source, checked_on, row_version, recorded_by, recorded_at) on provision_phones to voorveld_app;
alter table provision_phones enable row level security;
alter table provision_phones force row level security;
create policy definer_reads on provision_phones for select to voorveld_definer using (true);
create policy read on provision_phones for select to voorveld_app using (true);
create policy add on provision_phones for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('setting', 'change')) and recorded_by = (select access.actor()));
create policy change on provision_phones for update to voorveld_app
  using (municipality_id in (select access.municipalities('setting', 'change')))
  with check (municipality_id in (select access.municipalities('setting', 'change')) and recorded_by = (select access.actor()));
