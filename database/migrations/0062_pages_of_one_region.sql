-- Why: where an installation has one region, a page for everyone is a page of that region: who keeps the texts of the region keeps it on screen (R-016). With more regions it stays with who has the whole platform.
create or replace function access.owns_pages(asked_action text, at_region uuid, at_municipality uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(access.everywhere('page', asked_action)
    or at_municipality in (select access.municipalities('page', asked_action))
    or at_region in (select access.regions('page', asked_action))
    or (num_nonnulls(at_region, at_municipality) = 0 and (select count(*) from regions) = 1
      and exists (select from access.regions('page', asked_action))), false)
$$;
