import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { isPublicAddress } from '../public-address.ts'
import { askAddress, internet, type Roads } from './ask-address.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A server of this machine, by a name that only the roads of these tests know. */
async function aServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://site.example:${(server.address() as AddressInfo).port}` // it listens on a port
}

const names: Record<string, string[]> = {
  'site.example': ['127.0.0.1'],
  'inside.example': ['127.0.0.2'],
  'both.example': ['127.0.0.1', '10.0.0.1'],
}
/** The one address 127.0.0.1 stands for the internet; every other one is inside. */
const roads: Roads = {
  lookUp: async (host) => {
    const found = names[host]
    if (found === undefined) throw Object.assign(new Error('unknown'), { code: 'ENOTFOUND' })
    return found.map((address) => ({ address, family: 4 }))
  },
  mayReach: (address) => address === '127.0.0.1',
}
const ask = (address: string, patienceMs = 3_000) => askAddress(address, { userAgent: 'test', roads, patienceMs })

test.each([
  [200, 'answers'],
  [204, 'answers'],
  [401, 'answers'],
  [403, 'answers'],
  [429, 'answers'],
  [404, 'not-found'],
  [410, 'not-found'],
  [500, 'fault'],
  [304, 'answers'],
] as const)('status %i is told as %s', async (status, expected) => {
  const address = await aServer((_, response) => response.writeHead(status).end())
  expect(await ask(address)).toBe(expected)
})

test('who does not know HEAD is asked by GET, with who asks', async () => {
  const asked: unknown[] = []
  const address = await aServer(({ method, headers }, response) => {
    asked.push([method, headers['user-agent'], headers.cookie])
    response.writeHead(method === 'HEAD' ? 501 : 200).end()
  })
  expect(await ask(address)).toBe('answers')
  expect(asked).toEqual([
    ['HEAD', 'test', undefined],
    ['GET', 'test', undefined],
  ])
})

test('a redirect to an address inside is refused, by name and by number', async () => {
  for (const to of ['http://inside.example/', 'http://10.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest']) {
    const address = await aServer((_, response) => response.writeHead(302, { location: to }).end())
    expect(await ask(address)).toBe('not-allowed')
  }
})

test.each(['file:///etc/passwd', 'ftp://site.example/', 'http://a:b@site.example/', 'javascript:alert(1)'])(
  'a redirect to %s is refused',
  async (location) => {
    const address = await aServer((_, response) => response.writeHead(301, { location }).end())
    expect(await ask(address)).toBe('not-allowed')
  },
)

test('five redirects are followed, no more', async () => {
  const address = await aServer(({ url = '/' }, response) => {
    const left = Number(url.slice(1))
    if (left === 0) response.writeHead(200).end()
    else response.writeHead(302, { location: `/${left - 1}` }).end()
  })
  expect([await ask(`${address}/5`), await ask(`${address}/6`)]).toEqual(['answers', 'too-far'])
})

test('a name with one address inside is not asked at all', async () => {
  expect(await ask('http://both.example/')).toBe('not-allowed')
  expect(await ask('http://nobody.example/')).toBe('unknown-name')
})

test('a name that leads elsewhere after it was looked at changes nothing: one look per step, and the connection goes there', async () => {
  const address = await aServer((_, response) => response.writeHead(200).end())
  let looks = 0
  const turning: Roads = {
    ...roads,
    lookUp: async () => [{ address: looks++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
  }
  const asking = { userAgent: 'test', roads: turning, patienceMs: 3_000 }
  expect(await askAddress(address, asking)).toBe('answers')
  expect(looks).toBe(1)
  expect(await askAddress(address, asking)).toBe('not-allowed')
})

test('a slow site costs no more than the patience', async () => {
  const address = await aServer(() => undefined)
  const began = performance.now()
  expect(await ask(address, 200)).toBe('no-answer')
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('of an answer without end no more is taken in than its head', async () => {
  let sent = 0
  const address = await aServer(({ method }, response) => {
    if (method === 'HEAD') return void response.writeHead(500).end()
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && sent < 500_000_000) {
        sent += 65_536
        if (!response.write('x'.repeat(65_536))) return void response.once('drain', more)
      }
    }
    more()
  })
  expect(await ask(address)).toBe('answers')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(sent).toBeLessThan(20_000_000)
})

test('a head without end is no answer', async () => {
  const address = await aServer((_, response) => response.writeHead(200, { x: 'y'.repeat(100_000) }).end())
  expect(await ask(address)).toBe('no-answer')
})

const octet = fc.integer({ min: 0, max: 255 })
const inside4 = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
)
const hex = (n: number) => n.toString(16)

test('no address inside a network is public, however it is written', () => {
  fc.assert(
    fc.property(inside4, ([a, b, c, d]) => {
      const plain = `${a}.${b}.${c}.${d}`
      const pair = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`
      for (const one of [plain, `::ffff:${plain}`, `::ffff:${pair}`, `::${pair}`, `64:ff9b::${pair}`, `2002:${pair}::`])
        expect(isPublicAddress(one), one).toBe(false)
      for (const one of [plain, String(a * 2 ** 24 + b * 2 ** 16 + c * 256 + d), `0x${hex(a)}.${b}.${c}.${d}`]) {
        const { hostname } = new URL(`http://${one}/`)
        expect(internet.mayReach(hostname, 80), one).toBe(false)
      }
    }),
  )
})

const group = fc.integer({ min: 0, max: 0xffff })

test('of IPv6 only what is given out to the internet is public', () => {
  fc.assert(
    fc.property(group, fc.array(group, { minLength: 7, maxLength: 7 }), (first, rest) => {
      const address = [first, ...rest].map(hex).join(':')
      if (first < 0x2000 || first > 0x3fff) expect(isPublicAddress(address), address).toBe(false)
      expect(isPublicAddress(`${address}%eth0`)).toBe(false)
    }),
  )
  expect(isPublicAddress('2a02:2308::1')).toBe(true)
})

test('only the two usual ports', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 65_535 }), (port) => {
      expect(internet.mayReach('8.8.8.8', port)).toBe(port === 80 || port === 443)
    }),
  )
})
