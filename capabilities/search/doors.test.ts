import { beforeAll, expect, test } from 'vitest'
import { dayAt } from '../../foundation/day.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aFamilyInTwoHomes, publishWalk, type TwoHomes } from '../../tests/support/two-homes.ts'
import { yes } from '../../tests/support/world.ts'
import { replaceNote, writeNote } from '../families/notes/actions.ts'
import { type Found, search } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
let home: TwoHomes

beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
  const { actors, persons } = home
  const body = 'De overdrachten bij de voordeur gingen mis.'
  yes(await writeNote(actors.workerOfSanne, { personId: persons.sanne, holdsOn: today, body }))
  const forWorkers = { personId: persons.sanne, holdsOn: today, disclosure: 'professionals' } as const
  yes(await writeNote(actors.workerOfSanne, { ...forWorkers, body: 'Zorgen over de verhuizing.' }))
}, 60_000)

type Who = keyof TwoHomes['actors']
const everybody = (): Who[] => Object.keys(home.actors) as Who[] // keys of the record above
const finds = async (who: Who, typed: string): Promise<Found['kind'][]> =>
  (await search(home.actors[who], typed)).map((one) => one.kind)

async function whoFinds(typed: string): Promise<Partial<Record<Who, Found['kind'][]>>> {
  const found: Partial<Record<Who, Found['kind'][]>> = {}
  for (const who of everybody()) {
    const kinds = await finds(who, typed)
    if (kinds.length > 0) found[who] = kinds
  }
  return found
}

test('[R-088] a name is found by who works on that person and by who leads, and by nobody on the other side', async () => {
  expect(await whoFinds('Sanne')).toEqual({ workerOfSanne: ['file'], coordinator: ['trajectory'] })
  expect(await whoFinds('Sane')).toEqual({ workerOfSanne: ['file'], coordinator: ['trajectory'] })
})

test('[R-088] words of a note are found by their stem, by who may read it', async () => {
  expect(await whoFinds('overdracht')).toEqual({ workerOfSanne: ['note'] })
  expect(await whoFinds('verhuizen zorg')).toEqual({ workerOfSanne: ['note'] })
})

test('a wording that was replaced is not found any more', async () => {
  const { actors, persons } = home
  const given = { personId: persons.sanne, holdsOn: today, body: 'Een vergissing over dinsdag.' }
  const { noteId } = yes(await writeNote(actors.workerOfSanne, given))
  expect(await finds('workerOfSanne', 'vergissing')).toEqual(['note'])
  yes(await replaceNote(actors.workerOfSanne, noteId, { holdsOn: today, body: 'Het was woensdag.' }))
  expect(await finds('workerOfSanne', 'vergissing')).toEqual([])
})

test.each([
  '',
  's',
  "'; drop table notes; --",
  '%',
  '_%',
  '!!! & | ()',
  '"'.repeat(99),
  'x'.repeat(10_000),
  '\u0000',
  'ab\u0000cd',
])('nothing goes wrong, and nothing is found, by “%s”', async (typed) => {
  for (const who of ['workerOfSanne', 'coordinator', 'mark'] as const) expect(await finds(who, typed)).toEqual([])
})
