-- Why: a visitor chooses the own municipality by postcode too (R-002), so each municipality says which postcodes are its own.

create table municipality_postcodes (
  municipality_id uuid not null references municipalities (id),
  first_figures integer not null check (first_figures between 0 and 9999),
  last_figures integer not null check (last_figures between 0 and 9999),
  recorded_by uuid not null references people (id),
  primary key (municipality_id, first_figures),
  check (first_figures <= last_figures)
);

-- Which postcodes a municipality has is public knowledge.
alter table municipality_postcodes enable row level security;
alter table municipality_postcodes force row level security;
grant select, insert, delete on municipality_postcodes to voorveld_app;
create policy read on municipality_postcodes for select to voorveld_app using (true);
create policy add on municipality_postcodes for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('setting', 'change')) and recorded_by = (select access.actor()));
create policy remove on municipality_postcodes for delete to voorveld_app
  using (municipality_id in (select access.municipalities('setting', 'change')));
