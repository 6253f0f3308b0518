import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { routes } from '../../web/routes.ts'
import { withDatabase } from '../support/database.ts'
import { theProduct } from './answers.ts'
import { ASKS } from './asks.ts'
import { compared } from './comparing.ts'
import { HIDDEN_ITEMS, type ReaderName } from './hidden-items.ts'
import { type Home, theHomes } from './home.ts'
import { twinWorlds, type Worlds } from './twin-worlds.ts'

const database = withDatabase()
const app = theProduct()
let worlds: Worlds
let homes: readonly Home[]

beforeAll(async () => {
  homes = await theHomes()
  worlds = twinWorlds(database())
  // Nothing that is compared may differ because time goes on meanwhile.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
}, 120_000)
afterAll(() => {
  vi.useRealTimers()
})

/** A hundred pairs are two hundred worlds. */
const PAIRS = 100
/** Of each pair this part of the questions is asked, every time another one; all of them with `VOORVELD_PAIRS=whole`. */
const IS_WHOLE = process.env.VOORVELD_PAIRS === 'whole'
const SLICES = IS_WHOLE ? 1 : 80

test('every page of the product is in the table of what is asked', () => {
  const pages = routes.flatMap(({ path, get, post }) => [
    ...(get === undefined ? [] : [`get ${path}`]),
    ...(post === undefined ? [] : [`post ${path}`]),
  ])
  expect(Object.keys(ASKS).toSorted()).toEqual(pages.toSorted())
})

const asksOf = (home: Home, item: { readers: readonly ReaderName[] }): ReaderName[] =>
  item.readers.filter((reader) => reader !== 'leader' || home.isLed)

test('[R-088] [R-076] with everything hidden of A or nothing of it, B, the worker of B and a colleague elsewhere get the same bytes from every page', async () => {
  const readers = ['mark', 'workerOfMark', 'elsewhere'] as const
  const asked = IS_WHOLE ? homes : homes.slice(0, 2)
  let comparisons = 0
  for (const home of asked) {
    const found = await compared({
      app,
      worlds,
      home,
      items: HIDDEN_ITEMS.filter(({ isAlone }) => isAlone !== true),
      readers,
    })
    expect(found.differences).toEqual([])
    comparisons += found.comparisons
  }
  expect(comparisons).toBeGreaterThan(readers.length * asked.length * routes.length)
}, 900_000)

test('[R-088] [R-076] [R-263] two hundred worlds in pairs that differ in one hidden item of A answer the same to whoever stands on another side', async () => {
  const found: string[] = []
  let comparisons = 0
  for (let pair = 0; pair < PAIRS; pair++) {
    const item = HIDDEN_ITEMS[pair % HIDDEN_ITEMS.length]
    const home = homes[(pair + Math.floor(pair / HIDDEN_ITEMS.length)) % homes.length]
    if (item === undefined || home === undefined) throw new Error('there are items and homes')
    const isAsked = (_route: string, at: number) => (at + pair) % SLICES === 0
    const result = await compared({ app, worlds, home, items: [item], readers: asksOf(home, item), isAsked })
    comparisons += result.comparisons
    found.push(...result.differences.map((difference) => `${item.name}: ${difference}`))
  }
  expect(found).toEqual([])
  expect(comparisons).toBeGreaterThan(4 * PAIRS)
}, 900_000)
