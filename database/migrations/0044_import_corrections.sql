-- Why: what somebody put right on screen while bringing in a file is part of how a registration came to be: who changed which cell of which row, from what into what, kept with the account of the import and gone when it is undone (R-039).

create table import_corrections (
  municipality_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  provision_id uuid not null,
  -- Line in the file where the row starts.
  row_number integer not null check (row_number >= 1),
  column_name text not null check (length(column_name) between 1 and 2000),
  -- Null where it may not be kept: a birth date, special personal data, the file's own key of a family.
  old_value text check (length(old_value) <= 80),
  new_value text check (length(new_value) <= 80),
  corrected_by uuid not null references people (id),
  corrected_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, id),
  foreign key (municipality_id, import_id, provision_id) references imports (municipality_id, id, provision_id)
);
create index import_corrections_list on import_corrections (import_id, row_number, column_name, corrected_at);
create index import_corrections_age on import_corrections (corrected_at);

alter table imports add column corrected_count integer not null default 0 check (corrected_count >= 0);
comment on column imports.corrected_count is 'How many cells were put right on screen; stays when the corrections themselves are gone.';

grant select, insert, delete on import_corrections to voorveld_app;
alter table import_corrections enable row level security;
alter table import_corrections force row level security;
create policy read on import_corrections for select to voorveld_app
  using (provision_id in (select access.provisions('import', 'change')));
-- Nobody puts something right in the name of another.
create policy add on import_corrections for insert to voorveld_app with check (
  provision_id in (select access.provisions('import', 'change')) and corrected_by = (select access.actor()));
create policy remove on import_corrections for delete to voorveld_app
  using (provision_id in (select access.provisions('import', 'change')));
