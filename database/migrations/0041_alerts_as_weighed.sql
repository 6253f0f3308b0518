-- Why: that a request is unsafe is read by whom its weighing is read: also by who stands in, and not by who helps the other (decisions 16 and 25).

alter policy read on triage_alerts using (
  provision_id in (select access.provisions_of_requests('read'))
  and request_id not in (select access.requests_of_the_other())
  and (provision_id in (select access.provisions_of_requests_watched())
    or request_id in (select access.requests_stood_in())
    or exists (select from help_requests r
      where r.id = request_id and (r.taken_by is null or r.taken_by = (select access.actor())))));
