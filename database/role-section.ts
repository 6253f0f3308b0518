import { AsyncLocalStorage } from 'node:async_hooks'

// Part of a transaction that runs in another role of the database, such as the one that counts. Doors of one page may ask at
// the same time; whatever is asked from outside such a part while it runs would be answered with the rights of that role.

type Transaction = { open: symbol | undefined }

const transactions = new AsyncLocalStorage<Transaction>()
const inside = new AsyncLocalStorage<symbol>()

/** Runs `work` as one transaction, within which parts in another role are kept apart. */
export const withRoleSections = <T>(work: () => Promise<T>): Promise<T> => transactions.run({ open: undefined }, work)

/** Runs `work` as such a part: `enter` before it, `leave` after it; nothing else of the transaction is asked meanwhile. */
export async function roleSection<T>(
  enter: () => Promise<unknown>,
  work: () => Promise<T>,
  leave: () => Promise<unknown>,
): Promise<T> {
  mayAskNow()
  const transaction = transactions.getStore()
  const outer = transaction?.open
  const section = Symbol('role section')
  if (transaction !== undefined) transaction.open = section
  try {
    return await inside.run(section, async () => {
      await enter()
      let result: T
      try {
        result = await work()
      } catch (fault) {
        // After a fault of the database the transaction is lost anyway and refuses this too.
        await leave().catch(() => undefined)
        throw fault
      }
      await leave()
      return result
    })
  } finally {
    if (transaction !== undefined) transaction.open = outer
  }
}

/** Throws when a part in another role runs and this statement is not of it. */
export function mayAskNow(): void {
  const open = transactions.getStore()?.open
  if (open !== undefined && open !== inside.getStore())
    throw new Error('asked while another part of the transaction runs in its own role')
}
