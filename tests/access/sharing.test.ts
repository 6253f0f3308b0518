import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Tx } from '../../database/connect.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { settle } from './database.ts'
import { isMember, type Member, memberAt, worksOn } from './family.ts'
import { insertInto, sightOf } from './probe.ts'
import { RECEIVER, SAFETY_SHARING, sharingAt, worksThere } from './probes-sharing.ts'
import { id, personOn, SEATS, seatNamed, WORLD } from './seats.ts'

// What each may know of a sharing comes from a few questions to the database; here they are asked from every seat, and
// each condition in them is taken away to see that it is missed.

const database = withDatabase()
const line = (at: number, owner: string | null, account: string | null): string =>
  insertInto('plan_items', {
    ...{ municipality_id: WORLD.municipality, id: id(46, at), plan_id: id(41, 1), kind: 'goal', body: `line ${at}` },
    ...{ owner_person_id: owner, owner_account_id: account, created_by: RECEIVER },
  })

beforeAll(async () => {
  await settle(database())
  const statements = [
    // Of `b` something is offered to whoever receives of `a`, and nothing is taken.
    `delete from sharing_events where sharing_id = '${sharingAt('b')}'`,
    line(1, null, null),
    line(2, null, personOn(seatNamed('separation-expert'))), // works on `a`
    line(3, null, personOn(seatNamed('social-worker'))), // works on `b`
    `update person_details set phone = '06', address = 'secret' where person_id = '${memberAt('a')}'`,
  ]
  for (const statement of statements) await asOwner(database(), sql.raw(statement))
})

const ASKED = `select json_build_object(
  'shown', (select json_agg(s order by s.seen_as, s.id) from (
    select seen_as, id, person_name, safety_reason, consent_on from access.sharings_shown()) s),
  'lines', array(select body || ' ' || coalesce(owner, '-') from access.received_lines('${sharingAt('a')}')),
  'ofSafety', array(select body from access.received_lines('${SAFETY_SHARING}')),
  'reach', (select json_agg(r) from access.received_reach('${SAFETY_SHARING}') r),
  'reachOfPlan', (select json_agg(r) from access.received_reach('${sharingAt('a')}') r),
  'received', array(select sharing_id::text from access.received() order by 1),
  'places', (select count(*) from access.places_to_share('${memberAt('a')}')),
  'mail', access.receiver_by_mail(' Receiver@voorbeeld.example', '${memberAt('a')}', '${id(5, 5)}'),
  'opposed', array(select p::text from access.opposed() p order by 1),
  'ends', array(select w::text from access.sharings_to_withdraw() w order by 1)) as answer`

type Answer = {
  shown:
    | {
        seen_as: string
        id: string
        person_name: string | null
        safety_reason: string | null
        consent_on: string | null
      }[]
    | null
  lines: string[]
  ofSafety: string[]
  reach: object[] | null
  reachOfPlan: object[] | null
  received: string[]
  places: number
  mail: string | null
  opposed: string[]
  ends: string[]
}

async function asked(tx: Tx, account: string): Promise<Answer> {
  await tx.execute(
    sql`select set_config('role', 'voorveld_app', true), set_config('app.actor_id', ${account}, true), set_config('jit', 'off', true)`,
  )
  const { rows } = await tx.execute<{ answer: Answer }>(sql.raw(ASKED))
  await tx.execute(sql`select set_config('role', 'none', true)`)
  if (rows[0] === undefined) throw new Error('one answer')
  return rows[0].answer
}

const SHARINGS: readonly { readonly id: string; readonly member: Member }[] = [
  { id: sharingAt('a'), member: 'a' },
  { id: sharingAt('b'), member: 'b' },
  { id: SAFETY_SHARING, member: 'a' },
]

test('[R-263] [R-268] every seat is shown the sharings of whom it works on or is, the officer those of safety, and nobody more', async () => {
  for (const seat of SEATS) {
    const sight = sightOf(seat)
    const answer = await database().transaction((tx) => asked(tx, personOn(seat)))
    const seen = (answer.shown ?? []).map((one) => `${one.seen_as} ${one.id}`)
    const isOfficer = sight.can('broken-glass', 'read', 'own')
    const expected = SHARINGS.flatMap((one) => [
      ...(worksOn(sight, one.member) ? [`worker ${one.id}`] : []),
      ...(isMember(sight, one.member) ? [`self ${one.id}`] : []),
      ...(isOfficer && one.id === SAFETY_SHARING ? [`officer ${one.id}`] : []),
    ])
    expect([seat.name, seen.toSorted()]).toEqual([seat.name, expected.toSorted()])
    for (const one of answer.shown ?? []) {
      // Why it was needed for safety is not for the person; who it is about not for the officer.
      expect(one.safety_reason === null).toBe(one.seen_as === 'self' || one.id !== SAFETY_SHARING)
      expect(one.person_name === null).toBe(one.seen_as === 'officer')
    }
    expect([answer.received, answer.lines, answer.reach]).toEqual([[], [], null])
    const ends = SHARINGS.filter(
      (one) => worksOn(sight, one.member) || (isMember(sight, one.member) && one.id !== SAFETY_SHARING),
    )
    expect([seat.name, answer.ends]).toEqual([seat.name, ends.map((one) => one.id).toSorted()])
    expect([seat.name, answer.mail]).toEqual([seat.name, worksOn(sight, 'a') ? RECEIVER : null])
  }
})

/** Whoever receives of `a`: the sharing that was taken, the other that is offered, and what is read. */
test('[R-268] [R-270] whoever receives gets the lines of that one and no address, and nothing that is offered of the other parent', async () => {
  const answer = await database().transaction((tx) => asked(tx, RECEIVER))
  expect(answer.received).toEqual([sharingAt('a'), SAFETY_SHARING])
  expect(answer.lines).toEqual(['something to do person', 'line 1 -', 'line 2 worker'])
  expect([answer.ofSafety, answer.reach, answer.reachOfPlan]).toEqual([[], null, null])
  // The files of all others of the family close, as for who works on one of them.
  expect(answer.opposed).toEqual((['b', 'child', 'unborn'] as const).map(memberAt))
  expect((answer.shown ?? []).map((one) => [one.seen_as, one.safety_reason, one.consent_on])).toEqual([
    ['receiver', null, null],
    ['receiver', null, null],
  ])
  const taken = await database().transaction(async (tx) => {
    await tx.execute(sql.raw(takes(SAFETY_SHARING)))
    return asked(tx, RECEIVER)
  })
  expect(taken.reach).toEqual([{ phone: '06', email: null, safe_contact: {} }])
  await asOwner(database(), sql`delete from sharing_events where sharing_id = ${SAFETY_SHARING}`)
})

const takes = (sharingId: string): string =>
  insertInto('sharing_events', {
    ...{ municipality_id: WORLD.municipality, sharing_id: sharingId, type: 'accepted', recorded_by: RECEIVER },
  })

test('no working role asks about whom somebody serves, whether they work somewhere, or how any sharing stands', async () => {
  const { rows } = await database().transaction((tx) =>
    tx.execute<{
      name: string
    }>(sql`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'access' and p.proname in ('is_on_another_side', 'other_adults', 'receives_in', 'is_standing', 'is_accepted')
        and (has_function_privilege('voorveld_app', p.oid, 'execute') or has_function_privilege('voorveld_reports', p.oid, 'execute'))`),
  )
  expect(rows).toEqual([])
})

/** Conditions of the questions, each with what it becomes when it is gone, and the rows with which that would show. */
const CONDITIONS: readonly (readonly [question: string, condition: string, first?: string])[] = [
  [
    'received()',
    's.receiver_id = access.actor()',
    // A colleague of the receiver.
    insertInto('grants', worksThere(7, personOn(seatNamed('care-provider')))),
  ],
  ['received()', 'not access.is_on_another_side(access.actor(), s.person_id)'],
  [
    'received()',
    'access.is_standing(s.id, s.ends_on)',
    `${takes(SAFETY_SHARING).replace("'accepted'", "'withdrawn'")}`,
  ],
  [
    'is_standing(uuid, date)',
    'last_day >= access.today()',
    `update sharings set recorded_at = '2026-01-01', ends_on = '2026-01-02'`,
  ],
  [
    'is_standing(uuid, date)',
    "not exists (select from sharing_events e where e.sharing_id = sharing and e.type = 'withdrawn')",
    takes(sharingAt('a')).replace("'accepted'", "'withdrawn'"),
  ],
  ['received_lines(uuid)', 'r.sharing_id = sharing', takes(SAFETY_SHARING)],
  ['received_lines(uuid)', 'r.is_accepted', `delete from sharing_events`],
  ['received_lines(uuid)', "'plan' = any (r.parts)", takes(SAFETY_SHARING)],
  ['received_lines(uuid)', 'm.person_id = r.person_id'],
  ['received_lines(uuid)', 'p.closed_on is null', `update plans set closed_on = '2026-02-01'`],
  ['received_lines(uuid)', '(i.owner_person_id is null or i.owner_person_id = r.person_id)'],
  [
    'received_lines(uuid)',
    '(i.owner_account_id is null or i.owner_account_id in (select w.account_id from file_workers w where w.person_id = r.person_id))',
  ],
  ['received_reach(uuid)', 'r.is_accepted'],
  ['received_reach(uuid)', "'reach' = any (r.parts)"],
  ['received_reach(uuid)', 'r.sharing_id = sharing', takes(SAFETY_SHARING)],
  ['sharings_shown()', "s.person_id in (select access.works_on('read'))"],
  ['sharings_shown()', 's.person_id in (select access.own_persons())'],
  ['sharings_shown()', "s.ground = 'safety'"],
  ['sharings_shown()', "s.municipality_id in (select access.municipalities('broken-glass', 'read'))"],
  ['sharings_shown()', "n.seen_as in ('worker', 'officer')"],
  ['sharings_shown()', "n.seen_as <> 'officer'"],
  ['sharings_to_withdraw()', "s.ground = 'consent'"],
  ['sharings_to_withdraw()', 's.person_id in (select access.own_persons())'],
  [
    'sharings_to_withdraw()',
    'access.is_standing(s.id, s.ends_on)',
    takes(SAFETY_SHARING).replace("'accepted'", "'withdrawn'"),
  ],
  ['places_to_share(uuid)', 'q.id in (select access.works_steadily())'],
  ['receiver_by_mail(text, uuid, uuid)', 'provision in (select provision_id from access.places_to_share(person))'],
  [
    'receiver_by_mail(text, uuid, uuid)',
    'access.receives_in(p.id, provision)',
    `delete from grants where person_id = '${RECEIVER}'`,
  ],
  ['is_on_another_side(uuid, uuid)', 'w.account_id = account'],
]

const ASKING = [
  RECEIVER,
  ...['separation-expert', 'social-worker', 'resident', 'privacy-officer', 'care-provider', 'nobody'].map((name) =>
    personOn(seatNamed(name)),
  ),
]

class TakenBack extends Error {}

test('[R-268] each condition of these questions that is taken away is noticed', async () => {
  const unnoticed: string[] = []
  for (const [question, condition, first] of CONDITIONS) {
    const answers: string[] = []
    await database()
      .transaction(async (tx) => {
        if (first !== undefined) await tx.execute(sql.raw(first))
        const { rows } = await tx.execute<{ text: string }>(
          sql`select pg_get_functiondef(${`access.${question}`}::regprocedure) as text`,
        )
        const text = rows[0]?.text ?? ''
        expect(text).toContain(condition)
        for (const definition of [text, text.replace(condition, 'true')]) {
          await tx.execute(sql.raw(definition))
          const all: Answer[] = []
          for (const account of ASKING) all.push(await asked(tx, account))
          answers.push(JSON.stringify(all))
        }
        throw new TakenBack()
      })
      .catch((fault) => {
        if (!(fault instanceof TakenBack)) throw fault
      })
    if (answers[0] === answers[1]) unnoticed.push(`${question}: ${condition}`)
  }
  expect(unnoticed).toEqual([])
}, 120_000)
