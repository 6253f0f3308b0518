import type { Actor } from '../capabilities/access/actor.ts'
import type { Id } from '../foundation/id.ts'
import type { Job } from './job.ts'

/** Takes back what a large registration file brought in; somebody waits for it. */
export const undoImportJob = (undoImport: (jobs: Actor, importId: Id) => Promise<unknown>): Job => ({
  queue: 'undo-import',
  payload: { importId: 'id' },
  lookEverySeconds: 1,
  run: (jobs, { importId = '' }) => undoImport(jobs, importId),
})
