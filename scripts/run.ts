import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** How much is done beside each other: as much as there are cores, up to four, because each holds a database, a browser and connections to a server. */
export const CORES = Math.min(4, availableParallelism())

/** `signal` is what ended a program that did not end by itself, such as SIGSEGV. */
export type Ran = {
  readonly code: number
  readonly signal?: NodeJS.Signals
  readonly output: string
  readonly seconds: number
}

/** Runs a program and keeps what it says; with `show` it speaks for itself meanwhile, and only its faults are kept. */
export function run(
  command: readonly [string, ...string[]],
  { env = {}, show = false }: { env?: Record<string, string>; show?: boolean } = {},
): Promise<Ran> {
  const started = performance.now()
  const [program, ...args] = command
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  if (show) child.stderr?.pipe(process.stderr, { end: false })
  return new Promise((resolve) => {
    const done = (code: number, signal: NodeJS.Signals | null = null) =>
      resolve({ code, output, seconds: (performance.now() - started) / 1000, ...(signal !== null && { signal }) })
    child.once('error', (fault) => {
      output += `${program}: ${fault.message}\n`
      done(127)
    })
    child.once('close', (code, signal) => done(code ?? 1, signal))
  })
}

/** A line of a table of parts: what it was, whether it went well, how long it took. */
export const line = (name: string, isFine: boolean, seconds: number): string =>
  `${isFine ? 'ok  ' : 'FAIL'}  ${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s\n`
