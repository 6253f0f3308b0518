import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { anIdentityProvider, CLIENT, type RunningProvider } from '../../../tests/support/identity-provider.ts'
import {
  aBrowser,
  afterwards,
  anInvitedColleague,
  aVisitor,
  codeNow,
  cookiesOf,
  enterCode,
  forgetCodes,
  restartSignIn,
} from '../../../tests/support/signing-in.ts'
import {
  aSigningOrganisation,
  aWorkerThere,
  comeBack,
  goToProvider,
  localProviders,
  REDIRECT_URI,
  RETURN_PATH,
  signOn,
  vouched,
} from '../../../tests/support/signing-on.ts'
import { anOperator, yes } from '../../../tests/support/world.ts'
import { giveGrant, switchPerson } from '../actions.ts'
import { switchProvider, tryProvider } from '../identity-providers/actions.ts'
import { confirmSecondFactor, keepRecoveryCodes } from '../sign-in/actions.ts'
import { enrolment, sessionBehind } from '../sign-in/queries.ts'
import { beginSignOn, signOutAddress } from './actions.ts'

withDatabase()
let provider: RunningProvider
beforeAll(async () => {
  restartSignIn({ providers: localProviders })
  provider = await anIdentityProvider({
    redirectUris: [REDIRECT_URI],
    signOutUris: ['https://voorveld.example/inloggen'],
  })
})
afterAll(() => provider.stop())

const name = 'Stichting De Kern'
const wrong = refuse('provider-answer-wrong', { name })

test('who signed in with two steps at the own organisation is in, and found again by subject after a new address', async () => {
  const at = await aSigningOrganisation(provider)
  const { actor, email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['pwd', 'mfa'] }))
  const first = yes(await comeBack(at.providerId, await goToProvider(at.providerId, '/werk/dossiers')))
  expect(first).toMatchObject({ next: 'done', back: '/werk/dossiers' })
  expect(await sessionBehind(cookiesOf(first))).toEqual({ personId: actor.personId, sessionId: expect.any(String) })

  provider.sitDown({
    sub: `subject of ${email}`,
    email: 'elders@voorbeeld.example',
    email_verified: true,
    amr: ['mfa'],
  })
  const second = yes(await signOn(at.providerId))
  expect(await sessionBehind(cookiesOf(second))).toHaveProperty('personId', actor.personId)
})

test('what the provider is asked: a code with PKCE, a state, a nonce, one exact address to come back to', async () => {
  const at = await aSigningOrganisation(provider, { acr: 'two-steps' })
  const begun = yes(
    await beginSignOn(await aVisitor(), {
      ...{ providerId: at.providerId, returnPath: RETURN_PATH, back: undefined, origin: aBrowser() },
    }),
  )
  const asked = Object.fromEntries(new URL(begun.url).searchParams)
  expect(asked).toMatchObject({
    ...{ response_type: 'code', redirect_uri: REDIRECT_URI, client_id: CLIENT.id, code_challenge_method: 'S256' },
    acr_values: 'two-steps',
  })
  for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked[secret]?.length).toBeGreaterThanOrEqual(43)
  expect(begun.cookies.join()).toMatch(/^__Secure-via=[^;]+;.*HttpOnly.*Secure.*SameSite=Lax/i)
  expect(begun.cookies.join()).not.toContain(asked.state)
})

test('two steps count when the provider says so by the level that was asked, and not by another', async () => {
  const at = await aSigningOrganisation(provider, { acr: 'two-steps' })
  const [sure, unsure] = [await aWorkerThere(at), await aWorkerThere(at)]
  provider.sitDown(vouched(sure.email, { acr: 'two-steps' }))
  expect(yes(await signOn(at.providerId)).next).toBe('done')
  provider.sitDown(vouched(unsure.email, { acr: 'one-step', amr: ['mfa'] }))
  expect(yes(await signOn(at.providerId)).next).toBe('enrolment')
})

test('who showed one step there sets up ours once, and is asked for it each time after', async () => {
  const at = await aSigningOrganisation(provider)
  const { actor, email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['pwd'] }))
  const first = yes(await signOn(at.providerId))
  expect(first.next).toBe('enrolment')
  expect(await sessionBehind(cookiesOf(first))).toHaveProperty('needs', 'enrolment')
  const open = await enrolment(actor)
  if (open.step !== 'confirm') throw new Error(open.step)
  yes(await confirmSecondFactor(actor, await codeNow(open.secret), cookiesOf(first)))
  await keepRecoveryCodes(actor)

  await forgetCodes()
  const again = yes(await signOn(at.providerId))
  expect(again.next).toBe('second-factor')
  expect(await sessionBehind(cookiesOf(again))).toBeUndefined()
  expect(await enterCode('000000', cookiesOf(again))).toEqual(refuse('code-wrong'))
  const done = yes(await enterCode(await codeNow(open.secret), cookiesOf(again)))
  expect(await sessionBehind(cookiesOf(done))).toEqual({ personId: actor.personId, sessionId: expect.any(String) })
})

test('who has a password but no second step yet sets that up with the password', async () => {
  const at = await aSigningOrganisation(provider)
  const { actor, email } = await anInvitedColleague()
  await afterwards(sql`delete from sign_in.second_factors where user_id = ${actor.personId}`)
  await afterwards(sql`update grants set municipality_id = ${at.municipalityId}, organisation_id = ${at.organisationId}
    where person_id = ${actor.personId}`)
  provider.sitDown(vouched(email, { amr: ['pwd'] }))
  expect(await signOn(at.providerId)).toEqual(refuse('second-factor-by-password'))
})

test('an address nobody vouches for opens nothing; one in the own domain counts where the provider says nothing', async () => {
  const at = await aSigningOrganisation(provider, { mailDomains: 'voorbeeld.example' })
  const { email } = await aWorkerThere(at)
  const unverified = refuse('provider-mail-unverified', { name })
  for (const email_verified of [false, undefined]) {
    provider.sitDown({
      sub: 'x',
      email: 'iemand@elders.example',
      amr: ['mfa'],
      ...(email_verified !== undefined && { email_verified }),
    })
    expect(await signOn(at.providerId)).toEqual(unverified)
  }
  provider.sitDown({ sub: 'x', email, email_verified: false, amr: ['mfa'] })
  expect(await signOn(at.providerId)).toEqual(unverified)
  provider.sitDown({ sub: 'x', email, amr: ['mfa'] })
  expect((await signOn(at.providerId)).ok).toBe(true)
})

test('a provider opens no account of another organisation, nor one with rights beyond its own', async () => {
  const [at, other] = [await aSigningOrganisation(provider), await aSigningOrganisation(provider)]
  const theirs = await aWorkerThere(other)
  provider.sitDown(vouched(theirs.email, { amr: ['mfa'] }))
  expect(await signOn(at.providerId)).toEqual(refuse('provider-account-unknown', { name }))

  const both = await aWorkerThere(at)
  provider.sitDown(vouched(both.email, { amr: ['mfa'] }))
  yes(await signOn(at.providerId))
  yes(await giveGrant(await anOperator(), both.actor.personId, { role: 'manager', municipalityId: at.municipalityId }))
  expect(await signOn(at.providerId)).toEqual(refuse('provider-account-wider', { name }))
})

test('one person has one subject: a second one with the same address is turned away', async () => {
  const at = await aSigningOrganisation(provider)
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  yes(await signOn(at.providerId))
  provider.sitDown(vouched(email, { sub: 'a group account', amr: ['mfa'] }))
  expect(await signOn(at.providerId)).toEqual(refuse('provider-account-taken', { name }))
})

test('who is switched off here stays out', async () => {
  const at = await aSigningOrganisation(provider)
  const { actor, email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  const opened = yes(await signOn(at.providerId))
  yes(await switchPerson(at.manager, actor.personId, false))
  expect(await sessionBehind(cookiesOf(opened))).toBeUndefined()
  expect(await signOn(at.providerId)).toEqual(refuse('provider-account-off', { name }))
})

test('a provider that is away holds up only itself, and is back as soon as it answers', async () => {
  const own = await anIdentityProvider({ redirectUris: [REDIRECT_URI] })
  const at = await aSigningOrganisation(own)
  const { email } = await aWorkerThere(at)
  const begin = async () =>
    beginSignOn(await aVisitor(), {
      ...{ providerId: at.providerId, returnPath: RETURN_PATH, back: undefined, origin: aBrowser() },
    })
  await own.stop()
  restartSignIn({ providers: localProviders }) // a start while it is away
  expect(await begin()).toEqual(refuse('provider-away', { name }))
  expect(await tryProvider(at.manager, at.organisationId)).toEqual(refuse('provider-away', { name }))

  const back = await anIdentityProvider({ redirectUris: [REDIRECT_URI], port: own.port })
  back.sitDown(vouched(email, { amr: ['mfa'] }))
  expect((await signOn(at.providerId)).ok).toBe(true)
  const way = await goToProvider(at.providerId)
  await back.stop()
  expect(await comeBack(at.providerId, way)).toEqual(refuse('provider-away', { name }))
})

test('a provider that is switched off offers nothing, and a person who refuses there gets a sentence', async () => {
  const at = await aSigningOrganisation(provider)
  const way = await goToProvider(at.providerId)
  const refused = new URL(
    `${REDIRECT_URI}?error=access_denied&state=${way.back.searchParams.get('state')}&iss=${provider.issuer}`,
  )
  expect(await comeBack(at.providerId, { ...way, back: refused })).toEqual(refuse('provider-refused', { name }))
  yes(await switchProvider(at.manager, at.organisationId, false))
  expect(await comeBack(at.providerId, way)).toEqual(refuse('not-found'))
})

test('a client that signs instead of sharing a secret', async () => {
  const first = await anIdentityProvider({ redirectUris: [REDIRECT_URI] })
  const at = await aSigningOrganisation(first, { clientAuth: 'private-key', secret: '' })
  const { rows } = await afterwards(sql`select public_key from identity_providers where id = ${at.providerId}`)
  const clientKey = rows[0]?.public_key as Record<string, string> // as it was made
  expect(Object.keys(clientKey).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  await first.stop()
  const signing = await anIdentityProvider({ redirectUris: [REDIRECT_URI], port: first.port, clientKey })
  const { email } = await aWorkerThere(at)
  signing.sitDown(vouched(email, { amr: ['mfa'] }))
  expect((await signOn(at.providerId)).ok).toBe(true)
  await signing.stop()
})

test('a wrong secret is a wrong answer, not a way in', async () => {
  const at = await aSigningOrganisation(provider, { secret: 'not-the-secret' })
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  expect(await signOn(at.providerId)).toEqual(wrong)
})

test('every try stands in the audit log where the organisation works, with its reason and without an address', async () => {
  const at = await aSigningOrganisation(provider)
  const { actor, email } = await aWorkerThere(at)
  provider.sitDown(vouched('onbekend@voorbeeld.example', { amr: ['mfa'] }))
  await signOn(at.providerId)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  yes(await signOn(at.providerId))
  const { rows } = await afterwards(sql`select act, result, reason, object_ids from logs.audit_rows
    where kind = 'session' and ${at.municipalityId} = any (municipality_ids) order by id`)
  expect(rows).toEqual([
    { act: 'sign-in.failed', result: 'refused', reason: 'provider-account-unknown', object_ids: [] },
    { act: 'sign-in.done', result: 'done', reason: null, object_ids: [`person:${actor.personId}`] },
  ])
  // Of somebody who is nobody here yet, the organisation through which the try came counts it.
  const tries = await afterwards(sql`select way, is_done, user_id, network is not null as has_network from sign_in.tries
    where ${at.organisationId} = any (organisation_ids) order by at`)
  expect(tries.rows).toEqual([
    { way: 'provider', is_done: false, user_id: null, has_network: true },
    { way: 'provider', is_done: true, user_id: actor.personId, has_network: true },
  ])
})

test('the way out at the provider leads back here', async () => {
  const at = await aSigningOrganisation(provider)
  const address = yes(await signOutAddress(at.providerId, '/inloggen'))
  expect(address).toMatch(new RegExp(`^${provider.issuer}/session/end\\?`))
  expect(new URL(address).searchParams.get('post_logout_redirect_uri')).toBe('https://voorveld.example/inloggen')
})

test('two browsers of one person who comes for the first time both come in', async () => {
  const at = await aSigningOrganisation(provider)
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  const [one, two] = [await goToProvider(at.providerId), await goToProvider(at.providerId)]
  const answers = await Promise.all([comeBack(at.providerId, one), comeBack(at.providerId, two)])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true])
})

test('signing in ends what was signed in in that browser before', async () => {
  const at = await aSigningOrganisation(provider)
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  const before = cookiesOf(yes(await signOn(at.providerId)))
  const way = await goToProvider(at.providerId)
  yes(await comeBack(at.providerId, { ...way, cookies: `${way.cookies}; ${before}` }))
  expect(await sessionBehind(before)).toBeUndefined()
})
