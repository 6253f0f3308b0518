import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withDatabase } from '../tests/support/database.ts'
import { publishMoney, rulesOfNow } from '../tests/support/money-rules.ts'
import { aMunicipality, anOperator, yes } from '../tests/support/world.ts'
import { check, list, write } from './schemes.ts'

withDatabase()

test('the command line names what ended, and what a change does to example households', async () => {
  const operator = await anOperator()
  await publishMoney(await aMunicipality({ code: 'GM0601' }))
  expect(yes(await list(operator, 'GM0601')).text).toContain('meedoen-kinderen')
  expect(yes(await check(operator, 'GM0601')).text).toMatch(/^studietoeslag: verlopen, wordt niet gebruikt/)
  const file = join(tmpdir(), `schemes-${process.pid}.json`)
  const now = rulesOfNow()
  writeFileSync(file, JSON.stringify({ ...now, schemes: now.schemes.slice(1) }))
  expect(yes(await write(operator, 'GM0601', file)).text).toContain('nog niet openbaar')
  expect(yes(await check(operator, 'GM0601')).text).toMatch(/single-parent, meedoen-kinderen, .*: good-chance wordt -/)
})

test('an unknown municipality, a file that is not there and values that cannot be are refused', async () => {
  const operator = await anOperator()
  await aMunicipality({ code: 'GM0602' })
  expect(await list(operator, 'GM0000')).toMatchObject({ reason: 'municipality-unknown' })
  expect(yes(await list(operator, 'GM0602')).text).toBe('Er zijn nog geen bedragen.')
  expect(await write(operator, 'GM0602', '/nergens/x.json')).toMatchObject({ reason: 'page-file-unreadable' })
  const file = join(tmpdir(), `schemes-wrong-${process.pid}.json`)
  writeFileSync(file, '{"norms": [], "schemes": [{"scheme": 4}]}')
  expect(await write(operator, 'GM0602', file)).toMatchObject({ reason: 'money-rules-faulty' })
})
