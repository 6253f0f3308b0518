import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import {
  aBrowser,
  aColleague,
  afterwards,
  anInvitedColleague,
  aSignedInColleague,
  codeNow,
  cookiesOf,
  enterCode,
  forgetCodes,
  PASSWORD,
  restartSignIn,
  tryToSignIn,
} from '../../../tests/support/signing-in.ts'
import { yes } from '../../../tests/support/world.ts'
import { limited } from './actions.ts'
import { enrolment, isCodeAwaited, sessionBehind } from './queries.ts'

withDatabase()
beforeAll(() => restartSignIn())

test('password and code together open a session that leads to the person', async () => {
  const { actor, email, secret } = await aSignedInColleague()
  const first = yes(await tryToSignIn(email))
  expect(first.next).toBe('second-factor')
  expect(await sessionBehind(cookiesOf(first))).toBeUndefined()
  expect(await isCodeAwaited(cookiesOf(first))).toBe(true)
  const second = yes(await enterCode(await codeNow(secret), cookiesOf(first)))
  expect(second.next).toBe('done')
  expect(await sessionBehind(cookiesOf(second))).toEqual({ personId: actor.personId, sessionId: expect.any(String) })
})

test('the address may be typed with capitals and spaces around it', async () => {
  const { email } = await aSignedInColleague()
  expect((await tryToSignIn(` ${email.toUpperCase()} `)).ok).toBe(true)
})

test('cookies have neutral names, stay out of reach of scripts and other sites, and travel over https only', async () => {
  const { email, secret } = await aSignedInColleague()
  const first = yes(await tryToSignIn(email))
  const second = yes(await enterCode(await codeNow(secret), cookiesOf(first)))
  expect(first.cookies).toEqual([
    expect.stringMatching(/^__Secure-sessie=;/),
    expect.stringMatching(/^__Secure-stap=.+/),
  ])
  const opened = second.cookies.find((line) => /^__Secure-sessie=.+/.test(line))
  expect(opened).toMatch(/Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('a wrong password, an unknown address and a person switched off are refused alike', async () => {
  const { email } = await anInvitedColleague()
  const gone = await anInvitedColleague()
  await afterwards(sql`update people set is_active = false where id = ${gone.actor.personId}`)
  for (const [address, password] of [
    [email, 'een-heel-ander-wachtwoord'],
    [email, 'x'.repeat(5000)],
    ['niemand@voorbeeld.example', PASSWORD],
    [gone.email, PASSWORD],
    [`${email}\u0000`, PASSWORD],
    ['', ''],
  ] as const) {
    expect(await tryToSignIn(address, password)).toEqual(refuse('sign-in-wrong'))
  }
})

test('a person who was never invited has no way in', async () => {
  const { email } = await aColleague()
  expect(await tryToSignIn(email, '')).toEqual(refuse('sign-in-wrong'))
})

test('ten wrong passwords close an account for a quarter of an hour, also after a restart and for the right one', async () => {
  const { email } = await anInvitedColleague()
  for (let at = 0; at < 10; at++) expect(await tryToSignIn(email, 'fout-fout-fout')).toEqual(refuse('sign-in-wrong'))
  restartSignIn()
  expect(await tryToSignIn(email)).toEqual(refuse('sign-in-closed', { minutes: 15 }))
  await afterwards(sql`update sign_in.attempts set expire = now() - interval '1 second' where key like 'account:%'`)
  expect((await tryToSignIn(email)).ok).toBe(true)
})

test('an account that does not exist closes just the same', async () => {
  for (let at = 0; at < 10; at++) await tryToSignIn('nergens@voorbeeld.example', 'fout-fout-fout')
  expect(await tryToSignIn('nergens@voorbeeld.example')).toEqual(refuse('sign-in-closed', { minutes: 15 }))
})

test('twenty guesses side by side get no more than ten turns', async () => {
  const { email } = await anInvitedColleague()
  const answers = await Promise.all(Array.from({ length: 20 }, () => tryToSignIn(email, 'fout-fout-fout')))
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'sign-in-wrong')).toHaveLength(10)
})

test('a right password forgives the wrong ones before it', async () => {
  const { email } = await anInvitedColleague()
  for (let round = 0; round < 2; round++) {
    for (let at = 0; at < 9; at++) await tryToSignIn(email, 'fout-fout-fout')
    expect((await tryToSignIn(email)).ok).toBe(true)
  }
})

test('one password tried on many accounts from one place is stopped', async () => {
  const origin = aBrowser()
  for (let at = 0; at < 50; at++) await tryToSignIn(`nummer${at}@voorbeeld.example`, 'fout-fout-fout', origin)
  expect(await tryToSignIn('nummer50@voorbeeld.example', 'fout-fout-fout', origin)).toEqual(
    refuse('sign-in-closed', { minutes: 15 }),
  )
}, 60_000)

test('five wrong codes close the step, also after a restart: then the password comes first again', async () => {
  const { email, secret } = await aSignedInColleague()
  const cookies = cookiesOf(yes(await tryToSignIn(email)))
  for (const code of ['000001', '000002', '000003'])
    expect(await enterCode(code, cookies)).toEqual(refuse('code-wrong'))
  restartSignIn()
  for (const code of ['000004', '000005']) expect(await enterCode(code, cookies)).toEqual(refuse('code-wrong'))
  expect(await enterCode(await codeNow(secret), cookies)).toEqual(refuse('sign-in-expired'))
})

test('ten wrong codes in a row close the account, whatever number of times the password was right', async () => {
  const { email, secret } = await aSignedInColleague()
  for (let step = 0; step < 2; step++) {
    const cookies = cookiesOf(yes(await tryToSignIn(email)))
    for (let at = 0; at < 5; at++) await enterCode(`00${step}0${at}0`, cookies)
  }
  const cookies = cookiesOf(yes(await tryToSignIn(email)))
  expect(await enterCode(await codeNow(secret), cookies)).toEqual(refuse('sign-in-closed', { minutes: 15 }))
})

test('a code seen over the shoulder opens nothing a second time', async () => {
  const { email, secret } = await aSignedInColleague()
  const code = await codeNow(secret)
  yes(await enterCode(code, cookiesOf(yes(await tryToSignIn(email)))))
  expect(await enterCode(code, cookiesOf(yes(await tryToSignIn(email))))).toEqual(refuse('code-used'))
})

test('a recovery code opens once, however it is typed', async () => {
  const { email, codes } = await aSignedInColleague()
  const typed = (codes[0] ?? '').toLowerCase().replace('-', ' ')
  yes(await enterCode(typed, cookiesOf(yes(await tryToSignIn(email)))))
  await forgetCodes()
  expect(await enterCode(codes[0] ?? '', cookiesOf(yes(await tryToSignIn(email))))).toEqual(refuse('code-wrong'))
})

test('a session of somebody else beside the challenge does not weigh in', async () => {
  const [mine, theirs] = [await aSignedInColleague(), await aSignedInColleague()]
  await forgetCodes()
  const cookies = `${mine.cookies}; ${cookiesOf(yes(await tryToSignIn(theirs.email)))}`
  expect(await enterCode(await codeNow(mine.secret), cookies)).toEqual(refuse('code-wrong'))
})

test('a person without a second factor reaches nothing but setting it up', async () => {
  const { actor, signedIn } = await anInvitedColleague()
  expect(signedIn.next).toBe('enrolment')
  expect(await sessionBehind(cookiesOf(signedIn))).toEqual({
    personId: actor.personId,
    sessionId: expect.any(String),
    needs: 'enrolment',
  })
  const step = await enrolment(actor)
  expect(step).toEqual({
    step: 'confirm',
    secret: expect.stringMatching(/^[A-Z2-7]{52}$/),
    uri: expect.stringMatching(/^otpauth:\/\/totp\/Voorveld:/),
  })
})

test('in the demo the second factor is skipped', async () => {
  const { email } = await anInvitedColleague()
  await afterwards(sql`delete from sign_in.second_factors`)
  restartSignIn({ secondFactor: 'skipped' })
  const signedIn = yes(await tryToSignIn(email))
  expect(signedIn.next).toBe('done')
  expect(await sessionBehind(cookiesOf(signedIn))).not.toHaveProperty('needs')
  restartSignIn()
  expect(await sessionBehind(cookiesOf(signedIn))).toHaveProperty('needs', 'enrolment')
})

test('requests beyond the limit are refused until its time is over', async () => {
  const key = newId()
  for (let at = 0; at < 3; at++) expect((await limited(key, 3, 60)).ok).toBe(true)
  expect(await limited(key, 3, 60)).toEqual(refuse('too-often', { seconds: 60 }))
  expect((await limited(newId(), 3, 60)).ok).toBe(true)
})
