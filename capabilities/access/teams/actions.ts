import type { Tx } from '../../../database/connect.ts'
import { inScope, noteShown } from '../../../database/transaction.ts'
import { dayAt } from '../../../foundation/day.ts'
import { type Id, isId, newId } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import { may } from '../access.ts'
import type { Actor } from '../actor.ts'
import { municipalityWithId, peopleInReach, placeOf, provisionWithId } from '../queries.ts'
import { isRole, reachesOwnMatchesOnly } from '../roles.ts'
import { organisationsSetUp } from './queries.ts'
import * as store from './store.ts'
import { TEAM_ROLES, type Team, teamName } from './team.ts'

/** Makes a team of an organisation. Sent twice, by its id, it is one. Refuses a name that is wrong or in use there. */
export async function makeTeam(
  actor: Actor,
  given: { readonly id: Id; readonly organisationId: Id; readonly name: string },
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const { id, organisationId } = given
    if (!isId(id) || !(await setsUpHere(actor, organisationId))) return refuse('not-found')
    const others = await store.teamsSeen(tx, { organisationId })
    if (others.some((one) => one.id === id)) return allow()
    const name = teamName(given.name, others)
    if (!name.ok) return name
    await store.insertTeam(tx, { id, organisationId, name: name.value })
    noteShown('team', [id])
    return allow()
  })
}

/**
 * Gives a team another name. Refuses one that is wrong or in use in the organisation, and a team that also works where the actor
 * sets nothing up: colleagues there look for it under the name they know.
 */
export async function renameTeam(actor: Actor, teamId: Id, text: string): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const team = await teamSetUp(tx, actor, teamId)
    if (team === undefined) return refuse('not-found')
    const all = await store.teamsSeen(tx, { organisationId: team.organisationId })
    const name = teamName(
      text,
      all.filter(({ id }) => id !== teamId),
    )
    if (!name.ok) return name
    if (await store.worksElsewhere(tx, teamId)) return refuse('team-works-elsewhere')
    await store.renameTeam(tx, teamId, name.value)
    return allow()
  })
}

/** Closes a team for good. Refuses one in which people work or of which a provision runs, also where the actor sees neither. */
export async function closeTeam(actor: Actor, teamId: Id): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const team = await teamSetUp(tx, actor, teamId)
    if (team === undefined) return refuse('not-found')
    if (team.closedOn !== null) return allow()
    if (await store.isUsed(tx, teamId)) return refuse('team-in-use')
    await store.closeTeam(tx, teamId)
    return allow()
  })
}

/** Gives a provision to a team of its organisation, or (null) back to the whole organisation. Refuses a closed team and a second of one kind. */
export async function giveToTeam(actor: Actor, provisionId: Id, teamId: Id | null): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const provision = isId(provisionId) ? await provisionWithId(actor, provisionId) : undefined
    if (provision === undefined || !may(actor, 'change', 'organisation', placeOf(provision))) return refuse('not-found')
    const open = teamId === null ? undefined : await openTeam(tx, actor, teamId, provision.organisationId)
    if (open !== undefined && !open.ok) return open
    if (await store.isTwice(tx, provision, teamId)) return refuse('provision-exists')
    await store.giveProvision(tx, provisionId, teamId)
    noteShown('provision', [provisionId])
    noteShown('municipality', [provision.municipalityId])
    return allow()
  })
}

export type NewMember = {
  readonly teamId: Id
  readonly personId: Id
  readonly role: string
  readonly municipalityId: Id
}

/**
 * Puts somebody in a team with a role in a municipality. Who had that role there for the whole organisation has it for the
 * team from now on. Refuses oneself, a closed team, a role that works on no files, and a right that a group gives.
 */
export async function putInTeam(actor: Actor, { teamId, personId, role, municipalityId }: NewMember): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const team = await teamSetUp(tx, actor, teamId)
    if (team === undefined) return refuse('not-found')
    if (team.closedOn !== null) return refuse('team-closed')
    if (!isRole(role) || !TEAM_ROLES.includes(role) || !isId(municipalityId)) return refuse('grant-out-of-reach')
    const { organisationId } = team
    const municipality = await municipalityWithId(actor, municipalityId)
    const place = { municipalityId, regionId: municipality?.regionId ?? undefined, organisationId }
    const person = (await peopleInReach(actor)).find(({ id }) => id === personId)
    if (person === undefined || !person.isActive || personId === actor.personId) return refuse('grant-out-of-reach')
    if (!may(actor, 'change', 'person', place)) return refuse('grant-out-of-reach')
    await store.oneAtATime(tx, personId)
    const held = (await store.grantsIn(tx, organisationId, [role])).filter(
      (one) => one.personId === personId && one.municipalityId === municipalityId,
    )
    if (held.some((one) => one.teamId === teamId)) return allow()
    const wide = held.filter((one) => one.teamId === null)
    const refused = await moveAll(tx, actor, wide, organisationId, teamId)
    if (refused !== undefined) return refused
    if (wide.length === 0)
      await store.insertGrant(tx, {
        ...{ id: newId(), personId, role, municipalityId, organisationId, teamId },
        ...{ ownMatches: reachesOwnMatchesOnly(role), startsOn: dayAt(new Date()), grantedBy: actor.personId },
      })
    noteShown('person', [personId])
    noteShown('team', [teamId])
    return allow()
  })
}

/**
 * Takes somebody out of a team: the role there ends at once, or (`then`) holds for the whole organisation from now on.
 * Refuses oneself, and a right that a group gives.
 */
export async function takeOutOfTeam(
  actor: Actor,
  organisationId: Id,
  grantId: Id,
  then: 'nothing' | 'organisation',
): Promise<Answer> {
  return inScope(actor, async (tx) => {
    if (!(await setsUpHere(actor, organisationId))) return refuse('not-found')
    const grants = await store.grantsIn(tx, organisationId, TEAM_ROLES)
    const held = grants.find((one) => one.id === grantId && one.teamId !== null)
    if (held === undefined) return refuse('not-found')
    const isWide = grants.some(
      (one) =>
        one.teamId === null &&
        (['personId', 'role', 'municipalityId', 'programmeCode'] as const).every((key) => one[key] === held[key]),
    )
    const to = then === 'organisation' && !isWide ? null : undefined
    const refused = await moveAll(tx, actor, [held], organisationId, to)
    if (refused !== undefined) return refused
    noteShown('person', [held.personId])
    return allow()
  })
}

type Held = Awaited<ReturnType<typeof store.grantsIn>>[number]

/** Ends grants as of now, and gives the same in a team, or (null) in the whole organisation; undefined: nowhere. */
async function moveAll(
  tx: Tx,
  actor: Actor,
  all: readonly Held[],
  organisationId: Id,
  teamId: Id | null | undefined,
): Promise<Refused | undefined> {
  for (const held of all) {
    if (held.personId === actor.personId) return refuse('grant-out-of-reach')
    if (held.providerId !== null) return refuse('review-by-group')
    const { personId, role, municipalityId, programmeCode, ownMatches, endsOn, regionId } = held
    const place = {
      ...{ municipalityId: municipalityId ?? undefined, regionId: regionId ?? undefined, organisationId },
      programmeCode: programmeCode ?? undefined,
    }
    if (!may(actor, 'change', 'person', place)) return refuse('grant-out-of-reach')
    await store.endGrant(tx, held.id)
    noteShown('grant', [held.id])
    if (teamId === undefined) continue
    await store.insertGrant(tx, {
      ...{ id: newId(), personId, role, municipalityId, organisationId, teamId, programmeCode, ownMatches, endsOn },
      ...{ startsOn: dayAt(new Date()), grantedBy: actor.personId },
    })
  }
  return undefined
}

const setsUpHere = async (actor: Actor, organisationId: Id): Promise<boolean> =>
  isId(organisationId) && (await organisationsSetUp(actor)).some(({ id }) => id === organisationId)

/** A team of an organisation that the actor sets up; undefined when it is not there or out of reach. */
async function teamSetUp(tx: Tx, actor: Actor, teamId: Id): Promise<Team | undefined> {
  const [team] = isId(teamId) ? await store.teamsSeen(tx, { id: teamId }) : []
  return team !== undefined && (await setsUpHere(actor, team.organisationId)) ? team : undefined
}

async function openTeam(tx: Tx, actor: Actor, teamId: Id, organisationId: Id): Promise<Answer> {
  const team = await teamSetUp(tx, actor, teamId)
  if (team === undefined || team.organisationId !== organisationId) return refuse('not-found')
  return team.closedOn === null ? allow() : refuse('team-closed')
}
