/**
 * Builds what Node cannot run as it stands (pages are JSX), in about a second: build/server.js and
 * build/voorveld.js, the command line; beside them the styles and browser code that the server sends.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { browserFiles, type FileSet } from '../web/design/browser-files.ts'

/**
 * Packages go in as well: as one file the server starts in a quarter of the time and half of the memory of a thousand files.
 * These stay outside, because they read files beside their own or start a thread of them.
 */
const OUTSIDE = ['@electric-sql/pglite', '@myriaddreamin/typst-ts-node-compiler', 'esbuild', 'pino', 'pg-native']

/** Packages written for `require` find it, and where they stand, as they do when nothing is put together; by names no package has. */
const AS_BEFORE = `
import { createRequire as requireFrom } from 'node:module'
import { fileURLToPath as pathOfServer } from 'node:url'
import { dirname as folderOfServer } from 'node:path'
const require = requireFrom(import.meta.url)
const __filename = pathOfServer(import.meta.url)
const __dirname = folderOfServer(__filename)`

try {
  const { outputFiles } = await build({
    entryPoints: { server: 'server/main.ts', voorveld: 'command-line/main.ts' },
    outdir: 'build',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: OUTSIDE,
    banner: { js: AS_BEFORE },
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
    write: false,
  })
  for (const { path, contents } of outputFiles) writeIfChanged(path, contents)
  for (const set of ['all', 'late'] as const) layBeside(set)
} catch {
  process.exitCode = 1 // esbuild has said where and why
}

/** Whole or not at all, and only when it differs: another command may be starting from this very file. */
function writeIfChanged(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, contents)
  renameSync(beside, path)
}

function layBeside(set: FileSet): void {
  const folder = join('build/browser', set)
  const names = new Set<string>()
  const lay = (name: string, contents: Uint8Array): void => {
    names.add(name)
    writeIfChanged(join(folder, name), contents)
  }
  for (const { name, body, brotli, gzip } of browserFiles(set)) {
    lay(name, body)
    if (brotli !== undefined) lay(`${name}.br`, brotli)
    if (gzip !== undefined) lay(`${name}.gz`, gzip)
  }
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name))
}
