import { sql } from 'drizzle-orm'
import type { Actor } from '../../capabilities/access/actor.ts'
import { saveProvider, switchProvider } from '../../capabilities/access/identity-providers/actions.ts'
import type { ProviderGiven } from '../../capabilities/access/identity-providers/provider.ts'
import { beginSignOn, finishSignOn } from '../../capabilities/access/single-sign-on/actions.ts'
import { openidConnect } from '../../connections/identity/openid.ts'
import type { Id } from '../../foundation/id.ts'
import { type AtProvider, CLIENT, type RunningProvider, throughProvider } from './identity-provider.ts'
import { aBrowser, afterwards, aVisitor } from './signing-in.ts'
import { aMunicipality, anOrganisation, aProvision, someone, yes } from './world.ts'

/** Providers on this machine, as the demo allows. */
export const localProviders = openidConnect({ localHttp: true, privateAddresses: false })

export const RETURN_PATH = '/inloggen/terug'
export const REDIRECT_URI = `https://voorveld.example${RETURN_PATH}`

export type SigningOrganisation = { organisationId: Id; municipalityId: Id; providerId: Id; manager: Actor }

/** An organisation that works in one municipality and signs in through this provider, with the manager who said so. */
export async function aSigningOrganisation(
  { issuer }: Pick<RunningProvider, 'issuer'>,
  given: Partial<ProviderGiven> = {},
): Promise<SigningOrganisation> {
  const municipalityId = await aMunicipality()
  const organisationId = given.organisationId ?? (await anOrganisation())
  await aProvision({ municipalityId, organisationId, programmeCode: 'home-help' })
  const manager = await someone({ role: 'manager', municipalityId })
  const { id } = yes(await saveProvider(manager, aProviderGiven(organisationId, { issuer, ...given })))
  yes(await switchProvider(manager, organisationId, true))
  return { organisationId, municipalityId, providerId: id, manager }
}

export const aProviderGiven = (organisationId: Id, given: Partial<ProviderGiven>): ProviderGiven => ({
  ...{ organisationId, name: 'Stichting De Kern', issuer: 'https://id.example', clientId: CLIENT.id },
  ...{ clientAuth: 'client-secret-basic', secret: CLIENT.secret, groupClaim: 'groups', acr: '', mailDomains: '' },
  admitsNew: false,
  ...given,
})

/** Somebody who works for the organisation, known here by this address. */
export async function aWorkerThere(at: SigningOrganisation): Promise<{ actor: Actor; email: string }> {
  const { municipalityId, organisationId } = at
  const actor = await someone({ role: 'coordinator', municipalityId, organisationId })
  const { rows } = await afterwards(sql`select email from people where id = ${actor.personId}`)
  return { actor, email: String(rows[0]?.email) }
}

export const vouched = (email: string, more: Partial<AtProvider> = {}): AtProvider => ({
  sub: `subject of ${email}`,
  email,
  email_verified: true,
  ...more,
})

/** A browser on its way: what it got from us, and where the provider sent it back to. */
export type OnTheWay = { cookies: string; back: URL }

export async function goToProvider(providerId: Id, back?: string): Promise<OnTheWay> {
  const begun = yes(
    await beginSignOn(await aVisitor(), { providerId, returnPath: RETURN_PATH, back, origin: aBrowser() }),
  )
  const cookies = begun.cookies.map((line) => line.split(';', 1)[0]).join('; ')
  return { cookies, back: await throughProvider(begun.url) }
}

/** The browser is back with what the provider gave along. */
export const comeBack = async (providerId: Id, { cookies, back }: OnTheWay) =>
  finishSignOn(await aVisitor(), {
    providerId,
    returnPath: RETURN_PATH,
    query: back.searchParams.toString(),
    origin: aBrowser(),
    cookies,
  })

/** The whole way. */
export const signOn = async (providerId: Id) => comeBack(providerId, await goToProvider(providerId))
