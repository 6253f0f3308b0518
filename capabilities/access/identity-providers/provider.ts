import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { CLIENT_AUTHS, type ClientAuth } from '../single-sign-on/connection.ts'

/** How an organisation signs in, as somebody fills it in. An empty secret keeps the one there is. */
export type ProviderGiven = {
  readonly organisationId: Id
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientAuth: string
  readonly secret: string
  readonly groupClaim: string
  readonly acr: string
  readonly mailDomains: string
  readonly admitsNew: boolean
}

/** The same, looked over. */
export type ProviderKept = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientAuth: ClientAuth
  readonly groupClaim: string
  readonly acr: string | null
  readonly mailDomains: string[]
  readonly admitsNew: boolean
}

const LONGEST = { name: 80, issuer: 500, clientId: 200, acr: 200 } as const
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** What was filled in, as it is kept. Whether the address may be asked at all is for the connection to say. */
export function providerFrom(given: ProviderGiven): Answer<ProviderKept> {
  const name = given.name.trim()
  if (name === '' || name.length > LONGEST.name) return refuse('provider-name')
  const issuer = given.issuer.trim()
  if (!isIssuer(issuer)) return refuse('provider-issuer')
  const clientId = given.clientId.trim()
  if (clientId === '' || clientId.length > LONGEST.clientId) return refuse('provider-client-id')
  const clientAuth = CLIENT_AUTHS.find((one) => one === given.clientAuth)
  if (clientAuth === undefined) return refuse('provider-client-auth')
  const groupClaim = given.groupClaim.trim()
  if (!/^[A-Za-z0-9_:./-]{1,120}$/.test(groupClaim)) return refuse('provider-group-claim')
  const acr = given.acr.trim()
  if (acr.length > LONGEST.acr || /\s/.test(acr)) return refuse('provider-acr')
  const mailDomains = given.mailDomains
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (mailDomains.length > 20 || !mailDomains.every((one) => DOMAIN.test(one))) return refuse('provider-mail-domains')
  return allow({
    ...{ name, issuer, clientId, clientAuth, groupClaim, mailDomains },
    acr: acr === '' ? null : acr,
    admitsNew: given.admitsNew,
  })
}

/** OpenID Connect Discovery §3: an address without a query or fragment. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || text.length > LONGEST.issuer || !/^https?:\/\/[^\s?#]+$/.test(text)) return false
  return url.username === '' && url.password === ''
}
