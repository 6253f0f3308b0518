import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { villagesIn } from '../../capabilities/access/queries.ts'
import { decideRight } from '../../capabilities/access/rights-review/actions.ts'
import { addServiceAccount } from '../../capabilities/access/service-accounts/actions.ts'
import { serviceAccounts } from '../../capabilities/access/service-accounts/queries.ts'
import { teamsOf } from '../../capabilities/access/teams/queries.ts'
import { useFormSecret } from '../../capabilities/forms/keys.ts'
import { after, dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { links } from '../../web/links.ts'
import { theProduct } from '../disclosure/answers.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { aMunicipality, aProvision, someone, yes } from '../support/world.ts'

const database = withDatabase()
const today = dayAt(new Date())
const app = theProduct()
useFormSecret('a-secret-for-tests-that-nobody-uses-0001')

async function aManager() {
  const municipalityId = await aMunicipality()
  const { organisationId } = await aProvision({ municipalityId, programmeCode: 'some-help' })
  return { manager: await someone({ role: 'manager', municipalityId }), municipalityId, organisationId }
}

async function pressed(personId: string, path: string, fields: Record<string, string>) {
  const headers = { 'sec-fetch-site': 'same-origin', 'x-reader': personId }
  const answer = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { status: answer.status, text: await answer.text() }
}

/** The same form twice at the same moment; the statuses of both answers. */
async function twice(personId: string, path: string, fields: Record<string, string>): Promise<number[]> {
  const answers = await Promise.all([pressed(personId, path, fields), pressed(personId, path, fields)])
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

test('a key of a system is made once, and both presses show the same one; for another machine that form shows none', async () => {
  const { manager, municipalityId, organisationId } = await aManager()
  const grant = { role: 'registration-system', municipalityId, organisationId } as const
  const { id } = yes(await addServiceAccount(manager, { name: 'Met sleutel', grant }))
  const fields = {
    doe: 'sleutel',
    _sleutel: newId(),
    waar: 'Machine',
    mag: 'trajecten:lezen',
    tot: after(today, { days: 9 }),
  }
  const shown = await Promise.all([
    pressed(manager.personId, links.system(id), fields),
    pressed(manager.personId, links.system(id), fields),
  ])
  const keys = shown.map(({ text }) => text.match(/vv_[\w-]{43}/)?.[0])
  expect(keys).toEqual([keys[0], keys[0]])
  expect(keys[0]).toMatch(/^vv_/)
  expect((await serviceAccounts(manager)).find((one) => one.id === id)?.tokens).toHaveLength(1)
  const other = await pressed(manager.personId, links.system(id), { ...fields, waar: 'Andere machine' })
  expect([other.status, other.text.includes('vv_')]).toEqual([400, false])
})

test('two presses put somebody in a team once, and record one review of a right', async () => {
  const { manager, municipalityId, organisationId } = await aManager()
  const team = { doe: 'maak', _sleutel: newId(), naam: 'Noord' }
  await pressed(manager.personId, links.teams(organisationId), team)
  const colleague = await someone({ role: 'coordinator', municipalityId, organisationId })
  const member = {
    doe: 'erin',
    team: team._sleutel,
    persoon: colleague.personId,
    rol: 'coordinator',
    gemeente: municipalityId,
  }
  await twice(manager.personId, links.teams(organisationId), member)
  const found = await asOwner(
    database(),
    sql`select count(*)::int as rights from grants where team_id = ${team._sleutel}`,
  )
  expect(found).toEqual([{ rights: 1 }])

  const other = await someone({ role: 'manager', municipalityId })
  const [right] = await asOwner(database(), sql`select id from grants where person_id = ${other.personId}`)
  const decision = { grantId: String(right?.id), decision: 'kept', reason: 'Nog steeds nodig' } as const
  const made = await Promise.all([decideRight(manager, decision), decideRight(manager, decision)])
  expect(made.map(({ ok }) => ok)).toEqual([true, true])
  const reviews = await asOwner(
    database(),
    sql`select count(*)::int as reviews from right_reviews where grant_id = ${decision.grantId}`,
  )
  expect(reviews).toEqual([{ reviews: 1 }])
})
