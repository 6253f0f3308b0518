import { asSignIn, inScope, noteShown } from '../../../database/transaction.ts'
import { type Day, day, dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { may, maySomewhere } from '../access.ts'
import { type Actor, BUILT_IN } from '../actor.ts'
import { isRole, type Role } from '../roles.ts'
import { type ReviewState, reviewState, STRONG_ROLES } from './review.ts'
import * as store from './store.ts'

/** A strong right in force, as a reviewer sees it. */
export type StrongRight = {
  readonly id: Id
  readonly personId: Id
  readonly personName: string
  readonly role: Role
  readonly everywhere: boolean
  readonly regionName: string | null
  readonly municipalityName: string | null
  readonly organisationName: string | null
  readonly grantedAt: Date
  /** Null when nobody is named, or somebody out of the actor's sight. */
  readonly grantedByName: string | null
  /** Given by the command line of this machine, or when the installation was made. */
  readonly isByOperator: boolean
  readonly lastSignInAt: Date | undefined
  readonly state: ReviewState
  /** Whether this actor may keep or end it: never the own ones, nor beyond what the actor may give. */
  readonly mayDecide: boolean
}

/** Who holds strong rights in the actor's reach today, by place, organisation and name (BIO2 5.18). */
export async function strongRights(actor: Actor, today: Day): Promise<StrongRight[]> {
  if (!maySomewhere(actor, 'list', 'person')) return []
  return inScope(actor, async (tx) => {
    const rows = await store.rightsInForce(tx, STRONG_ROLES, today)
    const inReach = rows.filter((row) => mayTo(actor, 'list', row))
    const signIns = await asSignIn((signIn) =>
      store.lastSignIns(signIn, [...new Set(inReach.map(({ personId }) => personId))]),
    )
    noteShown(
      'person',
      inReach.map(({ personId }) => personId),
    )
    return inReach.flatMap(({ role, ...row }) => {
      if (!isRole(role)) return []
      const mayDecide = row.personId !== actor.personId && mayTo(actor, 'change', row)
      const isByOperator = row.grantedBy === BUILT_IN.operator
      const lastSignInAt = signIns.get(row.personId)
      return [{ ...row, role, mayDecide, isByOperator, lastSignInAt, state: stateOf(row, today) }]
    })
  })
}

type Row = Awaited<ReturnType<typeof store.rightsInForce>>[number]

function stateOf({ startsOn, reviewedAt }: Pick<Row, 'startsOn' | 'reviewedAt'>, today: Day): ReviewState {
  return reviewState(reviewedAt === null ? day(startsOn) : dayAt(reviewedAt), today)
}

/** A right everywhere lies in no place, so only who reaches everywhere covers it. */
export const mayTo = (actor: Actor, action: 'list' | 'change', row: Omit<Row, 'role'>): boolean =>
  may(actor, action, 'person', {
    regionId: row.regionId ?? undefined,
    municipalityId: row.municipalityId ?? undefined,
    organisationId: row.organisationId ?? undefined,
    programmeCode: row.programmeCode ?? undefined,
  })
