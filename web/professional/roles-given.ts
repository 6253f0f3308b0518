import type { Role } from '../../capabilities/access/roles.ts'

/** Roles that a manager of a municipality gives; those over a whole region or platform are given by its operator. */
export const GIVEN_HERE: readonly Role[] = [
  'coordinator',
  'volunteer',
  'separation-expert',
  'financial-prevention-worker',
  'consulent',
  'local-team-member',
  'director',
  'policy-adviser',
  'project-leader',
  'budget-holder',
  'board-member',
  'privacy-officer',
  'manager',
]
