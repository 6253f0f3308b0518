import pino from 'pino'
import { expect, test } from 'vitest'
import { type AppParts, buildApp } from './app.ts'

const NOW = Date.parse('2026-11-27T12:00:00Z')
const partsWith = (securityContact?: string): AppParts => ({
  ...{ baseUrl: new URL('https://voorveld.example'), isDemo: false, isStopping: () => false, apiPerMinute: 600 },
  ...{ logger: pino({ enabled: false }), sessionOf: async () => undefined, clock: () => NOW, securityContact },
})
const PATH = '/.well-known/security.txt'

test('who finds a weak spot reads where to tell it, in a file that holds for less than a year', async () => {
  const answer = await buildApp(partsWith('mailto:melden@voorveld.example')).request(PATH)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(await answer.text()).toBe(
    'Contact: mailto:melden@voorveld.example\nExpires: 2027-05-26T12:00:00.000Z\nPreferred-Languages: nl, en\nCanonical: https://voorveld.example/.well-known/security.txt\n',
  )
})

test('without an address to tell it there is no such file', async () => {
  expect((await buildApp(partsWith()).request(PATH)).status).toBe(404)
})
