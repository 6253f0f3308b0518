import type { Actor } from '../capabilities/access/actor.ts'
import { destroyExpiredLogs } from '../capabilities/privacy/actions.ts'
import type { Job } from './job.ts'

/** Removes what should not stay; gets the moment it runs. */
export type Cleaner = (jobs: Actor, now: Date) => Promise<unknown>

/** Every hour: files nobody finished, invitations past their term, logs past theirs. One that fails does not stop the others. */
export const cleanUpJob = (cleaners: readonly Cleaner[]): Job => ({
  queue: 'clean-up',
  payload: {},
  every: '17 * * * *',
  lookEverySeconds: 30,
  run: async (jobs) => {
    const faults: unknown[] = []
    for (const clean of [destroyExpiredLogs, ...cleaners]) {
      await clean(jobs, new Date()).catch((fault: unknown) => faults.push(fault))
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} clean-ups failed`)
  },
})
