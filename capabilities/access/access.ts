import type { Id } from '../../foundation/id.ts'
import type { Actor, Grant } from './actor.ts'
import { type Action, type Kind, roleMay } from './roles.ts'

/** Where a record belongs. A record that carries no organisation (a municipality, a policy figure) leaves it out. */
export type Place = {
  readonly regionId?: Id | undefined
  readonly municipalityId?: Id | undefined
  readonly organisationId?: Id | undefined
  readonly teamId?: Id | undefined
  readonly programmeCode?: string | undefined
  /** Whether the record is assigned to the actor now. */
  readonly isAssigned?: boolean | undefined
}

/** Kinds that belong to one organisation, so that a grant's organisation, team, programme and own matches narrow them. */
const OF_AN_ORGANISATION: ReadonlySet<Kind> = new Set([
  'trajectory',
  'help-request',
  'import',
  'own-figure',
  'organisation',
  'person',
  'sign-in',
  'broken-glass',
])
/** Names of places and published definitions are public knowledge: whoever has the right at all looks everywhere. */
const OF_EVERYONE: ReadonlySet<Kind> = new Set(['programme', 'municipality'])
const OF_A_PROGRAMME: ReadonlySet<Kind> = new Set([
  'trajectory',
  'help-request',
  'import',
  'own-figure',
  'person',
  'sign-in',
  'broken-glass',
])
/** A request belongs to no team and nobody yet: whoever takes requests up sees those of the organisation and programme. */
const OF_A_TEAM: ReadonlySet<Kind> = new Set(['trajectory', 'import', 'own-figure'])

/**
 * Whether the actor may do this to a record of this kind in this place.
 * Row-level security answers the same question once more, from its own tables.
 */
export function may(actor: Actor, action: Action, kind: Kind, place: Place): boolean {
  return actor.grants.some((grant) => roleMay(grant.role, action, kind) && covers(grant, action, kind, place))
}

/** Whether the actor has this right anywhere; for showing a menu entry, never for deciding on a record. */
export function maySomewhere(actor: Actor, action: Action, kind: Kind): boolean {
  return actor.grants.some((grant) => roleMay(grant.role, action, kind))
}

function covers(grant: Grant, action: Action, kind: Kind, place: Place): boolean {
  if (grant.everywhere) return true
  if (OF_EVERYONE.has(kind) && action !== 'change') return true
  // Of the whole platform, or of nobody.
  if (kind === 'running') return false
  if (!coversArea(grant, place)) return false
  if (OF_AN_ORGANISATION.has(kind) && !coversOrganisation(grant, place)) return false
  if (OF_A_PROGRAMME.has(kind) && !coversProgramme(grant, place)) return false
  if (OF_A_TEAM.has(kind) && !coversWork(grant, place)) return false
  return true
}

/** Exactly one of region and municipality is set; a record without that place is out of reach. */
function coversArea(grant: Grant, place: Place): boolean {
  if (grant.municipalityId !== undefined) return grant.municipalityId === place.municipalityId
  return grant.regionId !== undefined && grant.regionId === place.regionId
}

const coversOrganisation = (grant: Grant, place: Place): boolean =>
  grant.organisationId === undefined || grant.organisationId === place.organisationId

const coversProgramme = (grant: Grant, place: Place): boolean =>
  grant.programmeCode === undefined || grant.programmeCode === place.programmeCode

function coversWork(grant: Grant, place: Place): boolean {
  if (grant.teamId !== undefined && grant.teamId !== place.teamId) return false
  return !grant.ownMatches || place.isAssigned === true
}
