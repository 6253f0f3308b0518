import { expect, test } from 'vitest'
import { villagesIn } from '../../capabilities/access/queries.ts'
import { addServiceAccount } from '../../capabilities/access/service-accounts/actions.ts'
import { teamsOf } from '../../capabilities/access/teams/queries.ts'
import { newId } from '../../foundation/id.ts'
import { links } from '../../web/links.ts'
import { theProduct } from '../disclosure/answers.ts'
import { withDatabase } from '../support/database.ts'
import { aMunicipality, aProvision, someone } from '../support/world.ts'

withDatabase()
const app = theProduct()

async function aManager() {
  const municipalityId = await aMunicipality()
  const { organisationId } = await aProvision({ municipalityId, programmeCode: 'some-help' })
  return { manager: await someone({ role: 'manager', municipalityId }), municipalityId, organisationId }
}

/** The same form twice at the same moment; the statuses of both answers. */
async function twice(personId: string, path: string, fields: Record<string, string>): Promise<number[]> {
  const send = () =>
    app.request(path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'x-reader': personId },
      body: new URLSearchParams(fields),
    })
  const answers = await Promise.all([send(), send()])
  return answers.map(({ status }) => status).sort()
}

test('a form that is pressed twice at the same moment makes one record, and never an error page', async () => {
  const { manager, municipalityId, organisationId } = await aManager()
  for (let time = 0; time < 4; time++) {
    const team = { doe: 'maak', _sleutel: newId(), naam: `Team ${time}` }
    for (const status of await twice(manager.personId, links.teams(organisationId), team))
      expect(status).toBeLessThan(500)
    const village = { doe: 'kern', gemeente: municipalityId, kern: `Dorp ${time}` }
    for (const status of await twice(manager.personId, links.place(), village)) expect(status).toBeLessThan(500)
  }
  expect((await teamsOf(manager, organisationId))?.teams).toHaveLength(4)
  const added = (await villagesIn(manager, municipalityId)).filter(({ name }) => name.startsWith('Dorp '))
  expect(added).toHaveLength(4)
})

test('two systems of one name are never made at the same moment', async () => {
  const { manager, municipalityId, organisationId } = await aManager()
  const given = { name: 'Tweemaal', grant: { role: 'registration-system', municipalityId, organisationId } as const }
  const made = await Promise.all([addServiceAccount(manager, given), addServiceAccount(manager, given)])
  expect(made.map((one) => (one.ok ? 'made' : one.reason)).sort()).toEqual(['account-exists', 'made'])
})
