-- Why: what a municipality set for a day to come can be taken away before it begins (R-018); the row that said it stays.

-- That nothing is said for this first day after all: what was said for it before does not count.
alter table waiting_terms
  add column is_taken_away boolean not null default false,
  add check (not is_taken_away or num_nonnulls(hours, contact_hours, until_on) = 0);
