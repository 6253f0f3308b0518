import { sql } from 'drizzle-orm'
import type { Database, Transaction, Tx } from '../../database/connect.ts'
import { useDatabase } from '../../database/transaction.ts'

// Two worlds that are alike to the last id: the same rows, once with something added and once without, each taken back.

export type Worlds = {
  /** Does `work` in a world that is taken back afterwards; inside another one it starts from how that one stands. */
  readonly inWorld: <T>(work: () => Promise<T>) => Promise<T>
  /** Runs a statement as whoever owns the database, in the world that is running. */
  readonly asOwner: (statement: ReturnType<typeof sql>) => Promise<Record<string, unknown>[]>
}

class TakenBack extends Error {}

/** From here on every transaction of the product is a step inside the world that is running. */
export function twinWorlds(database: Database): Worlds {
  let running: Tx | undefined
  const begin: Transaction = (work, first) =>
    running === undefined
      ? database.transaction(work, first)
      : running.transaction(async (tx) => {
          if (first !== undefined) await tx.execute(sql.raw(first))
          return work(tx, async (statement) => {
            await tx.execute(statement)
          })
        })
  // Rows have the shape that the statement asks for.
  const once: Database['once'] = (statement, first) =>
    begin(async (tx) => (await tx.execute(statement)).rows as never[], first)
  useDatabase({ ...database, transaction: begin, once })
  return {
    inWorld: async (work) => {
      const around = running
      let result: { value: Awaited<ReturnType<typeof work>> } | undefined
      try {
        await begin(async (tx) => {
          running = tx
          result = { value: await work() }
          throw new TakenBack()
        })
      } catch (fault) {
        if (!(fault instanceof TakenBack)) throw fault
      } finally {
        running = around
      }
      if (result === undefined) throw new Error('nothing came of it')
      return result.value
    },
    asOwner: (statement) =>
      begin(async (tx) => {
        await tx.execute(sql`reset role`)
        return (await tx.execute(statement)).rows
      }),
  }
}
