import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverArguments, serverSettings } from './server-arguments.ts'

/** The built product with its demo in an empty folder: where it listens, and how it is stopped and cleaned away. */
export async function startDemo(): Promise<{ address: string; stop: () => void }> {
  const data = mkdtempSync(join(tmpdir(), 'voorveld-demo-'))
  const product = spawn(process.execPath, serverArguments(), {
    env: { ...serverSettings(), PATH: process.env.PATH ?? '', DATA_DIR: data, PORT: '0', MODE: 'demo' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () => {
    product.kill('SIGTERM')
    rmSync(data, { recursive: true, force: true })
  }
  try {
    return { address: await addressOf(product), stop }
  } catch (fault) {
    stop()
    throw fault
  }
}

/** Waits until the product says where it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const [found] = output.match(/http:\/\/localhost:\d+/) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`the product stopped with ${code}`)))
  })
}

/** What Chromium is told, as root too: without the background switches it looks up hosts elsewhere. */
export const BROWSER_ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
