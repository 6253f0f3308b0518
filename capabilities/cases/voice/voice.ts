import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, type Refused, refuse } from '../../../foundation/result.ts'
import type { ProgrammeDefinition } from '../../programmes/definition.ts'
import type { Fact, Happening } from '../event.ts'

/** A child of a case, and whether it was heard as far as who asks may know. */
export type ChildOfCase = {
  readonly personId: Id
  /** The last day on which it was heard, by what the actor may read; undefined tells nothing about what the actor may not. */
  readonly heardOn: Day | undefined
  /** Why its voice is missing here, in the words of who works on the case. */
  readonly because: string | undefined
}

type Waits = Pick<ProgrammeDefinition, 'childVoice'>

/** The children whose voice is missing without a reason. */
export const voicesMissing = (children: readonly ChildOfCase[]): readonly ChildOfCase[] =>
  children.filter(({ heardOn, because }) => heardOn === undefined && because === undefined)

/** Whether something waits for the voice of every child: a phase that is entered, or an evaluation that is done. */
export function waitsForVoice(
  { childVoice }: Waits,
  given: { readonly phase: string; readonly to: string; readonly told: readonly Happening[] },
): boolean {
  if (childVoice === undefined) return false
  if (given.phase !== given.to && childVoice.phases.includes(given.to)) return true
  return given.told.some((one) => isWaiting(childVoice, one.type === 'corrected' ? one.by : one))
}

const isWaiting = ({ milestones }: NonNullable<Waits['childVoice']>, told: Fact | Happening): boolean =>
  told.type === 'milestone-done' && milestones.includes(told.milestone)

/** Refuses while a voice is missing; the sentence names nobody. */
export function voiceRefusal(children: readonly ChildOfCase[]): Refused | undefined {
  const { length } = voicesMissing(children)
  return length === 0 ? undefined : refuse('child-voice-missing', { children: length })
}

const [SHORTEST, LONGEST] = [10, 500]

/** Why a voice is missing, as it may be kept. Refuses a few letters that explain nothing, and a story. */
export function voiceReason(text: string): Answer<string> {
  const because = text.trim().replace(/\s+/g, ' ')
  return because.length < SHORTEST || because.length > LONGEST
    ? refuse('child-voice-reason', { least: SHORTEST, most: LONGEST })
    : allow(because)
}
