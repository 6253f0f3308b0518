import { BUILT_IN } from '../capabilities/access/actor.ts'
import { loadActor } from '../capabilities/access/queries.ts'
import { writeClicks } from '../capabilities/campaigns/actions.ts'
import { writeVisits } from '../capabilities/information/visits/actions.ts'

const EVERY_MS = 60_000

/**
 * Writes away each minute, and at `stop`, how often this process gave public pages and followed short addresses: each process counts its own, so this is no
 * job of the queue, which one process takes for all. `newTrace` gives 32 hexadecimal digits.
 */
export function keepVisits(newTrace: () => string, log: (fault: unknown) => void): { stop: () => Promise<void> } {
  const write = async (): Promise<void> => {
    try {
      const jobs = await loadActor(BUILT_IN.jobs, newTrace(), 'job')
      if (jobs === undefined) return
      await writeVisits(jobs)
      await writeClicks(jobs)
    } catch (fault) {
      log(fault)
    }
  }
  const timer = setInterval(write, EVERY_MS).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await write()
    },
  }
}
