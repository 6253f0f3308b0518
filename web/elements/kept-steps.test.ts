import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptSteps } from './kept-steps.ts'

test('the browser’s own Back shows each page as it was, and a mark in the history tells nothing of it', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (pages) => {
      const kept = keptSteps<string>()
      const marks: unknown[] = [null]
      let here = 'start'
      for (const page of pages) {
        marks[marks.length - 1] = kept.keep(marks.at(-1), here)
        marks.push(kept.next(page))
        here = page
      }
      expect(marks.map((mark) => kept.at(mark))).toEqual(['start', ...pages])
      expect(JSON.stringify(marks)).toMatch(/^\[({"step":\d+},?)+\]$/)
    }),
  )
})

test('going on from an earlier page forgets what lay after it, and leaving forgets everything', () => {
  const kept = keptSteps<string>()
  const first = kept.keep(null, 'one')
  const second = kept.next('two')
  kept.next('three')
  kept.keep(first, 'one')
  expect(kept.at(second)).toBeUndefined()
  expect(kept.at(kept.next('other'))).toBe('other')
  kept.forget()
  expect([kept.at(first), kept.at('made up'), kept.at(null)]).toEqual([undefined, undefined, undefined])
})
