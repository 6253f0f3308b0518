import { removeMapping } from '../../../../capabilities/imports/mappings/actions.ts'
import { links } from '../../../links.ts'
import { guarded, notFound, redirect } from '../../../shell/guarded.ts'

export const post = guarded({ may: ['change', 'import'], act: 'import.mapping-removed' }, async (actor, page) => {
  const done = await removeMapping(actor, page.params.id ?? '')
  return done.ok ? redirect(links.importMappings()) : notFound()
})
