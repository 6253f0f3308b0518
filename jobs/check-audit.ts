import { checkAudit } from '../capabilities/privacy/checks/actions.ts'
import type { Job } from './job.ts'

/** Every night: the chain of the audit log is computed anew, and told at once when it does not hold (BIO2 8.15.06). */
export const checkAuditJob: Job = {
  queue: 'check-audit',
  payload: {},
  every: '40 2 * * *',
  lookEverySeconds: 60,
  run: checkAudit,
}
