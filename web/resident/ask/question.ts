import { links } from '../../links.ts'
import { guarded, redirect } from '../../shell/guarded.ts'
import { askStep } from './asking.tsx'

/** Answers travel in the form alone, so an address opened by itself begins at the beginning. */
export const get = guarded({ may: 'everyone' }, async () => redirect(links.ask()))

/** Outside the transaction of a page: requests that were counted stay counted, and nobody who is signed in asks by accident. */
export const post = guarded({ may: 'everyone', isSigningIn: true }, (actor, page) => askStep(actor, page, 'ask'))
