import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomUUID, webcrypto } from 'node:crypto'
import * as client from 'openid-client'
import { Away, guardedFetch, mayBeAsked, OutOfReach, type Reach } from './guarded-fetch.ts'

/** What it takes to speak with one provider. */
export type ProviderAccess = {
  readonly issuer: string
  readonly clientId: string
  readonly clientAuth: 'client-secret-basic' | 'client-secret-post' | 'private-key'
  /** The secret, or the private key as this file made it. */
  readonly secret: string
  readonly acr: string | null
}

export type Connected<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'away' | 'refused' | 'wrong' }

/** One try to sign in: where the browser goes, and what only we know of it. */
export type Begun = {
  readonly url: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What a provider says it can do. */
export type Look = {
  readonly hasPkce: boolean
  readonly hasClientAuth: boolean
  readonly hasSignOut: boolean
}

export type Back = Omit<Begun, 'url'> & { readonly redirectUri: string; readonly query: string }

const AUTH_METHODS = {
  'client-secret-basic': 'client_secret_basic',
  'client-secret-post': 'client_secret_post',
  'private-key': 'private_key_jwt',
} as const

/** A provider that answers a second late is not away yet. */
const TRIES = 2

/**
 * OpenID Connect by the authorization code flow with PKCE, as the NLgov profile asks: one exact address to come back to,
 * state, nonce, an id token whose signature, issuer, audience and term are checked. Nothing is remembered between calls:
 * every sign-in asks the provider anew, so one that was away is back as soon as it answers.
 */
export function openidConnect(reach: Reach) {
  const configured = (access: ProviderAccess) => discover(access, reach)
  return {
    mayBeReached: (issuer: string): boolean => mayBeAsked(issuer, reach),
    newKey,
    look: (access: ProviderAccess): Promise<Connected<Look>> =>
      connected(async () => whatItCan(access, await configured(access))),
    begin: (access: ProviderAccess, redirectUri: string): Promise<Connected<Begun>> =>
      connected(async () => begin(access, await configured(access), { redirectUri, reach })),
    finish: (access: ProviderAccess, back: Back): Promise<Connected<Readonly<Record<string, unknown>>>> =>
      connected(async () => finish(await configured(access), back)),
    signOutAddress: (access: ProviderAccess, backTo: string): Promise<Connected<string | undefined>> =>
      connected(async () => signOutAddress(await configured(access), { backTo, reach })),
  }
}

async function discover(access: ProviderAccess, reach: Reach): Promise<client.Configuration> {
  const auth = await clientAuth(access)
  const options: client.DiscoveryRequestOptions = {
    [client.customFetch]: guardedFetch(reach),
    execute: [client.enableNonRepudiationChecks, ...(reach.localHttp ? [client.allowInsecureRequests] : [])],
    timeout: 10,
  }
  for (let left = TRIES; ; left--) {
    try {
      return await client.discovery(new URL(access.issuer), access.clientId, undefined, auth, options)
    } catch (fault) {
      if (left <= 1 || !isAway(fault)) throw fault
    }
  }
}

async function clientAuth({ clientAuth: kind, secret }: ProviderAccess): Promise<client.ClientAuth> {
  switch (kind) {
    case 'client-secret-basic':
      return client.ClientSecretBasic(secret)
    case 'client-secret-post':
      return client.ClientSecretPost(secret)
    case 'private-key': {
      const { kid, pkcs8 } = JSON.parse(secret) as { kid: string; pkcs8: string } // made by `newKey`
      const bytes = Buffer.from(pkcs8, 'base64')
      const key = await webcrypto.subtle.importKey('pkcs8', bytes, PS256, false, ['sign'])
      return client.PrivateKeyJwt({ key, kid })
    }
  }
}

const PS256 = { name: 'RSA-PSS', hash: 'SHA-256' } as const

/** A key of the client's own, for providers that take a signature instead of a secret; the public half may be shown. */
function newKey(): { readonly secret: string; readonly publicKey: JsonWebKey } {
  const kid = randomUUID()
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const pkcs8 = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })).export({
    format: 'der',
    type: 'pkcs8',
  })
  return {
    secret: JSON.stringify({ kid, pkcs8: pkcs8.toString('base64') }),
    publicKey: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'PS256', use: 'sig' },
  }
}

function whatItCan({ clientAuth: kind }: ProviderAccess, config: client.Configuration): Look {
  const server = config.serverMetadata()
  // OpenID Connect Discovery §3: who names no method takes the secret in the header.
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return {
    hasPkce: server.supportsPKCE(),
    hasClientAuth: methods.includes(AUTH_METHODS[kind]),
    hasSignOut: server.end_session_endpoint !== undefined,
  }
}

async function begin(
  { acr }: ProviderAccess,
  config: client.Configuration,
  { redirectUri, reach }: { redirectUri: string; reach: Reach },
): Promise<Begun> {
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const offersGroups = config.serverMetadata().scopes_supported?.includes('groups') === true
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: `openid email profile${offersGroups ? ' groups' : ''}`,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(acr !== null && { acr_values: acr }),
  })
  if (!mayBeAsked(url.href, reach)) throw new OutOfReach()
  return { url: url.href, state, nonce, verifier }
}

/** What the provider says of who came back: the id token, completed with what only the user information holds. */
async function finish(
  config: client.Configuration,
  { redirectUri, query, state, nonce, verifier }: Back,
): Promise<Readonly<Record<string, unknown>>> {
  const tokens = await client.authorizationCodeGrant(config, new URL(`${redirectUri}?${query}`), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('no id token')
  if (config.serverMetadata().userinfo_endpoint === undefined) return claims
  return { ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims }
}

function signOutAddress(
  config: client.Configuration,
  { backTo, reach }: { backTo: string; reach: Reach },
): string | undefined {
  if (config.serverMetadata().end_session_endpoint === undefined) return undefined
  const { href } = client.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo })
  return mayBeAsked(href, reach) ? href : undefined
}

async function connected<T>(work: () => Promise<T>): Promise<Connected<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (fault) {
    return { ok: false, reason: whatWentWrong(fault) }
  }
}

/** Three kinds: nobody answered, the provider said no to this person, or what came is not what it should be. */
function whatWentWrong(fault: unknown): 'away' | 'refused' | 'wrong' {
  if (isAway(fault)) return 'away'
  return fault instanceof client.AuthorizationResponseError ? 'refused' : 'wrong'
}

/** The library wraps what the fetch threw. */
function isAway(fault: unknown): boolean {
  for (let one = fault; one instanceof Error; one = one.cause) {
    if (one instanceof Away || one.name === 'TimeoutError' || one.name === 'AbortError') return true
  }
  return false
}
