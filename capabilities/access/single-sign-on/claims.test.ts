import { expect, test } from 'vitest'
import { comerFrom } from './claims.ts'

const asked = { groupClaim: 'groups', acr: null, mailDomains: ['kern.example'] }
const claims = { iss: 'https://id.example', sub: '1', email: 'An@Elders.example', email_verified: true }

test('of an answer only what is needed is taken, the address in lower case', () => {
  expect(comerFrom({ ...claims, phone: '06', groups: ['a', 'a', 7, ''], name: ' An ' }, asked)).toEqual({
    ...{ issuer: 'https://id.example', subject: '1', email: 'an@elders.example', name: 'An' },
    ...{ groups: ['a'], hasTwoFactors: false },
  })
})

test.each([
  ['verified', { email: 'an@elders.example', email_verified: true }, 'an@elders.example'],
  ['verified as a word', { email: 'an@elders.example', email_verified: 'true' }, undefined],
  ['said to be unverified, in the own domain', { email: 'an@kern.example', email_verified: false }, undefined],
  ['not said, in the own domain', { email: 'an@kern.example', email_verified: undefined }, 'an@kern.example'],
  ['not said, in a domain that ends alike', { email: 'an@nietkern.example', email_verified: undefined }, undefined],
  ['not said, with two signs', { email: 'an@kern.example@elders.example', email_verified: undefined }, undefined],
])('an address that is %s', (_, given, expected) => {
  expect(comerFrom({ ...claims, ...given }, asked)?.email).toBe(expected)
})

test('one group may stand as a word; groups that stand elsewhere make the answer useless', () => {
  expect(comerFrom({ ...claims, roles: 'beheer' }, { ...asked, groupClaim: 'roles' })?.groups).toEqual(['beheer'])
  expect(comerFrom({ ...claims, _claim_names: { groups: 'src1' } }, asked)).toBeUndefined()
})

test.each([
  [null, { amr: ['pwd', 'mfa'] }, true],
  [null, { amr: ['pwd'] }, false],
  [null, { amr: 'mfa' }, false],
  [null, { acr: 'high' }, false],
  ['high', { acr: 'high' }, true],
  ['high', { acr: 'low', amr: ['mfa'] }, false],
  ['high', {}, false],
])('asked %s and answered %o, two factors are %s', (acr, given, expected) => {
  expect(comerFrom({ ...claims, ...given }, { ...asked, acr })?.hasTwoFactors).toBe(expected)
})
