import type { Id } from '../../../foundation/id.ts'

type Scope = { readonly role: string; readonly municipalityId: Id; readonly programmeCode: string | null }
/** A line of the mapping: who is in this group there has this role here. */
export type GroupRight = Scope & { readonly id: Id; readonly groupName: string }
/** A right in force that came from a group. */
export type HeldByGroup = Scope & { readonly id: Id }

/**
 * What a sign-in changes in somebody's rights: the mapped ones not held yet are given, those held that no group carries any
 * more are ended. Rights given by hand are not among those held, so they stay as they are.
 */
export function changesByGroups(
  mapping: readonly GroupRight[],
  groups: readonly string[],
  held: readonly HeldByGroup[],
): { readonly give: readonly Id[]; readonly end: readonly Id[] } {
  const carried = new Map(
    mapping.filter(({ groupName }) => groups.includes(groupName)).map((right) => [scopeOf(right), right.id] as const),
  )
  const heldNow = new Set(held.map(scopeOf))
  return {
    give: [...carried].filter(([scope]) => !heldNow.has(scope)).map(([, id]) => id),
    end: held.filter((right) => !carried.has(scopeOf(right))).map(({ id }) => id),
  }
}

const scopeOf = ({ role, municipalityId, programmeCode }: Scope): string =>
  JSON.stringify([role, municipalityId, programmeCode])
