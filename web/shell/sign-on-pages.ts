import { publicKeyOf } from '../../capabilities/access/identity-providers/queries.ts'
import { beginSignOn, finishSignOn, signOutAddress } from '../../capabilities/access/single-sign-on/actions.ts'
import type { Refused } from '../../foundation/result.ts'
import { links } from '../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from './guarded.ts'
import { localPath } from './local-path.ts'
import { backOf, nobodyYet, onward, originOf, sentence, signInPage } from './sign-in-pages.tsx'

const idOf = (page: PageRequest): string => page.params.id ?? ''

/** To the provider of one's organisation. A link, not a form: the content policy lets no form lead elsewhere. */
export const getSignOn = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const begun = await beginSignOn(await nobodyYet(actor), {
    providerId: idOf(page),
    returnPath: links.signOnReturn(idOf(page)),
    back: backOf(page),
    origin: originOf(page),
  })
  if (!begun.ok) return refused(page, begun)
  return { kind: 'redirect', to: begun.value.url, cookies: begun.value.cookies }
})

/** Back from the provider. */
export const getSignOnReturn = guarded({ may: 'everyone', isSigningIn: true }, async (actor, page) => {
  const answer = await finishSignOn(await nobodyYet(actor), {
    providerId: idOf(page),
    returnPath: links.signOnReturn(idOf(page)),
    query: page.query.toString(),
    origin: originOf(page),
    cookies: page.browser.cookies,
  })
  if (!answer.ok) return refused(page, answer)
  return onward(page, answer.value, localPath(answer.value.back))
})

/** Out at the provider too, for who is out here already. */
export const getSignOnOut = guarded({ may: 'everyone', isSigningIn: true }, async (_actor, page) => {
  const address = await signOutAddress(idOf(page), links.signIn())
  return address.ok ? redirect(address.value) : refused(page, address)
})

/** The public keys with which we show the provider who we are, in the form that providers read (RFC 7517). */
export const getKeys = guarded({ may: 'everyone', isSigningIn: true }, async (_actor, page): Promise<Reply> => {
  const key = await publicKeyOf(idOf(page))
  return key === undefined ? notFound() : { kind: 'json', value: { keys: [key] } }
})

const refused = (page: PageRequest, why: Refused): Promise<Reply> | Reply =>
  why.reason === 'not-found' ? notFound() : signInPage(page, [sentence(page, why)], why)
