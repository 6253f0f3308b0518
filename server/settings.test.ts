import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const strong = 'x4Jq9-lang-genoeg-en-niet-te-raden-0001'
const faultsOf = (env: Record<string, string>): string[] => {
  const read = readSettings(env)
  return 'faults' in read ? read.faults : []
}
const modeOf = (env: Record<string, string>) => {
  const read = readSettings(env)
  return 'settings' in read ? read.settings.mode : read.faults
}

test('without any setting Voorveld runs as a demo', () => {
  expect(modeOf({})).toBe('demo')
})

test('a database address without a mode means production, never a demo', () => {
  expect(modeOf({ DATABASE_URL: 'postgres://db/voorveld', APP_SECRET: strong })).toBe('production')
  expect(modeOf({ DATABASE_URL: 'postgres://db/voorveld', MODE: 'demo' })).toBe('demo')
})

test('production refuses the embedded database unless a small team chose it', () => {
  expect(faultsOf({ MODE: 'production', APP_SECRET: strong })).toEqual([expect.stringContaining('ALLOW_EMBEDDED=1')])
  expect(faultsOf({ MODE: 'production', APP_SECRET: strong, ALLOW_EMBEDDED: '1' })).toEqual([])
})

test.each([
  ['no key', {}],
  ['a short key', { APP_SECRET: 'kort' }],
  ['an example key', { APP_SECRET: 'demo-demo-demo-demo-demo-demo-demo-demo' }],
])('production refuses %s', (_, env) => {
  expect(faultsOf({ DATABASE_URL: 'postgres://db/voorveld', ...env })).toEqual([expect.stringContaining('APP_SECRET')])
})

test.each([
  ['PORT', 'acht'],
  ['PORT', '70000'],
  ['PROXIES', 'een'],
  ['PROXIES', '-1'],
  ['SECURITY_CONTACT', 'bel@gemeente.example'],
  ['SECURITY_CONTACT', 'mailto:a@b.example Contact: c'],
  ['API_PER_MINUTE', '0'],
  ['API_PER_MINUTE', 'veel'],
  ['CHECK_LINKS', 'ja'],
  ['BASE_URL', 'hulp.gemeente.nl'],
  ['BASE_URL', 'https://hulp.gemeente.nl/pad'],
  ['DATABASE_URL', 'mysql://db'],
  ['SMTP_URL', 'http://post'],
  ['MODE', 'test'],
])('each fault is one sentence that names the setting: %s=%s', (name, value) => {
  const faults = faultsOf({ [name]: value, ...(name === 'DATABASE_URL' && { MODE: 'demo' }) })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(new RegExp(`^${name}.*\\.$`))
})

test('weak spots are told to a made-up address in a demo, to the one of the setting, and in production to none without it', () => {
  const contactOf = (env: Record<string, string>) => {
    const read = readSettings(env)
    return 'settings' in read ? read.settings.securityContact : read.faults
  }
  const production = { DATABASE_URL: 'postgres://db/voorveld', APP_SECRET: strong }
  const own = { SECURITY_CONTACT: 'mailto:melden@gemeente.example' }
  expect(contactOf({ MODE: 'demo' })).toBe('mailto:veiligheid@voorbeeld.example')
  expect(contactOf({ MODE: 'demo', ...own })).toBe('mailto:melden@gemeente.example')
  expect(contactOf({ ...production, ...own })).toBe('mailto:melden@gemeente.example')
  expect(contactOf(production)).toBe(undefined)
})

test('an owner or replica address without the database itself is a fault', () => {
  expect(faultsOf({ DATABASE_OWNER_URL: 'postgres://owner@db/voorveld' })).toHaveLength(1)
})

const strict = { MODE: 'demo', SMTP_URL: 'smtps://mail.example' }

test('a mail server without an address to send from is refused at start', () => {
  expect(faultsOf(strict)).toEqual([expect.stringMatching(/^MAIL_FROM ontbreekt.*\.$/)])
  expect(faultsOf({ ...strict, MAIL_FROM: 'bericht@voorveld.example' })).toEqual([])
  expect(faultsOf({ MODE: 'demo', MAIL_FROM: 'bericht@voorveld.example' })).toEqual([])
})

test.each([
  'Gemeente Akkerveen <post@akkerveen.example>',
  'post@akkerveen',
  'a@b.example, c@d.example',
  'a@b.example\nBcc: c@d.example',
])('mail comes from one bare address, not from %s', (from) => {
  expect(faultsOf({ ...strict, MAIL_FROM: from })).toEqual([expect.stringMatching(/^MAIL_FROM .*\.$/)])
})

test('nobody is believed about where a request comes from, until the number of own proxies is set', () => {
  const proxiesOf = (env: Record<string, string>) => {
    const read = readSettings(env)
    return 'settings' in read ? read.settings.proxies : read.faults
  }
  expect(proxiesOf({})).toBe(0)
  expect(proxiesOf({ PROXIES: '1' })).toBe(1)
})

test('measurements are told only when asked for, and then to this machine alone unless told otherwise', () => {
  const settingsOf = (env: Record<string, string>) => {
    const read = readSettings(env)
    return 'faults' in read ? read.faults : read.settings.metrics
  }
  expect(settingsOf({})).toBeUndefined()
  expect(settingsOf({ METRICS_PORT: '9464' })).toEqual({ port: 9464, host: '127.0.0.1' })
  expect(settingsOf({ METRICS_PORT: '9464', METRICS_HOST: '10.0.0.5' })).toEqual({ port: 9464, host: '10.0.0.5' })
  expect(settingsOf({ METRICS_PORT: 'veel' })).toEqual([expect.stringContaining('METRICS_PORT')])
})

test('links to sites of others are asked only when that is said, and never in the demo', () => {
  const production = { MODE: 'production', DATABASE_URL: 'postgres://db/voorveld', APP_SECRET: 'x'.repeat(40) }
  const asked = (env: Record<string, string>) => {
    const read = readSettings(env)
    return 'settings' in read && read.settings.checkLinks
  }
  expect([
    asked(production),
    asked({ ...production, CHECK_LINKS: '1' }),
    asked({ MODE: 'demo', CHECK_LINKS: '1' }),
  ]).toEqual([false, true, false])
})
