-- Why: 0060 counted proofreadings and forgot the steps of cards, so an offer that ended stayed on kept pages for a minute.
create or replace function access.pages_mark() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from page_steps) + (select count(*) from page_proofreadings) + (select count(*) from offer_steps)
$$;
