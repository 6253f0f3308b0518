import type { Actor } from '../../../capabilities/access/actor.ts'
import { type PersonFile, personFile } from '../../../capabilities/families/files/queries.ts'
import { addItem, openPlan, tickItem } from '../../../capabilities/family-plan/actions.ts'
import { parseDay } from '../../../foundation/day.ts'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { show } from './file.tsx'

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

/** Opens the plan, adds a line, or ticks one; then back to the file, or the file again with what is not right. */
export const post = guarded({ may: ['change', 'trajectory'], act: 'plan.changed' }, async (actor, page) => {
  const personId = page.params.id ?? ''
  const file = await personFile(actor, personId)
  if (file === undefined) return notFound()
  const done = await change(actor, page, file)
  if (done.ok) return redirect(links.file(personId, 'plan'))
  return done.reason === 'not-found'
    ? notFound()
    : show(actor, page, { field: 'plan-zin', message: refusalSentence(page.lang, done) })
})

async function change(actor: Actor, page: PageRequest, file: PersonFile) {
  const planId = text(page, 'plan')
  switch (text(page, 'doe')) {
    case 'open':
      return openPlan(actor, file.person.id, { participants: page.form.getAll('doet-mee').map(String), on: page.today })
    case 'klaar':
    case 'open-weer':
      return tickItem(actor, planId, {
        itemId: text(page, 'regel'),
        rowVersion: Number(text(page, 'versie')),
        doneOn: text(page, 'doe') === 'klaar' ? page.today : null,
      })
    default:
      return addItem(actor, planId, {
        kind: text(page, 'soort'),
        body: text(page, 'plan-zin'),
        goalId: text(page, 'doel') || undefined,
        dueOn: parseDay(text(page, 'uiterlijk')),
        ...(text(page, 'wie') === 'ik'
          ? { ownerAccountId: actor.personId }
          : { ownerPersonId: text(page, 'wie') || undefined }),
      })
  }
}
