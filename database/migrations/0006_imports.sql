-- Why: a registration file is brought in by four calm steps, all or nothing, and can be undone; for that we keep how far it is, the file itself while it is being worked on, and the marks by which a row is known again (R-039).

create table imports (
  municipality_id uuid not null references municipalities (id),
  id uuid not null unique,
  organisation_id uuid not null,
  provision_id uuid not null,
  programme_code text not null,
  programme_version integer not null,
  state text not null default 'uploaded'
    check (state in ('uploaded', 'checked', 'running', 'done', 'cancelled', 'undone', 'refused')),
  -- Why a running import came to nothing, as a reason code.
  refused_with text check (refused_with ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- SHA-256 of the bytes; a file's name is not kept, because it may hold the name of a person.
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  row_count integer not null check (row_count >= 0),
  good_count integer check (good_count >= 0),
  added_count integer check (added_count >= 0),
  known_count integer check (known_count >= 0),
  changed_count integer check (changed_count >= 0),
  -- By column of the file what it holds.
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  -- The day for rows that name none.
  holds_on date not null,
  only_good boolean not null default false,
  created_by uuid not null references people (id),
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, id, provision_id),
  foreign key (municipality_id, provision_id, organisation_id, programme_code)
    references provisions (municipality_id, id, organisation_id, programme_code),
  check (state not in ('done', 'undone') or (good_count is not null and added_count is not null and finished_at is not null)),
  check ((state = 'undone') = (undone_at is not null)),
  check ((state = 'refused') = (refused_with is not null))
);
create index imports_list on imports (municipality_id, provision_id, created_at desc);
-- The same file goes in once per provision; undoing it makes room again.
create unique index imports_file_once on imports (municipality_id, provision_id, file_hash) where state in ('running', 'done');

-- The file while it is being worked on; gone when the import is done, cancelled or a day old.
create table import_files (
  municipality_id uuid not null,
  import_id uuid not null,
  provision_id uuid not null,
  bytes bytea not null,
  -- Cells that the user put right on screen.
  corrections jsonb not null default '[]' check (jsonb_typeof(corrections) = 'array'),
  -- What the last check found, so that a page need not read the file again.
  findings jsonb check (jsonb_typeof(findings) = 'object'),
  created_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, import_id),
  foreign key (municipality_id, import_id, provision_id) references imports (municipality_id, id, provision_id)
);

-- How far a running import is; a table of its own, so that it can be read and written while the import itself is one
-- long transaction.
create table import_progress (
  municipality_id uuid not null,
  import_id uuid not null,
  provision_id uuid not null,
  done integer not null default 0 check (done >= 0),
  total integer not null check (total >= done),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, import_id),
  foreign key (municipality_id, import_id, provision_id) references imports (municipality_id, id, provision_id)
);

-- The marks by which a row that was brought in is known again: hashes only, special personal data left out (R-264).
create table import_keys (
  municipality_id uuid not null,
  trajectory_id uuid not null,
  provision_id uuid not null,
  import_id uuid not null,
  -- Of the file's own key, where a column holds one.
  key_hash text check (key_hash ~ '^[0-9a-f]{64}$'),
  -- Of what the row tells about the family; two families may be alike, so the how manyeth goes with it.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  occurrence integer not null check (occurrence >= 1),
  -- Of the status and the reason with it.
  state_hash text not null check (state_hash ~ '^[0-9a-f]{64}$'),
  primary key (municipality_id, trajectory_id),
  unique (municipality_id, provision_id, content_hash, occurrence),
  foreign key (municipality_id, import_id, provision_id) references imports (municipality_id, id, provision_id),
  foreign key (municipality_id, trajectory_id, provision_id) references trajectories (municipality_id, id, provision_id) on delete cascade
);
create unique index import_keys_key on import_keys (municipality_id, provision_id, key_hash) where key_hash is not null;
create index import_keys_import on import_keys (import_id);

-- Words by which a municipality knows a column, kept as they are compared.
create table column_synonyms (
  municipality_id uuid not null references municipalities (id),
  programme_code text not null check (programme_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  word text not null check (length(word) between 1 and 80),
  target text not null check (length(target) <= 80),
  created_by uuid not null references people (id),
  created_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, programme_code, word)
);

-- The mapping that a user chose for files with these columns, proposed again for the next one.
create table saved_mappings (
  municipality_id uuid not null,
  provision_id uuid not null,
  header_hash text not null check (header_hash ~ '^[0-9a-f]{64}$'),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  saved_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, provision_id, header_hash),
  foreign key (municipality_id, provision_id) references provisions (municipality_id, id)
);

/* ---- row-level security ---------------------------------------------------------------------------------------- */

grant select, insert, update on imports to voorveld_app;
grant select, insert, update, delete on import_files, import_progress, saved_mappings to voorveld_app;
grant select, insert, delete on import_keys, column_synonyms to voorveld_app;

do $$
declare
  t text;
begin
  foreach t in array array['imports', 'import_files', 'import_progress', 'import_keys', 'column_synonyms', 'saved_mappings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;

  -- Only who may bring in files sees a file, its marks and its mappings; whoever may look sees that it was brought in.
  foreach t in array array['imports', 'import_files', 'import_progress', 'import_keys', 'saved_mappings'] loop
    execute format($p$create policy read on %I for select to voorveld_app
      using (provision_id in (select access.provisions('import', %L)))$p$, t,
      case when t in ('imports', 'import_progress') then 'read' else 'change' end);
    execute format($p$create policy add on %I for insert to voorveld_app
      with check (provision_id in (select access.provisions('import', 'change')))$p$, t);
    if t in ('imports', 'import_files', 'import_progress', 'saved_mappings') then
      execute format($p$create policy change on %I for update to voorveld_app
        using (provision_id in (select access.provisions('import', 'change')))
        with check (provision_id in (select access.provisions('import', 'change')))$p$, t);
    end if;
    if t <> 'imports' then
      execute format($p$create policy remove on %I for delete to voorveld_app
        using (provision_id in (select access.provisions('import', 'change')))$p$, t);
    end if;
  end loop;
end $$;

create policy read on column_synonyms for select to voorveld_app using (
  municipality_id in (select access.municipalities('import', 'read')) or municipality_id in (select access.municipalities('setting', 'read')));
create policy add on column_synonyms for insert to voorveld_app with check (
  municipality_id in (select access.municipalities('setting', 'change')) and created_by = (select access.actor()));
create policy remove on column_synonyms for delete to voorveld_app using (
  municipality_id in (select access.municipalities('setting', 'change')));
