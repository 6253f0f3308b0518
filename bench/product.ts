import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { serverArguments, serverSettings } from '../scripts/server-arguments.ts'
import { type Answered, type Asked, send } from './load.ts'

export type Product = { readonly process: ChildProcess; readonly address: string; readonly output: () => string }

/** Starts the built product and waits until it says where it listens. */
export async function aProduct(env: Record<string, string>): Promise<Product> {
  const child = spawn(process.execPath, serverArguments(), {
    env: { ...serverSettings(), PATH: process.env.PATH ?? '', PORT: '0', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-200_000)
      const found = said.match(/http:\/\/localhost:\d+/)
      if (found) resolve(found[0].replace('localhost', '127.0.0.1'))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`the product stopped with ${code}: ${said.slice(-2_000)}`)))
  })
  return { process: child, address, output: () => said }
}

export async function ended({ process: child }: Product): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

export const form = (path: string, fields: Readonly<Record<string, string>>, cookie = ''): Asked => ({
  path,
  method: 'POST',
  headers: { ...FORM, cookie },
  body: new URLSearchParams(fields).toString(),
})

/** The cookie of who signs in as people do in the demo. */
export async function signedIn(address: string, email: string): Promise<string> {
  const answer = await send(new Agent(), address, form('/inloggen', { email, password: 'kom-maar-binnen' }))
  const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ')
  if (cookie === '') throw new Error(`${email} cannot sign in: ${answer.status}`)
  return cookie
}

/** What people got: how often each status, and every answer that was neither a page nor a sentence about what to do. */
export type Tally = { readonly statuses: Map<string, number>; readonly worse: string[]; readonly kept: string[] }

export const aTally = (): Tally => ({ statuses: new Map(), worse: [], kept: [] })

export function count({ statuses, worse }: Tally, asked: Asked, answer: Answered | Error): void {
  const status =
    answer instanceof Error
      ? `no answer (${(answer as NodeJS.ErrnoException).code ?? answer.message})`
      : String(answer.status)
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
  if (answer instanceof Error || answer.status < 500) return
  const isSentence = answer.status === 503 && answer.headers['retry-after'] !== undefined && answer.body.includes('<h1')
  if (!isSentence) worse.push(`${asked.method ?? 'GET'} ${asked.path}: ${answer.status} ${answer.body.slice(0, 200)}`)
}

/** Milliseconds until this holds; asked every tenth of a second, up to a minute. */
export async function until(holds: () => Promise<boolean>): Promise<number> {
  const since = performance.now()
  while (performance.now() - since < 60_000) {
    if (await holds().catch(() => false)) return Math.round(performance.now() - since)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return Number.POSITIVE_INFINITY
}

export const isReady = async (address: string): Promise<boolean> =>
  (await send(new Agent(), address, { path: '/gezond/klaar' })).status === 200
