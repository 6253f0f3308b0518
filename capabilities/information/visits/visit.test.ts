import { expect, test } from 'vitest'
import { aTally, type Counted, wayOf } from './visit.ts'

const headers = (given: Record<string, string>) => new Headers({ 'sec-fetch-dest': 'document', ...given })

test.each([
  ['typed, or from a bookmark', { 'sec-fetch-site': 'none' }, 'arrival'],
  ['from a search engine', { 'sec-fetch-site': 'cross-site' }, 'arrival'],
  ['from another site of the municipality', { 'sec-fetch-site': 'same-site' }, 'arrival'],
  ['from a page of this site', { 'sec-fetch-site': 'same-origin' }, 'onward'],
  ['fetched ahead', { 'sec-fetch-site': 'none', 'sec-purpose': 'prefetch;prerender' }, undefined],
  ['a picture', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'image' }, undefined],
  ['a machine that says nothing', {}, undefined],
] as const)('[R-015] a view that is %s', (_, given, way) => {
  expect(wayOf('GET', headers(given))).toBe(way)
})

test('[R-015] only reading counts, and nothing that tells who reads is looked at', () => {
  const asked: string[] = []
  const watched = {
    get: (name: string) => {
      asked.push(name)
      return headers({ 'sec-fetch-site': 'none' }).get(name)
    },
  }
  expect(wayOf('GET', watched)).toBe('arrival')
  expect(wayOf('HEAD', headers({ 'sec-fetch-site': 'none' }))).toBeUndefined()
  expect(new Set(asked)).toEqual(new Set(['sec-fetch-dest', 'sec-purpose', 'purpose', 'sec-fetch-site']))
})

const counted = (given: Partial<Counted>): Counted => ({
  ...{ month: '2026-10-01', place: undefined, what: 'informatie', slug: 'gezag', language: 'nl', kind: 'arrival' },
  ...given,
})

test('what is the same is counted together, and taken once', () => {
  const tally = aTally()
  tally.add(counted({}))
  tally.add(counted({}), 2)
  for (const other of [{ place: 'hierdorp' }, { language: 'en' }, { kind: 'onward' }, { slug: 'huur' }] as const)
    tally.add(counted(other))
  expect(tally.take().map(({ n }) => n)).toEqual([3, 1, 1, 1, 1])
  expect(tally.take()).toEqual([])
})

test('made-up addresses fill no memory', () => {
  const tally = aTally()
  for (let at = 0; at < 30_000; at++) tally.add(counted({ slug: `a${at}` }))
  tally.add(counted({ slug: 'a1' }))
  const taken = tally.take()
  expect(taken).toHaveLength(20_000)
  expect(taken.find(({ of }) => of.slug === 'a1')?.n).toBe(2)
})
