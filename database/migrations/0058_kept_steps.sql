-- Why: whoever wants may keep the steps under a code that only that person knows (R-004), so that nobody else, the operator too, can read or find them.

-- What was kept, encrypted with a key that follows from the code alone, and found by another thing that follows from it. Who
-- kept it, when and where stands nowhere; the last day tells the week in which it was, and nothing else.
create table kept_steps (
  lookup text primary key check (lookup ~ '^[0-9a-f]{64}$'),
  content bytea not null check (octet_length(content) between 64 and 20000),
  kept_until date not null
);
create index kept_steps_until on kept_steps (kept_until);

-- For ninety days from now. What was kept under the same code before is replaced.
create function access.keep_steps(asked text, given bytea) returns date
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last_day date := access.today() + 90;
begin
  insert into kept_steps (lookup, content, kept_until) values (asked, given, last_day)
    on conflict (lookup) do update set content = excluded.content, kept_until = excluded.kept_until;
  return last_day;
end
$$;

create function access.steps_kept(asked text) returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select content from kept_steps where lookup = asked and kept_until >= access.today()
$$;

-- At once, for who knows the code.
create function access.forget_steps(asked text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from kept_steps where lookup = asked;
  return found;
end
$$;

-- For the clean-up job, which reads none of it.
create function access.forget_old_steps() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone integer;
begin
  delete from kept_steps where kept_until < access.today();
  get diagnostics gone = row_count;
  return gone;
end
$$;

do $$
declare f text;
begin
  foreach f in array array['keep_steps(text, bytea)', 'steps_kept(text)', 'forget_steps(text)', 'forget_old_steps()'] loop
    execute format('alter function access.%s owner to voorveld_definer', f);
    execute format('grant execute on function access.%s to voorveld_app', f);
  end loop;
end $$;

-- Nobody lists what was kept: there is no policy but that of these functions.
alter table kept_steps enable row level security;
alter table kept_steps force row level security;
grant select, insert, update, delete on kept_steps to voorveld_definer;
create policy definer_keeps on kept_steps to voorveld_definer using (true) with check (true);
