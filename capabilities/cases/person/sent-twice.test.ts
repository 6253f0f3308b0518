import { beforeAll, expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aFamilyInTwoHomes, publishWalk } from '../../../tests/support/two-homes.ts'
import { yes } from '../../../tests/support/world.ts'
import { ownFiles } from '../../families/files/queries.ts'
import { writeNote } from '../../families/notes/actions.ts'
import { notesIn } from '../../families/notes/queries.ts'
import { openFile } from './actions.ts'

withDatabase()
beforeAll(publishWalk)
const today = dayAt(new Date())

test('a form that opens a file, pressed twice at the same moment, opens one', async () => {
  const { actors, provisionId } = await aFamilyInTwoHomes()
  const worker = actors.colleague
  const form = {
    ...{ key: newId(), provisionId, details: {}, on: today },
    members: [{ kind: 'adult', role: 'parent', name: 'Bo' }] as const,
  }
  const [first, second] = await Promise.all([openFile(worker, form), openFile(worker, form)])
  expect(yes(second)).toEqual(yes(first))
  expect(yes(await openFile(worker, form))).toEqual(yes(first))
  expect((await ownFiles(worker)).map(({ id }) => id)).toEqual([form.key])
})

test('a note that is pressed twice at the same moment is written once', async () => {
  const { actors, persons } = await aFamilyInTwoHomes()
  const note = { key: newId(), personId: persons.sanne, holdsOn: today, body: 'Twee keer gedrukt.' }
  const [first, second] = await Promise.all([
    writeNote(actors.workerOfSanne, note),
    writeNote(actors.workerOfSanne, note),
  ])
  expect(yes(second)).toEqual(yes(first))
  expect(await notesIn(actors.workerOfSanne, persons.sanne)).toHaveLength(1)
})
