import { sql } from 'drizzle-orm'
import { isServiceRole } from '../../capabilities/access/roles.ts'
import type { Database, Tx } from '../../database/connect.ts'
import { asAnswer, expectations, insertInto, type Probe, type Row, sightOf, TRY_FUNCTION } from './probe.ts'
import { peopleProbes, placeProbes } from './probes-access.ts'
import { askedProbes } from './probes-asked.ts'
import { campaignProbes } from './probes-campaigns.ts'
import { closingProbes } from './probes-closing.ts'
import { figureProbes, fileProbes } from './probes-files.ts'
import { importProbes } from './probes-imports.ts'
import { logProbes } from './probes-logs.ts'
import { messageProbes } from './probes-messages.ts'
import { moneyProbes } from './probes-money.ts'
import { nameProbes } from './probes-names.ts'
import { oddSignInProbes } from './probes-odd-sign-ins.ts'
import { offerProbes } from './probes-offers.ts'
import { pageProbes } from './probes-pages.ts'
import { participationProbes } from './probes-participation.ts'
import { partnerProbes } from './probes-partners.ts'
import { personFileProbes } from './probes-person-files.ts'
import { personProbes } from './probes-persons.ts'
import { planProbes } from './probes-plan.ts'
import { programmeProbes } from './probes-programmes.ts'
import { providerProbes } from './probes-providers.ts'
import { requestProbes } from './probes-requests.ts'
import { receiverRows, sharingProbes } from './probes-sharing.ts'
import { stepProbes } from './probes-steps.ts'
import { storyProbes } from './probes-stories.ts'
import { systemProbes, systemRows } from './probes-systems.ts'
import { triageProbes } from './probes-triage.ts'
import { visitProbes } from './probes-visits.ts'
import { at, ORGANISATIONS, provisionColumns, RECORD_PLACES, TEAMS, trajectoryAt, VARIANTS } from './records.ts'
import { builtIn, id, personOn, SEATS, type Seat, STARTS_ON, WORLD } from './seats.ts'

export const PROBES: readonly Probe[] = [
  ...placeProbes,
  ...peopleProbes,
  ...providerProbes,
  ...oddSignInProbes,
  ...systemProbes,
  ...programmeProbes,
  ...pageProbes,
  ...visitProbes,
  ...campaignProbes,
  ...moneyProbes,
  ...nameProbes,
  ...offerProbes,
  ...storyProbes,
  ...participationProbes,
  ...partnerProbes,
  ...stepProbes,
  ...fileProbes,
  ...figureProbes,
  ...importProbes,
  ...personProbes,
  ...personFileProbes,
  ...planProbes,
  ...closingProbes,
  ...sharingProbes,
  ...askedProbes,
  ...requestProbes,
  ...triageProbes,
  ...logProbes,
  ...messageProbes,
]

/** Puts the world of the table, a person on every seat and a row of every table in the database, past all its rules. */
export async function settle(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    const run = (statement: string) => tx.execute(sql.raw(statement))
    await run('set local session_replication_role = replica') // rows point at each other in circles
    for (const statement of TRY_FUNCTION.split(/;\n(?=create|grant)/)) await run(statement)
    for (const table of ['installation', 'logs.processing_cursor']) await run(`delete from ${table}`)
    for (const probe of PROBES) for (const { row } of probe.samples) await run(insertInto(probe.table, row))
    for (const [table, row] of [...systemRows, ...receiverRows]) await run(insertInto(table, row))
    for (const place of ['other-municipality', 'other-region'] as const)
      await run(insertInto('provisions', onlyThere(place)))
    for (const seat of SEATS) for (const [table, row] of seatRows(seat)) await run(insertInto(table, row))
  })
}

/** An organisation that works in one place only. */
const onlyThere = (place: 'other-municipality' | 'other-region'): Row => ({
  id: id(5, at(place) + 50),
  municipality_id: place === 'other-region' ? WORLD.farMunicipality : WORLD.otherMunicipality,
  organisation_id: ORGANISATIONS[place],
  team_id: TEAMS[place].id,
  programme_code: WORLD.programme,
})

function seatRows(seat: Seat): [string, Row][] {
  if (builtIn(seat.role) !== undefined) return []
  const number = SEATS.indexOf(seat) + 1
  const isService = seat.role !== undefined && isServiceRole(seat.role)
  const person: Row = {
    id: personOn(seat),
    name: seat.name,
    ...(isService ? { kind: 'service' } : { email: `seat${number}@voorbeeld.example` }),
  }
  if (seat.role === undefined) return [['people', person]]
  const {
    everywhere = false,
    regionId = null,
    municipalityId = null,
    organisationId = null,
    teamId = null,
  } = seat.scope
  const scope = {
    everywhere,
    region_id: regionId,
    municipality_id: municipalityId,
    organisation_id: organisationId,
    team_id: teamId,
  }
  const programme = { programme_code: seat.scope.programmeCode ?? null, own_matches: seat.scope.ownMatches ?? false }
  const grant: Row = {
    id: id(15, number),
    person_id: personOn(seat),
    role: seat.role,
    starts_on: STARTS_ON,
    ...scope,
    ...programme,
  }
  return [['people', person], ['grants', grant], ...matchesOf(seat, number)]
}

/** Who reaches own matches only is assigned in every place but one. */
function matchesOf(seat: Seat, number: number): [string, Row][] {
  if (seat.scope.ownMatches !== true) return []
  return RECORD_PLACES.filter((place) => place !== 'unassigned').flatMap((place) =>
    VARIANTS.map((variant, index): [string, Row] => [
      'assignments',
      {
        ...provisionColumns(place),
        id: id(16 + index, number * 10 + at(place)),
        trajectory_id: trajectoryAt(place, variant),
        person_id: personOn(seat),
        role: 'worker',
        from_on: STARTS_ON,
      },
    ]),
  )
}

/** Becomes the person on this seat, as the application would; without compiling, which pays for long queries only. */
export async function sitDown(tx: Tx, seat: Seat): Promise<void> {
  await tx.execute(sql`select set_config('role', 'voorveld_app', true), set_config('app.actor_id', ${personOn(seat)}, true),
    set_config('app.trace_id', ${'0'.repeat(32)}, true), set_config('jit', 'off', true)`)
}

export const standUp = (tx: Tx) => tx.execute(sql`select set_config('role', 'none', true)`)

/** What the database answers otherwise than the reviewed table, tried from one seat on these tables. */
export async function surprises(tx: Tx, seat: Seat, probes: readonly Probe[] = PROBES): Promise<string[]> {
  const sight = sightOf(seat)
  const tried = probes.flatMap((probe) => expectations(probe, sight).map((one) => ({ ...one, table: probe.table })))
  await sitDown(tx, seat)
  const { rows } = await tx.execute<{ answers: string[] }>(
    sql`select probe.try(${JSON.stringify(tried)}::jsonb) as answers`,
  )
  await standUp(tx)
  return tried.flatMap((one, index) => {
    const answer = asAnswer(rows[0]?.answers[index] ?? 'no answer', one)
    return answer === one.expected
      ? []
      : [`${seat.name}: ${one.what} of ${one.table}: ${answer || 'nothing'}, expected ${one.expected || 'nothing'}`]
  })
}
