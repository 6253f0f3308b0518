import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { openidConnect } from '../../../connections/identity/openid.ts'
import { inScope } from '../../../database/transaction.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { afterwards, restartSignIn } from '../../../tests/support/signing-in.ts'
import { aProviderGiven } from '../../../tests/support/signing-on.ts'
import { aMunicipality, anOrganisation, aProvision, aRegion, someone, yes } from '../../../tests/support/world.ts'
import { saveProvider, switchProvider, tryProvider } from './actions.ts'
import { organisationSignIns, providersOffered, publicKeyOf } from './queries.ts'

withDatabase()
beforeAll(() => restartSignIn({ providers: openidConnect({ localHttp: false, privateAddresses: false }) }))

async function aPlace() {
  const regionId = await aRegion()
  const municipalityId = await aMunicipality({ regionId })
  const { organisationId } = await aProvision({ municipalityId, programmeCode: 'home-help' })
  return { regionId, municipalityId, organisationId, manager: await someone({ role: 'manager', municipalityId }) }
}
const shown = async (manager: Parameters<typeof organisationSignIns>[0], organisationId: string) =>
  (await organisationSignIns(manager)).find((one) => one.organisationId === organisationId)

test('a secret is kept encrypted, and no page, door or query of the application gives it back', async () => {
  const { manager, organisationId } = await aPlace()
  const secret = 'een-heel-geheim-geheim'
  const { id } = yes(await saveProvider(manager, aProviderGiven(organisationId, { secret })))
  const { rows } = await afterwards(sql`select * from identity_providers where id = ${id}`)
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(JSON.stringify(await shown(manager, organisationId))).not.toContain(String(rows[0]?.secret))
  await expect(inScope(manager, (tx) => tx.execute(sql`select secret from identity_providers`))).rejects.toThrow()
  expect(await publicKeyOf(id)).toBeUndefined()
})

test('an empty secret keeps the one there is, but never hands it to another provider', async () => {
  const { manager, organisationId } = await aPlace()
  const given = (more: object) => aProviderGiven(organisationId, { secret: '', ...more })
  const asked = refuse('provider-secret')
  expect(await saveProvider(manager, given({}))).toEqual(asked)
  yes(await saveProvider(manager, given({ secret: 'geheim' })))
  yes(await saveProvider(manager, given({ name: 'Andere naam' })))
  expect(await saveProvider(manager, given({ issuer: 'https://elders.example' }))).toEqual(asked)
  expect(await saveProvider(manager, given({ clientId: 'ander' }))).toEqual(asked)
  yes(await saveProvider(manager, given({ clientAuth: 'private-key' })))
  expect(await saveProvider(manager, given({}))).toEqual(asked)
})

test('a provider is offered only once it is switched on', async () => {
  const { manager, organisationId } = await aPlace()
  const { id } = yes(await saveProvider(manager, aProviderGiven(organisationId, {})))
  const offered = async () => (await providersOffered()).map((one) => one.id)
  expect(await offered()).not.toContain(id)
  yes(await switchProvider(manager, organisationId, true))
  expect(await offered()).toContain(id)
})

test('only who reaches every place of an organisation says where it signs in', async () => {
  const { manager, organisationId, regionId, municipalityId } = await aPlace()
  const elsewhere = await aPlace()
  const given = aProviderGiven(organisationId, {})
  const inRegion = await someone({ role: 'manager', regionId })
  const ofOrganisation = await someone({ role: 'manager', municipalityId, organisationId })
  const ofProgramme = await someone({ role: 'manager', municipalityId, organisationId, programmeCode: 'home-help' })
  const coordinator = await someone({ role: 'coordinator', municipalityId, organisationId })
  const officer = await someone({ role: 'privacy-officer', municipalityId })
  for (const actor of [manager, inRegion, ofOrganisation]) yes(await saveProvider(actor, given))
  for (const actor of [elsewhere.manager, coordinator, officer, ofProgramme]) {
    expect(await saveProvider(actor, given)).toEqual(refuse('not-found'))
    expect(await switchProvider(actor, organisationId, true)).toEqual(refuse('not-found'))
    expect(await tryProvider(actor, organisationId)).toEqual(refuse('not-found'))
    expect(await shown(actor, organisationId)).toBeUndefined()
  }
  // Somebody works for it in a second municipality of another region.
  await someone({ role: 'coordinator', municipalityId: elsewhere.municipalityId, organisationId })
  for (const actor of [manager, inRegion, ofOrganisation])
    expect(await saveProvider(actor, given)).toEqual(refuse('not-found'))
})

test('an organisation that works nowhere yet is set up by who reaches everywhere', async () => {
  const { manager } = await aPlace()
  const organisationId = await anOrganisation()
  expect(await saveProvider(manager, aProviderGiven(organisationId, {}))).toEqual(refuse('not-found'))
  const platform = await someone({ role: 'platform-manager', everywhere: true })
  yes(await saveProvider(platform, aProviderGiven(organisationId, {})))
})

test.each([
  ['http://id.example', 'provider-issuer-reach'],
  ['http://localhost:8080', 'provider-issuer-reach'],
  ['https://localhost', 'provider-issuer-reach'],
  ['https://user:pass@id.example', 'provider-issuer'],
  ['https://id.example?x=1', 'provider-issuer'],
  ['https://id.example#x', 'provider-issuer'],
  ['ftp://id.example', 'provider-issuer'],
  ['id.example', 'provider-issuer'],
])('%s is no address of a provider in production', async (issuer, reason) => {
  const { manager, organisationId } = await aPlace()
  expect(await saveProvider(manager, aProviderGiven(organisationId, { issuer }))).toEqual(refuse(reason))
})

test.each([
  [{ name: ' ' }, 'provider-name'],
  [{ clientId: '' }, 'provider-client-id'],
  [{ clientAuth: 'none' }, 'provider-client-auth'],
  [{ groupClaim: 'a b' }, 'provider-group-claim'],
  [{ acr: 'a b' }, 'provider-acr'],
  [{ mailDomains: 'voorbeeld' }, 'provider-mail-domains'],
])('%o is told to be wrong', async (wrong, reason) => {
  const { manager, organisationId } = await aPlace()
  expect(await saveProvider(manager, aProviderGiven(organisationId, wrong))).toEqual(refuse(reason))
})

test('an address inside the own network is not asked, whatever name leads there', async () => {
  const { manager, organisationId } = await aPlace()
  for (const issuer of [
    'https://127.0.0.1',
    'https://10.1.2.3',
    'https://[::1]',
    'https://169.254.169.254',
    'https://[::ffff:10.0.0.1]',
  ]) {
    const saved = await saveProvider(manager, aProviderGiven(organisationId, { issuer }))
    expect(saved.ok ? await tryProvider(manager, organisationId) : saved).toMatchObject({ ok: false })
  }
})
