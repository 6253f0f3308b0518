import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Answer, allow, refuse } from '../../foundation/result.ts'

type Program = 'pg_dump' | 'pg_restore' | 'psql'

/** Debian keeps every version apart; its own on the path takes the wrong one now and then. */
const DEBIAN = '/usr/lib/postgresql'

/** The newest of this program on this machine, when it can handle this version of PostgreSQL; else how one gets it. */
export function program(name: Program, postgres: number): Answer<string> {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []
  const found = [...debian, ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, version: versionOf(path) }))
    .toSorted((one, other) => other.version - one.version)[0]
  if (found === undefined) return refuse('backup-programs-missing', { postgres })
  return found.version < postgres
    ? refuse('backup-programs-old', { postgres, version: found.version })
    : allow(found.path)
}

const versionOf = (path: string): number =>
  Number(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.match(/(\d+)(?:\.\d+|[a-z])/)?.[1] ?? 0)

/** The address for a program, and its environment: a password on the command line is read by every user of the machine. */
export function signIn(address: string): { readonly url: string; readonly env: NodeJS.ProcessEnv } {
  const url = new URL(address)
  const { password } = url
  url.password = ''
  return {
    url: url.href,
    env: { ...process.env, ...(password !== '' && { PGPASSWORD: decodeURIComponent(password) }) },
  }
}

type Running = {
  readonly path: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly input?: Readable
}

/** Runs a program and hands over what it writes. Refuses with the first thing it complained of when it fails. */
export async function runProgram(running: Running, take: (chunk: Uint8Array) => Promise<void>): Promise<Answer> {
  const { child, ended } = started(running)
  for await (const chunk of child.stdout) await take(chunk as Buffer) // a stream without encoding gives buffers
  return ended
}

/** Runs a program whose output is the input of another, between two texts. What is after comes only when the first did well. */
export async function runPiped(
  from: Running,
  to: Running,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<Answer> {
  const writer = started(from)
  async function* script() {
    yield before
    yield* writer.child.stdout
    if ((await writer.ended).ok) yield after
  }
  const reader = started({ ...to, input: Readable.from(script()) })
  reader.child.stdout.resume()
  const read = await reader.ended
  writer.child.kill() // it has ended, unless nobody reads it any more
  const written = await writer.ended
  return read.ok ? written : read
}

function started({ path, args, env, input }: Running) {
  const child = spawn(path, [...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    if (said.length < 10_000) said += chunk.toString()
  })
  // It may have read enough before the end, or failed: its own answer tells.
  if (input === undefined) child.stdin.end()
  else pipeline(input, child.stdin).catch(() => undefined)
  const ended = new Promise<Answer>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      resolve(code === 0 ? allow() : refuse('backup-program-failed', { told: complaint(said) })),
    )
  })
  return { child, ended }
}

/** What a row holds stands between quotes, so quotes go. */
const complaint = (said: string): string =>
  (said.split('\n').find((line) => /error:/i.test(line)) ?? said.split('\n')[0] ?? '')
    .replace(/"[^"]*"|'[^']*'/g, '"…"')
    .slice(0, 300)
