import { inScope } from '../../database/transaction.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import { type Running, toldBy } from './running.ts'
import * as store from './store.ts'

let dataFolder = '.'

/** The folder whose disk is told; set once by the server. */
export const useDataFolder = (folder: string): void => {
  dataFolder = folder
}

/** Whether the product does its work; undefined for who has not the right over the whole platform. */
export async function runningState(actor: Actor): Promise<Running | undefined> {
  if (!may(actor, 'read', 'running', {})) return undefined
  const disk = await store.diskAt(dataFolder)
  return inScope(actor, async (tx) => ({
    ...toldBy(await store.found(tx)),
    queues: await store.queues(tx),
    ...(await store.sizes(tx)),
    disk,
    ...store.versions(),
  }))
}
