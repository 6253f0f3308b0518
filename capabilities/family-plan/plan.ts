import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'

export const ITEM_KINDS = ['goal', 'action', 'agreement'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** One line of the shared plan: short, without what anybody told. */
export type PlanItem = {
  readonly id: Id
  readonly planId: Id
  readonly kind: ItemKind
  /** The goal that an action serves. */
  readonly goalId: Id | null
  readonly body: string
  readonly ownerPersonId: Id | null
  readonly ownerAccountId: Id | null
  readonly dueOn: Day | null
  readonly doneOn: Day | null
  readonly rowVersion: number
}

export type Plan = {
  readonly id: Id
  readonly municipalityId: Id
  readonly familyId: Id
  readonly directorId: Id
  readonly openedOn: Day
  readonly closedOn: Day | null
}

export type NewItem = {
  readonly kind: string
  readonly goalId?: Id | undefined
  readonly body: string
  readonly ownerPersonId?: Id | undefined
  readonly ownerAccountId?: Id | undefined
  readonly dueOn?: Day | undefined
}

/** A line, not a story: who must read more opens a file. */
const LONGEST = 200

/**
 * A line of the plan as it may be kept. Refuses an empty or long one, a kind that plans do not have, an action without
 * somebody who does it, and two owners.
 */
export function itemOf(given: NewItem): Answer<NewItem & { readonly kind: ItemKind }> {
  const kind = ITEM_KINDS.find((one) => one === given.kind)
  if (kind === undefined) return refuse('plan-kind')
  const body = given.body.trim().replace(/\s+/g, ' ')
  if (body === '') return refuse('plan-empty')
  if (body.length > LONGEST) return refuse('plan-long', { most: LONGEST })
  const owners = [given.ownerPersonId, given.ownerAccountId].filter((one) => one !== undefined).length
  if (owners > 1 || (kind === 'action' && owners === 0)) return refuse('plan-owner')
  return allow({ ...given, kind, body, ...(kind === 'goal' && { goalId: undefined }) })
}

type Line = Pick<PlanItem, 'id' | 'kind' | 'goalId'>
export type GoalWithActions<T extends Line> = { readonly goal: T | undefined; readonly items: readonly T[] }

/**
 * The lines that are one person's to share with somebody elsewhere: goals and agreements of nobody else, and what the
 * person or a worker of the person does. What another of the family does takes the consent of that one. The
 * database picks the same lines by itself.
 */
export const linesOf = (items: readonly PlanItem[], personId: Id, workers: ReadonlySet<Id>): PlanItem[] =>
  items.filter(
    ({ ownerPersonId, ownerAccountId }) =>
      (ownerPersonId === null || ownerPersonId === personId) &&
      (ownerAccountId === null || workers.has(ownerAccountId)),
  )

/** A line of a plan as somebody elsewhere receives it: who does it is the person or who helps the person. */
export type ReceivedLine = Pick<PlanItem, 'id' | 'kind' | 'goalId' | 'body' | 'dueOn' | 'doneOn'> & {
  readonly owner: 'person' | 'worker' | null
}

/** Goals in the order they were set, each with what is done for it; at the end what belongs to no goal. */
export function byGoal<T extends Line>(items: readonly T[]): GoalWithActions<T>[] {
  const goals = items.filter((one) => one.kind === 'goal')
  const loose = items.filter((one) => one.kind !== 'goal' && !goals.some((goal) => goal.id === one.goalId))
  return [
    ...goals.map((goal) => ({ goal, items: items.filter((one) => one.goalId === goal.id) })),
    ...(loose.length === 0 ? [] : [{ goal: undefined, items: loose }]),
  ]
}
