-- Why: one site serves several regions (R-003). What the one region of an installation wrote for everyone is of that region from the moment a second one joins, and a place that is added is on kept pages at once.

-- What came with the product stays for everyone; what people wrote here, they wrote for the region that there was.
create function access.keep_pages_of_first_region() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select count(*) from regions) = 2 then
    update pages p set region_id = (select r.id from regions r where r.id <> new.id)
      where p.region_id is null and p.municipality_id is null and p.adds_to is null
        and not exists (select from page_versions v where v.page_id = p.id and v.shipped_as is not null);
  end if;
  return null;
end
$$;

-- What is public is the same as long as this number is. A place is added and joins a region; it never goes.
create or replace function access.pages_mark() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from page_steps) + (select count(*) from page_proofreadings) + (select count(*) from offer_steps)
    + (select count(*) from story_steps) + (select count(*) from regions) + (select count(*) from villages)
    + (select count(*) + count(region_id) from municipalities)
$$;

alter function access.keep_pages_of_first_region() owner to voorveld_definer;
grant update (region_id) on pages to voorveld_definer;
create policy definer_moves on pages for update to voorveld_definer using (true) with check (true);
create trigger second_region after insert on regions for each row execute function access.keep_pages_of_first_region();
