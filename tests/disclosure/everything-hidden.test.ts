import { expect, test } from 'vitest'
import { routes } from '../../web/routes.ts'
import { ASKS } from './asks.ts'
import { compared } from './comparing.ts'
import { HIDDEN_ITEMS } from './hidden-items.ts'
import { IS_WHOLE, withHomes } from './with-homes.ts'

const here = withHomes()

test('every page of the product is in the table of what is asked', () => {
  const pages = routes.flatMap(({ path, get, post }) => [
    ...(get === undefined ? [] : [`get ${path}`]),
    ...(post === undefined ? [] : [`post ${path}`]),
  ])
  expect(Object.keys(ASKS).toSorted()).toEqual(pages.toSorted())
})

test('[R-088] [R-076] with everything hidden of A or nothing of it, B, the worker of B and a colleague elsewhere get the same bytes from every page', async () => {
  const { app, worlds, homes } = here()
  const readers = ['mark', 'workerOfMark', 'elsewhere'] as const
  const items = HIDDEN_ITEMS.filter(({ isAlone }) => isAlone !== true)
  const asked = IS_WHOLE ? homes : homes.slice(0, 2)
  let comparisons = 0
  for (const home of asked) {
    const found = await compared({ app, worlds, home, items, readers })
    expect(found.differences).toEqual([])
    comparisons += found.comparisons
  }
  expect(comparisons).toBeGreaterThan(readers.length * asked.length * routes.length)
}, 900_000)
