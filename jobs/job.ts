import type { Actor } from '../capabilities/access/actor.ts'
import type { Payload, PayloadShape } from './payload.ts'

/** Work that runs apart from a request, under the built-in account for background jobs. */
export type Job = {
  readonly queue: string
  readonly payload: PayloadShape
  /** When it runs by itself, as a cron rule in Dutch time; without it only when somebody asks. */
  readonly every?: string
  /** How often the queue is looked at; short where a person waits. */
  readonly lookEverySeconds: number
  /** How many one look takes along (1): more where many small ones come at once. */
  readonly atMost?: number
  readonly run: (jobs: Actor, payload: Payload) => Promise<unknown>
}
