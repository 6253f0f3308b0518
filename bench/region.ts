import pg from 'pg'

/** How often the demo region is repeated: regions side by side, and each trajectory within its region. */
export type Copies = { readonly regions: number; readonly trajectories: number }

/** Of the demo region, by its own seed. */
const IN_THE_DEMO = { municipalities: 5, trajectories: 3_000 }

/**
 * The copies that give about this many trajectories: 350 municipalities (70 regions) at a million, fewer below. Fewer regions than
 * that give whoever works there more to do: 15,000 in one region give as much work each as a million in seventy.
 */
export function copiesFor(trajectories: number, inRegions?: number): Copies {
  const regions = inRegions ?? Math.max(1, Math.min(70, Math.round(trajectories / IN_THE_DEMO.trajectories / 2)))
  return { regions, trajectories: Math.max(1, Math.round(trajectories / IN_THE_DEMO.trajectories / regions)) }
}

/**
 * The id of a copy, in SQL; the moment of the original stays in front, as ids of one day lie together in the real tables too.
 * PostgreSQL reads a uuid also without its dashes.
 */
const copied = (id: string, tag: string): string =>
  `(substr(${id}::text, 1, 13) || substr(md5(${id}::text || ${tag}), 1, 20))::uuid`

/** What a region is, once for each copy of it. */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  regions: { id: 'place(id)', code: "code || '-' || R", name: "name || ' ' || R" },
  municipalities: {
    id: 'place(id)',
    region_id: 'place(region_id)',
    code: "'GM' || lpad((R * 10 + right(code, 1)::int)::text, 4, '0')",
    slug: "slug || '-' || R",
  },
  villages: { municipality_id: 'place(municipality_id)' },
  organisations: { id: 'place(id)', name: "name || ' ' || R" },
  provisions: {
    id: 'place(id)',
    municipality_id: 'place(municipality_id)',
    organisation_id: 'place(organisation_id)',
    team_id: 'null',
  },
  people: { id: 'place(id)', email: "R || '-' || email" },
  grants: {
    id: 'place(id)',
    person_id: 'place(person_id)',
    region_id: 'place(region_id)',
    municipality_id: 'place(municipality_id)',
    organisation_id: 'place(organisation_id)',
    team_id: 'null',
  },
}

/** What happens there, once for each copy of a trajectory. */
const CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  families: {
    id: 'own(id)',
    municipality_id: 'place(municipality_id)',
    organisation_id: 'place(organisation_id)',
  },
  family_children: { municipality_id: 'place(municipality_id)', family_id: 'own(family_id)' },
  trajectories: {
    id: 'own(id)',
    municipality_id: 'place(municipality_id)',
    organisation_id: 'place(organisation_id)',
    provision_id: 'place(provision_id)',
    family_id: 'own(family_id)',
    person_id: 'own(person_id)',
    import_id: 'null',
  },
  trajectory_events: {
    id: 'own(id)',
    municipality_id: 'place(municipality_id)',
    trajectory_id: 'own(trajectory_id)',
    provision_id: 'place(provision_id)',
    recorded_by: 'place(recorded_by)',
    import_id: 'null',
  },
  assignments: {
    id: 'own(id)',
    municipality_id: 'place(municipality_id)',
    trajectory_id: 'own(trajectory_id)',
    provision_id: 'place(provision_id)',
    person_id: 'place(person_id)',
  },
  persons: { id: 'own(id)', municipality_id: 'place(municipality_id)', organisation_id: 'place(organisation_id)' },
  person_details: {
    municipality_id: 'place(municipality_id)',
    person_id: 'own(person_id)',
    account_id: 'null',
  },
  family_members: {
    municipality_id: 'place(municipality_id)',
    family_id: 'own(family_id)',
    person_id: 'own(person_id)',
    organisation_id: 'place(organisation_id)',
  },
  file_workers: {
    id: 'own(id)',
    municipality_id: 'place(municipality_id)',
    person_id: 'own(person_id)',
    provision_id: 'place(provision_id)',
    account_id: 'place(account_id)',
  },
  notes: {
    id: 'own(id)',
    municipality_id: 'place(municipality_id)',
    person_id: 'own(person_id)',
    trajectory_id: 'own(trajectory_id)',
    written_by: 'place(written_by)',
    replaces: 'own(replaces)',
    contact_id: 'own(contact_id)',
  },
  figure_cells: { municipality_id: 'place(municipality_id)', provision_id: 'place(provision_id)' },
}

/** Accounts of a region: not those that the installation itself brought. */
const ONLY: Readonly<Record<string, string>> = { people: "t.kind = 'person'", grants: 'not t.everywhere' }

type Told = (sentence: string) => void

/**
 * Repeats the demo region in this database, all of it in SQL: first every trajectory of a programme about persons gets one, with a file
 * and two notes, and the moments of recording are spread (one in twenty comes late; some are corrected, some destroyed).
 */
export async function growRegion(url: string, copies: Copies, told: Told): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Rows that hold in the original hold in its copies; the checks of each would take hours.
    await client.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'")
    await client.query(HISTORY)
    for (let r = 0; r < copies.regions; r++) {
      if (r > 0) for (const [table, given] of Object.entries(PLACES)) await copy(client, table, given, { r, of: 1 })
      for (const [table, given] of Object.entries(CASES))
        await copy(client, table, given, { r, of: copies.trajectories })
      if (r % 10 === 9 || r === copies.regions - 1) told(`${r + 1} of ${copies.regions} regions`)
    }
    await client.query('drop schema bench_source cascade')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

async function copy(
  client: pg.Client,
  table: string,
  given: Readonly<Record<string, string>>,
  { r, of }: { r: number; of: number },
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  const names = rows.map(({ name }) => `"${name}"`).join(', ')
  const values = rows.map(({ name }) => inSql(given[name] ?? `"${name}"`, r)).join(', ')
  // The first copy of the first region is the original itself.
  const from = r === 0 ? 1 : 0
  if (from >= of) return
  await client.query(`insert into "${table}" (${names}) select ${values} from bench_source."${table}" t
    cross join generate_series(${from}, ${of - 1}) as c where ${ONLY[table] ?? 'true'}`)
}

const inSql = (given: string, r: number): string =>
  given
    .replace(/\bplace\((\w+)\)/g, (_, name) => (r === 0 ? `t.${name}` : copied(`t.${name}`, `'r${r}'`)))
    .replace(/\bown\((\w+)\)/g, (_, name) => copied(`t.${name}`, `'r${r}c' || c`))
    .replace(/\bR\b/g, String(r))
    .replace(/^"(\w+)"$/, 't."$1"')

const LATE = `interval '1 hour' * (case when get_byte(uuid_send(t.id), 15) % 20 = 0 then 24 * 21 else 6 end)`

const HISTORY = `
insert into persons (municipality_id, id, organisation_id, kind, name, file_opened_on, created_at)
  select municipality_id, ${copied('id', "'person'")}, organisation_id, 'adult',
    (array['Anna', 'Bas', 'Carla', 'Daan', 'Esra', 'Frits', 'Gerda', 'Hassan'])[1 + get_byte(uuid_send(id), 15) % 8], registered_on, now()
  from trajectories where programme_code in (select code from programmes where definition ->> 'about' = 'person') and person_id is null;
insert into family_members (municipality_id, family_id, person_id, organisation_id, role)
  select municipality_id, family_id, ${copied('id', "'person'")}, organisation_id, 'parent'
  from trajectories where programme_code in (select code from programmes where definition ->> 'about' = 'person') and person_id is null;
update trajectories set person_id = ${copied('id', "'person'")} where programme_code in (select code from programmes where definition ->> 'about' = 'person') and person_id is null;
insert into person_details (municipality_id, person_id, village_code)
  select municipality_id, person_id, village_code from trajectories t where person_id is not null
  on conflict do nothing;
insert into file_workers (municipality_id, id, person_id, provision_id, account_id, role, from_on, until_on)
  select a.municipality_id, ${copied('a.id', "'work'")}, t.person_id, a.provision_id, a.person_id, a.role, a.from_on,
    case when t.phase = 'closed' then greatest(a.from_on, (t.anchors ->> 'closed')::date) else a.until_on end
  from assignments a join trajectories t on t.id = a.trajectory_id
  where t.person_id = ${copied('t.id', "'person'")} and a.stands_in is null;
insert into notes (municipality_id, id, person_id, trajectory_id, disclosure, holds_on, recorded_at, written_by, body)
  select t.municipality_id, ${copied('t.id', "'note' || n")}, t.person_id, t.id, 'own-file', t.registered_on + 14 * n,
    (t.registered_on + 14 * n)::timestamptz, a.person_id,
    (array['Gesprek over de woning en de school van de kinderen.', 'Samen de kosten op een rij gezet; de huur blijft een zorg.',
      'De afspraken over vakanties staan in het plan.', 'Rustig gesprek, er is steun van een zus.'])[1 + (n + get_byte(uuid_send(t.id), 14)) % 4]
  from trajectories t join assignments a on a.trajectory_id = t.id and a.stands_in is null cross join generate_series(1, 2) as n
  where t.person_id = ${copied('t.id', "'person'")}
  on conflict do nothing;
update trajectory_events t set recorded_at = least(now(), holds_on::timestamptz + ${LATE});
update figure_cells t set recorded_at = least(now(), holds_on::timestamptz
  + interval '1 hour' * (case when abs(hashtext(key || holds_on || measure)) % 20 = 0 then 24 * 21 else 6 end));
-- A correction takes a number back on its day and puts it on the next; a destruction takes the events and leaves the numbers.
insert into figure_cells (municipality_id, provision_id, programme_code, measure, "grouping", key, holds_on, recorded_at, n, families)
  select municipality_id, provision_id, programme_code, measure, "grouping", key, holds_on + days, least(now(), recorded_at + interval '10 days'),
    n * (2 * days - 1), families * (2 * days - 1)
  from figure_cells cross join (values (0), (1)) as moved (days) where not is_special and abs(hashtext(key || holds_on)) % 50 = 0;
delete from trajectory_events where trajectory_id in (
  select id from trajectories where phase = 'closed' and registered_on < current_date - 900 and get_byte(uuid_send(id), 15) % 20 = 0);
create schema bench_source;
${[...Object.keys(PLACES), ...Object.keys(CASES)].map((table) => `create table bench_source."${table}" as table public."${table}";`).join('\n')}
`
