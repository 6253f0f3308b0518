import { beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { forgetTries, from, look, mailed, tried } from '../../../tests/support/odd-sign-ins.ts'
import {
  aColleague,
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
import { someone, yes } from '../../../tests/support/world.ts'
import { answerOddSignIn } from '../odd-sign-ins/actions.ts'
import { ownOddSignIns } from '../odd-sign-ins/queries.ts'
import { verifySecondFactor } from './actions.ts'
import { enrolment, sessionBehind } from './queries.ts'
import { renewPassword } from './renewal.ts'

withDatabase()
beforeAll(() => restartSignIn())
beforeEach(forgetTries)

test('who says "not me" is out everywhere, and reaches nothing before a new password and a new second factor', async () => {
  const { actor, email, secret, cookies, sessionId, municipalityId } = await aSignedInColleague()
  const officer = await someone({ role: 'privacy-officer', municipalityId })
  const half = yes(await tryToSignIn(email, PASSWORD, from('198.51.100.1')))
  const there = { origin: from('198.51.100.1'), cookies: cookiesOf(half) }
  const thief = cookiesOf(yes(await verifySecondFactor(await aVisitor(), { ...there, code: await codeNow(secret) })))
  await forgetCodes()
  await look()
  const [own] = await ownOddSignIns(actor)
  expect(yes(await answerOddSignIn(actor, { id: own?.id ?? '', isMine: false, sessionId }))).toEqual({
    next: 'renewal',
  })
  expect(await sessionBehind(thief)).toBeUndefined()
  expect(await sessionBehind(cookies)).toHaveProperty('needs', 'renewal')
  await look()
  expect(await mailed()).toEqual([officer.personId])

  // Whoever knows the old password and has the old app comes no further than that page either.
  const again = cookiesOf(yes(await enterCode(await codeNow(secret), cookiesOf(yes(await tryToSignIn(email))))))
  expect(await sessionBehind(again)).toHaveProperty('needs', 'renewal')

  const next = 'lantaarn-koffie-wolk-brug'
  const renewal = { current: PASSWORD, next, sessionId, cookies }
  expect(await renewPassword(actor, { ...renewal, current: 'iets-anders-dan-dat' })).toEqual(refuse('password-wrong'))
  expect(await renewPassword(actor, { ...renewal, next: PASSWORD })).toEqual(refuse('password-same'))
  expect(await renewPassword(actor, { ...renewal, next: 'kort' })).toMatchObject({ reason: 'password-short' })
  expect(await sessionBehind(cookies)).toHaveProperty('needs', 'renewal')
  expect(yes(await renewPassword(actor, renewal)).next).toBe('enrolment')
  expect(await sessionBehind(again)).toBeUndefined()
  expect(await sessionBehind(cookies)).toHaveProperty('needs', 'enrolment')
  const fresh = await enrolment(actor)
  expect(fresh).toMatchObject({ step: 'confirm' })
  expect(fresh.step === 'confirm' && fresh.secret).not.toBe(secret)
  expect(await tryToSignIn(email)).toEqual(refuse('sign-in-wrong'))
  expect(await renewPassword(actor, { ...renewal, current: next, next: 'een-heel-ander-woord' })).toEqual(
    refuse('not-found'),
  )
})

test('who has no password is out everywhere, here too', async () => {
  const { actor } = await aColleague()
  await tried(actor.personId, true, ['203.0.113.9', '198.51.100.1'])
  await look()
  const [own] = await ownOddSignIns(actor)
  const sessionId = newId()
  expect(yes(await answerOddSignIn(actor, { id: own?.id ?? '', isMine: false, sessionId }))).toEqual({
    next: 'sign-in',
  })
})
