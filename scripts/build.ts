/**
 * Builds what Node cannot run as it stands (pages are JSX), in well under a second: build/server.js and
 * build/voorveld.js, the command line. Packages stay outside. Styles and browser code are made by the server itself.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from 'esbuild'

try {
  const { outputFiles } = await build({
    entryPoints: { server: 'server/main.ts', voorveld: 'command-line/main.ts' },
    outdir: 'build',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'error',
    write: false,
  })
  for (const { path, contents } of outputFiles) writeIfChanged(path, contents)
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
