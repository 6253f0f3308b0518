import type { Place } from '../../capabilities/access/access.ts'
import { type Actor, BUILT_IN, type Grant } from '../../capabilities/access/actor.ts'
import { ACTIONS, type Action, KINDS, type Kind, type Role } from '../../capabilities/access/roles.ts'
import { day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import written from './access-table.json' with { type: 'json' }

/** A readable id for the small world of the access table: what it is, and which one. */
export const id = (what: number, which: number): Id =>
  `00000000-0000-7000-9${String(what).padStart(3, '0')}-${String(which).padStart(12, '0')}`

/** Two regions, three municipalities, two organisations, two teams, two programmes. */
export const WORLD = {
  region: id(1, 1),
  otherRegion: id(1, 2),
  municipality: id(2, 1),
  otherMunicipality: id(2, 2),
  farMunicipality: id(2, 3),
  organisation: id(3, 1),
  otherOrganisation: id(3, 2),
  team: id(4, 1),
  otherTeam: id(4, 2),
  programme: 'first-help',
  otherProgramme: 'second-help',
} as const

const own = {
  regionId: WORLD.region,
  municipalityId: WORLD.municipality,
  organisationId: WORLD.organisation,
  teamId: WORLD.team,
  programmeCode: WORLD.programme,
  isAssigned: true,
}

/**
 * Where a record can be, seen from the seat. The hard case each time: everything but one thing is the own,
 * and whoever reaches own matches only is assigned there as well.
 */
export const PLACES = {
  own,
  unassigned: { ...own, isAssigned: false },
  'other-programme': { ...own, programmeCode: WORLD.otherProgramme },
  'other-team': { ...own, teamId: WORLD.otherTeam },
  'other-organisation': { ...own, organisationId: WORLD.otherOrganisation, teamId: undefined },
  'other-municipality': { ...own, municipalityId: WORLD.otherMunicipality },
  'other-region': { ...own, municipalityId: WORLD.farMunicipality, regionId: WORLD.otherRegion },
} as const satisfies Record<string, Place>

export type PlaceName = keyof typeof PLACES
export const PLACE_NAMES = Object.keys(PLACES) as readonly PlaceName[] // keys of the literal above

export type Scope = Omit<Grant, 'role' | 'startsOn'>

const everywhere: Scope = { everywhere: true }
const region: Scope = { regionId: WORLD.region }
const municipality: Scope = { municipalityId: WORLD.municipality }
const organisation: Scope = { ...municipality, organisationId: WORLD.organisation }
const ownMatches: Scope = { ...organisation, ownMatches: true }

export type Seat = {
  readonly name: string
  /** Undefined for somebody without any role. */
  readonly role: Role | undefined
  readonly scope: Scope
  readonly within: string
}

const seat = (role: Role, scope: Scope, within: string, name: string = role): Seat => ({ name, role, scope, within })

/** Every role in the scope that belongs to it, and a few in a narrower or wider one. */
export const SEATS: readonly Seat[] = [
  { name: 'nobody', role: undefined, scope: {}, within: 'nothing' },
  seat('visitor', everywhere, 'the public pages'),
  seat('operator', everywhere, 'the machine'),
  seat('job-runner', everywhere, 'the machine'),
  seat('platform-manager', everywhere, 'the platform'),
  seat('platform-manager', region, 'a region', 'platform-manager of a region'),
  seat('manager', municipality, 'a municipality'),
  seat('manager', region, 'a region', 'manager of a region'),
  seat('privacy-officer', municipality, 'a municipality'),
  seat(
    'privacy-officer',
    { ...organisation, programmeCode: WORLD.programme },
    'a programme',
    'privacy-officer of a programme',
  ),
  seat('coordinator', organisation, 'an organisation in a municipality'),
  seat('coordinator', { ...organisation, teamId: WORLD.team }, 'a team', 'coordinator of a team'),
  seat('coordinator', { ...organisation, programmeCode: WORLD.programme }, 'a programme', 'coordinator of a programme'),
  seat('separation-expert', ownMatches, 'own matches'),
  seat('financial-prevention-worker', ownMatches, 'own matches'),
  seat('debt-worker', ownMatches, 'own matches'),
  seat('trainer', ownMatches, 'own matches'),
  seat('social-worker', ownMatches, 'own matches'),
  seat('consulent', ownMatches, 'own matches'),
  seat('local-team-member', ownMatches, 'own matches'),
  seat('regional-team-member', ownMatches, 'own matches'),
  seat('director', ownMatches, 'own matches'),
  seat('care-provider', ownMatches, 'own matches'),
  seat('volunteer', ownMatches, 'own matches'),
  seat('experience-expert', municipality, 'a municipality'),
  seat('resident', municipality, 'a municipality'),
  seat('policy-adviser', municipality, 'a municipality'),
  seat('policy-adviser', region, 'a region', 'policy-adviser of a region'),
  seat('project-leader', region, 'a region'),
  seat('programme-manager', region, 'a region'),
  seat('budget-holder', municipality, 'a municipality'),
  seat('contract-manager', municipality, 'a municipality'),
  seat('communication-adviser', region, 'a region'),
  seat('board-member', municipality, 'a municipality'),
  seat('licence-holder', { ...region, programmeCode: WORLD.programme }, 'a programme in a region'),
  seat('registration-system', organisation, 'an organisation in a municipality'),
  seat('reporting-system', municipality, 'a municipality'),
]

export const seatsOf = (role: Role): Seat[] => SEATS.filter((one) => one.role === role)

export function seatNamed(name: string): Seat {
  const found = SEATS.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no seat: ${name}`)
  return found
}

export const STARTS_ON = day('2026-01-01')

/** The person on a seat; the same ids stand in the database of the second check. */
export const personOn = (given: Seat): Id => builtIn(given.role) ?? id(9, SEATS.indexOf(given) + 1)

/** The three accounts that every installation has. */
export function builtIn(role: Role | undefined): Id | undefined {
  if (role === 'visitor') return BUILT_IN.visitor
  if (role === 'operator') return BUILT_IN.operator
  return role === 'job-runner' ? BUILT_IN.jobs : undefined
}

/** The actor on a seat, without any database. */
export const actorOn = (given: Seat): Actor => ({
  personId: personOn(given),
  name: given.name,
  grants: given.role === undefined ? [] : [{ ...given.scope, role: given.role, startsOn: STARTS_ON }],
  traceId: '0'.repeat(32),
  origin: 'test',
})

export const LETTERS: Record<Action, string> = {
  read: 'r',
  list: 'l',
  count: 'c',
  search: 's',
  change: 'w',
  export: 'x',
}

type Written = Record<string, Partial<Record<Kind, Record<string, string>>>>

// Reviewed by hand, never generated: seat, kind of record, places, and the letters of what is allowed there.
const table: Written = written

/** Whether the reviewed table allows this; what is absent is not allowed. */
export function isAllowed(given: Seat, kind: Kind, action: Action, place: PlaceName): boolean {
  const places = Object.entries(table[given.name]?.[kind] ?? {})
  return places.some(
    ([names, letters]) =>
      letters.includes(LETTERS[action]) && (names === 'everywhere' || names.split(' ').includes(place)),
  )
}

/** Every cell of the table for one seat: kind, action, place. */
export const CELLS: readonly { readonly kind: Kind; readonly action: Action; readonly place: PlaceName }[] =
  KINDS.flatMap((kind) => ACTIONS.flatMap((action) => PLACE_NAMES.map((place) => ({ kind, action, place }))))
