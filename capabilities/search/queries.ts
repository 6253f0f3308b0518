import { inScope } from '../../database/transaction.ts'
import type { Day } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { maySomewhere } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { personsOfTrajectories } from '../cases/queries.ts'
import type { Person } from '../families/files/person.ts'
import { ownFiles, personsNamed } from '../families/files/queries.ts'
import { notesAbout } from '../families/notes/queries.ts'
import { fitting } from './similar.ts'

/** The shortest thing that is sought, and how much of each kind is shown. */
export const SHORTEST = 2
const MOST_SHOWN = 20

export type Found =
  | { readonly kind: 'file'; readonly personId: Id; readonly name: string; readonly person: Person }
  | { readonly kind: 'trajectory'; readonly trajectoryId: Id; readonly name: string; readonly person: Person }
  | {
      readonly kind: 'note'
      readonly personId: Id
      readonly name: string | null
      readonly holdsOn: Day
      readonly body: string
    }

/**
 * What the actor may see that fits these words: own files by name, trajectories of persons for who leads, and notes by
 * the stem of their words. Best first within each kind; nothing for less than two letters.
 */
export async function search(actor: Actor, typed: string): Promise<Found[]> {
  const text = typed
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100)
  if (text.length < SHORTEST || !maySomewhere(actor, 'search', 'trajectory')) return []
  return inScope(actor, async () => {
    const asked = ownFiles(actor)
    const [own, led, notes] = await Promise.all([asked, ledByActor(actor, text, asked), inNotes(actor, text, asked)])
    const files = best(own, text).map(
      (person): Found => ({ kind: 'file', personId: person.id, name: person.name ?? '', person }),
    )
    return [files, led, notes].flat()
  })
}

function best<T extends { readonly name: string | null }>(all: readonly T[], text: string): T[] {
  const scoreOf = fitting(text)
  return all
    .map((one) => ({ one, score: scoreOf(one.name ?? '') }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || ((a.one.name ?? '') < (b.one.name ?? '') ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ one }) => one)
}

/** Of whom the actor sees the trajectory without working on it. */
async function ledByActor(actor: Actor, text: string, asked: Promise<readonly Person[]>): Promise<Found[]> {
  const [own, all] = await Promise.all([asked, personsOfTrajectories(actor)])
  const isOwn = new Set(own.map((one) => one.id))
  const others = all.filter((one) => !isOwn.has(one.personId))
  const persons = new Map((await personsNamed(actor, others.map((one) => one.personId))).map((one) => [one.id, one])) // biome-ignore format: one line reads best
  const named = others.flatMap(({ trajectoryId, personId }) => {
    const person = persons.get(personId)
    return person === undefined ? [] : [{ trajectoryId, person, name: person.name }]
  })
  return best(named, text).map((one): Found => ({ kind: 'trajectory', ...one, name: one.name ?? '' }))
}

async function inNotes(actor: Actor, text: string, asked: Promise<readonly Person[]>): Promise<Found[]> {
  const [own, all] = await Promise.all([asked, notesAbout(actor, text)])
  const notes = all.slice(0, MOST_SHOWN)
  const known = new Set(own.map(({ id }) => id))
  const others = await personsNamed(
    actor,
    notes.map(({ personId }) => personId).filter((id) => !known.has(id)),
  )
  const names = new Map([...own, ...others].map(({ id, name }) => [id, name]))
  return notes.map(
    ({ personId, holdsOn, body }): Found => ({
      kind: 'note',
      ...{ personId, holdsOn, body },
      name: names.get(personId) ?? null,
    }),
  )
}
