import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AUDIENCES, type Audience } from '../front-matter.ts'
import { type Count, visitReport } from './report.ts'
import type { Kind } from './visit.ts'

const count = (slug: string, n: number, kind: Kind = 'arrival'): Count => ({
  ...{ month: '2026-10-01', what: 'informatie', slug, kind, n },
})
const forParents = (): readonly Audience[] => ['parent']

test('[R-015] visits add up per page and per audience, and opinions and clicks stand beside them', () => {
  const counts = [count('gezag', 12), count('gezag', 8), count('huur', 30), count('huur', 9, 'onward')]
  const opinions = [count('huur', 6, 'useful'), count('huur', 2, 'not-useful')]
  const audiencesOf = (_: string, slug: string): readonly Audience[] =>
    slug === 'huur' ? ['parent', 'young'] : ['parent']
  expect(visitReport([...counts, ...opinions], audiencesOf, 5)).toEqual({
    visits: 50,
    pages: [
      { what: 'informatie', slug: 'huur', visits: 30, onward: 9, useful: 6, notUseful: null },
      { what: 'informatie', slug: 'gezag', visits: 20, onward: 0, useful: 0, notUseful: 0 },
    ],
    audiences: [
      { audience: 'parent', visits: 50 },
      { audience: 'young', visits: 30 },
    ],
    clicks: { all: 0, each: [] },
  })
})

test('[R-015] [R-265] a small page takes another along, so that it does not follow from the total', () => {
  const { visits, pages } = visitReport([count('gezag', 3), count('huur', 20), count('school', 40)], forParents, 5)
  expect(visits).toBe(63)
  expect(pages.map((one) => one.visits)).toEqual([40, null, null])
})

const months = fc.array(
  fc.record({ slug: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), n: fc.integer({ min: 1, max: 40 }) }),
  { maxLength: 12 },
)
const audiences = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.subarray([...AUDIENCES]))

test('[R-265] no number below the limit is shown, whatever is counted, and what is hidden is more than one page', () => {
  fc.assert(
    fc.property(months, audiences, (counts, of) => {
      const report = visitReport(
        counts.map(({ slug, n }) => count(slug, n)),
        (_, slug) => of[slug] ?? [],
        5,
      )
      const shown = [report.visits, ...[...report.pages, ...report.audiences].map(({ visits }) => visits)]
      for (const n of shown) expect(n === null || n === 0 || n >= 5).toBe(true)
      const hidden = report.pages.filter(({ visits }) => visits === null)
      if (report.visits !== null) expect(hidden.length).not.toBe(1)
    }),
  )
})

const click = (code: string, n: number): Count => ({
  ...{ month: '2026-10-01', what: 'chatten', slug: code, kind: 'onward', n },
})

test('[R-070] clicks to an online buddy or chat stand apart from pages, by service and together', () => {
  const { pages, visits, clicks } = visitReport(
    [count('huur', 30), click('buddies', 9), click('line', 20), click('buddies', 1)],
    forParents,
    5,
  )
  expect([visits, pages.length]).toEqual([30, 1])
  expect(clicks).toEqual({
    all: 30,
    each: [
      { code: 'line', clicks: 20 },
      { code: 'buddies', clicks: 10 },
    ],
  })
})

test('[R-070] [R-265] a few clicks are told to nobody, and do not follow from the total', () => {
  const clicks = (...given: Count[]) => visitReport(given, forParents, 5).clicks
  expect(clicks(click('buddies', 3))).toEqual({ all: null, each: [{ code: 'buddies', clicks: null }] })
  expect(clicks(click('buddies', 3), click('line', 20)).each.map((one) => one.clicks)).toEqual([null, null])
})

test('a month in which nothing was read says so', () => {
  const clicks = { all: 0, each: [] }
  expect(visitReport([], forParents, 5)).toEqual({ visits: 0, pages: [], audiences: [], clicks })
})
