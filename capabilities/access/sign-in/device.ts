/** What kind of browser on what kind of system; enough to recognise an own session by, and nothing more. */
export type Device = { readonly browser: Browser; readonly system: System }

const BROWSERS = {
  edge: /\bEdg/,
  opera: /\bOPR\//,
  firefox: /\b(Firefox|FxiOS)\//,
  chrome: /\b(Chrome|CriOS)\//,
  safari: /\bSafari\//,
}
const SYSTEMS = {
  android: /Android/,
  ios: /iPhone|iPad/,
  windows: /Windows/,
  macos: /Mac OS X|Macintosh/,
  chromeos: /CrOS/,
  linux: /Linux/,
}

type Browser = keyof typeof BROWSERS | 'other'
type System = keyof typeof SYSTEMS | 'other'

/** The device behind a User-Agent header. Order matters: Edge also calls itself Chrome, and Chrome calls itself Safari. */
export function deviceOf(userAgent: string | undefined): Device {
  return { browser: firstMatch(BROWSERS, userAgent), system: firstMatch(SYSTEMS, userAgent) }
}

/** As it is kept: `firefox/windows`. */
export const deviceCode = ({ browser, system }: Device): string => `${browser}/${system}`

/** Back from how it is kept; what this version does not know is `other`. */
export function deviceFrom(code: string | null): Device {
  const [browser = '', system = ''] = (code ?? '').split('/')
  return { browser: keyIn(BROWSERS, browser), system: keyIn(SYSTEMS, system) }
}

function firstMatch<Name extends string>(table: Readonly<Record<Name, RegExp>>, text = ''): Name | 'other' {
  for (const name in table) if (table[name].test(text)) return name
  return 'other'
}

const keyIn = <Name extends string>(table: Readonly<Record<Name, RegExp>>, name: string): Name | 'other' =>
  Object.hasOwn(table, name) ? (name as Name) : 'other' // a key of the table, as just checked
