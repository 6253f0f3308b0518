import { BlockList, isIP } from 'node:net'

/** What the registries of special addresses (RFC 6890 and its updates) keep apart from the internet. */
const SPECIAL: readonly (readonly ['ipv4' | 'ipv6', string, number])[] = [
  ['ipv4', '0.0.0.0', 8],
  ['ipv4', '10.0.0.0', 8],
  ['ipv4', '100.64.0.0', 10],
  ['ipv4', '127.0.0.0', 8],
  ['ipv4', '169.254.0.0', 16],
  ['ipv4', '172.16.0.0', 12],
  ['ipv4', '192.0.0.0', 24],
  ['ipv4', '192.0.2.0', 24],
  ['ipv4', '192.88.99.0', 24],
  ['ipv4', '192.168.0.0', 16],
  ['ipv4', '198.18.0.0', 15],
  ['ipv4', '198.51.100.0', 24],
  ['ipv4', '203.0.113.0', 24],
  ['ipv4', '224.0.0.0', 3],
  ['ipv6', '::', 96],
  ['ipv6', '64:ff9b::', 96],
  ['ipv6', '64:ff9b:1::', 48],
  ['ipv6', '100::', 64],
  ['ipv6', '2001::', 23],
  ['ipv6', '2001:db8::', 32],
  ['ipv6', '2002::', 16],
  ['ipv6', 'fc00::', 7],
  ['ipv6', 'fe80::', 10],
  ['ipv6', 'ff00::', 8],
]

const special = new BlockList()
for (const [family, network, prefix] of SPECIAL) special.addSubnet(network, prefix, family)

/** Whether an address lies on the internet; one inside a network, or of this machine, does not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  if (family === 4) return !special.check(address, 'ipv4')
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1]
  if (mapped !== undefined) return isPublicAddress(mapped)
  // Of IPv6 only 2000::/3 is given out to the internet (RFC 4291); a zone is of this machine alone.
  return /^[23][0-9a-f]{3}:/i.test(address) && !address.includes('%') && !special.check(address, 'ipv6')
}
