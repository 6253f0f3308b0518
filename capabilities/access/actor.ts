import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import type { Role } from './roles.ts'

/** One role in one scope, in force on the days given. What is absent does not narrow. */
export type Grant = {
  readonly role: Role
  readonly everywhere?: boolean
  readonly regionId?: Id
  readonly municipalityId?: Id
  readonly organisationId?: Id
  readonly teamId?: Id
  readonly programmeCode?: string
  /** Only records assigned to this person, such as a volunteer's own matches. */
  readonly ownMatches?: boolean
  readonly startsOn: Day
  readonly endsOn?: Day
}

/** Whoever acts: the first argument of every door. */
export type Actor = {
  readonly personId: Id
  readonly name: string
  /** Grants in force on the day the actor was loaded. */
  readonly grants: readonly Grant[]
  /** Joins the audit log and the processing log (16 bytes in hex, W3C Trace Context). */
  readonly traceId: string
  /** Where the act comes from: `web`, `api`, `command-line`, `job`; never an address of a person. */
  readonly origin: 'web' | 'api' | 'command-line' | 'job' | 'test'
}

/** People that exist in every installation and never sign in. */
export const BUILT_IN = {
  visitor: '00000000-0000-7000-8000-000000000001',
  operator: '00000000-0000-7000-8000-000000000002',
  jobs: '00000000-0000-7000-8000-000000000003',
} as const
