/** What a log keeps of a fault: enough to find it, and nothing of what anybody filled in. */
export type FaultInLog = {
  readonly name: string
  readonly message: string
  /** The code of the database or the system, such as `23505` or `ECONNRESET`. */
  readonly code?: string
  readonly stack?: string
}

/**
 * A failed query repeats its parameters in its message and again at the head of its stack, and PostgreSQL quotes a value
 * it could not read. So: the first line, without what is quoted, and of the stack only where in the code it was.
 */
export function faultInLog(fault: unknown): FaultInLog {
  if (!(fault instanceof Error)) return { name: typeof fault, message: 'no error was thrown but a value' }
  const [first = ''] = fault.message.split('\n')
  const code = codeOf(fault)
  return {
    name: fault.name,
    message: first.replace(/^(?!Failed query).*$/s, (line) => line.replace(/"[^"]*"|'[^']*'/g, '"…"')).slice(0, 200),
    ...(code !== undefined && { code }),
    stack: framesOf(fault),
  }
}

/** Where in the code it was. The message stands before it and may hold a line that looks like a place. */
function framesOf({ stack = '', message }: Error): string {
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n')
  return lines.filter((line) => /^\s+at /.test(line)).join('\n')
}

/** The code that a driver or the system gave; the query builder puts the driver's fault beneath its own. */
export function codeOf(fault: unknown): string | undefined {
  if (!(fault instanceof Error)) return undefined
  const { code } = (fault.cause ?? fault) as { code?: unknown } // drivers and the system set `code`
  return typeof code === 'string' ? code : undefined
}
