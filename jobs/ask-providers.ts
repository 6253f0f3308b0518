import { askProviders } from '../capabilities/directory/confirming/actions.ts'
import { dayAt } from '../foundation/day.ts'
import type { Job } from './job.ts'

/** Every working day at the start of office hours, when a provider reads its mail: is the card of the local offer still right? */
export const askProvidersJob: Job = {
  queue: 'ask-providers',
  payload: {},
  every: '30 8 * * 1-5',
  lookEverySeconds: 60,
  run: (jobs) => askProviders(jobs, dayAt(new Date())),
}
