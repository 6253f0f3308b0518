import { resolve } from 'node:path'
import { type MailSettings, readMail } from './mail-settings.ts'

export type Mode = 'demo' | 'production'

export type Settings = {
  readonly mode: Mode
  readonly port: number
  /** Where measurements are told; undefined when they are not. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined
  readonly baseUrl: URL
  /** How many proxies of our own stand before this server, each adding to `X-Forwarded-For` whom it heard. */
  readonly proxies: number
  /** Where weak spots are told, for `/.well-known/security.txt`; without it there is no such file, but in a demo a made-up one. */
  readonly securityContact: string | undefined
  /** How many requests one key of another system may send in a minute. */
  readonly apiPerMinute: number
  /** Folder of the embedded database and of the demo key. */
  readonly dataFolder: string
  /** A document with the places of this installation, brought in at each start. */
  readonly placesFile: string | undefined
  readonly databaseUrl: string | undefined
  readonly ownerUrl: string | undefined
  readonly readUrl: string | undefined
  /** Undefined in demo mode without one: then a key is made and kept in the data folder. */
  readonly secret: string | undefined
  /** Whether a provider through which an organisation signs in may stand inside the own network. */
  readonly privateProviders: boolean
  /** Whether links to sites of others are asked now and then; never in demo mode. */
  readonly checkLinks: boolean
  /** Undefined when no mail is sent. */
  readonly mail: MailSettings | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const SHORTEST_SECRET = 32
/** Keys that stand in documentation or demo folders, so never a secret. */
const DEMO_SECRET = /^(demo|voorveld|changeme|geheim|secret)/i

/**
 * The settings of this process, or every fault in them as one sentence each.
 * Demo mode only when `MODE=demo`, or when neither `MODE` nor `DATABASE_URL` is set.
 */
export function readSettings(env: Environment): { settings: Settings } | { faults: string[] } {
  const faults: string[] = []
  const mode = readMode(env, faults)
  const port = readPort(env.PORT, faults)
  const databaseUrl = readDatabaseUrl('DATABASE_URL', env, faults)
  const settings: Settings = {
    mode,
    port,
    metrics: readMetrics(env, faults),
    baseUrl: readBaseUrl(env.BASE_URL, port, faults),
    proxies: readProxies(env.PROXIES, faults),
    securityContact: readContact(env.SECURITY_CONTACT, mode, faults),
    apiPerMinute: readPerMinute(env.API_PER_MINUTE, faults),
    dataFolder: resolve(blankAsNone(env.DATA_DIR) ?? 'data'),
    placesFile: blankAsNone(env.PLACES_FILE),
    databaseUrl,
    ownerUrl: readDatabaseUrl('DATABASE_OWNER_URL', env, faults),
    readUrl: readDatabaseUrl('DATABASE_READ_URL', env, faults),
    secret: readSecret(env.APP_SECRET, mode, faults),
    privateProviders: env.ALLOW_PRIVATE_PROVIDERS === '1',
    checkLinks: readCheckLinks(env.CHECK_LINKS, mode, faults),
    mail: readMail(blankAsNone(env.SMTP_URL), blankAsNone(env.MAIL_FROM), faults),
  }
  if (databaseUrl === undefined && (settings.ownerUrl ?? settings.readUrl) !== undefined) {
    faults.push('DATABASE_OWNER_URL en DATABASE_READ_URL werken alleen samen met DATABASE_URL.')
  }
  if (mode === 'production' && databaseUrl === undefined && env.ALLOW_EMBEDDED !== '1') {
    faults.push(
      'In productie hoort een PostgreSQL-server: zet DATABASE_URL, of zet ALLOW_EMBEDDED=1 voor één klein team.',
    )
  }
  return faults.length > 0 ? { faults } : { settings }
}

function readMode(env: Environment, faults: string[]): Mode {
  const mode = blankAsNone(env.MODE)
  if (mode === 'demo' || mode === 'production') return mode
  if (mode !== undefined) faults.push(`MODE is "${mode}", maar kan alleen demo of production zijn.`)
  return blankAsNone(env.DATABASE_URL) === undefined ? 'demo' : 'production'
}

function readPort(text: string | undefined, faults: string[], name = 'PORT'): number {
  const port = Number(blankAsNone(text) ?? '3000')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  faults.push(`${name} is "${text}", maar moet een heel getal van 0 tot en met 65535 zijn.`)
  return 0
}

/** Only this machine hears them, unless another address is said. */
function readMetrics(env: Environment, faults: string[]): Settings['metrics'] {
  if (blankAsNone(env.METRICS_PORT) === undefined) return undefined
  return {
    port: readPort(env.METRICS_PORT, faults, 'METRICS_PORT'),
    host: blankAsNone(env.METRICS_HOST) ?? '127.0.0.1',
  }
}

function readProxies(text: string | undefined, faults: string[]): number {
  const proxies = blankAsNone(text) ?? '0'
  if (/^\d$/.test(proxies)) return Number(proxies)
  faults.push(`PROXIES is "${text}", maar moet een aantal van 0 tot en met 9 zijn.`)
  return 0
}

/** Nobody's mail: a demo shows what the file looks like. */
const DEMO_CONTACT = 'mailto:veiligheid@voorbeeld.example'

function readContact(text: string | undefined, mode: Mode, faults: string[]): string | undefined {
  const contact = blankAsNone(text) ?? (mode === 'demo' ? DEMO_CONTACT : undefined)
  if (contact === undefined || /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(contact)) return contact
  faults.push(`SECURITY_CONTACT is "${contact}", maar moet beginnen met mailto: of https://.`)
  return undefined
}

/** Enough for a system that follows every family of a region, and few enough to leave the pages quick. */
const USUAL_PER_MINUTE = 600

function readPerMinute(text: string | undefined, faults: string[]): number {
  const given = blankAsNone(text) ?? String(USUAL_PER_MINUTE)
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given)
  faults.push(`API_PER_MINUTE is "${text}", maar moet een heel getal van 1 tot en met 999999 zijn.`)
  return USUAL_PER_MINUTE
}

function readCheckLinks(text: string | undefined, mode: Mode, faults: string[]): boolean {
  const given = blankAsNone(text) ?? '0'
  if (given !== '0' && given !== '1') faults.push(`CHECK_LINKS is "${given}", maar kan alleen 0 of 1 zijn.`)
  return given === '1' && mode === 'production'
}

function readBaseUrl(text: string | undefined, port: number, faults: string[]): URL {
  const given = blankAsNone(text) ?? `http://localhost:${port}`
  const url = URL.parse(given)
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/') return url
  faults.push(`BASE_URL is "${given}", maar moet een adres zijn zoals https://hulp.gemeente.nl, zonder pad.`)
  return new URL('http://localhost')
}

function readDatabaseUrl(name: string, env: Environment, faults: string[]): string | undefined {
  const given = blankAsNone(env[name])
  if (given === undefined) return undefined
  const protocol = URL.parse(given)?.protocol
  if (protocol === 'postgres:' || protocol === 'postgresql:') return given
  faults.push(`${name} moet beginnen met postgres:// of postgresql://.`)
  return undefined
}

function readSecret(text: string | undefined, mode: Mode, faults: string[]): string | undefined {
  const secret = blankAsNone(text)
  if (secret === undefined) {
    if (mode === 'production')
      faults.push('APP_SECRET ontbreekt: maak er een met bijvoorbeeld "openssl rand -base64 48".')
    return undefined
  }
  if (secret.length < SHORTEST_SECRET)
    faults.push(`APP_SECRET is te kort: neem er een van minstens ${SHORTEST_SECRET} tekens.`)
  if (mode === 'production' && DEMO_SECRET.test(secret))
    faults.push('APP_SECRET is een voorbeeldsleutel: maak een eigen sleutel.')
  return secret
}

const blankAsNone = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined)
