import { expect, test } from 'vitest'
import { addOrganisation } from '../capabilities/access/actions.ts'
import { installationPurpose } from '../capabilities/access/queries.ts'
import { revokeToken } from '../capabilities/access/service-accounts/actions.ts'
import { tokenBehind } from '../capabilities/access/service-accounts/queries.ts'
import { withDatabase } from '../tests/support/database.ts'
import { aMunicipality, anOperator, someone, yes } from '../tests/support/world.ts'
import { addAccount, addToken } from './account.ts'

withDatabase()

const here = { role: 'registration-system', municipality: 'GM8811', organisation: 'Thuis Verder' }
const key = { label: 'rekencentrum', scope: ['trajecten:lezen', 'trajecten:schrijven'], days: '90' }

test('another system gets an account and a key by the command line, and the key can be taken back', async () => {
  const operator = await anOperator()
  await aMunicipality({ code: 'GM8811', name: 'Tweedegem' })
  yes(await addOrganisation(operator, 'Thuis Verder'))
  yes(await addAccount(operator, 'Registratie van Thuis Verder', here))
  expect(await installationPurpose(operator)).toBe('real')
  const { json } = yes(await addToken(operator, 'Registratie van Thuis Verder', key))
  const { id, token } = json as { id: string; token: string } // what the command prints
  expect((await tokenBehind(token))?.scopes).toEqual(key.scope)
  yes(await revokeToken(operator, id))
  expect(await tokenBehind(token)).toBeUndefined()
})

test.each<[string, object, string]>([
  ['a role that is none', { ...here, role: 'boss' }, 'role-unknown'],
  ['a role of people', { ...here, role: 'coordinator' }, 'role-of-people'],
  ['no code of a municipality', { ...here, municipality: 'Tweedegem' }, 'municipality-code-wrong'],
  ['a municipality that is not there', { ...here, municipality: 'GM0001' }, 'municipality-unknown'],
  ['a region that is not there', { role: 'reporting-system', region: 'Nergens' }, 'region-unknown'],
  ['no place', { role: 'reporting-system' }, 'grant-out-of-reach'],
  ['an organisation that is not there', { ...here, organisation: 'Nergens' }, 'organisation-unknown'],
  ['a name that is taken', here, 'account-exists'],
])('an account with %s is refused: %s', async (_, options, reason) => {
  const answer = await addAccount(await anOperator(), 'Registratie van Thuis Verder', options as typeof here)
  expect(answer).toMatchObject({ ok: false, reason })
})

test.each<[string, string, object, string]>([
  ['of an account that is not there', 'Nergens', {}, 'account-unknown'],
  ['for a day that is none', 'Registratie van Thuis Verder', { days: 'lang' }, 'token-term'],
  ['for more than a year', 'Registratie van Thuis Verder', { days: '366' }, 'token-term'],
  ['for more than the account may', 'Registratie van Thuis Verder', { scope: ['alles'] }, 'token-too-wide'],
])('a key %s is refused', async (_, name, given, reason) => {
  expect(await addToken(await anOperator(), name, { ...key, ...given })).toMatchObject({ ok: false, reason })
})

test('who may not give a role gives no account by the command line either', async () => {
  const coordinator = await someone({ role: 'policy-adviser', municipalityId: await aMunicipality() })
  expect(
    await addAccount(coordinator, 'Ander systeem', { role: 'reporting-system', municipality: 'GM8811' }),
  ).toMatchObject({
    reason: 'grant-out-of-reach',
  })
})
