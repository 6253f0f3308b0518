import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isPublicAddress } from '../public-address.ts'
import { Away, guardedFetch, mayBeAsked, OutOfReach } from './guarded-fetch.ts'

const production = { localHttp: false, privateAddresses: false }
const demo = { localHttp: true, privateAddresses: false }
const asked = { method: 'GET', headers: {} }

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function aServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}` // it listens on a port
}

test.each([
  ['8.8.8.8', true],
  ['2a00:1450::1', true],
  ['10.0.0.1', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false],
  ['no address', false],
])('whether %s lies on the internet: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})

test.each([
  ['https://id.example/x', true, true],
  ['http://id.example/x', false, false],
  ['http://localhost:1/x', false, true],
  ['https://localhost/x', false, true],
  ['https://a:b@id.example/x', false, false],
  ['file:///etc/passwd', false, false],
  ['geen adres', false, false],
])('%s may be asked in production: %s, in the demo: %s', (address, inProduction, inDemo) => {
  expect(mayBeAsked(address, production)).toBe(inProduction)
  expect(mayBeAsked(address, demo)).toBe(inDemo)
})

test('an answer comes through whole', async () => {
  const address = await aServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    request.pipe(response)
  })
  const sent = { method: 'POST', headers: {}, body: new URLSearchParams({ a: 'b' }) }
  const response = await guardedFetch(demo)(address, sent)
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    ...[200, 'application/json', 'a=b'],
  ])
})

test('a redirect is handed over, not followed', async () => {
  const address = await aServer((_, response) => response.writeHead(302, { location: 'https://id.example' }).end())
  expect((await guardedFetch(demo)(address, asked)).status).toBe(302)
})

test('more than half a megabyte is not read', async () => {
  const address = await aServer((_, response) => void response.end('x'.repeat(600_000)))
  await expect(guardedFetch(demo)(address, asked)).rejects.toThrow(OutOfReach)
})

test('who does not listen, says to come back later, or hangs up is away', async () => {
  const busy = await aServer((_, response) => response.writeHead(503).end())
  const cut = await aServer((_, response) => {
    response.writeHead(200).write('half')
    response.destroy()
  })
  for (const address of ['http://localhost:1', busy, cut])
    await expect(guardedFetch(demo)(address, asked)).rejects.toThrow(Away)
})

test('who is slow is away when the patience of the caller is over', async () => {
  const address = await aServer(() => undefined)
  const signal = AbortSignal.timeout(100)
  await expect(guardedFetch(demo)(address, { ...asked, signal })).rejects.toThrow(Away)
})

test.each(['https://10.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://localhost.localdomain/'])(
  'in production %s is out of reach or unknown, never asked',
  async (address) => {
    await expect(guardedFetch(production)(address, asked)).rejects.toThrow()
  },
)
test('a number that is an address of this machine is out of reach', async () => {
  await expect(guardedFetch(production)('https://2130706433/', asked)).rejects.toThrow(OutOfReach)
})
