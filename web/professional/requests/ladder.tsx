import { noteLadder } from '../../../capabilities/help-requests/ladder/actions.ts'
import { answersOf } from '../../../capabilities/help-requests/ladder/ladder.ts'
import { ladderOf } from '../../../capabilities/help-requests/ladder/queries.ts'
import { links } from '../../links.ts'
import { guarded } from '../../shell/guarded.ts'
import { type Note, notePage, postNote } from './noting.tsx'

/** Which help was looked at, from near and light to heavy. */
export const LADDER: Note = {
  code: 'ladder',
  address: links.requestLadder,
  questions: (form) => form.questions,
  versions: async (actor, id) => (await ladderOf(actor, id)).map((one) => ({ ...one, answers: answersOf(one) })),
  save: noteLadder,
}

export const get = guarded({ may: ['change', 'help-request'], act: 'help-request.ladder-read' }, (actor, page) =>
  notePage(actor, page, LADDER),
)

export const post = guarded({ may: ['change', 'help-request'], act: 'help-request.ladder-noted' }, (actor, page) =>
  postNote(actor, page, LADDER),
)
