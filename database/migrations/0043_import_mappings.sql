-- Why: a mapping that was chosen once is found again by name, by every colleague of the organisation, who sees who saved it and when, gives it another name or takes it away (R-039).

alter table saved_mappings
  add column id uuid not null default gen_random_uuid() unique,
  add column name text,
  add column saved_by uuid references people (id);

-- What was saved before names were asked is called after its columns.
update saved_mappings set name = coalesce(
  (select left(string_agg(key, ', '), 80) from (
    select key from jsonb_object_keys(mapping) as key where key <> '' order by key limit 3) as columns), '-');

alter table saved_mappings
  alter column name set not null,
  add check (length(name) between 1 and 80);
comment on column saved_mappings.saved_by is 'Who chose it last; null for what was saved before this was kept.';

-- Nobody saves in the name of another.
alter policy add on saved_mappings with check (
  provision_id in (select access.provisions('import', 'change')) and saved_by = (select access.actor()));
