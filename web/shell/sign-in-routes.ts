import { links } from '../links.ts'
import { getAccount, postAccount } from './account-page.tsx'
import { getEnrolment, postEnrolment } from './enrolment-pages.tsx'
import { getInvitation, postInvitation } from './invitation-pages.tsx'
import { getOwnPasskey, getPasskey, postOwnPasskey, postPasskey } from './passkey-pages.tsx'
import { getRenewal, postRenewal } from './renewal-page.tsx'
import type { Route } from './serve.tsx'
import { getCode, getSignIn, postCode, postSignIn, postSignOut } from './sign-in-pages.tsx'
import { getKeys, getSignOn, getSignOnOut, getSignOnReturn } from './sign-on-pages.ts'

/** The pages with which people come in, go out and look after their own account. */
export const signInRoutes: readonly Route[] = [
  { path: links.signIn(), audience: 'everyone', get: getSignIn, post: postSignIn },
  { path: links.secondFactor(), audience: 'everyone', get: getCode, post: postCode },
  { path: links.passkey(), audience: 'everyone', get: getPasskey, post: postPasskey },
  { path: links.signOn(':id'), audience: 'everyone', get: getSignOn },
  { path: links.signOnReturn(':id'), audience: 'everyone', get: getSignOnReturn },
  { path: links.signOnOut(':id'), audience: 'everyone', get: getSignOnOut },
  { path: links.signOnKeys(':id'), audience: 'everyone', get: getKeys },
  { path: links.renew(), audience: 'everyone', get: getRenewal, post: postRenewal },
  { path: links.enrol(), audience: 'everyone', get: getEnrolment, post: postEnrolment },
  { path: links.invitation(':token'), audience: 'everyone', get: getInvitation, post: postInvitation },
  { path: links.signOut(), audience: 'everyone', post: postSignOut },
  { path: links.ownPasskey(), audience: 'professional', get: getOwnPasskey, post: postOwnPasskey },
  { path: links.account(), audience: 'professional', get: getAccount, post: postAccount },
]
