import { inScope } from '../../../database/transaction.ts'
import { dayAt } from '../../../foundation/day.ts'
import { type Id, isId } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { personFile, readerOf } from '../../families/files/queries.ts'
import type { Given } from '../../forms/answer.ts'
import type { Question } from '../../programmes/definition.ts'
import { type Open, record } from '../recording/actions.ts'
import { factsKnown } from '../timeline.ts'
import {
  afterQuestions,
  type ReferralFaults,
  referralOf,
  referralQuestions,
  referralsIn,
  resultOf,
  type ToldReferral,
  type ToldResult,
} from './referral.ts'
import * as store from './store.ts'

/** From a form, the answers are read when it is known what the programme asks. */
type Reads = { readonly given: (questions: readonly Question[]) => Given }

type Recorded = Promise<Answer & { readonly faults?: ReferralFaults }>

/**
 * Records that a child was referred to an online buddy, a forum or a chat, by who works on that child: an event of
 * codes, which is counted, and in the child's own file the organisation. A form sent twice, by its key, is one. Refuses what
 * is not the trajectory of a child, a programme that refers nobody, and what `referralOf` refuses.
 */
export async function refer(
  actor: Actor,
  trajectoryId: Id,
  given: Omit<ToldReferral, 'given'> & Reads & { readonly key: Id },
): Recorded {
  return inScope(actor, async (tx) => {
    let faults: ReferralFaults = {}
    const recorded = await ofChild(actor, trajectoryId, async (open) => {
      const { childId, definition, municipalityId } = open
      if (open.events.some(({ id }) => id === given.key)) return allow([])
      const told = { ...given, given: given.given(referralQuestions(definition)) }
      const checked = referralOf(definition, told, { referral: given.key, today: dayAt(new Date()) })
      faults = checked.faults
      if (!checked.answer.ok) return checked.answer
      const { fact, organisation } = checked.answer.value
      const row = { id: given.key, municipalityId, trajectoryId, childId, organisation, isAgreed: true }
      await store.insert(tx, { ...row, recordedBy: actor.personId })
      return allow([{ ...fact, id: given.key }])
    })
    return recorded.ok ? recorded : { ...recorded, faults }
  })
}

/** Records what came of a referral; said again, the last holds. Refuses a referral that is not of this trajectory. */
export async function sayResult(
  actor: Actor,
  trajectoryId: Id,
  given: Omit<ToldResult, 'given'> & Reads & { readonly referralId: Id; readonly key: Id },
): Recorded {
  return inScope(actor, async () => {
    let faults: ReferralFaults = {}
    const recorded = await ofChild(actor, trajectoryId, ({ definition, events }) => {
      if (events.some(({ id }) => id === given.key)) return allow([])
      const known = referralsIn(factsKnown(events)).find(({ id }) => id === given.referralId)
      if (known === undefined) return refuse('not-found')
      const told = { ...given, given: given.given(afterQuestions(definition)) }
      const checked = resultOf(definition, told, { referral: known.id, madeOn: known.on, today: dayAt(new Date()) })
      faults = checked.faults
      return checked.answer.ok ? allow([{ ...checked.answer.value, id: given.key }]) : checked.answer
    })
    return recorded.ok ? recorded : { ...recorded, faults }
  })
}

type OpenOfChild = Open & { readonly childId: Id }

/** The trajectory of a born child on whom the actor works. */
function ofChild(
  actor: Actor,
  trajectoryId: Id,
  decide: (open: OpenOfChild) => ReturnType<Parameters<typeof record>[2]>,
): Promise<Answer> {
  if (!isId(trajectoryId)) return Promise.resolve(refuse('not-found'))
  return record(actor, { trajectoryId }, async (open) => {
    const { personId } = open
    const isTheirs = personId !== null && (await readerOf(actor)).worksOn.has(personId)
    const file = isTheirs ? await personFile(actor, personId) : undefined
    return file?.person.kind === 'child' ? decide({ ...open, childId: file.person.id }) : refuse('not-found')
  })
}
