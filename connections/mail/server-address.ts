/** A mail server and how safe the way to it has to be. */
export type MailServer = {
  readonly host: string
  readonly port: number
  readonly auth: { readonly user: string; readonly pass: string } | undefined
  /** From the first byte, after STARTTLS or not at all, only if the server offers it (this machine), never (said so). */
  readonly tls: 'from-the-start' | 'required' | 'if-offered' | 'none'
}

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Ports for handing in mail: RFC 8314 (TLS from the start) and RFC 6409. */
const PORTS = { 'smtps:': 465, 'smtp:': 587 } as const

/**
 * The server that `smtp://user:password@host:port` or `smtps://…` names; undefined for anything else. Over `smtp:` the line
 * must become encrypted, except to this machine, or with `?tls=none` for a server inside a closed network.
 */
export function mailServer(text: string): MailServer | undefined {
  const url = URL.parse(text)
  if (url === null || url.hostname === '' || (url.pathname !== '' && url.pathname !== '/')) return undefined
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') return undefined
  const tls = tlsOf(url)
  const auth = authOf(url)
  if (tls === undefined || auth === 'wrong') return undefined
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    auth,
    tls,
  }
}

function tlsOf(url: URL): MailServer['tls'] | undefined {
  const asked = [...url.searchParams]
  if (url.protocol === 'smtps:') return asked.length === 0 ? 'from-the-start' : undefined
  if (asked.length === 0) return THIS_MACHINE.has(url.hostname) ? 'if-offered' : 'required'
  return asked.length === 1 && url.searchParams.get('tls') === 'none' ? 'none' : undefined
}

function authOf(url: URL): MailServer['auth'] | 'wrong' {
  if (url.username === '' && url.password === '') return undefined
  try {
    return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  } catch {
    return 'wrong'
  }
}
