import { websitesShown } from '../capabilities/directory/queries.ts'
import { type Ask, checkOutsideLinks } from '../capabilities/information/outside/actions.ts'
import { schemesKnown } from '../capabilities/money-help/queries.ts'
import { dayAt } from '../foundation/day.ts'
import type { Job } from './job.ts'

/** Every hour: the addresses of others that are due are asked whether they still answer, a few at a time. */
export const checkLinksJob = (ask: Ask): Job => ({
  queue: 'check-links',
  payload: {},
  every: '20 * * * *',
  lookEverySeconds: 60,
  run: async (jobs) =>
    checkOutsideLinks(
      jobs,
      {
        offer: await websitesShown(jobs, dayAt(new Date())),
        scheme: schemesKnown(jobs).flatMap(({ sources }) => sources.flatMap(({ url }) => url ?? [])),
      },
      ask,
    ),
})
