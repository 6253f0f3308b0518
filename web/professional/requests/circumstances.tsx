import { noteCircumstances } from '../../../capabilities/help-requests/circumstances/actions.ts'
import { answersOf, questionsAbout } from '../../../capabilities/help-requests/circumstances/circumstances.ts'
import { circumstancesOf } from '../../../capabilities/help-requests/circumstances/queries.ts'
import { links } from '../../links.ts'
import { guarded } from '../../shell/guarded.ts'
import { type Note, notePage, postNote } from './noting.tsx'

/** What plays a part, as far as it was raised. */
export const CIRCUMSTANCES: Note = {
  code: 'circumstances',
  address: links.requestCircumstances,
  questions: questionsAbout,
  versions: async (actor, id) => (await circumstancesOf(actor, id)).map((one) => ({ ...one, answers: answersOf(one) })),
  save: noteCircumstances,
}

export const get = guarded({ may: ['change', 'help-request'], act: 'help-request.circumstances-read' }, (actor, page) =>
  notePage(actor, page, CIRCUMSTANCES),
)

export const post = guarded(
  { may: ['change', 'help-request'], act: 'help-request.circumstances-noted' },
  (actor, page) => postNote(actor, page, CIRCUMSTANCES),
)
