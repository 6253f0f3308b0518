import type { Duplex } from 'node:stream'
import type pg from 'pg'

/**
 * Has what is sent on this connection held until nothing more is ready to go, and then written in one piece: statements that
 * do not wait for each other are one message, and the driver's four pieces of each statement are no pieces any more.
 */
export function inOneWrite(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection // the driver keeps it out of its types
  const write = stream.write.bind(stream) as (chunk: Uint8Array, ...rest: unknown[]) => boolean // as the driver calls it
  let held: Uint8Array[] = []
  const send = (): void => {
    const [first, ...others] = held
    held = []
    if (first !== undefined) write(others.length === 0 ? first : Buffer.concat([first, ...others]))
  }
  const hold = (chunk: Uint8Array, ...rest: unknown[]): boolean => {
    // The last of a connection wants to hear when it went.
    if (rest.length > 0) {
      send()
      return write(chunk, ...rest)
    }
    if (held.length === 0) process.nextTick(send)
    held.push(chunk)
    return true
  }
  stream.write = hold as Duplex['write']
}
