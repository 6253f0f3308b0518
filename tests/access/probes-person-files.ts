import { newId } from '../../foundation/id.ts'
import {
  about,
  brokeGlass,
  destroys,
  FAMILY,
  HELPED,
  isMember,
  isOpposed,
  isSystem,
  leads,
  MEMBERS,
  type Member,
  memberAt,
  memberIn,
  NAMED,
  readsOwnFile,
  seesTrajectory,
  trajectoryOf,
  worksOn,
} from './family.ts'
import { insertInto, type Probe, type Sample, type Sight } from './probe.ts'
import { personAt } from './records.ts'
import { id, personOn, seatNamed, WORLD } from './seats.ts'

// What stands in a file: notes with their disclosure, broken glass, and decisions to serve both sides.

type Expected = NonNullable<Probe['read']>

const isNamed = ({ seat }: Sight): boolean => NAMED.some((name) => name === seat.name)

const NOTES = [
  { at: 1, member: 'a', disclosure: 'own-file' },
  { at: 2, member: 'b', disclosure: 'own-file' },
  { at: 3, member: 'child', disclosure: 'own-file' },
  { at: 4, member: 'a', disclosure: 'professionals' },
  { at: 5, member: 'b', disclosure: 'professionals' },
  { at: 6, member: 'a', disclosure: 'safety' },
] as const
const noteAt = (at: number) => id(38, at)
const SAFETY = noteAt(6)

const disclosureOf = ({ key }: Sample): string => NOTES.find(({ at }) => noteAt(at) === key)?.disclosure ?? ''

const readsNote: Expected = (sight, sample) => {
  const member = memberIn(sample)
  const isWorker = worksOn(sight, member) || brokeGlass(sight, member)
  if (destroys(sight)) return true
  switch (disclosureOf(sample)) {
    case 'own-file':
      return isWorker || isMember(sight, member)
    case 'professionals':
      return isWorker
    default:
      return isNamed(sight)
  }
}

const noteRow = (at: number, member: Member, disclosure: string) => ({
  municipality_id: WORLD.municipality,
  id: noteAt(at),
  person_id: memberAt(member),
  disclosure,
  holds_on: '2026-01-01',
  written_by: personAt('own'),
  body: 'text',
})

const glassRow = (at: number, member: Member, seat: string, closes: string) => ({
  municipality_id: WORLD.municipality,
  id: id(39, at),
  person_id: memberAt(member),
  account_id: personOn(seatNamed(seat)),
  reason: 'a reason of some length',
  broken_at: { sql: `now() - interval '10 minutes'` },
  closes_at: { sql: `now() + interval '${closes}'` },
})

const seesFamily = (sight: Sight): boolean =>
  sight.seat.scope.ownMatches !== true &&
  sight.can('trajectory', 'read', 'own') &&
  HELPED.some((member) => seesTrajectory(sight, member))

const invitationOf = (member: 'a' | 'b') => id(47, member === 'a' ? 1 : 2)

const steunfiguurOf = (member: Member) => id(74, MEMBERS.indexOf(member) + 1)
const steunfiguurRow = (member: Member) => ({
  ...{ municipality_id: WORLD.municipality, id: steunfiguurOf(member), child_id: memberAt(member), kind: 'family' },
  ...{ called: 'oma', starts_on: '2026-01-02', agreed_on: '2026-01-01', agreed_by: 'talk' },
  recorded_by: personAt('own'),
})
const referralOf = (member: 'a' | 'child') => id(75, member === 'a' ? 1 : 2)
const referralRow = (member: 'a' | 'child') => ({
  ...{ municipality_id: WORLD.municipality, id: referralOf(member), child_id: memberAt(member) },
  ...{ trajectory_id: trajectoryOf(member), organisation: 'buddies', is_agreed: true, recorded_by: personAt('own') },
})

/** As what a child says: the child, who works on it, and who broke the glass. */
const readsOfChild: Expected = (sight, sample) => readsOwnFile(sight, memberIn(sample)) || destroys(sight)
/** Added to a child alone, whoever works on an adult. */
const addsToChild: Expected = (sight, sample) => memberIn(sample) === 'child' && worksOn(sight, 'child')

export const personFileProbes: readonly Probe[] = [
  {
    table: 'steunfiguren',
    key: 'id::text',
    samples: (['a', 'b', 'child'] as const).map((one) => about(one, steunfiguurOf(one), steunfiguurRow(one))),
    read: readsOfChild,
    add: { fresh: (_, me) => ({ id: newId(), called: 'opa', recorded_by: me }), may: addsToChild },
    change: {
      set: `ends_on = '2026-02-01', ended_at = now(), ended_by = access.actor()`,
      mark: 'ends_on is not null',
      may: (sight, sample) => worksOn(sight, memberIn(sample)),
    },
    remove: { may: destroys },
    tries: [
      // In the name of another.
      {
        statement: () => insertInto('steunfiguren', { ...steunfiguurRow('child'), id: newId(), called: 'tante' }),
        passes: () => false,
      },
      {
        statement: () =>
          `update steunfiguren set ends_on = '2026-02-01', ended_at = now(), ended_by = '${personAt('own')}'`,
        passes: () => false,
      },
    ],
  },
  {
    table: 'online_referrals',
    key: 'id::text',
    samples: (['a', 'child'] as const).map((one) => about(one, referralOf(one), referralRow(one))),
    read: readsOfChild,
    add: { fresh: (_, me) => ({ id: newId(), recorded_by: me }), may: addsToChild },
    remove: { may: destroys },
    tries: [
      // In the trajectory of a parent.
      {
        statement: (me) =>
          insertInto('online_referrals', {
            ...{ ...referralRow('child'), id: newId(), recorded_by: me, trajectory_id: trajectoryOf('a') },
          }),
        passes: () => false,
      },
    ],
  },
  {
    // Made by one question only, which tries itself in capabilities/families/inviting.
    table: 'file_invitations',
    key: 'id::text',
    samples: (['a', 'b'] as const).map((member) =>
      about(member, invitationOf(member), {
        ...{ municipality_id: WORLD.municipality, id: invitationOf(member), person_id: memberAt(member) },
        is_read_alone: true,
        recorded_by: personAt('own'),
      }),
    ),
    read: (sight, sample) => worksOn(sight, memberIn(sample)) || destroys(sight),
    remove: { may: destroys },
  },
  {
    table: 'notes',
    key: 'id::text',
    samples: NOTES.map(({ at, member, disclosure }) => about(member, noteAt(at), noteRow(at, member, disclosure))),
    read: readsNote,
    add: {
      fresh: (_, me) => ({ id: newId(), written_by: me }),
      may: (sight, sample) => worksOn(sight, memberIn(sample)),
    },
    remove: { may: destroys },
    tries: [
      {
        statement: () =>
          `insert into notes (municipality_id, id, person_id, holds_on, written_by, body)
           values ('${WORLD.municipality}', '${newId()}', '${memberAt('a')}', '2026-01-01', '${personAt('own')}', 'in the name of another')`,
        passes: () => false,
      },
    ],
  },
  {
    table: 'note_named',
    key: 'account_id::text',
    samples: NAMED.map((name) =>
      about('a', personOn(seatNamed(name)), {
        municipality_id: WORLD.municipality,
        note_id: SAFETY,
        account_id: personOn(seatNamed(name)),
      }),
    ),
    read: (sight) => isNamed(sight) || destroys(sight),
    // Whom it names is said by who wrote it: somebody on no seat.
    add: { fresh: () => ({ account_id: personAt('other-region') }), may: () => false },
    remove: { may: destroys },
    tries: [
      {
        first: `update notes set written_by = '${personOn(seatNamed('separation-expert'))}' where id = '${SAFETY}'`,
        statement: () =>
          `insert into note_named (municipality_id, note_id, account_id) values ('${WORLD.municipality}', '${SAFETY}', '${personAt('other-region')}')`,
        passes: ({ seat }) => seat.name === 'separation-expert',
      },
    ],
  },
  {
    table: 'glass_breaks',
    key: 'id::text',
    samples: [
      about('a', id(39, 1), glassRow(1, 'a', 'director', '1 hour')),
      about('b', id(39, 2), glassRow(2, 'b', 'local-team-member', '-1 minute')),
    ],
    read: (sight, { key }) =>
      sight.can('broken-glass', 'read', 'own') ||
      destroys(sight) ||
      sight.seat.name === (key === id(39, 1) ? 'director' : 'local-team-member'),
    add: {
      fresh: (_, me) => ({ id: newId(), account_id: me }),
      may: (sight, sample) => sight.can('broken-glass', 'change', 'own') && !isOpposed(sight, memberIn(sample)),
    },
    remove: { may: destroys },
    tries: [
      {
        statement: () =>
          `insert into glass_breaks (municipality_id, id, person_id, account_id, reason, closes_at) values
           ('${WORLD.municipality}', '${newId()}', '${memberAt('a')}', '${personAt('own')}', 'in the name of another', now() + interval '1 hour')`,
        passes: () => false,
      },
    ],
  },
  {
    table: 'both_sides_decisions',
    key: 'id::text',
    samples: [
      about('a', id(40, 1), {
        municipality_id: WORLD.municipality,
        id: id(40, 1),
        family_id: FAMILY,
        account_id: personOn(seatNamed('consulent')),
        reason: 'a reason of some length',
        decided_by: personAt('own'),
      }),
    ],
    read: (sight) => sight.seat.name === 'consulent' || seesFamily(sight) || destroys(sight),
    add: { fresh: (_, me) => ({ id: newId(), decided_by: me }), may: (sight) => leads(sight) && !isSystem(sight) },
    remove: { may: destroys },
    tries: [
      {
        statement: () =>
          `insert into both_sides_decisions (municipality_id, id, family_id, account_id, reason, decided_by) values
           ('${WORLD.municipality}', '${newId()}', '${FAMILY}', '${personAt('own')}', 'in the name of another', '${personAt('other-region')}')`,
        passes: () => false,
      },
    ],
  },
]
