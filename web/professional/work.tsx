import { maySomewhere } from '../../capabilities/access/access.ts'
import { links } from '../links.ts'
import { guarded, redirect } from '../shell/guarded.ts'

/** Where work starts: the first thing this person has to do with. */
export const get = guarded({ may: 'signed-in', act: 'work.opened' }, async (actor) => {
  if (maySomewhere(actor, 'list', 'trajectory')) return redirect(links.trajectories())
  if (maySomewhere(actor, 'read', 'figure')) return redirect(links.figures())
  if (maySomewhere(actor, 'list', 'person')) return redirect(links.people())
  return redirect(links.account())
})
