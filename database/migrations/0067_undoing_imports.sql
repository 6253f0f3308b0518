-- Why: taking back what a large file brought in takes as long as bringing it in, so a background task does it.

alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check
  check (state in ('uploaded', 'checked', 'running', 'done', 'cancelled', 'undoing', 'undone', 'refused'));
alter table imports drop constraint imports_check;
alter table imports add constraint imports_check check (state not in ('done', 'undoing', 'undone')
  or (good_count is not null and added_count is not null and finished_at is not null));

-- Until its families are gone, the same file would bring them in twice.
drop index imports_file_once;
create unique index imports_file_once on imports (municipality_id, provision_id, file_hash)
  where state in ('running', 'done', 'undoing');
