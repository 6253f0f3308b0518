/**
 * Builds what Node cannot run as it stands (pages are JSX), in a few seconds: build/server.js and
 * build/voorveld.js, the command line; beside them the styles and browser code that the server sends. Does nothing when all sources
 * are as they were for the build that is there.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserFile, FileSet } from '../web/design/browser-files.ts'
import { madeOf } from './made-of.ts'

const MADE_OF = 'build/made-of'

try {
  const sources = madeOf('.')
  const isThere = [MADE_OF, 'build/server.js', 'build/voorveld.js'].every((path) => existsSync(path))
  if (!isThere || readFileSync(MADE_OF, 'utf8') !== sources) {
    await build()
    // Written last: a build that was broken off is begun again.
    writeFileSync(MADE_OF, sources)
  }
} catch (fault) {
  // The builder has said itself where and why.
  if (!(fault instanceof Error && 'errors' in fault)) process.stderr.write(`${String(fault)}\n`)
  process.exitCode = 1
}

async function build(): Promise<void> {
  // Read only when there is something to build: they take longer than looking.
  const [{ browserFiles }, { putTogether }] = await Promise.all([
    import('../web/design/browser-files.ts'),
    import('./put-together.ts'),
  ])
  const entries = { server: 'server/main.ts', voorveld: 'command-line/main.ts' }
  const files = await putTogether(entries, {
    outdir: 'build',
    sourcemap: true,
    sourcesContent: false,
    // Half of the text, which is kept for as long as the server runs; names and lines stay, so that a fault says where it was.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'external',
    lineLimit: 120,
  })
  for (const { path, contents } of files) writeIfChanged(path, path.endsWith('.js') ? plain(contents) : contents)
  for (const set of ['all', 'late'] as const) layBeside(set, browserFiles(set))
}

/**
 * In signs of one byte: with a single other sign in it, such as a dash in a pattern, the whole text takes twice the memory.
 * What is left of those by the builder stands in patterns, which read an escape as the sign itself.
 */
function plain(contents: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(contents)
  if (/String\.raw`[^`]*[\u0080-\uffff]/.test(text))
    throw new Error('String.raw would give an escape where it holds another sign')
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return new TextEncoder().encode(text.replaceAll(/[\u0080-\uffff]/g, escaped))
}

/** Whole or not at all, and only when it differs: another command may be starting from this very file. */
function writeIfChanged(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, contents)
  renameSync(beside, path)
}

function layBeside(set: FileSet, files: readonly BrowserFile[]): void {
  const folder = join('build/browser', set)
  const names = new Set<string>()
  const lay = (name: string, contents: Uint8Array): void => {
    names.add(name)
    writeIfChanged(join(folder, name), contents)
  }
  for (const { name, body, brotli, gzip } of files) {
    lay(name, body)
    if (brotli !== undefined) lay(`${name}.br`, brotli)
    if (gzip !== undefined) lay(`${name}.gz`, gzip)
  }
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name))
}
