import type { Actor } from '../capabilities/access/actor.ts'
import type { Id } from '../foundation/id.ts'
import type { Job } from './job.ts'

/** Brings in a registration file that somebody confirmed; somebody waits at a progress bar. */
export const runImportJob = (runImport: (jobs: Actor, importId: Id) => Promise<unknown>): Job => ({
  queue: 'run-import',
  payload: { importId: 'id' },
  lookEverySeconds: 1,
  run: (jobs, { importId = '' }) => runImport(jobs, importId),
})
