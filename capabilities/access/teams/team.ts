import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may, type Place } from '../access.ts'
import type { Actor } from '../actor.ts'
import { isServiceRole, ROLES, type Role, roleMay, worksForAnOrganisation } from '../roles.ts'

export type Team = {
  readonly id: Id
  readonly organisationId: Id
  readonly name: string
  readonly closedOn: string | null
}

const LONGEST_NAME = 120

/** A name as it may be kept. Refuses none, one that is too long, and one that another team of the organisation has. */
export function teamName(text: string, others: readonly Pick<Team, 'name'>[]): Answer<string> {
  const name = text.trim().replace(/\s+/g, ' ')
  if (name === '' || name.length > LONGEST_NAME) return refuse('name-wrong')
  const isTaken = others.some((one) => one.name.toLowerCase() === name.toLowerCase())
  return isTaken ? refuse('team-exists', { name }) : allow(name)
}

/** Roles that somebody can have in a team: those of people who work on files. */
export const TEAM_ROLES: readonly Role[] = ROLES.filter((role) => worksForAnOrganisation(role) && !isServiceRole(role))

/**
 * Whether the actor sets up this organisation: by a right over it, or over one of the places where it works.
 * The database asks the same of every row of `teams`.
 */
export const setsUp = (actor: Actor, organisationId: Id, places: readonly Place[]): boolean =>
  actor.grants.some(
    ({ role, everywhere, organisationId: own }) =>
      roleMay(role, 'change', 'organisation') && (everywhere === true || own === organisationId),
  ) || places.some((one) => one.organisationId === organisationId && may(actor, 'change', 'organisation', one))
