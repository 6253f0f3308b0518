import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Asked } from './load.ts'

/** Something that people do all day, with the one question that a server without anything else would ask for it. */
export type Scenario = {
  readonly name: string
  /** Who does it, by the mail address in the demo; without one whoever walks by. */
  readonly as?: string
  readonly ask: (nth: number) => Asked
  readonly isGood: (status: number, body: string) => boolean
  readonly floor?: { readonly text: string; readonly values: readonly unknown[]; readonly role?: string }
  /** The least share of the honest floor's speed. */
  readonly atLeast?: number
  /** The most milliseconds that 95 in 100 answers take. */
  readonly p95Below?: number
}

const page =
  (mark: string) =>
  (status: number, body: string): boolean =>
    status === 200 && body.includes(mark)

const took = (status: number): boolean => status === 303

/** What is asked of the database that was grown: real ids, so that every turn reads something else. */
export async function scenariosOn(client: pg.Client): Promise<Scenario[]> {
  const { rows: own } = await client.query<{ id: string; person_id: string; provision_id: string }>(`
    select t.id, t.person_id, t.provision_id from trajectories t join file_workers w on w.person_id = t.person_id
    where w.account_id = (select id from people where email = '${EXPERT}') and t.phase <> 'closed' and w.until_on is null limit 500`)
  const { rows: led } = await client.query<{ id: string; provision_id: string; municipality_id: string }>(`
    select t.id, t.provision_id, t.municipality_id from trajectories t
    join grants g on g.municipality_id = t.municipality_id and g.organisation_id = t.organisation_id
    where g.person_id = (select id from people where email = '${COORDINATOR}') and t.programme_code = 'home-start' and t.phase = 'active' limit 500`)
  const { rows: region } = await client.query<{ id: string }>(`
    select m.id from municipalities m where m.code like 'GM999_'`)
  const [first] = led
  if (own.length === 0 || first === undefined) throw new Error('the demo region holds no work for the bench')
  const file = (nth: number) => own[nth % own.length]?.person_id ?? ''
  const trajectory = (nth: number) => led[nth % led.length]?.id ?? ''
  return [
    {
      name: 'worklist',
      as: COORDINATOR,
      ask: () => ({ path: '/werk/trajecten' }),
      isGood: page('<table'),
      floor: {
        text: `select id, registered_on::text, phase, village_code, programme_code, answers from trajectories
          where provision_id = $1 and municipality_id = $2 and not is_withdrawn order by registered_on desc, id desc limit 51`,
        values: [first.provision_id, first.municipality_id],
      },
      ...{ atLeast: 0.5, p95Below: 100 },
    },
    {
      name: 'trajectory',
      as: COORDINATOR,
      ask: (nth) => ({ path: `/werk/trajecten/${trajectory(nth)}` }),
      isGood: page('<h1'),
      floor: {
        text: `select e.id, e.holds_on::text, e.recorded_at, e.payload from trajectory_events e
          where e.municipality_id = $1 and e.trajectory_id = $2 order by e.recorded_at, e.position`,
        values: [first.municipality_id, first.id],
      },
      ...{ atLeast: 0.5, p95Below: 100 },
    },
    {
      name: 'file',
      as: EXPERT,
      ask: (nth) => ({ path: `/werk/dossiers/${file(nth)}` }),
      isGood: page('<h1'),
      floor: {
        text: `select n.id, n.holds_on::text, n.body, p.name from persons p left join notes n on n.person_id = p.id
          and n.municipality_id = p.municipality_id where p.id = $1 order by n.holds_on desc`,
        values: [file(0)],
      },
      ...{ atLeast: 0.5, p95Below: 100 },
    },
    {
      name: 'today',
      as: EXPERT,
      ask: () => ({ path: '/werk' }),
      isGood: page('<h1'),
    },
    {
      name: 'search',
      as: EXPERT,
      ask: (nth) => ({ path: '/werk/zoeken', ...aForm({ zoek: WORDS[nth % WORDS.length] ?? '' }) }),
      isGood: page('<h1'),
      floor: {
        text: `select id, holds_on::text, body from notes where person_id in (select access.works_on('read'))
          and to_tsvector('dutch', body) @@ websearch_to_tsquery('dutch', $1) order by holds_on desc limit 100`,
        values: ['woning'],
      },
      atLeast: 0.8,
    },
    {
      name: 'create (a contact)',
      as: COORDINATOR,
      ask: (nth) => ({
        path: `/werk/trajecten/${trajectory(nth)}/contact`,
        ...aForm({ _sleutel: randomUUID(), minuten: '20', bereikt: 'nee' }),
      }),
      isGood: took,
      floor: {
        text: `insert into trajectory_events (municipality_id, id, trajectory_id, provision_id, holds_on, recorded_at, recorded_by, payload)
          values ($1, gen_random_uuid(), $2, $3, current_date, now(), access.actor(), '{"type":"contact-made"}')`,
        values: [first.municipality_id, first.id, first.provision_id],
      },
      atLeast: 0.5,
    },
    {
      name: 'region dashboard, today',
      as: POLICY,
      ask: () => ({ path: '/beleid/cijfers' }),
      isGood: page('<svg'),
      floor: { text: KEPT, values: [region.map(({ id }) => id), 'now', 'now'], role: REPORTS },
      ...{ atLeast: 0.5, p95Below: 150 },
    },
    {
      name: 'region dashboard, a past day',
      as: POLICY,
      ask: () => ({ path: `/beleid/cijfers?tot=${PAST}` }),
      isGood: page('<svg'),
      floor: { text: KEPT, values: [region.map(({ id }) => id), PAST, PAST], role: REPORTS },
      p95Below: 300,
    },
    { name: 'public home', ask: () => ({ path: '/' }), isGood: page('<h1') },
    { name: 'public form', ask: () => ({ path: '/vraag/stel' }), isGood: page('<form') },
  ]
}

const EXPERT = 'lieke@voorbeeld.example'
const COORDINATOR = 'iris@voorbeeld.example'
const POLICY = 'zoe@voorbeeld.example'
const PAST = '2025-06-30'
const WORDS = ['woning', 'vakantie', 'huur', 'school', 'steun']

const REPORTS = 'voorveld_reports'
const KEPT = `select municipality_id as id, measure, "grouping", key, sum(n)::int as n from report_cells
  where programme_code = 'home-start' and municipality_id = any($1::uuid[]) and holds_on <= $2::date and recorded_at <= $3::timestamptz
  group by 1, 2, 3, 4`

function aForm(fields: Readonly<Record<string, string>>): Pick<Asked, 'method' | 'headers' | 'body'> {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields).toString(),
  }
}
