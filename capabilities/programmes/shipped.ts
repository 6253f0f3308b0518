import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../access/actor.ts'
import { type Publication, publishShipped } from './actions.ts'

/** Where the definitions that come with the product stand, from the folder in which it runs. */
const FOLDER = 'programmes'

/** The codes of the programmes that come with the product: each file is named by its own. */
export const shippedCodes = (_actor: Actor, folder = FOLDER): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5))

export type ShippedPublication = { readonly file: string; readonly publication: Publication }

/**
 * Publishes the definitions that come with the product, each in a transaction of its own; those that stand in the database
 * already stay as they are. Gives what happened to each file: a municipality that published a version of its own keeps it,
 * and the caller says so in its log.
 */
export async function publishShippedProgrammes(actor: Actor, folder = FOLDER): Promise<ShippedPublication[]> {
  const published: ShippedPublication[] = []
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue
    const json: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    published.push({ file, publication: await publishShipped(actor, json) })
  }
  return published
}
