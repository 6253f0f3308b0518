import { afterAll, beforeAll, vi } from 'vitest'
import { withDatabase } from '../support/database.ts'
import { theProduct } from './answers.ts'
import { type Home, theHomes } from './home.ts'
import { twinWorlds, type Worlds } from './twin-worlds.ts'

/** Everything is asked of every home; otherwise the two tests of the pairs ask a part, so that the suite stays short. */
export const IS_WHOLE = process.env.VOORVELD_PAIRS === 'whole'

/** The product with the families that it is asked about, made before the first test of a file and gone after the last. */
export function withHomes() {
  const database = withDatabase()
  const app = theProduct()
  let worlds: Worlds | undefined
  let homes: readonly Home[] = []

  beforeAll(async () => {
    homes = await theHomes()
    worlds = twinWorlds(database())
    // Nothing that is compared may differ because time goes on meanwhile.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
  }, 120_000)
  afterAll(() => {
    vi.useRealTimers()
  })

  return () => {
    if (worlds === undefined) throw new Error('there are no worlds before the first test')
    return { app, worlds, homes }
  }
}
