import { links } from '../../links.ts'
import { guarded, redirect } from '../../shell/guarded.ts'
import { askStep } from './asking.tsx'

export const get = guarded({ may: 'everyone' }, async () => redirect(links.askChild()))

export const post = guarded({ may: 'everyone', isSigningIn: true }, (actor, page) => askStep(actor, page, 'ask-child'))
