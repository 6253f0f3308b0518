import { expect, test } from 'vitest'
import { testDatabaseKind } from '../support/database.ts'
import { compared } from './comparing.ts'
import { HIDDEN_ITEMS, type ReaderName } from './hidden-items.ts'
import type { Home } from './home.ts'
import { IS_WHOLE, withHomes } from './with-homes.ts'

const here = withHomes()

/** A hundred pairs are two hundred worlds: fifty on the one kind of database and fifty on the other, with each item on both. */
const PAIRS = 100
const FIRST = testDatabaseKind === 'embedded' || IS_WHOLE ? 0 : PAIRS / 2
const END = testDatabaseKind === 'embedded' && !IS_WHOLE ? PAIRS / 2 : PAIRS
/** Of each pair this part of the questions is asked, every time another one; all of them with `VOORVELD_PAIRS=whole`. */
const SLICES = IS_WHOLE ? 1 : 200

const asksOf = (home: Home, item: { readers: readonly ReaderName[] }): ReaderName[] =>
  item.readers.filter((reader) => reader !== 'leader' || home.isLed)

test('[R-088] [R-076] [R-263] two hundred worlds in pairs that differ in one hidden item of A answer the same to whoever stands on another side', async () => {
  const { app, worlds, homes } = here()
  const found: string[] = []
  let comparisons = 0
  const asked = new Set<string>()
  for (let pair = FIRST; pair < END; pair++) {
    const item = HIDDEN_ITEMS[pair % HIDDEN_ITEMS.length]
    const home = homes[(pair + Math.floor(pair / HIDDEN_ITEMS.length)) % homes.length]
    if (item === undefined || home === undefined) throw new Error('there are items and homes')
    const isAsked = (_route: string, at: number) => (at + pair) % SLICES === 0
    const result = await compared({ app, worlds, home, items: [item], readers: asksOf(home, item), isAsked })
    comparisons += result.comparisons
    asked.add(item.name)
    found.push(...result.differences.map((difference) => `${item.name}: ${difference}`))
  }
  expect(found).toEqual([])
  expect([...asked].toSorted()).toEqual(HIDDEN_ITEMS.map(({ name }) => name).toSorted())
  expect(comparisons).toBeGreaterThan(3 * (END - FIRST))
}, 900_000)
