import { newId } from '../../foundation/id.ts'
import {
  about,
  accountOf,
  destroys,
  FAMILY,
  HELPED,
  isInCircle,
  isOpposed,
  isSystem,
  leads,
  MEMBERS,
  type Member,
  memberAt,
  memberIn,
  own,
  ownProvision,
  readsOwnFile,
  seesTrajectory,
  trajectoryOf,
  WORKING,
  worksHere,
  worksInFamily,
  worksOn,
} from './family.ts'
import type { Probe, Row } from './probe.ts'
import { personAt } from './records.ts'
import { id, personOn, seatNamed, WORLD } from './seats.ts'

// Persons of a family with a file of their own: who works on one of them stands on that one's side.

type Expected = NonNullable<Probe['read']>

const inCircle: Expected = (sight, sample) =>
  isInCircle(sight) ||
  HELPED.some((member) => member === memberIn(sample) && seesTrajectory(sight, member)) ||
  destroys(sight)
const readsFile: Expected = (sight, sample) => readsOwnFile(sight, memberIn(sample)) || destroys(sight)
const works: Expected = (sight, sample) => worksOn(sight, memberIn(sample))
const keepsPerson: Expected = (sight, sample) =>
  worksOn(sight, memberIn(sample)) || (memberIn(sample) === 'unborn' && worksInFamily(sight))

/** Who leads the provision, but for whose side another is on, and no system. */
const leadsHere: Expected = (sight, sample) => leads(sight) && !isSystem(sight) && !isOpposed(sight, memberIn(sample))

const personRow = (member: Member): Row => ({
  ...own,
  id: memberAt(member),
  name: member,
  ...(member === 'unborn'
    ? { kind: 'unborn', weeks_pregnant: 20, stated_on: '2026-01-01' }
    : { kind: member === 'child' ? 'child' : 'adult' }),
})

const trajectoryRow = (member: Member): Row => ({
  ...ownProvision,
  id: trajectoryOf(member),
  organisation_id: WORLD.organisation,
  programme_code: WORLD.programme,
  programme_version: 1,
  family_id: FAMILY,
  person_id: memberAt(member),
  registered_on: '2026-01-01',
  phase: 'active',
})

const events = (table: string, column: 'id' | 'trajectory_id', row: (member: Member) => Row): Probe => ({
  table,
  key: `${column}::text`,
  samples: HELPED.map((member) =>
    about(member, column === 'id' ? String(row(member).id) : trajectoryOf(member), row(member)),
  ),
  // Whoever is assigned or works on the person; here nobody is assigned by a row, so only who leads the provision.
  read: (sight, sample) => seesHanging(sight, memberIn(sample)),
  add: {
    fresh: () => (column === 'id' ? { id: newId() } : { word: newId() }),
    may: (sight, sample) => leadsHere(sight, sample) || (table === 'assignments' && worksOn(sight, memberIn(sample))),
  },
  ...(table === 'assignments' && {
    change: {
      set: "until_on = '2099-01-01'",
      mark: "until_on = '2099-01-01'",
      may: leadsHere,
    },
  }),
  remove: { may: destroys },
})

const seesHanging = (sight: Parameters<Expected>[0], member: Member): boolean =>
  sight.seat.scope.ownMatches !== true &&
  sight.can('trajectory', 'read', 'own') &&
  !isSystem(sight) &&
  !isOpposed(sight, member)

export const personProbes: readonly Probe[] = [
  {
    table: 'persons',
    key: 'id::text',
    samples: MEMBERS.map((member) => about(member, memberAt(member), personRow(member))),
    read: inCircle,
    add: { fresh: () => ({ id: newId() }), may: worksHere },
    change: { set: "name = 'marked'", mark: "name = 'marked'", may: keepsPerson },
    remove: { may: destroys },
  },
  {
    table: 'family_members',
    key: 'person_id::text',
    samples: MEMBERS.map((member) =>
      about(member, memberAt(member), {
        ...own,
        family_id: FAMILY,
        person_id: memberAt(member),
        role: member === 'a' || member === 'b' ? 'parent' : 'child',
      }),
    ),
    read: inCircle,
    add: { fresh: () => ({ person_id: newId() }), may: (sight) => worksInFamily(sight) || leads(sight) },
    remove: { may: destroys },
    tries: [
      // Somebody who is part of a family already cannot be drawn into another.
      {
        statement: () =>
          `insert into family_members (municipality_id, organisation_id, family_id, person_id, role)
           values ('${WORLD.municipality}', '${WORLD.organisation}', '${newId()}', '${memberAt('a')}', 'parent')`,
        passes: () => false,
      },
      {
        statement: () =>
          `insert into family_members (municipality_id, organisation_id, family_id, person_id, role)
           values ('${WORLD.municipality}', '${WORLD.organisation}', '${newId()}', '${newId()}', 'parent')`,
        passes: () => true,
      },
    ],
  },
  {
    table: 'person_details',
    key: 'person_id::text',
    samples: MEMBERS.map((member) =>
      about(member, memberAt(member), {
        municipality_id: WORLD.municipality,
        person_id: memberAt(member),
        account_id: accountOf(member),
      }),
    ),
    read: readsFile,
    add: { fresh: () => ({ account_id: null }), may: works },
    change: { set: "phone = '1'", mark: "phone = '1'", may: works },
    remove: { may: destroys },
    // Nobody makes a file one's own by giving its person one's own sign-in.
    tries: [
      {
        statement: (me) => `update person_details set account_id = '${me}' where person_id = '${memberAt('a')}'`,
        passes: () => false,
      },
    ],
  },
  {
    table: 'child_homes',
    key: 'adult_id::text',
    samples: (['a', 'b'] as const).map((member) =>
      about(member, memberAt(member), {
        municipality_id: WORLD.municipality,
        child_id: memberAt('child'),
        adult_id: memberAt(member),
      }),
    ),
    read: (sight) => isInCircle(sight) || destroys(sight),
    add: { fresh: () => ({}), may: (sight, sample) => worksOn(sight, 'child') || worksOn(sight, memberIn(sample)) },
    remove: { may: destroys },
  },
  {
    table: 'authority',
    key: 'id::text',
    samples: (['a', 'b'] as const).map((member) =>
      about(member, id(35, member === 'a' ? 1 : 2), {
        municipality_id: WORLD.municipality,
        id: id(35, member === 'a' ? 1 : 2),
        child_id: memberAt('child'),
        parent_id: memberAt(member),
        value: 'yes',
        source: 'parent-told',
        checked_on: '2026-01-01',
        recorded_by: personAt('own'),
      }),
    ),
    read: (sight, sample) => readsOwnFile(sight, 'child') || readsOwnFile(sight, memberIn(sample)) || destroys(sight),
    add: {
      fresh: (_, me) => ({ id: newId(), recorded_by: me }),
      may: (sight, sample) => worksOn(sight, 'child') || worksOn(sight, memberIn(sample)),
    },
    remove: { may: destroys },
    tries: [
      {
        statement: () =>
          `insert into authority (municipality_id, id, child_id, parent_id, value, source, checked_on, recorded_by) values
           ('${WORLD.municipality}', '${newId()}', '${memberAt('child')}', '${memberAt('a')}', 'yes', 'parent-told', '2026-01-01', '${personAt('own')}')`,
        passes: () => false,
      },
    ],
  },
  {
    table: 'trajectories',
    key: 'id::text',
    samples: HELPED.map((member) => about(member, trajectoryOf(member), trajectoryRow(member))),
    read: (sight, sample) => seesTrajectory(sight, memberIn(sample)),
    add: {
      fresh: () => ({ id: newId() }),
      may: (sight, sample) => leadsHere(sight, sample) || worksOn(sight, memberIn(sample)),
    },
    change: {
      set: "phase = 'marked'",
      mark: "phase = 'marked'",
      may: leadsHere,
    },
    remove: { may: destroys },
  },
  events('trajectory_events', 'id', (member) => ({
    ...ownProvision,
    id: id(36, MEMBERS.indexOf(member) + 1),
    trajectory_id: trajectoryOf(member),
    holds_on: '2026-01-01',
    recorded_at: '2026-01-01',
    recorded_by: personAt('own'),
    payload: '{"type":"registered"}',
  })),
  events('original_words', 'trajectory_id', (member) => ({
    ...ownProvision,
    trajectory_id: trajectoryOf(member),
    question: 'referrer',
    word: 'word',
  })),
  events('assignments', 'id', (member) => ({
    ...ownProvision,
    id: id(37, MEMBERS.indexOf(member) + 1),
    trajectory_id: trajectoryOf(member),
    person_id: personAt('other-region'),
    role: 'worker',
    from_on: '2026-01-01',
  })),
  {
    table: 'file_workers',
    key: 'id::text',
    samples: WORKING.map(({ seat, member, at }) =>
      about(member, id(34, at), {
        ...ownProvision,
        id: id(34, at),
        person_id: memberAt(member),
        account_id: personOn(seat),
        role: 'worker',
        from_on: '2026-01-01',
      }),
    ),
    read: (sight, sample) =>
      readsOwnFile(sight, memberIn(sample)) ||
      (sight.seat.scope.ownMatches !== true &&
        sight.can('trajectory', 'read', 'own') &&
        !isSystem(sight) &&
        !isOpposed(sight, memberIn(sample))) ||
      destroys(sight),
    add: {
      fresh: () => ({ id: newId(), account_id: personAt('own') }),
      may: (sight, sample) => leadsHere(sight, sample) || worksOn(sight, memberIn(sample)),
    },
    change: {
      set: "until_on = '2099-01-01'",
      mark: "until_on = '2099-01-01'",
      may: (sight, sample) => leadsHere(sight, sample) || worksOn(sight, memberIn(sample)),
    },
    remove: { may: destroys },
    tries: [
      // Whoever helps one parent is not made to help the other, by nobody, without a decision.
      {
        statement: () =>
          `insert into file_workers (municipality_id, provision_id, id, person_id, account_id, role, from_on) values
           ('${WORLD.municipality}', '${String(ownProvision.provision_id)}', '${newId()}', '${memberAt('b')}',
            '${personOn(seatNamed('separation-expert'))}', 'worker', '2026-01-01')`,
        passes: () => false,
      },
      // The first to work on somebody opens the file for oneself, and for nobody else; a system works on nobody.
      {
        statement: (me) =>
          `insert into file_workers (municipality_id, provision_id, id, person_id, account_id, role, from_on) values
           ('${WORLD.municipality}', '${String(ownProvision.provision_id)}', '${newId()}', '${memberAt('unborn')}',
            '${me}', 'worker', '2026-01-01')`,
        passes: (sight) =>
          sight.can('trajectory', 'change', 'own') && !isSystem(sight) && !(leads(sight) && isOpposed(sight, 'unborn')),
      },
      {
        statement: () =>
          `insert into file_workers (municipality_id, provision_id, id, person_id, account_id, role, from_on) values
           ('${WORLD.municipality}', '${String(ownProvision.provision_id)}', '${newId()}', '${memberAt('unborn')}',
            '${personAt('own')}', 'worker', '2026-01-01')`,
        passes: (sight) => leads(sight) && !isSystem(sight) && !isOpposed(sight, 'unborn'),
      },
    ],
  },
]
