import { inScope } from '../../../database/transaction.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import { may } from '../../access/access.ts'
import type { Actor } from '../../access/actor.ts'
import { municipalityWithId } from '../../access/queries.ts'
import { programmeDefinition } from '../../programmes/queries.ts'
import { targetsOf } from '../columns.ts'
import { plain } from '../plain-words.ts'
import * as store from '../store.ts'

const LONGEST_WORD = 80

export type ColumnWord = {
  readonly municipalityId: Id
  readonly programmeCode: string
  readonly word: string
  /** The code of a question, or one of the columns that are no question. */
  readonly target: string
}

/** Adds a word by which a municipality knows a column, or gives the word another meaning. */
export async function addColumnSynonym(actor: Actor, given: ColumnWord): Promise<Answer> {
  return withSettings(actor, given.municipalityId, async (tx) => {
    const programme = await programmeDefinition(actor, given.programmeCode)
    if (programme === undefined) return refuse('programme-unknown', { code: given.programmeCode })
    const word = plain(given.word)
    if (word === '' || word.length > LONGEST_WORD) return refuse('column-word-wrong', { most: LONGEST_WORD })
    if (!targetsOf(programme, true).includes(given.target)) return refuse('column-word-target-unknown')
    await store.insertSynonym(tx, { ...given, word, createdBy: actor.personId })
    return allow()
  })
}

/** Forgets a word by which a municipality knew a column; a word nobody added is forgotten already. */
export async function removeColumnSynonym(actor: Actor, given: Omit<ColumnWord, 'target'>): Promise<Answer> {
  return withSettings(actor, given.municipalityId, async (tx) => {
    await store.removeSynonym(tx, given.municipalityId, given.programmeCode, plain(given.word))
    return allow()
  })
}

type Work = Parameters<typeof inScope<Answer>>[1]

async function withSettings(actor: Actor, municipalityId: Id, work: Work): Promise<Answer> {
  return inScope(actor, async (tx) => {
    const municipality = await municipalityWithId(actor, municipalityId)
    const place = { municipalityId, regionId: municipality?.regionId ?? undefined }
    if (municipality === undefined || !may(actor, 'change', 'setting', place)) return refuse('not-found')
    return work(tx)
  })
}
