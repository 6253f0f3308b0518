import { publishPlanned } from '../capabilities/information/editing/actions.ts'
import type { Job } from './job.ts'

/** Every minute: what was planned for today becomes public. */
export const publishPlannedJob: Job = {
  queue: 'publish-planned',
  payload: {},
  every: '* * * * *',
  lookEverySeconds: 20,
  run: publishPlanned,
}
