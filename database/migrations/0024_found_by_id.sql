-- A record is asked for by its own id or by what it belongs to, never by municipality first, so these indexes begin with that; and whether somebody reads a person is asked per person, not by collecting all persons in reach. At a million trajectories each of these was a walk past every row.

create index trajectory_events_of on trajectory_events (trajectory_id, recorded_at, position);
drop index trajectory_events_history;
create index trajectories_in_provision on trajectories (provision_id, registered_on desc, id desc) where not is_withdrawn;
drop index trajectories_list;
create index assignments_of on assignments (trajectory_id);
drop index assignments_trajectory;
create index original_words_of on original_words (trajectory_id);
create index special_answers_of on special_answers (trajectory_id);
create index import_keys_of on import_keys (trajectory_id);
create index handed_over_of on handed_over (trajectory_id);
create index child_voice_reasons_of on child_voice_reasons (trajectory_id, child_id, recorded_at desc);
drop index child_voice_reasons_case;

create index family_children_of on family_children (family_id);
create index family_members_of on family_members (family_id);
create index person_details_of on person_details (person_id);
create index child_homes_of on child_homes (child_id);
create index authority_of on authority (child_id, parent_id, recorded_at desc);
drop index authority_child;
create index notes_of on notes (person_id, holds_on desc, recorded_at desc);
drop index notes_file;
create index note_named_of on note_named (note_id);
create index plans_of on plans (family_id);
create index plan_participants_of on plan_participants (plan_id);
create index plan_items_of on plan_items (plan_id);
drop index plan_items_plan;

create index help_requests_in_provision on help_requests (provision_id, received_at desc, id desc);
drop index help_requests_list;
create index help_request_details_of on help_request_details (request_id);
create index help_request_events_of on help_request_events (request_id);
create index triage_grades_of on triage_grades (request_id);
create index triage_estimates_of on triage_estimates (request_id);
create index request_circumstances_of on request_circumstances (request_id);
create index request_ladders_of on request_ladders (request_id);
create index request_handovers_of on request_handovers (request_id);
create index request_comparisons_of on request_comparisons (request_id);

drop policy read on families;
create policy read on families for select to voorveld_app using (
  exists (select from trajectories t where t.family_id = families.id));
drop policy read on family_children;
create policy read on family_children for select to voorveld_app using (
  exists (select from trajectories t where t.family_id = family_children.family_id));
drop policy circle_read on persons;
create policy circle_read on persons for select to voorveld_app using (
  id in (select access.family_circle()) or exists (select from trajectories t where t.person_id = persons.id));
drop policy circle_read on family_members;
create policy circle_read on family_members for select to voorveld_app using (
  family_id in (select access.own_families()) or exists (select from trajectories t where t.person_id = family_members.person_id));
