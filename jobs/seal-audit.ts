import { sealAudit } from '../capabilities/privacy/actions.ts'
import type { Job } from './job.ts'

/** Every minute: the audit rows of the minutes before go into the next block of the chain. */
export const sealAuditJob: Job = {
  queue: 'seal-audit',
  payload: {},
  every: '* * * * *',
  lookEverySeconds: 5,
  run: sealAudit,
}
