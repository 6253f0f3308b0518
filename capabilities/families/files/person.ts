import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'

export const PERSON_KINDS = ['adult', 'child', 'unborn'] as const
export type PersonKind = (typeof PERSON_KINDS)[number]
export const MEMBER_ROLES = ['parent', 'child', 'other'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** Age as told on a day, never a birth date. */
export type ToldAge = { readonly statedOn: Day } & ({ readonly years: number } | { readonly weeksPregnant: number })

export type NewMember = {
  readonly kind: PersonKind
  readonly role: MemberRole
  /** As the person wants to be called; may stay empty. */
  readonly name?: string | undefined
  readonly age?: ToldAge | undefined
}

/** What everybody who works with a family knows of its members. */
export type Person = {
  readonly id: Id
  readonly municipalityId: Id
  readonly organisationId: Id
  readonly kind: PersonKind
  readonly name: string | null
  readonly ageYears: number | null
  readonly weeksPregnant: number | null
  readonly statedOn: Day | null
  readonly fileOpenedOn: Day | null
}

export type Member = Person & { readonly role: MemberRole }

/** When and how somebody can be reached without danger; short words of the person, and codes. */
export type SafeContact = {
  readonly when?: string
  readonly voicemail?: 'yes' | 'no'
  readonly mail?: 'yes' | 'no'
  readonly readBy?: string
}

/** Part of the person's own file. */
export type Details = {
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly villageCode: string | null
  readonly safeContact: SafeContact
  readonly isShielded: boolean
}

const LONGEST_NAME = 120

/**
 * A member as it may be kept. Refuses a name that is too long, an unborn child without weeks, an age that nobody has,
 * and an adult as child of the family.
 */
export function member(given: NewMember): Answer<NewMember> {
  const name = given.name?.trim().replace(/\s+/g, ' ')
  if (name !== undefined && name.length > LONGEST_NAME) return refuse('person-name-long', { most: LONGEST_NAME })
  const weeks = given.age !== undefined && 'weeksPregnant' in given.age ? given.age.weeksPregnant : undefined
  if ((given.kind === 'unborn') !== (weeks !== undefined)) return refuse('person-unborn-weeks')
  if (weeks !== undefined && (weeks < 1 || weeks > 43)) return refuse('person-unborn-weeks')
  const years = given.age !== undefined && 'years' in given.age ? given.age.years : undefined
  if (years !== undefined && (!Number.isInteger(years) || years < 0 || years > 110)) return refuse('person-age')
  if ((given.kind === 'adult') === (given.role === 'child')) return refuse('person-role')
  return allow({ ...given, name: name === '' ? undefined : name })
}

/** Who works on a person's file, from and until. */
export type Worker = {
  readonly personId: Id
  readonly provisionId: Id
  readonly accountId: Id
  readonly role: string
  readonly fromOn: Day
  readonly untilOn: Day | null
  /** The arrangement by which somebody stands in for a colleague who is away; null for one's own work. */
  readonly standsIn: Id | null
}

export const isActive = ({ fromOn, untilOn }: Pick<Worker, 'fromOn' | 'untilOn'>, today: Day): boolean =>
  fromOn <= today && (untilOn === null || untilOn >= today)

export const AUTHORITY_VALUES = ['yes', 'no', 'unknown'] as const
export const AUTHORITY_SOURCES = [
  'parent-told',
  'other-parent-told',
  'authority-register',
  'population-register',
  'court-decision',
  'not-checked',
] as const

/** Whether a parent has authority over a child, by a source, checked on a day; never derived (Wet, BW 1:247 and on). */
export type Authority = {
  readonly childId: Id
  readonly parentId: Id
  readonly value: (typeof AUTHORITY_VALUES)[number]
  readonly source: (typeof AUTHORITY_SOURCES)[number]
  readonly checkedOn: Day
  readonly validFrom: Day | null
}

/** Of each parent and child the last one recorded. */
export function inForce(rows: readonly Authority[]): Authority[] {
  const last = new Map<string, Authority>()
  for (const row of rows) last.set(`${row.parentId} ${row.childId}`, row)
  return [...last.values()]
}

/** Refuses a source that was not looked at for a yes or no, and a day still to come. */
export function authorityTold(given: Authority, today: Day): Answer<Authority> {
  if (given.childId === given.parentId) return refuse('authority-self')
  if (given.value !== 'unknown' && given.source === 'not-checked') return refuse('authority-needs-source')
  if (given.checkedOn > today) return refuse('day-in-future')
  return allow(given)
}
