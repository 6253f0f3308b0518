import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { urlOf } from './database.ts'

export type Gate = {
  /** The address of that database through the gate. */
  readonly url: string
  readonly shut: () => Promise<void>
  readonly open: () => Promise<void>
}

/** A way to a database that can be shut, which is what a restarted or unreachable server looks like from here. */
export async function gateTo(name: string): Promise<Gate> {
  const behind = new URL(urlOf(name))
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(behind.port || 5432), behind.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = new URL(behind)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    shut: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    open: async () => {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}
