-- A page asks some forty questions, and the policies on each asked anew what the actor reaches. While a request only reads, nothing of that changes, so what was worked out first is kept for the rest of its transaction: under its trace, so that no other request finds it.

do $$
declare
  f record;
  definition text;
  given text;
begin
  for f in select * from (values
    ('provisions', 'asked_kind text, asked_action text', 'asked_kind, asked_action'),
    ('provisions_of_own_matches', 'asked_kind text, asked_action text', 'asked_kind, asked_action'),
    ('municipalities', 'asked_kind text, asked_action text', 'asked_kind, asked_action'),
    ('regions', 'asked_kind text, asked_action text', 'asked_kind, asked_action'),
    ('organisations', 'asked_kind text, asked_action text', 'asked_kind, asked_action'),
    ('people', 'asked_kind text, asked_action text', 'asked_kind, asked_action'),
    ('works_on', 'asked_action text', 'asked_action'),
    ('assigned', '', ''),
    ('own_persons', '', ''),
    ('glass_broken', '', ''),
    ('own_families', '', ''),
    ('family_circle', '', ''),
    ('opposed', '', ''),
    ('opposed_trajectories', '', ''),
    ('named_on', '', ''),
    ('own_plans', '', ''),
    ('requests_weighed', '', ''),
    ('provisions_of_requests', 'asked_action text', 'asked_action'),
    ('provisions_of_requests_watched', '', '')
  ) as kept (name, parameters, arguments) loop
    -- The policies hold on to the function itself, so it keeps its name, and what it did so far gets another.
    definition := pg_get_functiondef(format('access.%I', f.name)::regproc);
    execute replace(definition, format('FUNCTION access.%s(', f.name), format('FUNCTION access.%s_now(', f.name));
    given := case when f.arguments = '' then quote_literal('') else format('translate(concat_ws(''_'', %s), ''-'', ''_'')', f.arguments) end;
    execute format($body$
      create or replace function access.%1$s(%2$s) returns setof uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $f$
      declare
        trace text := current_setting('app.trace_id', true);
        name text := 'app.kept_%1$s_' || %4$s;
        kept text;
      begin
        if current_setting('app.reading', true) is distinct from 'on' then
          return query select access.%1$s_now(%3$s);
          return;
        end if;
        kept := current_setting(name, true);
        if kept is null or left(kept, 32) is distinct from trace then
          kept := trace || array(select access.%1$s_now(%3$s))::text;
          perform set_config(name, kept, true);
        end if;
        return query select unnest(substr(kept, 33)::uuid[]);
      end $f$
    $body$, f.name, f.parameters, f.arguments, given);
    execute format('alter function access.%s_now owner to voorveld_definer', f.name);
    execute format('alter function access.%s owner to voorveld_definer', f.name);
    execute format('revoke execute on function access.%s_now from public, voorveld_app, voorveld_reports', f.name);
  end loop;
end $$;
