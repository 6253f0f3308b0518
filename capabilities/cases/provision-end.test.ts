import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, type Day, day } from '../../foundation/day.ts'
import { allow, refuse } from '../../foundation/result.ts'
import { mayBegin, plannedEnd } from './provision-end.ts'

const ends = { endsOn: '2023-12-31' }
const warned = (start: string, months: number) => {
  const answer = mayBegin(day(start), ends, { months })
  return answer.ok && answer.value.warning !== undefined
}

test('[F-09] [R-061] eighteen months fit before the end until 30 June 2022, twelve months until 31 December 2022', () => {
  expect([warned('2022-06-30', 18), warned('2022-07-01', 18)]).toEqual([false, true])
  expect([warned('2022-12-31', 12), warned('2023-01-01', 12)]).toEqual([false, true])
})

test('[R-061] the warning names the last day of the provision and the day the trajectory may end', () => {
  expect(mayBegin(day('2023-08-31'), ends, { months: 6 })).toEqual(
    allow({ warning: refuse('ends-after-provision', { endsOn: '2023-12-31', plannedEnd: '2024-02-29' }) }),
  )
})

test('[R-061] after the last day nothing begins, on the last day it still may', () => {
  expect(mayBegin(day('2024-01-01'), ends, undefined)).toEqual(refuse('provision-ended', { endsOn: '2023-12-31' }))
  expect(mayBegin(day('2023-12-31'), ends, undefined)).toEqual(allow({}))
})

test('a provision without an end takes everybody, however long it lasts', () => {
  expect(mayBegin(day('2999-12-30'), { endsOn: null }, { months: 18 })).toEqual(allow({}))
})

test('[R-061] whatever the day, the answer is a refusal after the end, a warning when it ends too late, else nothing', () => {
  const someDay = fc.integer({ min: 0, max: 3_000 }).map((days): Day => after(day('2020-01-30'), { days }))
  fc.assert(
    fc.property(someDay, someDay, fc.integer({ min: 0, max: 30 }), (start, endsOn, months) => {
      const answer = mayBegin(start, { endsOn }, { months })
      if (start > endsOn) expect(answer.ok).toBe(false)
      else expect(answer.ok && answer.value.warning !== undefined).toBe(plannedEnd(start, { months }) > endsOn)
    }),
  )
})
