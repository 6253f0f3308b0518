import { importDetail } from '../../../capabilities/imports/queries.ts'
import { links } from '../../links.ts'
import { guarded, json, notFound } from '../../shell/guarded.ts'
import { importWords } from '../../words/import.ts'
import { importUndoWords } from '../../words/import-undo.ts'

/** How far a running import is, for the bar on its page. Asked every second and only numbers, so it is not logged each time. */
export const get = guarded({ may: ['read', 'import'] }, async (actor, page) => {
  const detail = await importDetail(actor, page.params.id ?? '')
  if (detail === undefined) return notFound()
  const { progress, stopAsked } = importWords[page.lang]
  if (detail.state === 'undoing') return json({ done: 0, all: 0, words: importUndoWords[page.lang].undoingWords })
  const { done, total, stopAskedAt } = detail.progress ?? { done: 0, total: detail.rowCount, stopAskedAt: null }
  const news = { done, all: total, words: stopAskedAt === null ? progress(done, total) : stopAsked }
  return json(detail.state === 'running' ? news : { ...news, next: links.import(detail.id) })
})
