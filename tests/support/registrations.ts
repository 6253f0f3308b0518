import type { Registration } from '../../capabilities/cases/trajectory.ts'
import { type Day, dayAt } from '../../foundation/day.ts'

/** One family as a file or form would bring it in; the first phase and today unless told otherwise. */
export function aRegistration(given: Partial<Registration> & { answers?: Registration['answers'] } = {}): Registration {
  const today: Day = dayAt(new Date())
  return {
    answers: {},
    special: {},
    originalWords: [],
    holdsOn: today,
    approximateDay: false,
    phase: 'registered',
    ...given,
  }
}
