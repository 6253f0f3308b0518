import { isServiceRole } from '../../capabilities/access/roles.ts'
import type { Row, Sample, Sight } from './probe.ts'
import { provisionColumns, RECORD_PLACES } from './records.ts'
import { id, PLACES, personOn, SEATS, type Seat, seatNamed, WORLD } from './seats.ts'

/** One family of the own organisation: two parents, their child, and a child not born yet on whom nobody works. */
export const MEMBERS = ['a', 'b', 'child', 'unborn'] as const
export type Member = (typeof MEMBERS)[number]

/** Whose trajectory is which: everybody's but of the unborn. */
export const HELPED = ['a', 'b', 'child'] as const satisfies readonly Member[]

const number = (member: Member): number => MEMBERS.indexOf(member) + 1
export const memberAt = (member: Member) => id(31, number(member))
export const FAMILY = id(32, 1)
export const trajectoryOf = (member: Member) => id(33, number(member))

/** Who works on whom. The consulent serves both parents, by a decision. */
const WORK: Readonly<Record<string, readonly Member[]>> = {
  'separation-expert': ['a'],
  coordinator: ['a'],
  'social-worker': ['b'],
  trainer: ['child'],
  consulent: ['a', 'b'],
}
/** Whose own account sits on this seat. */
const IS: Readonly<Record<string, Member>> = { resident: 'a', 'experience-expert': 'b' }
/** Who broke the glass over whose file, and it is still open. */
const GLASS: Readonly<Record<string, Member>> = { director: 'a' }
/** Whom the safety record in the file of `a` names. */
export const NAMED = ['local-team-member', 'policy-adviser'] as const

export const worksOn = ({ seat }: Sight, member: Member): boolean => WORK[seat.name]?.includes(member) ?? false
export const isMember = ({ seat }: Sight, member: Member): boolean => IS[seat.name] === member
export const brokeGlass = ({ seat }: Sight, member: Member): boolean => GLASS[seat.name] === member
export const readsOwnFile = (sight: Sight, member: Member): boolean =>
  worksOn(sight, member) || isMember(sight, member) || brokeGlass(sight, member)

/** Somebody of the family, or somebody's worker. */
export const isInCircle = (sight: Sight): boolean => MEMBERS.some((member) => readsOwnFile(sight, member))
export const worksInFamily = (sight: Sight): boolean => MEMBERS.some((member) => worksOn(sight, member))

/** On the side of another member, and not on this one's. */
export const isOpposed = (sight: Sight, member: Member): boolean =>
  MEMBERS.some((one) => worksOn(sight, one) || isMember(sight, one)) &&
  !worksOn(sight, member) &&
  !isMember(sight, member)

/** Another system stands on no side, so what is about one person is closed to it. */
export const isSystem = ({ seat }: Sight): boolean => seat.role !== undefined && isServiceRole(seat.role)

const isWhole = (sight: Sight): boolean => sight.seat.scope.ownMatches !== true
export const leads = (sight: Sight): boolean => isWhole(sight) && sight.can('trajectory', 'change', 'own')
export const destroys = (sight: Sight): boolean => sight.everywhere('trajectory', 'change')

/** Who sees the trajectory of a member. */
export const seesTrajectory = (sight: Sight, member: Member): boolean =>
  (readsOwnFile(sight, member) || (isWhole(sight) && sight.can('trajectory', 'read', 'own'))) &&
  !isSystem(sight) &&
  !isOpposed(sight, member)

/** Who works somewhere in the own organisation, whether on own matches or more. */
export const worksHere = (sight: Sight): boolean =>
  RECORD_PLACES.filter(
    (place) =>
      PLACES[place].municipalityId === WORLD.municipality && PLACES[place].organisationId === WORLD.organisation,
  ).some((place) => sight.can('trajectory', 'change', place))

export const own = { municipality_id: WORLD.municipality, organisation_id: WORLD.organisation } as const
export const ownProvision = provisionColumns('own')

/** A sample of the own place that is about a member. */
export const about = (member: Member, key: string, row: Row): Sample & { member: Member } => ({
  place: 'own',
  variant: member,
  key,
  row,
  member,
})

export const memberIn = ({ variant }: Sample): Member => MEMBERS.find((one) => one === variant) ?? 'a'

/** Every seat that works on a member, with whom. */
export const WORKING: readonly { readonly seat: Seat; readonly member: Member; readonly at: number }[] = Object.entries(
  WORK,
).flatMap(([name, members]) =>
  members.map((member) => ({
    seat: seatNamed(name),
    member,
    at: SEATS.indexOf(seatNamed(name)) * 10 + number(member),
  })),
)

export const accountOf = (member: Member): string | null => {
  const seat = Object.entries(IS).find(([, one]) => one === member)?.[0]
  return seat === undefined ? null : personOn(seatNamed(seat))
}
