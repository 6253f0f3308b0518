/**
 * Codes of the system and of PostgreSQL for a server that is not there, is stopping or starting, or has no room for another
 * connection (53300) or no disk (53100).
 */
const CODES = /^(ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|57P|08|533|53100)/

/** What the driver says, without any code, of a connection that broke off. */
const BROKE_OFF =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** Whether this fault, or one beneath it, is a database that is away rather than a mistake of ours. */
export function isAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const { code } = fault as { code?: unknown } // drivers and the system set `code`
  return (typeof code === 'string' && CODES.test(code)) || BROKE_OFF.test(fault.message) || isAway(fault.cause)
}
