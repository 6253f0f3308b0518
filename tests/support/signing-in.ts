import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { type SQL, sql } from 'drizzle-orm'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import {
  confirmSecondFactor,
  keepRecoveryCodes,
  signIn,
  verifySecondFactor,
} from '../../capabilities/access/sign-in/actions.ts'
import { acceptInvitation, invite } from '../../capabilities/access/sign-in/invitations.ts'
import { type SignInSettings, useSignIn } from '../../capabilities/access/sign-in/library.ts'
import type { SignedIn } from '../../capabilities/access/sign-in/open-session.ts'
import type { Origin } from '../../capabilities/access/sign-in/origin.ts'
import { enrolment, sessionBehind } from '../../capabilities/access/sign-in/queries.ts'
import { asSignIn, database } from '../../database/transaction.ts'
import type { Answer } from '../../foundation/result.ts'
import { aMunicipality, anOperator, someone, theActor, yes } from './world.ts'

export const PASSWORD = 'paard-lamp-rivier-stoel'

/** How people sign in during a test; calling it again is a restart. */
export const restartSignIn = (given: Partial<SignInSettings> = {}): void =>
  useSignIn({
    baseUrl: new URL('https://voorveld.example'),
    secret: 'a-secret-for-tests-that-nobody-uses-0001',
    secondFactor: 'required',
    ...given,
  })

let addresses = 0
/** A browser at an address of its own, so that tests do not count towards each other's limits. */
export const aBrowser = (): Origin => ({
  address: `2001:db8::${++addresses}`,
  device: { browser: 'firefox', system: 'windows' },
})

export const aVisitor = (): Promise<Actor> => theActor(BUILT_IN.visitor)

/** What a browser sends back of the cookies it got. */
export const cookiesOf = (signedIn: SignedIn): string =>
  signedIn.cookies.map((line) => line.split(';', 1)[0]).join('; ')

export type Colleague = { actor: Actor; email: string; municipalityId: string }

/** A policy adviser in a municipality, not invited yet. */
export async function aColleague(municipalityId?: string): Promise<Colleague> {
  const here = municipalityId ?? (await aMunicipality())
  const actor = await someone({ role: 'policy-adviser', municipalityId: here })
  return { actor, email: await emailOf(actor), municipalityId: here }
}

async function emailOf(actor: Actor): Promise<string> {
  const { rows } = await database().transaction((tx) =>
    tx.execute<{ email: string }>(sql`select email from people where id = ${actor.personId}`),
  )
  return rows[0]?.email ?? ''
}

/** A colleague who followed the invitation and chose `PASSWORD`; the second factor is not set up yet. */
export async function anInvitedColleague(municipalityId?: string): Promise<Colleague & { signedIn: SignedIn }> {
  const colleague = await aColleague(municipalityId)
  const { token } = yes(await invite(await anOperator(), colleague.actor.personId))
  const given = { token, password: PASSWORD, origin: aBrowser(), cookies: undefined }
  return { ...colleague, signedIn: yes(await acceptInvitation(await aVisitor(), given)) }
}

export type SignedInColleague = Colleague & {
  secret: string
  codes: readonly string[]
  cookies: string
  sessionId: string
}

/** A colleague with password and second factor, in an open session. */
export async function aSignedInColleague(municipalityId?: string): Promise<SignedInColleague> {
  const { signedIn, ...colleague } = await anInvitedColleague(municipalityId)
  const { actor } = colleague
  const first = await enrolment(actor)
  if (first.step !== 'confirm') throw new Error(`unexpected step ${first.step}`)
  const done = yes(await confirmSecondFactor(actor, await codeNow(first.secret), cookiesOf(signedIn)))
  await forgetCodes()
  const second = await enrolment(actor)
  if (second.step !== 'keep-codes') throw new Error(`unexpected step ${second.step}`)
  await keepRecoveryCodes(actor)
  const cookies = cookiesOf(done)
  const sessionId = (await sessionBehind(cookies))?.sessionId ?? ''
  return { ...colleague, secret: first.secret, codes: second.codes, cookies, sessionId }
}

/** The code that an app with this secret (as shown on screen) shows now. */
export const codeNow = (secret: string): Promise<string> =>
  createOTP(new TextDecoder().decode(base32.decode(secret))).totp()

/** Takes half a minute out of the test: the app shows its next code. */
export const forgetCodes = (): Promise<unknown> =>
  asSignIn((tx) => tx.execute(sql`delete from sign_in.attempts where key like 'code:%'`))

export async function tryToSignIn(email: string, password = PASSWORD, origin = aBrowser()): Promise<Answer<SignedIn>> {
  return signIn(await aVisitor(), { email, password, origin, cookies: undefined })
}

/** Fills in a code, of the app or for recovery, in the browser with these cookies. */
export const enterCode = async (code: string, cookies: string): Promise<Answer<SignedIn>> =>
  verifySecondFactor(await aVisitor(), { code, origin: aBrowser(), cookies })

/** Runs a statement as whoever owns the database: what time does by itself, a test does at once. */
export const afterwards = (statement: SQL) => database().transaction((tx) => tx.execute(statement))
