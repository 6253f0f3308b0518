/** How an organisation's provider knows this installation. */
export const CLIENT_AUTHS = ['client-secret-basic', 'client-secret-post', 'private-key'] as const
export type ClientAuth = (typeof CLIENT_AUTHS)[number]

/** What it takes to speak with one provider. */
export type ProviderAccess = {
  readonly issuer: string
  readonly clientId: string
  readonly clientAuth: ClientAuth
  readonly secret: string
  readonly acr: string | null
}

/** The outside system said yes; or it is away, said no to this person, or gave an answer that is not right. */
export type Connected<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'away' | 'refused' | 'wrong' }

export type Begun = { readonly url: string; readonly state: string; readonly nonce: string; readonly verifier: string }

/** What a provider says it can do. */
export type Look = { readonly hasPkce: boolean; readonly hasClientAuth: boolean; readonly hasSignOut: boolean }

/** The providers of organisations, as an outside system; given at start (`useSignIn`). */
export type ProviderConnection = {
  readonly mayBeReached: (issuer: string) => boolean
  readonly newKey: () => { readonly secret: string; readonly publicKey: Readonly<Record<string, unknown>> }
  readonly look: (access: ProviderAccess) => Promise<Connected<Look>>
  readonly begin: (access: ProviderAccess, redirectUri: string) => Promise<Connected<Begun>>
  readonly finish: (
    access: ProviderAccess,
    back: Omit<Begun, 'url'> & { readonly redirectUri: string; readonly query: string },
  ) => Promise<Connected<Readonly<Record<string, unknown>>>>
  readonly signOutAddress: (access: ProviderAccess, backTo: string) => Promise<Connected<string | undefined>>
}
