import { type Fact, isFact, type TrajectoryEvent } from '../../../capabilities/cases/event.ts'
import type { TrajectoryDetail } from '../../../capabilities/cases/queries.ts'
import type { ReadNote } from '../../../capabilities/families/notes/queries.ts'
import type { Day } from '../../../foundation/day.ts'

/** One entry of a file by day: something that happened, what was written, or both of one contact. */
export type Entry = {
  readonly on: Day
  /** By which entries of one day are in order. */
  readonly recordedAt: string
  readonly happened?: { readonly event: TrajectoryEvent; readonly of: TrajectoryDetail }
  readonly note?: ReadNote
}

/** What stands in the file without a line of its own: answers are read in the trajectory. */
const UNTOLD: readonly Fact['type'][] = ['answered']

/**
 * Notes and what happened in one line of days, newest first. What was said in a contact stands with that contact, for
 * whoever may read it; for the others the contact stands alone and does not tell that there is more.
 */
export function entriesOf(notes: readonly ReadNote[], trajectories: readonly TrajectoryDetail[]): Entry[] {
  const said = new Map(notes.flatMap((note) => (note.contactId === null ? [] : [[note.contactId, note] as const])))
  const happened = trajectories.flatMap((of) =>
    of.events
      .filter((event) => !isFact(event) || !UNTOLD.includes(event.type))
      .map((event): Entry => {
        const note = said.get(event.id)
        if (note !== undefined) said.delete(event.id)
        return {
          on: event.holdsOn,
          recordedAt: event.recordedAt,
          happened: { event, of },
          ...(note !== undefined && { note }),
        }
      }),
  )
  const alone = notes.filter((note) => note.contactId === null || said.has(note.contactId))
  const written = alone.map((note): Entry => ({ on: note.holdsOn, recordedAt: note.recordedAt.toISOString(), note }))
  return [...happened, ...written].toSorted((a, b) =>
    a.on === b.on ? compare(b.recordedAt, a.recordedAt) : compare(b.on, a.on),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
