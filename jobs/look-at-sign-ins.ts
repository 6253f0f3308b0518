import { lookAtSignIns, tellOddSignIns } from '../capabilities/access/odd-sign-ins/actions.ts'
import type { Job } from './job.ts'

/** Every five minutes: peaks of failed sign-ins, odd places and hours; what cannot wait is told at once (BIO2 5.17.01). */
export const lookAtSignInsJob: Job = {
  queue: 'look-at-sign-ins',
  payload: {},
  every: '*/5 * * * *',
  lookEverySeconds: 15,
  run: (jobs) => lookAtSignIns(jobs, new Date()),
}

/** Every morning: what was found and could wait. */
export const tellOddSignInsJob: Job = {
  queue: 'tell-odd-sign-ins',
  payload: {},
  every: '30 7 * * *',
  lookEverySeconds: 60,
  run: tellOddSignIns,
}
