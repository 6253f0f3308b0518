import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Answers } from '../../cases/event.ts'

/** the steps of the ladder in their fixed order, from near and light to heavy. */
export const RUNGS = ['own-strength', 'network', 'general', 'light', 'heavy'] as const
export type Rung = (typeof RUNGS)[number]

export const LOOKS = ['used', 'considered', 'rejected'] as const
type Look = (typeof LOOKS)[number]

/** A step that was looked at, and why; the words are gone when the details of the request are. */
export type Looked = { readonly look: Look; readonly why: string | null }
export type Ladder = Readonly<Record<Rung, Looked | null>>

/** One version of it in the history. */
export type LadderNoted = Ladder & {
  readonly number: number
  readonly holdsOn: Day
  readonly recordedAt: Date
  readonly recordedBy: Id
}

/** A reason that is asked for has at least so many signs. */
const SHORTEST = 3

/** What the answers of `content/forms/ladder.json` say, or why it cannot be kept; with the question it is about. */
export function ladderTold(answers: Answers): Answer<Ladder> {
  const told: Record<Rung, Looked | null> = {
    'own-strength': null,
    network: null,
    general: null,
    light: null,
    heavy: null,
  }
  for (const rung of RUNGS) {
    const look = LOOKS.find((one) => one === answers[rung])
    const why = wordsIn(answers[`${rung}-why`])
    // Words beside a step that nobody looked at are not thrown away in silence.
    if (look === undefined && why !== null) return refuse('ladder-look-missing', { question: rung })
    if (look === undefined) continue
    if ((why?.length ?? 0) < SHORTEST && needsWhy(rung, look))
      return refuse(rung === 'heavy' && look === 'used' ? 'ladder-heavy-why-missing' : 'ladder-why-missing', {
        question: `${rung}-why`,
      })
    told[rung] = { look, why }
  }
  return RUNGS.every((rung) => told[rung] === null) ? refuse('ladder-empty') : allow(told)
}

/** heavy help is never chosen without a written reason why light help and a general offer will not do. */
const needsWhy = (rung: Rung, look: Look): boolean => look === 'rejected' || (rung === 'heavy' && look === 'used')

function wordsIn(answer: Answers[string] | undefined): string | null {
  const text = typeof answer === 'string' ? answer.trim() : ''
  return text === '' ? null : text
}

/** The same as the answers of the form, for showing and changing it. */
export const answersOf = (ladder: Ladder): Answers =>
  Object.fromEntries(
    RUNGS.flatMap((rung) => {
      const looked = ladder[rung]
      if (looked === null) return []
      return [[rung, looked.look], ...(looked.why === null ? [] : [[`${rung}-why`, looked.why]])]
    }),
  )
