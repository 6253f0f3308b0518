import type { Day } from '../../foundation/day.ts'
import { phaseFor, reasonFor } from '../programmes/option-words.ts'
import { type AskedProgramme, namesOf } from './asked.ts'
import { readDay } from './days.ts'
import type { Unreadable } from './fault.ts'
import { isBlank, plain } from './plain-words.ts'
import type { CellReader, Draft } from './registration.ts'

/** A key is a number or code of the organisation's own, not a sentence. */
const LONGEST_KEY = 80

/** Reads a column that is no question: the day, the status, the reason with it, or the file's own key. */
export function recordReader(
  target: string,
  context: { programme: AskedProgramme; today: Day },
): CellReader | undefined {
  switch (target) {
    case 'day':
      return (text, draft) => (isBlank(text) ? undefined : dayInto(draft, text, context.today))
    case 'status':
      return statusReader(context.programme)
    case 'reason':
      return (text, draft) => {
        if (!isBlank(text)) draft.reason = text // looked up by `reasonIn` once the status is known
        return undefined
      }
    case 'key':
      return readKey
    default:
      return undefined
  }
}

function dayInto(draft: Draft, text: string, today: Day): Unreadable | undefined {
  const read = readDay(text, today)
  if ('fault' in read) return read.fault
  draft.holdsOn = read.value
  draft.approximateDay = false
  return undefined
}

function statusReader(programme: AskedProgramme): CellReader {
  const seen = new Map<string, string | undefined>()
  return (text, draft) => {
    if (isBlank(text)) return undefined
    if (!seen.has(text)) seen.set(text, phaseFor(programme, text))
    const phase = seen.get(text)
    if (phase === undefined) return { expected: 'status', with: { options: namesOf(programme.phases) } }
    draft.phase = phase
    return undefined
  }
}

const readKey: CellReader = (text, draft) => {
  const key = plain(text)
  if (key === '') return undefined
  if (key.length > LONGEST_KEY) return { expected: 'short-key', with: { most: LONGEST_KEY } }
  draft.matchKey = key
  return undefined
}

/** Turns the reason as written into its code; a phase that is reached without a reason has none. */
export function reasonIn(draft: Draft, programme: AskedProgramme): Unreadable | undefined {
  const text = draft.reason
  if (text === undefined) return undefined
  delete draft.reason
  const steps = programme.phases.flatMap((phase) => phase.steps).filter((step) => step.to === draft.phase)
  const lists = programme.reasons.filter((list) => steps.some((step) => step.needs?.reason === list.code))
  if (lists.length === 0) return undefined
  const reason = lists.map((list) => reasonFor(list, text)).find((code) => code !== undefined)
  if (reason === undefined)
    return { expected: 'one-of', with: { options: namesOf(lists.flatMap((list) => list.options)) } }
  draft.reason = reason
  return undefined
}
