-- Why: what was said in a contact belongs to it without the contact telling so, and a child's own words keep their form and who heard them (R-042, R-066).
alter table notes add column contact_id uuid;
alter table notes add column voice_form text check (voice_form in ('talk', 'drawing', 'chat', 'letter'));
alter table notes add column heard_by text check (length(btrim(heard_by)) between 1 and 120);
alter table notes add check (contact_id is null or kind = 'contact');
alter table notes add check ((kind = 'child-voice') = (voice_form is not null) and (voice_form is null) = (heard_by is null));
