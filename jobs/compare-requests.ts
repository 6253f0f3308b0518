import type { Actor } from '../capabilities/access/actor.ts'
import type { Job } from './job.ts'

/** Every minute: what came in is compared with what is open, away from any answer to whoever asked. */
export const compareRequestsJob = (compare: (jobs: Actor) => Promise<unknown>): Job => ({
  queue: 'compare-requests',
  payload: {},
  every: '* * * * *',
  lookEverySeconds: 10,
  run: (jobs) => compare(jobs),
})
