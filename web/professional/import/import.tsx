import { links } from '../../links.ts'
import { guarded, notFound, redirect } from '../../shell/guarded.ts'
import { importAt } from './import-at.ts'
import { showOutcome } from './outcome.tsx'

/** Wherever an import is, this address shows it: the step that waits for its user, or how it ended. */
export const get = guarded({ may: ['read', 'import'], act: 'import.read' }, async (actor, page) => {
  const detail = await importAt(actor, page)
  if (detail === undefined) return notFound()
  if (detail.state === 'uploaded' && detail.mayChange) return redirect(links.importColumns(detail.id))
  if (detail.state === 'checked' && detail.mayChange) return redirect(links.importRows(detail.id))
  return showOutcome(page, actor, detail)
})
