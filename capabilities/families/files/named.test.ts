import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../tests/support/database.ts'
import { rowsOf } from '../../../tests/support/logs.ts'
import { aFamilyInTwoHomes, publishWalk } from '../../../tests/support/two-homes.ts'
import { audited } from '../../privacy/audit.ts'
import { personFile, personsNamed } from './queries.ts'

const database = withDatabase()
beforeAll(publishWalk)

const named = (ids: readonly string[]) => ids.map((id) => `named:${id}`).sort()

test('the audit row of a file says whose names came along, and no line goes to the other parent', async () => {
  const { actors, persons } = await aFamilyInTwoHomes()
  const file = await audited(actors.workerOfMark, { act: 'file.tried' }, () =>
    personFile(actors.workerOfMark, persons.mark),
  )
  const others = (file?.members ?? []).map(({ id }) => id).filter((id) => id !== persons.mark)
  expect(others).toContain(persons.sanne)
  const [row] = await rowsOf(database(), 'file.tried')
  expect(row?.subject_ids).toEqual([persons.mark])
  expect(row?.object_ids.filter((one) => one.startsWith('named:')).sort()).toEqual(named(others))
})

test('whoever is only named on a page stands in its audit row', async () => {
  const { actors, persons } = await aFamilyInTwoHomes()
  await audited(actors.workerOfMark, { act: 'names.tried' }, () => personsNamed(actors.workerOfMark, [persons.lotte]))
  const [row] = await rowsOf(database(), 'names.tried')
  expect(row).toMatchObject({ subject_ids: [], object_ids: named([persons.lotte]) })
})
