import { createSign, generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** Somebody as the provider knows them. */
export type AtProvider = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly groups?: readonly string[]
  /** What the sign-in there proved. */
  readonly amr?: readonly string[]
  readonly acr?: string
}

type Claims = Record<string, unknown>

export type RunningProvider = {
  readonly issuer: string
  readonly port: number
  /** Who sits at the screen of the provider from now on. */
  readonly sitDown: (who: AtProvider) => void
  /** Has the provider lie: changes the claims of each id token, signed anew with `with` its own key or another one. */
  readonly lie: (change: ((claims: Claims) => Claims) | undefined, withOwnKey?: boolean) => void
  readonly stop: () => Promise<void>
}

export const CLIENT = { id: 'voorveld', secret: 'a-secret-that-only-this-test-knows' } as const
const KEY_ID = 'test-key'

type Given = {
  readonly redirectUris: readonly string[]
  readonly port?: number
  /** The public key of the client, which then shows a signature instead of a secret. */
  readonly clientKey?: JsonWebKey
  readonly signOutUris?: readonly string[]
}

/** A real OpenID Connect provider on this machine. Whoever comes is signed in at once as who sits there. */
export async function anIdentityProvider(given: Given): Promise<RunningProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(given.port ?? 0, 'localhost', resolve)
  })
  const { port } = server.address() as AddressInfo // it listens on a port
  const issuer = `http://localhost:${port}`
  const keys = { own: newKey(), foreign: newKey() }
  let who: AtProvider = { sub: 'nobody' }
  let lie: { change: (claims: Claims) => Claims; key: Key } | undefined
  const provider = new Provider(
    issuer,
    configurationFor(given, keys.own, () => who),
  )
  provider.use(async (ctx, next) => {
    await next()
    const body: unknown = ctx.body
    if (lie === undefined || ctx.path !== '/token' || !hasIdToken(body)) return
    ctx.body = { ...body, id_token: signed(lie.change(claimsIn(body.id_token)), lie.key) }
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response)
    const { sub, acr, amr } = who
    const login = { accountId: sub, ...(acr !== undefined && { acr }), ...(amr !== undefined && { amr: [...amr] }) }
    return void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
  })
  return {
    issuer,
    port,
    sitDown: (next) => {
      who = next
    },
    lie: (change, withOwnKey = true) => {
      lie = change && { change, key: withOwnKey ? keys.own : keys.foreign }
    },
    stop: () => closed(server),
  }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

function configurationFor(given: Given, key: Key, who: () => AtProvider): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        redirect_uris: [...given.redirectUris],
        post_logout_redirect_uris: [...(given.signOutUris ?? [])],
        ...(given.clientKey === undefined
          ? { client_secret: CLIENT.secret }
          : {
              token_endpoint_auth_method: 'private_key_jwt' as const,
              token_endpoint_auth_signing_alg: 'PS256' as const,
              jwks: { keys: [given.clientKey as never] }, // their type of a key is narrower than Node's
            }),
      },
    ],
    jwks: { keys: [{ ...key.privateKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'RS256' } as never] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    acrValues: ['two-steps'],
    claims: {
      openid: ['sub', 'acr', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      groups: ['groups'],
    },
    scopes: ['openid', 'groups'],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...who(), sub }) as never }),
    // Nobody is asked whether this client may know the name: their organisation decided that.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile groups')
      await grant.save()
      return grant
    },
  }
}

type Key = ReturnType<typeof newKey>
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

const hasIdToken = (body: unknown): body is { id_token: string } =>
  typeof body === 'object' && body !== null && 'id_token' in body

const claimsIn = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims // the provider just made it

function signed(claims: Claims, key: Key): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${part(claims)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key.privateKey).toString('base64url')}`
}

/** Goes to the provider as a browser would, and gives the address where it sends that browser back to. */
export async function throughProvider(url: string): Promise<URL> {
  const jar = new Map<string, string>()
  const issuer = new URL(url).origin
  for (let address = url, left = 10; left > 0; left--) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
      jar.set(name, value)
    }
    const next = new URL(response.headers.get('location') ?? '', address)
    if (!response.headers.has('location')) throw new Error(`${response.status}: ${await response.text()}`)
    if (next.origin !== issuer) return next
    address = next.href
  }
  throw new Error('the provider keeps the browser')
}
