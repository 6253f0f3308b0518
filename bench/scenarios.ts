import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Asked } from './load.ts'
import { aStepQuestion, stepsOfAParent } from './steps.ts'

/** Something that people do all day, with the one question that a server without anything else would ask for it. */
export type Scenario = {
  readonly name: string
  /** Who does it, by the mail address in the demo; without one whoever walks by. */
  readonly as?: string
  /** Where another system asks with a key of its own; `as` is then whose session the floor looks up. */
  readonly keyFor?: { readonly municipalityId: string; readonly organisationId: string }
  readonly ask: (nth: number) => Asked
  readonly isGood: (status: number, body: string) => boolean
  /** It adds to histories: what it added goes before each turn, or they grow to ten times what a family ever has. */
  readonly isAdding?: boolean
  /** `about`: whom the processing log gets a line for, each row or one; nobody in a figure. */
  readonly floor?: {
    readonly text: string
    readonly values: readonly unknown[]
    readonly role?: string
    readonly about?: 'each' | 'one'
  }
  /** The least share of the honest floor's speed. */
  readonly atLeast?: number
  /** The most milliseconds that 95 in 100 answers take. */
  readonly p95Below?: number
}

const page =
  (mark: string) =>
  (status: number, body: string): boolean =>
    status === 200 && body.includes(mark)

/** Real ids in the database that was grown, so that every turn reads something else. */
type Work = {
  readonly files: readonly string[]
  readonly led: readonly {
    readonly id: string
    readonly provisionId: string
    readonly municipalityId: string
    readonly organisationId: string
  }[]
  readonly municipalities: readonly string[]
  /** The programme that the dashboard shows first. */
  readonly programmeCode: string
}

/** What is asked of the database that was grown. */
export async function scenariosOn(client: pg.Client): Promise<Scenario[]> {
  const work = await workIn(client)
  return [
    ...ofCoordinators(work),
    ...ofExperts(work),
    ...ofSystems(work),
    ...ofPolicy(work),
    ...PUBLIC,
    ...(await ofReaders(client)),
    aStepQuestion,
    stepsOfAParent(),
  ]
}

async function workIn(client: pg.Client): Promise<Work> {
  const { rows: files } = await client.query<{ id: string }>(`
    select t.person_id as id from trajectories t join file_workers w on w.person_id = t.person_id
    where w.account_id = (select id from people where email = '${EXPERT}') and t.phase <> 'closed' and w.until_on is null
      and w.from_on <= current_date and exists (select from grants g where g.person_id = w.account_id
        and g.municipality_id = t.municipality_id and g.organisation_id = t.organisation_id) limit 500`)
  const { rows: led } = await client.query<Work['led'][number]>(`
    select t.id, t.provision_id as "provisionId", t.municipality_id as "municipalityId",
      t.organisation_id as "organisationId" from trajectories t
    join grants g on g.municipality_id = t.municipality_id and g.organisation_id = t.organisation_id
    where g.person_id = (select id from people where email = '${COORDINATOR}') and t.person_id is null and t.phase = 'active'
    limit 500`)
  const { rows: region } = await client.query<{ id: string }>("select id from municipalities where code like 'GM999_'")
  const { rows: known } = await client.query<{ code: string }>(
    'select distinct programme_code as code from figure_cells order by 1',
  )
  if (files.length === 0 || led.length < 4) throw new Error('the demo region holds no work for the bench')
  return {
    files: files.map(({ id }) => id),
    led,
    municipalities: region.map(({ id }) => id),
    programmeCode: known[0]?.code ?? '',
  }
}

/** Pages to read, given from memory. */
async function ofReaders(client: pg.Client): Promise<Scenario[]> {
  const { rows } = await client.query<{ slug: string }>(`
    select p.slug from pages p join page_versions v on v.page_id = p.id
    where v.state = 'approved' and v.language = 'nl' and p.slug is not null order by p.slug`)
  const slugAt = (nth: number): string => rows[nth % rows.length]?.slug ?? ''
  const ask = (nth: number): Asked => ({ path: `/informatie/${slugAt(nth)}` })
  return [{ name: 'public page', ask, isGood: page('<h1') }]
}

function ofCoordinators({ led }: Work): Scenario[] {
  // What is read stays as it is: contacts are added to the other half, and the floor adds all of its own to the last.
  const half = Math.floor(led.length / 2)
  const [{ id, provisionId, municipalityId } = NOWHERE] = led.slice(-1)
  const read = (nth: number) => led[nth % half]?.id ?? ''
  const added = (nth: number) => led[half + (nth % (led.length - half - 1))]?.id ?? ''
  return [
    {
      name: 'worklist',
      as: COORDINATOR,
      ask: () => ({ path: '/werk/trajecten' }),
      isGood: page('<table'),
      floor: listFloor(provisionId),
      ...{ atLeast: 0.5, p95Below: 100 },
    },
    {
      name: 'trajectory',
      as: COORDINATOR,
      ask: (nth) => ({ path: `/werk/trajecten/${read(nth)}` }),
      isGood: page('<h1'),
      floor: historyFloor(read(0)),
      ...{ atLeast: 0.5, p95Below: 100 },
    },
    {
      name: 'create (a contact)',
      as: COORDINATOR,
      ask: (nth) => ({
        path: `/werk/trajecten/${added(nth)}/contact`,
        ...aForm({ _sleutel: randomUUID(), minuten: '20', bereikt: 'nee' }),
      }),
      isGood: (status) => status === 303,
      isAdding: true,
      floor: {
        text: `insert into trajectory_events (municipality_id, id, trajectory_id, provision_id, holds_on, recorded_at, recorded_by, payload)
          values ($1, gen_random_uuid(), $2, $3, current_date, now(), ${ACTOR},
            jsonb_build_object('type', 'contact-made', 'holdsOn', current_date::text, 'answers', '{}'::jsonb))`,
        values: [municipalityId, id, provisionId],
        about: 'one',
      },
      atLeast: 0.5,
    },
  ]
}

function ofExperts({ files }: Work): Scenario[] {
  const file = (nth: number) => files[nth % files.length] ?? ''
  return [
    {
      name: 'file',
      as: EXPERT,
      ask: (nth) => ({ path: `/werk/dossiers/${file(nth)}` }),
      isGood: page('<h1'),
      floor: {
        text: WHOLE_FILE,
        values: [file(0)],
        about: 'one',
      },
      ...{ atLeast: 0.5, p95Below: 100 },
    },
    { name: 'today', as: EXPERT, ask: () => ({ path: '/werk' }), isGood: page('<h1') },
    {
      name: 'search',
      as: EXPERT,
      ask: (nth) => ({ path: '/werk/zoeken', ...aForm({ zoek: WORDS[nth % WORDS.length] ?? '' }) }),
      isGood: page('<h1'),
      floor: {
        text: NAMES_AND_NOTES,
        values: ['woning'],
        about: 'one',
      },
      atLeast: 0.8,
    },
  ]
}

/** What another system asks by the API: the same list and the same trajectory, as JSON. */
function ofSystems({ led }: Work): Scenario[] {
  const [{ id, provisionId, municipalityId, organisationId } = NOWHERE] = led
  const shared = { as: COORDINATOR, keyFor: { municipalityId, organisationId }, ...{ atLeast: 0.5, p95Below: 100 } }
  return [
    {
      ...shared,
      name: 'API list',
      ask: () => ({ path: '/api/v1/trajecten?aantal=50' }),
      isGood: page('"resultaten"'),
      floor: listFloor(provisionId),
    },
    {
      ...shared,
      name: 'API detail',
      // As on screen: the other half is added to, the last one very much.
      ask: (nth) => ({ path: `/api/v1/trajecten/${led[nth % Math.floor(led.length / 2)]?.id ?? ''}` }),
      isGood: page('"mijlpalen"'),
      floor: historyFloor(id),
    },
  ]
}

function ofPolicy({ municipalities, programmeCode }: Work): Scenario[] {
  const kept = (on: string) => ({
    text: KEPT,
    values: [municipalities, on, on, programmeCode],
    role: 'voorveld_reports',
  })
  return [
    {
      name: 'region dashboard, today',
      as: POLICY,
      ask: () => ({ path: '/beleid/cijfers' }),
      isGood: page('<svg'),
      floor: kept('now'),
      ...{ atLeast: 0.5, p95Below: 150 },
    },
    {
      name: 'region dashboard, a past day',
      as: POLICY,
      ask: () => ({ path: `/beleid/cijfers?tot=${PAST}` }),
      isGood: page('<svg'),
      floor: kept(PAST),
      p95Below: 300,
    },
  ]
}

const listFloor = (provisionId: string) => ({
  text: `select id, registered_on::text, phase, village_code, programme_code, answers from trajectories
    where provision_id = $1 and not is_withdrawn order by registered_on desc, id desc limit 51`,
  values: [provisionId],
  about: 'each' as const,
})

const historyFloor = (id: string) => ({
  text: `select id, holds_on::text, recorded_at, payload from trajectory_events where trajectory_id = $1
    order by recorded_at, position`,
  values: [id],
  about: 'one' as const,
})

/** Stands for the account of who asks, in the question of a floor. */
export const ACTOR = ':actor'

/** What the page of a file shows, as rows of one shape. */
const WHOLE_FILE = `
  with family as (select m.family_id, m.person_id, m.role from family_members own
    join family_members m on m.family_id = own.family_id where own.person_id = $1)
  select p.id::text, 'person' as part, p.name, d.phone as text from persons p
    left join person_details d on d.person_id = p.id where p.id = $1
  union all select p.id::text, f.role, p.name, p.kind from family f join persons p on p.id = f.person_id
  union all select w.account_id::text, w.role, a.name, w.from_on::text from family f
    join file_workers w on w.person_id = f.person_id join people a on a.id = w.account_id
  union all select n.id::text, 'note', n.holds_on::text, n.body from notes n where n.person_id = $1
  union all select t.id::text, t.phase, t.registered_on::text, t.answers::text from trajectories t where t.person_id = $1
  union all select e.id::text, 'event', e.holds_on::text, e.payload::text from trajectory_events e
    join trajectories t on t.id = e.trajectory_id where t.person_id = $1
  union all select l.id::text, 'plan', l.opened_on::text, null from plans l
    where l.family_id in (select family_id from family) and l.closed_on is null`

/** What is sought: notes by their words, and by name the files of one's own and the persons of trajectories that one sees. */
const NAMES_AND_NOTES = `
  with mine as materialized (select person_id from file_workers where account_id = ${ACTOR} and until_on is null)
  (select id::text, holds_on::text, body from notes where person_id = any(array(select person_id from mine))
    and to_tsvector('dutch', body) @@ websearch_to_tsquery('dutch', $1) order by holds_on desc limit 20)
  union all (select p.id::text, 'file', p.name from persons p where p.id = any(array(select person_id from mine))
    and p.name ilike '%' || $1 || '%' limit 20)
  union all (select p.id::text, 'trajectory', p.name from trajectories t join persons p on p.id = t.person_id
    where not t.is_withdrawn and p.name ilike '%' || $1 || '%' limit 20)`

const EXPERT = 'lieke@voorbeeld.example'
const COORDINATOR = 'iris@voorbeeld.example'
const POLICY = 'zoe@voorbeeld.example'
const PAST = '2025-06-30'
const NOWHERE = { id: '', provisionId: '', municipalityId: '', organisationId: '' }

const PUBLIC: readonly Scenario[] = [
  { name: 'public home', ask: () => ({ path: '/' }), isGood: page('<h1') },
  { name: 'public form', ask: () => ({ path: '/vraag' }), isGood: page('<form') },
]
const WORDS = ['woning', 'vakantie', 'huur', 'school', 'steun']

const KEPT = `select municipality_id as id, measure, "grouping", key, sum(n)::int as n from report_cells
  where programme_code = $4 and municipality_id = any($1::uuid[]) and holds_on <= $2::date and recorded_at <= $3::timestamptz
  group by 1, 2, 3, 4`

function aForm(fields: Readonly<Record<string, string>>): Pick<Asked, 'method' | 'headers' | 'body'> {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields).toString(),
  }
}
