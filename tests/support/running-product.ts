import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverArguments, serverSettings } from '../../scripts/server-arguments.ts'
import { onServer, passingUrlOf, testDatabaseKind } from './database.ts'

export type RunningProduct = {
  readonly address: string
  readonly process: ChildProcess
  readonly output: () => string
  readonly stop: () => Promise<void>
}

export type Installation = { readonly env: Record<string, string>; readonly remove: () => Promise<void> }

/** Settings of an installation of its own, a copy of the demo that was made once. `remove` takes it away. */
export async function anInstallation(): Promise<Installation> {
  const { VOORVELD_TEST_DEMO_FOLDER: folder, VOORVELD_TEST_DEMO_DATABASE: database } = process.env
  if (folder === undefined) throw new Error('the demo to copy is not made: see tests/support/demo-setup.ts')
  const copy = await anEmptyInstallation(database)
  cpSync(folder, copy.env.DATA_DIR ?? '', { recursive: true })
  return copy
}

/** An installation without any record: a folder, or a database on the test server, made after `template` when given. */
export async function anEmptyInstallation(template = 'template1'): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-product-'))
  const env = { DATA_DIR: folder, PORT: '0', MODE: 'demo' }
  const removeFolder = async () => rmSync(folder, { recursive: true, force: true })
  if (testDatabaseKind === 'embedded') return { env, remove: removeFolder }
  const name = `voorveld_product_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template ${template}`)
  return {
    env: { ...env, DATABASE_URL: passingUrlOf(name) },
    remove: async () => {
      await onServer(`drop database if exists ${name} with (force)`)
      await removeFolder()
    },
  }
}

/** Starts the built server as a process of its own, as `npm start` does, and waits until it says where it listens. */
export async function startProduct(env: Record<string, string>): Promise<RunningProduct> {
  const child = spawn(process.execPath, serverArguments(), {
    // What the runtime made of the code is kept between starts; each test file makes one.
    env: {
      ...serverSettings(),
      ...{ PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: join(tmpdir(), 'voorveld-compiled') },
      ...env,
    },
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

/** A port that nobody has now, for who must know the address before the product starts. */
export async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0)
  const { port } = probe.address() as AddressInfo // it listens on a port
  await new Promise((resolve) => probe.close(resolve))
  return port
}
