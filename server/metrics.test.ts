import { once } from 'node:events'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILT_IN } from '../capabilities/access/actor.ts'
import { checkAudit } from '../capabilities/privacy/checks/actions.ts'
import { newId } from '../foundation/id.ts'
import { withDatabase } from '../tests/support/database.ts'
import { newTraceId, theActor } from '../tests/support/world.ts'
import { type Metrics, routeOf, startMetrics } from './metrics.ts'

const database = withDatabase()
let metrics: Metrics
let address = ''

beforeAll(async () => {
  await checkAudit(await theActor(BUILT_IN.jobs))
  metrics = startMetrics(database(), newTraceId)
  metrics.server.listen(0, '127.0.0.1')
  await once(metrics.server, 'listening')
  const at = metrics.server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
})

afterAll(() => metrics.server.close())

test('requests are told by the pattern of their address, so that no id and no query is a label', async () => {
  const app = new Hono()
  app.use(metrics.middleware)
  app.get('/werk/trajecten/:id', (c) => c.text('one'))
  const id = newId()
  await app.request(`/werk/trajecten/${id}?naam=Jansen`)
  await app.request(`/werk/trajecten/${newId()}`)
  await app.request(`/niets/${id}`, { method: 'BREW' })
  const told = await (await fetch(`${address}/metrics`)).text()
  expect(told).toContain('voorveld_request_seconds_count{method="GET",route="/werk/trajecten/:id",status="200"} 2')
  expect(told).toContain('voorveld_request_seconds_count{method="other",route="none",status="404"} 1')
  expect(told).not.toContain(id)
  expect(told).not.toContain('Jansen')
})

test('what waits, the wait for a connection, memory and the version are told', async () => {
  const told = await (await fetch(`${address}/metrics`)).text()
  for (const name of [
    'voorveld_audit_unsealed_rows',
    'voorveld_audit_holds',
    'voorveld_audit_check_timestamp_seconds',
    'voorveld_messages_waiting',
    'voorveld_database_bytes',
    'voorveld_connection_wait_seconds_count',
    'voorveld_nodejs_eventloop_lag_p99_seconds',
    'voorveld_process_resident_memory_bytes',
    'voorveld_info',
  ])
    expect(told).toMatch(new RegExp(`^${name}(\\{[^}]*\\})? \\d`, 'm'))
})

test('no label takes more values than there are addresses, statuses and queues', async () => {
  const told = await (await fetch(`${address}/metrics`)).text()
  const labels = new Set([...told.matchAll(/[{,](\w+)="/g)].map(([, label = '']) => label))
  const known = [
    'method',
    'route',
    'status',
    'le',
    'state',
    'queue',
    'version',
    'type',
    'space',
    'kind',
    'major',
    'minor',
    'patch',
  ]
  expect([...labels].filter((label) => !known.includes(label))).toEqual([])
})

test('only measurements are told there', async () => {
  expect((await fetch(`${address}/`)).status).toBe(404)
  expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(404)
})

test('what only the middleware saw is one route, whatever was asked', () => {
  expect(routeOf(['/*', '/*', '/beleid/cijfers'])).toBe('/beleid/cijfers')
  expect(routeOf(['/*', '/*'])).toBe('none')
  expect(routeOf([])).toBe('none')
})
