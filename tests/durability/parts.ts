/**
 * What each step of the road promises, in rows: every list holds the parts of one fact, each as the keys for which that
 * part stands. A fact is whole when all its parts hold the same keys, each as often.
 */
import { type SQL, sql } from 'drizzle-orm'

/** The audit rows of an act, by the records of this kind that they name. */
const audit = (act: string, kind: string): SQL => sql`
  select split_part(one, ':', 2) as key from logs.audit_rows, unnest(object_ids) one
  where act = ${act} and result = 'done' and starts_with(one, ${`${kind}:`})`

/** The audit rows of an act about trajectories. */
const auditOfCase = (...acts: string[]): SQL => sql`
  select t.id::text as key from logs.audit_rows a join trajectories t on t.id = any(a.subject_ids)
  where act in (${sql.join(
    acts.map((act) => sql`${act}`),
    sql`, `,
  )}) and result = 'done'`

/** Events of trajectories of one person; registrations by the hundred are looked at apart. */
const events = (where: SQL): SQL => sql`
  select trajectory_id::text as key from trajectory_events join trajectories t on t.id = trajectory_id
  where t.person_id is not null and ${where}`
const moved = (to: string): SQL => sql`payload ->> 'type' = 'moved' and payload ->> 'to' = ${to}`
const answered = (question: string): SQL =>
  sql`payload ->> 'type' = 'answered' and jsonb_exists(payload -> 'answers', ${question})`

const requestEvents = (type: string): SQL =>
  sql`select request_id::text as key from help_request_events where type = ${type}`

export const PARTS: Readonly<Record<string, readonly SQL[]>> = {
  asked: [
    sql`select id::text as key from help_requests`,
    sql`select request_id::text as key from help_request_details where own_words is not null`,
    requestEvents('received'),
    audit('help-request.received', 'help-request'),
  ],
  coded: [sql`select code_hash as key from help_requests`],
  taken: [
    sql`select id::text as key from help_requests where taken_by is not null and state <> 'new'`,
    requestEvents('taken'),
    audit('help-request.taken', 'help-request'),
  ],
  // One director sees these requests, so one message and one job.
  graded: [
    sql`select request_id::text as key from triage_grades`,
    sql`select about_id::text as key from messages where urgent`,
    sql`select m.about_id::text as key from jobs.job j join messages m on m.id::text = j.data ->> 'messageId'
      where j.name = 'send-message' and m.urgent`,
    audit('help-request.graded', 'help-request'),
  ],
  estimated: [
    sql`select request_id::text as key from triage_estimates`,
    audit('help-request.estimated', 'help-request'),
  ],
  started: [
    sql`select id::text as key from help_requests where trajectory_id is not null`,
    sql`select id::text as key from help_requests where state = 'trajectory' and closed_on is not null`,
    sql`select request_id::text as key from help_request_details where forget_on is not null`,
    requestEvents('trajectory'),
    audit('help-request.started', 'help-request'),
  ],
  begun: [
    sql`select id::text as key from trajectories where person_id is not null`,
    events(sql`payload ->> 'type' = 'registered'`),
    events(sql`payload ->> 'type' = 'worker-assigned'`),
    sql`select trajectory_id::text as key from assignments`,
    sql`select t.id::text as key from trajectories t join persons p on p.id = t.person_id
      where p.file_opened_on is not null`,
    sql`select t.id::text as key from trajectories t join file_workers w on w.person_id = t.person_id`,
    sql`select t.id::text as key from trajectories t join person_details d on d.person_id = t.person_id
      where d.phone is not null`,
    sql`select t.id::text as key from trajectories t join family_members m on m.family_id = t.family_id
      group by t.id having count(*) = 3`,
    auditOfCase('help-request.started', 'file.opened'),
  ],
  contact: [
    sql`select id::text as key from trajectory_events where payload ->> 'type' = 'contact-made'`,
    sql`select contact_id::text as key from notes where kind = 'contact'`,
    sql`select n.contact_id::text as key from notes n join logs.audit_rows a on 'note:' || n.id = any(a.object_ids)
      where a.act = 'contact.logged' and a.result = 'done'`,
  ],
  note: [sql`select id::text as key from notes where kind = 'note'`, audit('note.written', 'note')],
  plan: [
    sql`select id::text as key from plans`,
    sql`select plan_id::text as key from plan_participants`,
    audit('plan.opened', 'plan'),
  ],
  goal: [sql`select plan_id::text as key from plan_items`, audit('plan.changed', 'plan')],
  // The receiver is told that something waits.
  sharing: [
    sql`select id::text as key from sharings`,
    sql`select about_id::text as key from messages where not urgent and kind = 'work-waiting'`,
    sql`select m.about_id::text as key from jobs.job j join messages m on m.id::text = j.data ->> 'messageId'
      where j.name = 'send-message' and not m.urgent`,
    audit('sharing.changed', 'sharing'),
  ],
  'first-talk': [events(moved('first-talk')), auditOfCase('step.first-talk')],
  closing: [
    events(moved('closing')),
    events(sql`${answered('risk-estimate')} and not jsonb_exists(payload -> 'answers', 'otherwise')`),
    auditOfCase('step.closing'),
  ],
  closed: [
    events(sql`${moved('closed')} and payload ->> 'reason' = 'goals-reached'`),
    events(answered('otherwise')),
    sql`select trajectory_id::text as key from child_voice_reasons`,
    auditOfCase('case.closed'),
  ],
  reopened: [events(sql`${moved('running')} and payload ->> 'reason' = 'aftercare'`), auditOfCase('case.reopened')],
}

/** What stands beside its history: a phase or a version that no event tells. */
export const APART: Readonly<Record<string, SQL>> = {
  phase: sql`select t.id::text as key from trajectories t where t.person_id is not null and t.phase is distinct from (
    select coalesce(payload ->> 'to', payload ->> 'phase') from trajectory_events e
    where e.trajectory_id = t.id and payload ->> 'type' in ('registered', 'moved')
    order by recorded_at desc, position desc limit 1)`,
  version: sql`select r.id::text as key from help_requests r where r.row_version <>
    (select count(*) from help_request_events e where e.request_id = r.id)
    + (select count(*) from triage_grades g where g.request_id = r.id)
    + (select count(*) from triage_estimates s where s.request_id = r.id)`,
  nobody: sql`select p.id::text as key from persons p where not exists (
    select from family_members m join trajectories t on t.family_id = m.family_id where m.person_id = p.id)`,
}
