/**
 * The network of an address as far as oddness needs it: 256 addresses of IPv4, a /48 of IPv6, which is one office, one
 * household or a piece of a provider. Undefined for what is no address.
 */
export function placeOf(address: string): string | undefined {
  const text = address.trim().toLowerCase()
  const four = text.match(/^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/)?.[1]
  if (four !== undefined) return four.split('.').every((part) => Number(part) < 256) ? `${four}.0/24` : undefined
  if (!/^[0-9a-f:]{2,39}$/.test(text) || !text.includes(':') || /:::|::.*::/.test(text)) return undefined
  const [before = '', after] = text.split('::')
  const head = before.split(':').filter(Boolean)
  const zeros = after === undefined ? [] : ['0', '0', '0']
  const parts = [...head, ...zeros].slice(0, 3).map((part) => part.replace(/^0+(?=.)/, ''))
  return parts.length === 3 && parts.every((part) => part.length <= 4) ? `${parts.join(':')}::/48` : undefined
}
