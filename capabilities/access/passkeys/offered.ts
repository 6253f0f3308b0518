/**
 * Whether keys can be used at this address: WebAuthn binds them to a host name, never to a number, and browsers offer them
 * over https, or on this machine.
 */
export function passkeysFit(baseUrl: URL): boolean {
  const host = baseUrl.hostname // a URL writes every number as four, or between brackets
  const isNumber = host.startsWith('[') || /^[\d.]+$/.test(host)
  return !isNumber && (baseUrl.protocol === 'https:' || host === 'localhost')
}
