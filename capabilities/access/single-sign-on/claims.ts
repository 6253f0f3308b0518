/** What we take from a provider's answer, and nothing more. */
export type Comer = {
  readonly issuer: string
  readonly subject: string
  /** In lower case; undefined when none was given, or nobody vouches for it. */
  readonly email: string | undefined
  readonly name: string | undefined
  readonly groups: readonly string[]
  readonly hasTwoFactors: boolean
}

type Asked = {
  readonly groupClaim: string
  readonly acr: string | null
  /** Domains in which the organisation gives out the addresses itself. */
  readonly mailDomains: readonly string[]
}

type Claims = Readonly<Record<string, unknown>>

/**
 * Who came back from a provider. Undefined when the answer cannot be used: without a subject, or with groups that are
 * told to stand elsewhere, since then nobody knows which of them ended.
 */
export function comerFrom(claims: Claims, asked: Asked): Comer | undefined {
  const { iss, sub } = claims
  if (typeof iss !== 'string' || typeof sub !== 'string' || sub === '' || sub.length > 255) return undefined
  if (isElsewhere(claims, asked.groupClaim)) return undefined
  return {
    issuer: iss,
    subject: sub,
    email: vouchedEmail(claims, asked.mailDomains),
    name: text(claims.name),
    groups: groupsIn(claims[asked.groupClaim]),
    hasTwoFactors: hasTwoFactors(claims, asked.acr),
  }
}

/** OpenID Connect Core §5.6.2: a provider with too many groups for one token names the claim, and where to ask for it. */
function isElsewhere({ _claim_names: names }: Claims, groupClaim: string): boolean {
  return typeof names === 'object' && names !== null && Object.hasOwn(names, groupClaim)
}

/** An address that the provider verified, or that lies in a domain where it says nothing because it gave it out itself. */
function vouchedEmail({ email, email_verified: verified }: Claims, domains: readonly string[]): string | undefined {
  const address = text(email)?.toLowerCase()
  if (address === undefined || !/^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u.test(address) || address.length > 254) return undefined
  const isOwn = domains.includes(address.slice(address.lastIndexOf('@') + 1))
  return verified === true || (verified === undefined && isOwn) ? address : undefined
}

function groupsIn(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return [...new Set(values.flatMap((one) => text(one) ?? []))]
}

/** Two factors count when the provider says so: by the level that was asked, or by `mfa` among the methods (RFC 8176). */
function hasTwoFactors({ acr: reached, amr }: Claims, asked: string | null): boolean {
  if (asked !== null) return reached === asked
  return Array.isArray(amr) && amr.includes('mfa')
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
