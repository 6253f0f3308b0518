import { expect, test } from 'vitest'
import { addOrganisation } from '../capabilities/access/actions.ts'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { installationPurpose, loadActor, peopleInReach } from '../capabilities/access/queries.ts'
import { acceptInvitation } from '../capabilities/access/sign-in/invitations.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { withDatabase } from '../tests/support/database.ts'
import { aMunicipality, anOperator, newTraceId, someone, theActor, yes } from '../tests/support/world.ts'
import { provide } from './organisation.ts'
import { add } from './person.ts'

withDatabase()

const settings = {
  baseUrl: new URL('https://hulp.voorbeeld.example'),
  secret: 'a-secret-for-tests-that-nobody-uses-0002',
  dataFolder: '/nowhere',
}
const coordinator = { role: 'coordinator', municipality: 'GM8801', organisation: 'Thuis Verder' }

test('the first people of an installation come in by a link that they use themselves', async () => {
  const operator = await anOperator()
  await publishShippedProgrammes(operator)
  await aMunicipality({ code: 'GM8801', name: 'Eerstegem' })
  yes(await addOrganisation(operator, 'Thuis Verder'))
  const provision = { programme: 'home-start', municipality: 'GM8801', organisation: 'thuis verder' }
  yes(await provide(operator, provision))
  expect(await provide(operator, provision)).toMatchObject({ ok: false, reason: 'provision-exists' })
  const { json } = yes(
    await add(operator, { name: 'Roos Mulder', email: 'roos@voorbeeld.example' }, coordinator, settings),
  )
  expect(await installationPurpose(operator)).toBe('real')
  expect(json.link).toMatch(/^https:\/\/hulp\.voorbeeld\.example\/uitnodiging\//)
  const visitor = await theActor(BUILT_IN.visitor)
  const token = json.link.split('/').at(-1) ?? ''
  const origin = { address: '192.0.2.1', device: { browser: 'firefox', system: 'windows' } as const }
  const accepted = await acceptInvitation(visitor, {
    token,
    password: 'vier paarse fietsen',
    origin,
    cookies: undefined,
  })
  expect(accepted.ok).toBe(true)
  const roos = (await peopleInReach(operator)).find((one) => one.email === 'roos@voorbeeld.example')
  const actor = await loadActor(roos?.id ?? '', newTraceId(), 'test')
  expect(actor?.grants.map(({ role }) => role)).toEqual(['coordinator'])
})

test.each([
  [{ role: 'boss' }, 'role-unknown'],
  [{ ...coordinator, municipality: 'Eerstegem' }, 'municipality-code-wrong'],
  [{ ...coordinator, municipality: 'GM0001' }, 'municipality-unknown'],
  [{ ...coordinator, municipality: undefined, region: 'Nergens' }, 'region-unknown'],
  [{ ...coordinator, organisation: 'Nergens' }, 'organisation-unknown'],
  [{ ...coordinator, organisation: undefined }, 'grant-needs-organisation'],
])('%o is refused: %s', async (options, reason) => {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const answer = await add(
    await anOperator(),
    { name: 'Roos Mulder', email: 'roos2@voorbeeld.example' },
    given as typeof coordinator, // less of it
    settings,
  )
  expect(answer).toMatchObject({ ok: false, reason })
})

test('who may not give a role gives none by the command line either', async () => {
  const municipalityId = await aMunicipality()
  const adviser = await someone({ role: 'policy-adviser', municipalityId })
  const person = { name: 'Zoë Vos', email: 'zoe@voorbeeld.example' }
  const answer = await add(adviser, person, { role: 'manager', municipality: 'GM8801' }, settings)
  expect(answer).toMatchObject({ ok: false, reason: 'grant-out-of-reach' })
})
