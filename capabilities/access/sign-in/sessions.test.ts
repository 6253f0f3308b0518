import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import {
  aBrowser,
  afterwards,
  aSignedInColleague,
  aVisitor,
  codeNow,
  cookiesOf,
  enterCode,
  forgetCodes,
  PASSWORD,
  restartSignIn,
  tryToSignIn,
} from '../../../tests/support/signing-in.ts'
import { yes } from '../../../tests/support/world.ts'
import { changePassword, endSession, renewRecoveryCodes, signIn, signOut, signOutEverywhere } from './actions.ts'
import { account, enrolment, sessionBehind } from './queries.ts'

withDatabase()
beforeAll(() => restartSignIn())

test('new recovery codes replace the old ones and are shown until they are kept', async () => {
  const { actor, email, cookies, codes } = await aSignedInColleague()
  expect(await renewRecoveryCodes(actor, { password: 'fout-fout-fout', cookies })).toEqual(refuse('password-wrong'))
  yes(await renewRecoveryCodes(actor, { password: PASSWORD, cookies }))
  expect(await sessionBehind(cookies)).toHaveProperty('needs', 'enrolment')
  const shown = await enrolment(actor)
  if (shown.step !== 'keep-codes') throw new Error(shown.step)
  expect(new Set([...codes, ...shown.codes]).size).toBe(20)
  expect(await enterCode(codes[1] ?? '', cookiesOf(yes(await tryToSignIn(email))))).toEqual(refuse('code-wrong'))
})

test('whoever signs in anew in the same browser leaves the old session behind', async () => {
  const { email, cookies } = await aSignedInColleague()
  yes(await signIn(await aVisitor(), { email, password: PASSWORD, origin: aBrowser(), cookies }))
  expect(await sessionBehind(cookies)).toBeUndefined()
})

test('a cookie that we did not sign is no session', async () => {
  const { cookies } = await aSignedInColleague()
  const [name = '', value = ''] = cookies.split(';')[0]?.split('=') ?? []
  const token = decodeURIComponent(value).split('.')[0]
  for (const forged of [
    `${name}=${token}`,
    `${name}=${token}.`,
    `${name}=${token}.AAAA`,
    `${name}=x${value}`,
    `${name}=%00`,
    name,
  ]) {
    expect(await sessionBehind(forged)).toBeUndefined()
  }
})

test('a session ends after an hour without use, and after twelve hours in any case', async () => {
  const [idle, old, used] = [await aSignedInColleague(), await aSignedInColleague(), await aSignedInColleague()]
  await afterwards(
    sql`update sign_in.sessions set last_seen_at = now() - interval '61 minutes' where user_id = ${idle.actor.personId}`,
  )
  await afterwards(
    sql`update sign_in.sessions set expires_at = now() - interval '1 second' where user_id = ${old.actor.personId}`,
  )
  await afterwards(
    sql`update sign_in.sessions set last_seen_at = now() - interval '59 minutes' where user_id = ${used.actor.personId}`,
  )
  expect(await sessionBehind(idle.cookies)).toBeUndefined()
  expect(await sessionBehind(old.cookies)).toBeUndefined()
  expect(await sessionBehind(used.cookies)).toBeDefined()
  const { rows } = await afterwards(
    sql`select now() - last_seen_at < interval '1 minute' as fresh from sign_in.sessions where user_id = ${used.actor.personId}`,
  )
  expect(rows[0]).toEqual({ fresh: true })
  const { rows: terms } = await afterwards(
    sql`select round(extract(epoch from expires_at - created_at) / 3600) as hours from sign_in.sessions where user_id = ${used.actor.personId}`,
  )
  expect(terms.map((row) => Number(row.hours))).toEqual([12])
})

test('who is switched off is out at once, and switching on again revives no session', async () => {
  const { actor, cookies } = await aSignedInColleague()
  await afterwards(sql`update people set is_active = false where id = ${actor.personId}`)
  expect(await sessionBehind(cookies)).toBeUndefined()
  await afterwards(sql`update people set is_active = true where id = ${actor.personId}`)
  expect(await sessionBehind(cookies)).toBeUndefined()
})

test('a person sees the own sessions, with this one marked, and ends one of them', async () => {
  const { actor, email, secret, cookies, sessionId } = await aSignedInColleague()
  await forgetCodes()
  const elsewhere = cookiesOf(yes(await enterCode(await codeNow(secret), cookiesOf(yes(await tryToSignIn(email))))))
  const { sessions: open } = await account(actor, sessionId)
  expect(open).toHaveLength(2)
  expect(open.filter((one) => one.isThis).map((one) => one.id)).toEqual([sessionId])
  expect(open[0]?.device).toEqual({ browser: 'firefox', system: 'windows' })
  yes(await endSession(actor, open.find((one) => !one.isThis)?.id ?? ''))
  expect(await sessionBehind(elsewhere)).toBeUndefined()
  expect(await sessionBehind(cookies)).toBeDefined()
})

test("guessing the number of somebody else's session does nothing", async () => {
  const [mine, theirs] = [await aSignedInColleague(), await aSignedInColleague()]
  for (const id of [theirs.sessionId, newId(), 'geen-nummer'])
    expect(await endSession(mine.actor, id)).toEqual(refuse('not-found'))
  expect(await sessionBehind(theirs.cookies)).toBeDefined()
})

test('signing out ends this session, signing out everywhere ends all', async () => {
  const { actor, email, secret, cookies } = await aSignedInColleague()
  await forgetCodes()
  const elsewhere = cookiesOf(yes(await enterCode(await codeNow(secret), cookiesOf(yes(await tryToSignIn(email))))))
  expect(await signOut(actor, elsewhere)).toEqual([expect.stringMatching(/^__Secure-sessie=; Max-Age=0/)])
  expect(await sessionBehind(elsewhere)).toBeUndefined()
  expect(await sessionBehind(cookies)).toBeDefined()
  await signOutEverywhere(actor)
  expect(await sessionBehind(cookies)).toBeUndefined()
})

test('a new password ends every other session and needs the current one', async () => {
  const { actor, email, secret, cookies, sessionId } = await aSignedInColleague()
  await forgetCodes()
  const elsewhere = cookiesOf(yes(await enterCode(await codeNow(secret), cookiesOf(yes(await tryToSignIn(email))))))
  const next = 'regen-trein-kaas-vuur'
  expect(await changePassword(actor, { current: 'fout-fout-fout', next, sessionId })).toEqual(refuse('password-wrong'))
  expect(await changePassword(actor, { current: PASSWORD, next: 'kort', sessionId })).toEqual(
    refuse('password-short', { length: 12 }),
  )
  yes(await changePassword(actor, { current: PASSWORD, next, sessionId }))
  expect(await sessionBehind(elsewhere)).toBeUndefined()
  expect(await sessionBehind(cookies)).toBeDefined()
  expect(await tryToSignIn(email)).toEqual(refuse('sign-in-wrong'))
  expect((await tryToSignIn(email, next)).ok).toBe(true)
})

test('guessing the current password at an open screen is stopped like guessing at the door', async () => {
  const { actor, sessionId } = await aSignedInColleague()
  const given = { current: 'fout-fout-fout', next: 'regen-trein-kaas-vuur', sessionId }
  for (let at = 0; at < 10; at++) await changePassword(actor, given)
  expect(await changePassword(actor, { ...given, current: PASSWORD })).toEqual(
    refuse('sign-in-closed', { minutes: 15 }),
  )
})
