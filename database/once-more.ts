/** PostgreSQL: another transaction stored the same key first. */
const SAME_KEY = '23505'

/**
 * Does the work, and once more when somebody stored the same at the same moment, such as a form that was pressed twice: what
 * was first is there by then, so the work gives the answer that it gives whoever comes later. The work is a whole
 * transaction, of which the first try left nothing.
 */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (!isSameKey(fault)) throw fault
    return work()
  }
}

function isSameKey(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const { code } = fault as { code?: unknown } // drivers set `code`
  return code === SAME_KEY || isSameKey(fault.cause)
}
