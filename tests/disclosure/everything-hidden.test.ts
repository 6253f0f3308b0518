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

/** Who sits across the table is asked everything; of who is further away each a part, another one of each family. */
const partOf =
  (nth: number) =>
  (_route: string, at: number): boolean =>
    at % 4 === 2 * nth

test('[R-088] [R-076] with everything hidden of A or nothing of it, B, the worker of B and a colleague elsewhere get the same bytes from every page', async () => {
  const { app, worlds, homes } = here()
  const items = HIDDEN_ITEMS.filter(({ isAlone }) => isAlone !== true)
  // A family that shares a plan, and one that does not.
  const asked = IS_WHOLE ? homes : homes.slice(0, 2)
  let comparisons = 0
  for (const [nth, home] of asked.entries()) {
    const shared = { app, worlds, home, items }
    const across = await compared({ ...shared, readers: ['workerOfMark'] })
    const away = await compared({
      ...shared,
      readers: ['mark', 'elsewhere'],
      ...(!IS_WHOLE && { isAsked: partOf(nth) }),
    })
    expect([...across.differences, ...away.differences]).toEqual([])
    expect(away.comparisons).toBeGreaterThan(routes.length / 4)
    comparisons += across.comparisons
  }
  expect(comparisons).toBeGreaterThan(asked.length * routes.length)
}, 900_000)
