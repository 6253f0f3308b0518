import type { KeyObject } from 'node:crypto'
import { writeProcessingLog } from '../capabilities/privacy/actions.ts'
import type { Job } from './job.ts'

/** Every minute: sealed audit rows become processing-log lines, one per person, under this key for the pseudonyms. */
export const writeProcessingLogJob = (key: KeyObject): Job => ({
  queue: 'write-processing-log',
  payload: {},
  every: '* * * * *',
  lookEverySeconds: 5,
  run: (jobs) => writeProcessingLog(jobs, key),
})
