import { newId } from '../../foundation/id.ts'
import { about, destroys, FAMILY, isMember, type Member, memberAt, worksInFamily, worksOn } from './family.ts'
import { insertInto, type Probe, type Sight } from './probe.ts'
import { personAt } from './records.ts'
import { id, personOn, seatNamed, WORLD } from './seats.ts'

// The shared plan of the family: `a` and `b` take part, the child does not; the regional team member directs it.

type Expected = NonNullable<Probe['read']>

const PLAN = id(41, 1)
const DIRECTOR = 'regional-team-member'
const TAKING_PART = ['a', 'b'] as const satisfies readonly Member[]

const works = (sight: Sight): boolean => TAKING_PART.some((member) => worksOn(sight, member))
const directs = ({ seat }: Sight): boolean => seat.name === DIRECTOR
const takesPart: Expected = (sight) =>
  works(sight) || directs(sight) || TAKING_PART.some((member) => isMember(sight, member)) || destroys(sight)
const writes: Expected = (sight) => works(sight) || directs(sight)

const item = (member: Member) => ({
  municipality_id: WORLD.municipality,
  id: id(42, member === 'a' ? 1 : 2),
  plan_id: PLAN,
  kind: 'action',
  body: 'something to do',
  owner_person_id: memberAt(member),
  created_by: personAt('own'),
})

export const planProbes: readonly Probe[] = [
  {
    table: 'plans',
    key: 'id::text',
    samples: [
      about('a', PLAN, {
        municipality_id: WORLD.municipality,
        id: PLAN,
        family_id: FAMILY,
        director_id: personOn(seatNamed(DIRECTOR)),
        opened_on: '2026-01-01',
      }),
    ],
    read: takesPart,
    add: {
      fresh: (_, me) => ({ id: newId(), director_id: me, closed_on: '2026-02-01' }),
      may: (sight) => worksInFamily(sight),
    },
    change: {
      set: "closed_on = '2099-01-01'",
      mark: "closed_on = '2099-01-01'",
      byKey: true,
      may: writes,
    },
    remove: { may: destroys },
    tries: [
      {
        statement: () =>
          insertInto('plans', {
            municipality_id: WORLD.municipality,
            id: newId(),
            family_id: FAMILY,
            director_id: personAt('own'),
            opened_on: '2026-01-01',
            closed_on: '2026-02-01',
          }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'plan_participants',
    key: 'person_id::text',
    samples: TAKING_PART.map((member) =>
      about(member, memberAt(member), {
        municipality_id: WORLD.municipality,
        plan_id: PLAN,
        person_id: memberAt(member),
      }),
    ),
    read: takesPart,
    add: { fresh: () => ({ person_id: memberAt('child') }), may: (sight) => works(sight) },
    remove: { may: destroys },
    tries: [
      {
        statement: () =>
          insertInto('plan_participants', {
            municipality_id: WORLD.municipality,
            plan_id: PLAN,
            person_id: personAt('own'),
          }),
        passes: () => false,
      },
      {
        statement: () =>
          insertInto('plan_participants', {
            municipality_id: WORLD.municipality,
            plan_id: newId(),
            person_id: memberAt('child'),
          }),
        passes: () => false,
      },
    ],
  },
  {
    table: 'plan_items',
    key: 'id::text',
    samples: TAKING_PART.map((member) => about(member, String(item(member).id), item(member))),
    read: takesPart,
    add: { fresh: (_, me) => ({ id: newId(), created_by: me }), may: writes },
    change: {
      set: "done_on = '2099-01-01'",
      mark: "done_on = '2099-01-01'",
      may: (sight, sample) =>
        writes(sight, sample) || TAKING_PART.some((member) => member === sample.variant && isMember(sight, member)),
    },
    remove: { may: destroys },
    tries: [{ statement: () => insertInto('plan_items', { ...item('a'), id: newId() }), passes: () => false }],
  },
]
