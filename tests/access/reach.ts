import { sql } from 'drizzle-orm'
import type { Action, Kind } from '../../capabilities/access/roles.ts'
import type { Tx } from '../../database/connect.ts'
import { sitDown, standUp } from './database.ts'
import { ORGANISATIONS, provisionAt } from './records.ts'
import { CELLS, PLACES, type PlaceName, type Seat } from './seats.ts'

export type Pair = { readonly kind: Kind; readonly action: Action }

/** Every kind with every action. */
export const PAIRS: readonly Pair[] = CELLS.filter(({ place }) => place === 'own')

type Reach = Pair & {
  readonly isHeld: boolean
  readonly everywhere: boolean
  readonly municipalities: readonly string[]
  readonly provisions: readonly string[]
  readonly matches: readonly string[]
  /** Whole provisions, whatever the team, also for who otherwise reaches own matches only. */
  readonly whole: readonly string[]
  /** Provisions whose requests are in reach. */
  readonly requests: readonly string[]
  readonly organisations: readonly string[]
  /** Places, in the order of PLACES, in which somebody's grant would be in reach. */
  readonly people: readonly string[]
}

/** What the questions that policies ask (`access.provisions` and the like) answer to the person on this seat. */
export async function reachOf(tx: Tx, seat: Seat, pairs: readonly Pair[] = PAIRS): Promise<Reach[]> {
  const places = Object.entries(PLACES).map(([name, place]) => ({ name, ...place }))
  await sitDown(tx, seat)
  const { rows } = await tx.execute<Reach>(sql`select kind, action,
      exists (select from access.rights(kind, action)) as "isHeld", access.everywhere(kind, action) as everywhere,
      array(select access.municipalities(kind, action)::text) as municipalities,
      array(select access.provisions(kind, action)::text) as provisions,
      array(select access.provisions_of_own_matches(kind, action)::text) as matches,
      array(select access.provisions_for(kind, action)::text) as whole,
      array(select access.provisions_of_requests(action)::text) as requests,
      array(select access.organisations(kind, action)::text) as organisations,
      array(select p ->> 'name' from jsonb_array_elements(${JSON.stringify(places)}::jsonb) p
        where access.reaches(kind, action, false, (p ->> 'regionId')::uuid, (p ->> 'municipalityId')::uuid,
          (p ->> 'organisationId')::uuid, p ->> 'programmeCode')) as people
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as asked (kind text, action text)`)
  await standUp(tx)
  return rows
}

/** Whether this answer lets the act pass on a record in this place, as a policy would put it. */
export function lets(reach: Reach, place: PlaceName): boolean {
  switch (reach.kind) {
    case 'running':
      return reach.everywhere
    case 'programme':
    case 'municipality':
      return reach.action === 'change' ? reach.municipalities.includes(PLACES[place].municipalityId) : reach.isHeld
    case 'figure':
    case 'audit':
    case 'page':
    case 'participation':
    case 'partner':
    case 'setting':
      return reach.municipalities.includes(PLACES[place].municipalityId)
    case 'organisation':
      return reach.organisations.includes(organisationOnlyIn(place))
    case 'person':
    case 'sign-in':
      return reach.people.includes(place)
    case 'broken-glass':
      return reach.whole.includes(provisionAt(place))
    case 'help-request':
      return reach.requests.includes(provisionAt(place))
    case 'trajectory':
    case 'import':
    case 'own-figure':
      return (
        reach.provisions.includes(provisionAt(place)) ||
        (reach.matches.includes(provisionAt(place)) && place !== 'unassigned')
      )
  }
}

/** An organisation may work in more places; here the one that works nowhere else. */
const organisationOnlyIn = (place: PlaceName): string =>
  place === 'other-organisation' || place === 'other-municipality' || place === 'other-region'
    ? ORGANISATIONS[place]
    : ORGANISATIONS.own
