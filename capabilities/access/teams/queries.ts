import { inScope, noteShown } from '../../../database/transaction.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { may, maySomewhere } from '../access.ts'
import type { Actor } from '../actor.ts'
import { organisationsInReach, type Provision, placeOf, provisionsInReach } from '../queries.ts'
import { isRole, type Role } from '../roles.ts'
import * as store from './store.ts'
import { setsUp, TEAM_ROLES, type Team } from './team.ts'

export type OrganisationWithTeams = { readonly id: Id; readonly name: string; readonly teams: number }

/** The organisations whose teams the actor sets up, by name, with how many teams are open. */
export async function organisationsSetUp(actor: Actor): Promise<OrganisationWithTeams[]> {
  if (!maySomewhere(actor, 'change', 'organisation')) return []
  return inScope(actor, async (tx) => {
    const [all, provisions, teams] = await Promise.all([
      organisationsInReach(actor),
      provisionsInReach(actor),
      store.teamsSeen(tx),
    ])
    const places = provisions.map(placeOf)
    const open = teams.filter(({ closedOn }) => closedOn === null)
    return all
      .filter(({ id }) => setsUp(actor, id, places))
      .map(({ id, name }) => ({ id, name, teams: open.filter((one) => one.organisationId === id).length }))
  })
}

/** Somebody with a role in the organisation: in one team, or (no team) for all of it. */
export type Member = {
  readonly grantId: Id
  readonly personId: Id
  readonly personName: string
  readonly role: Role
  readonly teamId: Id | null
  readonly municipalityName: string
  /** Whether this actor may change it here: never the own one, nor one that a group gives, nor beyond what one may give. */
  readonly mayChange: boolean
}

export type TeamsOfOrganisation = {
  readonly organisation: { readonly id: Id; readonly name: string }
  readonly teams: readonly Team[]
  readonly provisions: readonly Provision[]
  readonly members: readonly Member[]
}

/** The teams of an organisation with their people and provisions in reach; undefined for who does not set it up. */
export async function teamsOf(actor: Actor, organisationId: Id): Promise<TeamsOfOrganisation | undefined> {
  if (!isId(organisationId)) return undefined
  return inScope(actor, async (tx) => {
    const organisation = (await organisationsSetUp(actor)).find(({ id }) => id === organisationId)
    if (organisation === undefined) return undefined
    const [teams, provisions, grants] = await Promise.all([
      store.teamsSeen(tx, { organisationId }),
      provisionsInReach(actor),
      maySomewhere(actor, 'list', 'person') ? store.grantsIn(tx, organisationId, TEAM_ROLES) : [],
    ])
    const members = grants.flatMap(({ id: grantId, ...one }): Member[] =>
      isRole(one.role)
        ? [
            {
              ...{ grantId, personId: one.personId, personName: one.personName, role: one.role, teamId: one.teamId },
              municipalityName: one.municipalityName,
              mayChange:
                one.personId !== actor.personId &&
                one.providerId === null &&
                may(actor, 'change', 'person', {
                  ...{ regionId: one.regionId ?? undefined, municipalityId: one.municipalityId ?? undefined },
                  ...{ organisationId, programmeCode: one.programmeCode ?? undefined },
                }),
            },
          ]
        : [],
    )
    noteShown('organisation', [organisationId])
    noteShown('person', new Set(members.map(({ personId }) => personId)))
    return {
      organisation: { id: organisation.id, name: organisation.name },
      teams,
      provisions: provisions.filter((one) => one.organisationId === organisationId),
      members,
    }
  })
}

/** The teams that carry out a provision in the actor's reach, by name: what a worklist can be narrowed to. */
export async function teamsWithProvisions(actor: Actor): Promise<(Team & { readonly provisionIds: readonly Id[] })[]> {
  return inScope(actor, async (tx) => {
    const provisions = await provisionsInReach(actor)
    if (provisions.every(({ teamId }) => teamId === null)) return []
    const teams = await store.teamsSeen(tx)
    return teams
      .map((team) => ({
        ...team,
        provisionIds: provisions.filter(({ teamId }) => teamId === team.id).map(({ id }) => id),
      }))
      .filter(({ provisionIds }) => provisionIds.length > 0)
  })
}
