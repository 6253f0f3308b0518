import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { faultInLog } from './fault-in-log.ts'

test('a failed query is logged without what was filled in', () => {
  const cause = Object.assign(new Error('duplicate key'), { code: '23505' })
  const fault = new DrizzleQueryError(
    'insert into people (name) values ($1)',
    ['Anna', 'anna@voorbeeld.example'],
    cause,
  )
  const logged = faultInLog(fault)
  expect(JSON.stringify(logged)).not.toMatch(/anna/i)
  expect(logged).toMatchObject({ message: 'Failed query: insert into people (name) values ($1)', code: '23505' })
  expect(logged.stack).toMatch(/^ +at /)
})

test('a value that the database could not read is not repeated in the log', () => {
  expect(faultInLog(new Error('invalid input syntax for type date: "Anna"\nmore')).message).toBe(
    'invalid input syntax for type date: "…"',
  )
})

test('a line of what was typed that looks like a place in the code stays out of the stack', () => {
  const fault = new DrizzleQueryError('select $1', ['eerste regel\n    at tweede regel'], new Error('x'))
  expect(faultInLog(fault).stack).not.toMatch(/regel/)
})

test('a thrown value that is no error is not written down', () => {
  expect(JSON.stringify(faultInLog('Anna'))).not.toMatch(/Anna/)
})
