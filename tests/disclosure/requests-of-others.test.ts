import { expect, test } from 'vitest'
import type { Actor } from '../../capabilities/access/actor.ts'
import { requestCounts, requestsInReach } from '../../capabilities/help-requests/queries.ts'
import { withDatabase } from '../support/database.ts'
import { HIDDEN_ITEMS } from './hidden-items.ts'
import { theHomes } from './home.ts'

withDatabase()

const seenBy = async (actor: Actor) => ({
  ids: (await requestsInReach(actor, ['taken', 'answered', 'not-fitting'])).rows.map(({ id }) => id),
  counts: await requestCounts(actor, [['new'], ['taken'], ['answered', 'not-fitting']]),
})

test('[R-088] that a colleague took a request up is in no list and no count of whoever does not watch over it', async () => {
  const [home] = await theHomes()
  const takenUp = HIDDEN_ITEMS.find(({ name }) => name === 'a request for help that was taken up')
  if (home === undefined || takenUp === undefined) throw new Error('there is a home and a request')
  const { workerOfMark, colleague, workerOfSanne, coordinator } = home.actors
  const others = async () => [await seenBy(workerOfMark), await seenBy(colleague)]
  const before = await others()
  const { requestId } = (await takenUp.add(home)) ?? {}
  expect(await others()).toEqual(before)
  expect(await seenBy(workerOfSanne)).toEqual({ ids: [requestId], counts: [0, 1, 0] })
  expect(await seenBy(coordinator)).toEqual({ ids: [requestId], counts: [0, 1, 0] })
}, 120_000)
