import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { anIdentityProvider, type RunningProvider } from '../../../tests/support/identity-provider.ts'
import { afterwards, restartSignIn } from '../../../tests/support/signing-in.ts'
import {
  aSigningOrganisation,
  aWorkerThere,
  comeBack,
  goToProvider,
  localProviders,
  REDIRECT_URI,
  type SigningOrganisation,
  signOn,
  vouched,
} from '../../../tests/support/signing-on.ts'
import { aMunicipality, aProvision, someone, theActor, yes } from '../../../tests/support/world.ts'
import { mapGroup, unmapGroup } from '../identity-providers/actions.ts'
import { organisationSignIns } from '../identity-providers/queries.ts'

withDatabase()
let provider: RunningProvider
beforeAll(async () => {
  restartSignIn({ providers: localProviders })
  provider = await anIdentityProvider({ redirectUris: [REDIRECT_URI] })
})
afterAll(() => provider.stop())

const name = 'Stichting De Kern'
const map = async (at: SigningOrganisation, groupName: string, role: string) =>
  mapGroup(at.manager, { organisationId: at.organisationId, groupName, role, municipalityId: at.municipalityId })
const rolesOf = async (personId: string) => (await theActor(personId)).grants.map(({ role }) => role).sort()

const grantsOf = async (email: string) => {
  const { rows } = await afterwards(sql`
    select g.role, g.own_matches, g.granted_by, g.provider_id, g.organisation_id, g.starts_on::text, g.ends_on::text
    from grants g join people p on p.id = g.person_id where p.email = ${email} order by g.role`)
  return rows
}

test('a group gives its role within the organisation, in the name of who mapped it; rights by hand stay apart', async () => {
  const at = await aSigningOrganisation(provider)
  const { actor, email } = await aWorkerThere(at)
  yes(await map(at, 'vrijwilligers', 'volunteer'))
  yes(await map(at, 'beleid', 'policy-adviser'))
  provider.sitDown(vouched(email, { amr: ['mfa'], groups: ['vrijwilligers', 'kantine'] }))
  yes(await signOn(at.providerId))
  expect(await grantsOf(email)).toMatchObject([
    { role: 'coordinator', provider_id: null },
    {
      ...{ role: 'volunteer', own_matches: true, granted_by: at.manager.personId, provider_id: at.providerId },
      ...{ organisation_id: at.organisationId, starts_on: dayAt(new Date()), ends_on: null },
    },
  ])
  yes(await signOn(at.providerId))
  expect(await grantsOf(email)).toHaveLength(2)

  provider.sitDown(vouched(email, { amr: ['mfa'], groups: ['beleid'] }))
  yes(await signOn(at.providerId))
  expect(await rolesOf(actor.personId)).toEqual(['coordinator', 'policy-adviser'])
  provider.sitDown(vouched(email, { amr: ['mfa'] }))
  yes(await signOn(at.providerId))
  expect(await rolesOf(actor.personId)).toEqual(['coordinator'])
  provider.sitDown(vouched(email, { amr: ['mfa'], groups: ['vrijwilligers'] }))
  yes(await signOn(at.providerId))
  expect(await rolesOf(actor.personId)).toEqual(['coordinator', 'volunteer'])
})

test('a person made new from a mapped group is out when the last group is gone, and in again when it is back', async () => {
  const at = await aSigningOrganisation(provider, { admitsNew: true })
  yes(await map(at, 'coordinatoren', 'coordinator'))
  const email = 'nieuw@voorbeeld.example'
  const as = (...groups: string[]) => provider.sitDown(vouched(email, { amr: ['mfa'], name: 'Nieuwe Collega', groups }))
  as('iets anders')
  expect(await signOn(at.providerId)).toEqual(refuse('provider-account-unknown', { name }))
  as('coordinatoren')
  yes(await signOn(at.providerId))
  const { rows } = await afterwards(sql`select name, kind, is_active from people where email = ${email}`)
  expect(rows).toEqual([{ name: 'Nieuwe Collega', kind: 'person', is_active: true }])
  as()
  expect(await signOn(at.providerId)).toEqual(refuse('provider-no-rights', { name }))
  as('coordinatoren')
  expect((await signOn(at.providerId)).ok).toBe(true)
})

test('two browsers of one newcomer at once make one person with one right', async () => {
  const at = await aSigningOrganisation(provider, { admitsNew: true })
  yes(await map(at, 'coordinatoren', 'coordinator'))
  const email = 'tweemaal@voorbeeld.example'
  provider.sitDown(vouched(email, { amr: ['mfa'], groups: ['coordinatoren'] }))
  const ways = [await goToProvider(at.providerId), await goToProvider(at.providerId)]
  const answers = await Promise.all(ways.map((way) => comeBack(at.providerId, way)))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true])
  expect(await grantsOf(email)).toHaveLength(1)
})

test('where the organisation does not allow it, nobody is made new', async () => {
  const at = await aSigningOrganisation(provider)
  yes(await map(at, 'coordinatoren', 'coordinator'))
  provider.sitDown(vouched('ook-nieuw@voorbeeld.example', { amr: ['mfa'], groups: ['coordinatoren'] }))
  expect(await signOn(at.providerId)).toEqual(refuse('provider-account-unknown', { name }))
  expect(await grantsOf('ook-nieuw@voorbeeld.example')).toEqual([])
})

test('a line taken out of the mapping ends the right at once, unless another group carries it', async () => {
  const at = await aSigningOrganisation(provider)
  const { actor, email } = await aWorkerThere(at)
  yes(await map(at, 'een', 'volunteer'))
  yes(await map(at, 'twee', 'volunteer'))
  provider.sitDown(vouched(email, { amr: ['mfa'], groups: ['een', 'twee'] }))
  yes(await signOn(at.providerId))
  const lines = async () =>
    (await organisationSignIns(at.manager)).find((one) => one.organisationId === at.organisationId)?.mapping ?? []
  const [first, second] = await lines()
  yes(await unmapGroup(at.manager, first?.id ?? ''))
  expect(await rolesOf(actor.personId)).toEqual(['coordinator', 'volunteer'])
  yes(await unmapGroup(at.manager, second?.id ?? ''))
  expect(await rolesOf(actor.personId)).toEqual(['coordinator'])
  expect(await lines()).toEqual([])
})

test('nobody maps a group beyond the own reach, twice, or to what files ask an organisation for elsewhere', async () => {
  const at = await aSigningOrganisation(provider)
  const elsewhere = await aMunicipality()
  const mapped = { organisationId: at.organisationId, groupName: 'g', role: 'coordinator' }
  expect(await mapGroup(at.manager, { ...mapped, municipalityId: elsewhere })).toEqual(refuse('grant-out-of-reach'))
  expect(await mapGroup(at.manager, { ...mapped, municipalityId: at.municipalityId, role: 'boss' })).toEqual(
    refuse('grant-out-of-reach'),
  )
  expect(await map(at, '  ', 'coordinator')).toEqual(refuse('group-name'))
  yes(await map(at, 'g', 'coordinator'))
  expect(await map(at, 'g', 'coordinator')).toEqual(refuse('group-mapped'))
  const stranger = await someone({ role: 'manager', municipalityId: elsewhere })
  const [line] = (await organisationSignIns(at.manager)).flatMap(({ mapping }) => mapping)
  expect(await unmapGroup(stranger, line?.id ?? '')).toEqual(refuse('not-found'))
})

test('once the organisation works in a second municipality, who reaches one of the two maps and changes nothing', async () => {
  const at = await aSigningOrganisation(provider)
  const second = await aMunicipality()
  await aProvision({ municipalityId: second, organisationId: at.organisationId, programmeCode: 'home-help' })
  expect(await map(at, 'g', 'coordinator')).toEqual(refuse('not-found'))
  expect((await organisationSignIns(at.manager)).map(({ organisationId }) => organisationId)).not.toContain(
    at.organisationId,
  )
})

test('nobody gives oneself a role by mapping the own group', async () => {
  const at = await aSigningOrganisation(provider)
  const { rows } = await afterwards(sql`select email from people where id = ${at.manager.personId}`)
  await afterwards(
    sql`update grants set organisation_id = ${at.organisationId} where person_id = ${at.manager.personId}`,
  )
  yes(await map({ ...at, manager: await theActor(at.manager.personId) }, 'beheer', 'coordinator'))
  provider.sitDown(vouched(String(rows[0]?.email), { amr: ['mfa'], groups: ['beheer'] }))
  yes(await signOn(at.providerId))
  expect(await rolesOf(at.manager.personId)).toEqual(['manager'])
})
