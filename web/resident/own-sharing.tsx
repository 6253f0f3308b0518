import { ownPersons } from '../../capabilities/families/files/queries.ts'
import { withdrawSharing } from '../../capabilities/families/sharing/actions.ts'
import { links } from '../links.ts'
import { guarded, notFound, redirect } from '../shell/guarded.ts'
import { show } from './own-file.tsx'

/** Ends a sharing that the person agreed to: pressed is done, without a question why. */
export const post = guarded({ may: 'signed-in', act: 'sharing.withdrawn' }, async (actor, page) => {
  const [personId = ''] = await ownPersons(actor)
  const done = await withdrawSharing(actor, personId, String(page.form.get('delen') ?? ''))
  if (done.ok) return redirect(links.ownFile('gestopt'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})
