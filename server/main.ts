import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { CannotStart } from './open.ts'
import { readSettings } from './settings.ts'
import { startProduct } from './start.ts'

/** Stopping takes at most 4 seconds, running requests included; a balancer and an operator may count on it. */
const STOP_WITHIN_MS = 3_500

/** Lines of requests are written some at a time, within a second; what went wrong at once, and all of it at the end. */
const output = pino.destination({ minLength: 4_096, periodicFlush: 1_000, sync: true })
const ERROR = 50
const hooks: pino.LoggerOptions['hooks'] & object = {
  logMethod(line, method, level) {
    method.apply(this, line)
    if (level >= ERROR) output.flushSync()
  },
}
process.on('exit', () => output.flushSync())

const read = readSettings(process.env)
if ('faults' in read) stopWith(read.faults)
else await run(read.settings)

async function run(settings: Parameters<typeof startProduct>[0]): Promise<void> {
  const logger = pino({ base: null, redact: ['*.email', '*.password'], hooks }, output)
  let stopping = false
  try {
    await claimPort(settings.port)
    const product = await startProduct(settings, logger, () => stopping)
    const server = serve({ fetch: product.app.fetch, port: settings.port }) as Server // http, not http2: no certificate is given
    limitTimes(server)
    server.on('error', (fault: NodeJS.ErrnoException) => {
      stopWith([cannotListen(settings.port, fault)])
      process.exit()
    })
    await once(server, 'listening')
    process.stdout.write(product.welcome(server))
    const stop = async () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
      })
      await product.stop()
      process.exit(0)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  } catch (fault) {
    if (!(fault instanceof CannotStart)) throw fault
    stopWith([fault.message])
    process.exit()
  }
}

/** Before the database opens, which takes seconds: whoever has the port taken reads that at once. */
async function claimPort(port: number): Promise<void> {
  const probe = createServer()
  try {
    probe.listen(port)
    await once(probe, 'listening')
  } catch (fault) {
    throw new CannotStart(cannotListen(port, fault as NodeJS.ErrnoException)) // what a server emits as its error
  }
  probe.close()
  await once(probe, 'close')
}

function cannotListen(port: number, { code, message }: NodeJS.ErrnoException): string {
  return code === 'EADDRINUSE' ? `Poort ${port} is al in gebruik; kies een andere met PORT.` : message
}

/** A slow sender holds a connection, not the service. */
function limitTimes(server: Server): void {
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 5_000
  server.maxConnections = 1_000
}

function stopWith(sentences: readonly string[]): void {
  process.stderr.write(`${sentences.join('\n')}\n`)
  process.exitCode = 1
}
