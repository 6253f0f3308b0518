import { cancelImport } from '../../../capabilities/imports/actions.ts'
import { links } from '../../links.ts'
import { guarded, notFound, redirect } from '../../shell/guarded.ts'
import { importAt } from './import-at.ts'
import { showOutcome } from './outcome.tsx'

export const post = guarded({ may: ['change', 'import'], act: 'import.cancelled' }, async (actor, page) => {
  const id = page.params.id ?? ''
  const done = await cancelImport(actor, id)
  if (done.ok) return redirect(links.import(id))
  const detail = await importAt(actor, page)
  return detail === undefined ? notFound() : showOutcome(page, actor, detail, done)
})
