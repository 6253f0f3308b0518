import { spawn } from 'node:child_process'

export type Ran = { readonly code: number; readonly output: string; readonly seconds: number }

/** Runs a program and keeps what it says; `show` lets it speak for itself meanwhile. */
export function run(
  command: readonly [string, ...string[]],
  { env = {}, show = false }: { env?: Record<string, string>; show?: boolean } = {},
): Promise<Ran> {
  const started = performance.now()
  const [program, ...args] = command
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return new Promise((resolve) => {
    const done = (code: number) => resolve({ code, output, seconds: (performance.now() - started) / 1000 })
    child.once('error', (fault) => {
      output += `${program}: ${fault.message}\n`
      done(127)
    })
    child.once('close', (code) => done(code ?? 1))
  })
}

/** A line of a table of parts: what it was, whether it went well, how long it took. */
export const line = (name: string, isFine: boolean, seconds: number): string =>
  `${isFine ? 'ok  ' : 'FAIL'}  ${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s\n`
