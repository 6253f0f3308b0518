import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'

/** A child by the age told on a day: years, or weeks of pregnancy; never a birth date. */
export type Child = { readonly statedOn: Day } & ({ readonly years: number } | { readonly weeksPregnant: number })

export type NewFamily = {
  readonly id: Id
  readonly municipalityId: Id
  readonly organisationId: Id
  readonly villageCode: string | undefined
  readonly children: readonly Child[]
}
