import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onServer, testDatabaseKind, urlOf } from './database.ts'

export type RunningProduct = {
  readonly address: string
  readonly process: ChildProcess
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** Settings of an empty installation of its own: a folder, or a database on the test server. `remove` takes it away. */
export async function anInstallation(): Promise<{ env: Record<string, string>; remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-product-'))
  const env = { DATA_DIR: folder, PORT: '0', MODE: 'demo' }
  const removeFolder = async () => rmSync(folder, { recursive: true, force: true })
  if (testDatabaseKind === 'embedded') return { env, remove: removeFolder }
  const name = `voorveld_product_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  return {
    env: { ...env, DATABASE_URL: urlOf(name) },
    remove: async () => {
      await onServer(`drop database if exists ${name} with (force)`)
      await removeFolder()
    },
  }
}

/** Starts the built server as a process of its own, as `npm start` does, and waits until it says where it listens. */
export async function startProduct(env: Record<string, string>): Promise<RunningProduct> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'build/server.js'], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = output.match(/http:\/\/localhost:\d+/)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`the product stopped with ${code}: ${output}`)))
  })
  return {
    address,
    process: child,
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Runs one command of the built command line; never throws on a refusal. */
export async function runCommand(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['build/voorveld.js', ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code: code ?? -1, out, err }
}
