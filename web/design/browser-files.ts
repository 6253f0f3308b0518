import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type BuildOptions, buildSync } from 'esbuild'

/** A file for browsers under the name that carries its hash, with its compressed forms when they are worth having. */
export type BrowserFile = {
  readonly name: string
  readonly body: Buffer
  readonly brotli?: Buffer
  readonly gzip?: Buffer
}

/** Where all of them live; each name carries a hash of what is in it, so browsers keep them for ever. */
export const FILES_AT = '/stijl/'

/** What every page may name, and what is large and asked for by few; fonts come along with the styles that name them. */
export const SETS = {
  all: [
    ...['public.css', 'work.css', 'policy.css', 'icon.svg'].map((name) => `design/${name}`),
    ...['public.ts', 'work.ts', 'pass-key.ts', 'money-check.ts', 'parenting-plan.ts'].map((name) => `elements/${name}`),
    ...['writing-help.ts', 'page-editor.ts', 'read-aloud.ts'].map((name) => `elements/${name}`),
  ],
  late: ['elements/parenting-plan-word.ts'],
} as const
export type FileSet = keyof typeof SETS

/** The repository: the nearest folder above with a package.json, from the source and from the built server alike. */
function root(from = import.meta.dirname): string {
  return existsSync(join(from, 'package.json')) ? from : root(dirname(from))
}

const target = ['chrome109', 'firefox115', 'safari16']

const options: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  legalComments: 'none',
  outdir: '/',
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: FILES_AT.slice(0, -1),
  loader: { '.woff2': 'file', '.svg': 'copy' },
  format: 'esm',
  logLevel: 'silent',
  target,
}

/** Makes the files of a set from the source; takes a second of work. */
export function browserFiles(set: FileSet): BrowserFile[] {
  const entryPoints = SETS[set].map((name) => join(root(), 'web', name))
  const { outputFiles } = buildSync({ ...options, entryPoints })
  return (outputFiles ?? []).map(({ path, contents }) => compressed(basename(path), Buffer.from(contents)))
}

const QUALITY = constants.BROTLI_PARAM_QUALITY
/** The best takes half a second for a large file and saves a tenth; nobody should wait for that. */
const qualityOf = (body: Buffer): number => (body.length > 150_000 ? 9 : constants.BROTLI_MAX_QUALITY)

function compressed(name: string, body: Buffer): BrowserFile {
  // A font is compressed already.
  if (name.endsWith('.woff2')) return { name, body }
  const brotli = brotliCompressSync(body, { params: { [QUALITY]: qualityOf(body) } })
  return { name, body, brotli, gzip: gzipSync(body) }
}
