import { sql } from 'drizzle-orm'
import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '../../api/v1/endpoint.ts'
import { endpoints } from '../../api/v1/routes.ts'
import { ROLES, SERVICE_ROLES } from '../../capabilities/access/roles.ts'
import { TOKEN_SCOPES } from '../../capabilities/access/service-accounts/token.ts'
import type { Id } from '../../foundation/id.ts'
import { withDatabase } from '../support/database.ts'
import { asOwner } from '../support/logs.ts'
import { aSystem, call, theApi } from '../support/systems.ts'
import { aMunicipality, anOrganisation } from '../support/world.ts'
import written from './api-table.json' with { type: 'json' }

// Which role of a system opens which endpoint: reviewed by hand, never generated.

const opened = withDatabase()
const table: Readonly<Record<string, readonly string[]>> = written
const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`
let app: Hono
let municipalityId: Id
let organisationId: Id

beforeAll(async () => {
  app = theApi()
  municipalityId = await aMunicipality()
  organisationId = await anOrganisation()
})

const grantOf = (role: (typeof SERVICE_ROLES)[number]) =>
  ({ role, municipalityId, ...(role === 'registration-system' && { organisationId }) }) as const

/** An empty question: whoever gets past the door is told what is missing, or that nothing is there. */
const knock = async (one: Endpoint, token: string | undefined) => {
  const path = one.path.replace('{id}', '01990000-0000-7000-8000-000000000000').replace('{code}', 'nergens')
  const method = one.method.toUpperCase()
  return (await call(app, path, { token, method, ...(one.method !== 'get' && { body: {} }) })).status
}

test('the table knows every endpoint, and none that does not exist', () => {
  expect(Object.keys(table)).toEqual(endpoints.map(nameOf))
})

test.each(endpoints.map((one) => [nameOf(one), one] as const))(
  '%s opens for the roles of the reviewed table, with a key for it, and for nobody else',
  async (name, one) => {
    for (const role of SERVICE_ROLES) {
      const { token } = await aSystem(grantOf(role))
      const isOpen = [400, 404, 200].includes(await knock(one, token))
      expect([name, role, isOpen]).toEqual([name, role, table[name]?.includes(role)])
      const others = TOKEN_SCOPES.filter((scope) => scope !== one.scope && grantedTo(role).includes(scope))
      expect([name, role, await knock(one, (await aSystem(grantOf(role), others)).token)]).toEqual([name, role, 403])
    }
    expect([name, await knock(one, undefined)]).toEqual([name, 401])
  },
)

const grantedTo = (role: string) =>
  TOKEN_SCOPES.filter((scope) => endpoints.some((one) => one.scope === scope && table[nameOf(one)]?.includes(role)))

test('a key whose account lost its role opens nothing, whatever the key says', async () => {
  const { accountId, token } = await aSystem(grantOf('registration-system'))
  await asOwner(
    opened(),
    sql`update grants set ends_on = starts_on - 1, starts_on = starts_on - 1 where person_id = ${accountId}`,
  )
  // What is sent is read first, so that nobody holds a connection to the database by sending slowly.
  for (const one of endpoints)
    expect([nameOf(one), [400, 401].includes(await knock(one, token))]).toEqual([nameOf(one), true])
  expect((await call(app, '/trajecten', { token })).status).toBe(401)
})

test('no role of a person is opened by a key', () => {
  expect(ROLES.filter((role) => endpoints.some((one) => table[nameOf(one)]?.includes(role)))).toEqual([
    ...SERVICE_ROLES,
  ])
})
