import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { asSignIn, database } from '../../../database/transaction.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import {
  aBrowser,
  afterwards,
  anInvitedColleague,
  aSignedInColleague,
  PASSWORD,
  restartSignIn,
  tryToSignIn,
} from '../../../tests/support/signing-in.ts'
import { theActor } from '../../../tests/support/world.ts'
import { removeExpired } from './actions.ts'

withDatabase()
beforeAll(() => restartSignIn())

test('the clean-up removes what ended and leaves what is in use', async () => {
  const [old, used] = [await aSignedInColleague(), await aSignedInColleague()]
  await afterwards(
    sql`update sign_in.sessions set last_seen_at = now() - interval '2 hours' where user_id = ${old.actor.personId}`,
  )
  await removeExpired(await theActor(used.actor.personId))
  const { rows } = await afterwards(
    sql`select user_id from sign_in.sessions where user_id in (${old.actor.personId}, ${used.actor.personId})`,
  )
  expect(rows).toEqual([{ user_id: used.actor.personId }])
})

test('an address that changes with the person changes for signing in', async () => {
  const { actor, email } = await anInvitedColleague()
  await afterwards(sql`update people set email = ${`nieuw-${email}`} where id = ${actor.personId}`)
  expect(await tryToSignIn(email)).toEqual(refuse('sign-in-wrong'))
  expect((await tryToSignIn(`nieuw-${email}`)).ok).toBe(true)
})

test('nothing that people type or where they are stands in the sign-in tables or the log', async () => {
  const { email } = await anInvitedColleague()
  const origin = aBrowser()
  await tryToSignIn(email, 'fout-fout-fout', origin)
  const { rows } = await afterwards(sql`select (select json_agg(a)::text from sign_in.attempts a) as attempts,
    (select json_agg(s)::text from sign_in.sessions s) as sessions, (select json_agg(r)::text from logs.audit_rows r) as audit`)
  const kept = JSON.stringify(rows)
  for (const trace of [email, origin.address, 'fout-fout-fout', PASSWORD]) expect(kept).not.toContain(trace)
})

test('a failed try is logged with the person when known, and never with what was typed', async () => {
  const { actor, email, municipalityId } = await anInvitedColleague()
  await tryToSignIn(email, 'fout-fout-fout')
  const { rows } = await afterwards(sql`select object_ids, municipality_ids, reason from logs.audit_rows
    where act = 'sign-in.failed' and ${`person:${actor.personId}`} = any (object_ids)`)
  expect(rows).toEqual([
    { object_ids: [`person:${actor.personId}`], municipality_ids: [municipalityId], reason: 'sign-in-wrong' },
  ])
})

test('the application cannot look into the tables of signing in, and signing in hardly outside them', async () => {
  const as = (role: string, statement: string) =>
    database()
      .transaction(async (tx) => {
        await tx.execute(sql.raw(`set local role ${role}`))
        return tx.execute(sql.raw(statement))
      })
      .then(
        () => 'allowed',
        (fault: { cause?: Error }) => fault.cause?.message ?? String(fault),
      )
  for (const table of ['users', 'accounts', 'sessions', 'verifications', 'second_factors', 'attempts']) {
    for (const role of ['voorveld_app', 'voorveld_reports', 'voorveld_jobs']) {
      expect(await as(role, `select * from sign_in.${table}`)).toMatch(/permission denied/)
    }
  }
  for (const statement of [
    'select * from grants',
    'select * from provisions',
    'update people set is_active = true',
    'select token_hash, created_by from invitations',
  ]) {
    expect(await as('voorveld_sign_in', statement)).toMatch(/permission denied/)
  }
})

test('the role of signing in is never left behind on a connection', async () => {
  await asSignIn(async () => undefined)
  await expect(asSignIn(async () => Promise.reject(new Error('halfway')))).rejects.toThrow('halfway')
  const { rows } = await afterwards(sql`select current_user = session_user as own`)
  expect(rows).toEqual([{ own: true }])
})
