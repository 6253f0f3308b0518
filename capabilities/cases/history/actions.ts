import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import { colleaguesIn } from '../../families/files/queries.ts'
import type { Question } from '../../programmes/definition.ts'
import { fitOf } from '../../programmes/fit.ts'
import { mayCompleteMilestone } from '../../programmes/milestone-outcome.ts'
import { keptWith } from '../../programmes/moments.ts'
import { optionsOf } from '../../programmes/option-words.ts'
import { fitSettingsOf } from '../../programmes/queries.ts'
import { takeStep } from '../../programmes/steps.ts'
import { type Answers, type AnswerValue, type Fact, type Happening, isFact } from '../event.ts'
import { withAnchors } from '../phase-days.ts'
import { type Open, record, type Seen } from '../recording/actions.ts'
import { reopens, whoGoesOn } from '../reopening/reopening.ts'
import { milestonesDone } from '../timeline.ts'

/**
 * Takes a step to another phase on a day, with the answers that it still needs. Refuses a step that the definition does not have, or whose answers,
 * milestones or reason are missing, and opening again with nobody to go on. A form sent twice, by its key, is one event.
 */
export const moveTrajectory = (
  actor: Actor,
  seen: Seen,
  step: { to: string; on: Day; reason?: string; answers?: Answers; key?: Id; worker?: Id },
): Promise<Answer> =>
  record(actor, seen, async (open) => {
    const { definition, state, events, municipalityId } = open
    const told = answersTold(open, step)
    if (!told.ok) return told
    const { phase, anchors } = state
    const answers = { ...state.answers, ...step.answers }
    const settings = await fitSettingsOf(actor, municipalityId, definition.code)
    const why = step.reason === undefined ? {} : { reason: step.reason }
    const standing = {
      phase,
      answers,
      anchors,
      done: milestonesDone(events),
      fit: fitOf(definition, settings, answers),
    }
    const taken = takeStep(definition, standing, { to: step.to, today: step.on, ...why })
    if (!taken.ok) return taken
    const goesOn = await goesOnWith(actor, open, step)
    if (!goesOn.ok) return goesOn
    const moved = withAnchors(definition, { type: 'moved', holdsOn: step.on, to: step.to, ...why })
    return allow([...told.value, { ...moved, ...(step.key !== undefined && { id: step.key }) }])
  })

/** What is opened again goes back to who worked on it, or to somebody who is chosen; never to nobody. */
async function goesOnWith(
  actor: Actor,
  { definition, state, provisionId }: Open,
  { to, worker }: { to: string; worker?: Id },
): Promise<Answer<unknown>> {
  if (!reopens(definition, { from: state.phase, to })) return allow()
  const here = (await colleaguesIn(actor, provisionId)).map(({ id }) => id)
  return whoGoesOn(state.workers, { here, chosen: worker })
}

/** Sets an anchor, such as the match meeting, from which milestones count; not one that a step sets. */
export const setAnchor = (actor: Actor, seen: Seen, given: { anchor: string; on: Day }): Promise<Answer> =>
  record(actor, seen, ({ definition }) => {
    const anchor = definition.anchors.find((one) => one.code === given.anchor)
    if (anchor === undefined) return refuse('anchor-unknown', { anchor: given.anchor })
    if (anchor.phase !== undefined) return refuse('anchor-of-phase', { ...anchor.name })
    return allow([{ type: 'anchor-set', holdsOn: given.on, anchor: given.anchor }])
  })

/**
 * Records that a milestone was done on a day. Refuses what its definition refuses: questions left open, no outcome, an
 * outcome without what it needs.
 */
export const completeMilestone = (
  actor: Actor,
  seen: Seen,
  given: { milestone: string; on: Day; outcome?: string; answers?: Answers },
): Promise<Answer> =>
  record(actor, seen, (open) => {
    const { milestone, on, outcome } = given
    const told = answersTold(open, given)
    if (!told.ok) return told
    const { definition, state } = open
    const { anchors } = state
    const answers = { ...state.answers, ...given.answers }
    const done = mayCompleteMilestone(definition, { ...given, answers, anchors })
    if (!done.ok) return done
    const chosen = outcome === undefined ? {} : { outcome }
    return allow([...told.value, { type: 'milestone-done', holdsOn: on, milestone, ...chosen }])
  })

/**
 * Records answers from a day on. Special questions (AVG article 9) and those of a contact or referral do not go this way, and what is no option of
 * its question is refused.
 */
export const answerQuestions = (actor: Actor, seen: Seen, given: { answers: Answers; on: Day }): Promise<Answer> =>
  record(actor, seen, (open) => answersTold(open, given))

function answersTold(
  { definition: { questions }, state }: Pick<Open, 'definition' | 'state'>,
  { answers = {}, on }: { answers?: Answers; on: Day },
): Answer<Happening[]> {
  const unknown = Object.keys(answers).find(
    (code) => !questions.some((one) => one.code === code && one.special !== true && keptWith(one.asked) === undefined),
  )
  if (unknown !== undefined) return refuse('question-unknown', { question: unknown })
  const wrong = questions.find((one) => !isOffered(one, answers[one.code], state.answers[one.code]))
  if (wrong !== undefined) return refuse('answer-not-offered', { question: wrong.code })
  return allow(Object.keys(answers).length === 0 ? [] : [{ type: 'answered', holdsOn: on, answers }])
}

/**
 * Whether an answer is one that its question offers, nothing chosen included. What stands in the file already may be said again: a
 * registration file is brought in by `registerMany`, and reads its words itself.
 */
function isOffered(question: Question, answer: AnswerValue | undefined, stored: AnswerValue | undefined): boolean {
  if (answer === undefined || !['choice', 'many', 'yes-no-unknown'].includes(question.type)) return true
  const before: readonly unknown[] = [stored].flat()
  const offered: readonly unknown[] = optionsOf(question).map(({ code }) => code)
  const isOne = (said: unknown) =>
    offered.includes(said) || before.includes(said) || (said === 'other' && question.other === true)
  return Array.isArray(answer) ? question.type === 'many' && answer.every(isOne) : answer === '' || isOne(answer)
}

/** Puts another fact in the place of one recorded earlier; what was known before stays answerable. */
export const correctEvent = (actor: Actor, seen: Seen, corrects: Id, by: Fact): Promise<Answer> =>
  record(actor, seen, ({ definition, events }) => {
    const wrong = events.find((event) => event.id === corrects)
    if (wrong === undefined || !isFact(wrong) || wrong.type !== by.type) return refuse('event-unknown')
    const fact = by.type === 'moved' ? withAnchors(definition, by) : by
    return allow([{ type: 'corrected', holdsOn: by.holdsOn, corrects, by: fact }])
  })

/**
 * Records that somebody begins or ends the work on a trajectory, so that changes of worker can be counted. Says yes
 * without a record for somebody who is no worker of the programme, such as a volunteer. Such a day may be still to come.
 */
export const recordWorker = (
  actor: Actor,
  trajectoryId: Id,
  given: { personId: Id; on: Day } & ({ begins: true; role: string } | { begins: false }),
): Promise<Answer> =>
  record(actor, { trajectoryId }, ({ definition, state }) => {
    const { personId, on: holdsOn } = given
    const isWorker = given.begins
      ? definition.roles.worker.includes(given.role)
      : state.workers.present.includes(personId)
    return allow(isWorker ? [{ type: given.begins ? 'worker-assigned' : 'worker-left', holdsOn, personId }] : [])
  })

/** Says that an event never was; withdrawing the registration withdraws the whole trajectory. */
export const withdrawEvent = (actor: Actor, seen: Seen, withdraws: Id): Promise<Answer> =>
  record(actor, seen, ({ events }) => {
    const wrong = events.find((event) => event.id === withdraws)
    if (wrong === undefined) return refuse('event-unknown')
    return allow([{ type: 'withdrawn', holdsOn: wrong.holdsOn, withdraws }])
  })
