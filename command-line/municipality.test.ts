import { expect, test } from 'vitest'
import { installationPurpose } from '../capabilities/access/queries.ts'
import { withDatabase } from '../tests/support/database.ts'
import { anOperator, yes } from '../tests/support/world.ts'
import { add } from './municipality.ts'

withDatabase()

test('a municipality made by hand makes this database one of real work, that no demo may empty', async () => {
  const operator = await anOperator()
  expect(await installationPurpose(operator)).toBe('empty')
  yes(await add(operator, 'GM8900', 'Handgemaakt', { villages: 'Noord,Zuid' }))
  expect(await installationPurpose(operator)).toBe('real')
})
