import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { anIdentityProvider, CLIENT, type RunningProvider } from '../../../tests/support/identity-provider.ts'
import { afterwards, restartSignIn } from '../../../tests/support/signing-in.ts'
import {
  aSigningOrganisation,
  aWorkerThere,
  comeBack,
  goToProvider,
  localProviders,
  REDIRECT_URI,
  signOn,
  vouched,
} from '../../../tests/support/signing-on.ts'
import { yes } from '../../../tests/support/world.ts'

withDatabase()
let provider: RunningProvider
beforeAll(async () => {
  restartSignIn({ providers: localProviders })
  provider = await anIdentityProvider({ redirectUris: [REDIRECT_URI] })
})
afterAll(() => provider.stop())
beforeEach(() => provider.lie(undefined))

const name = 'Stichting De Kern'
const wrong = refuse('provider-answer-wrong', { name })
const over = refuse('provider-try-over', { name })

test('a try works once, in the browser that began it, and for the provider it was begun with', async () => {
  const at = await aSigningOrganisation(provider)
  const other = await aSigningOrganisation(provider)
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))

  const way = await goToProvider(at.providerId)
  yes(await comeBack(at.providerId, way))
  expect(await comeBack(at.providerId, way)).toEqual(over)

  const stolen = await goToProvider(at.providerId)
  expect(await comeBack(at.providerId, { ...stolen, cookies: '' })).toEqual(over)

  const mixed = await goToProvider(at.providerId)
  expect(await comeBack(other.providerId, mixed)).toEqual(over)
})

test('a code that was used before opens nothing in a new try', async () => {
  const at = await aSigningOrganisation(provider)
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  const used = await goToProvider(at.providerId)
  yes(await comeBack(at.providerId, used))
  const again = await goToProvider(at.providerId)
  again.back.searchParams.set('code', used.back.searchParams.get('code') ?? '')
  expect(await comeBack(at.providerId, again)).toEqual(wrong)
})

test('a try that took longer than ten minutes is over', async () => {
  const at = await aSigningOrganisation(provider)
  const way = await goToProvider(at.providerId)
  await afterwards(
    sql`update sign_in.verifications set expires_at = now() - interval '1 second' where identifier like 'via-%'`,
  )
  expect(await comeBack(at.providerId, way)).toEqual(over)
})

test('another state, and the name of another provider beside the code, are not ours', async () => {
  const at = await aSigningOrganisation(provider)
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  for (const [field, value] of [
    ['state', 'of-another'],
    ['iss', 'https://id.example'],
  ] as const) {
    const way = await goToProvider(at.providerId)
    way.back.searchParams.set(field, value)
    expect(await comeBack(at.providerId, way)).toEqual(wrong)
  }
})

const now = () => Math.floor(Date.now() / 1000)
test.each<[string, Record<string, unknown>]>([
  ['another nonce', { nonce: 'of-another-try' }],
  ['no nonce', { nonce: undefined }],
  ['another audience', { aud: 'another-client' }],
  ['several audiences of which we are not the party', { aud: [CLIENT.id, 'another'], azp: 'another' }],
  ['another issuer', { iss: 'https://id.example' }],
  ['a term that is over', { iat: now() - 7200, exp: now() - 3600 }],
  ['no term', { exp: undefined }],
  ['no subject', { sub: undefined }],
])('an id token with %s opens nothing', async (_, changed) => {
  const at = await aSigningOrganisation(provider)
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  provider.lie((claims) => ({ ...claims, ...changed }))
  expect(await signOn(at.providerId)).toEqual(wrong)
  provider.lie((claims) => claims)
  expect((await signOn(at.providerId)).ok).toBe(true)
})

test('an id token that another key signed opens nothing', async () => {
  const at = await aSigningOrganisation(provider)
  const { email } = await aWorkerThere(at)
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  provider.lie((claims) => claims, false)
  expect(await signOn(at.providerId)).toEqual(wrong)
})
