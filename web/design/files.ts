import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type BuildOptions, buildSync } from 'esbuild'

/** A file for browsers, with its compressed forms when they are worth having. */
export type ServedFile = {
  readonly body: Buffer
  readonly type: string
  readonly etag: string
  readonly brotli?: Buffer
  readonly gzip?: Buffer
}

/** The repository: the nearest folder above with a package.json, from the source and from the built server alike. */
function root(from = import.meta.dirname): string {
  return existsSync(join(from, 'package.json')) ? from : root(dirname(from))
}

const web = join(root(), 'web')

/** What browsers may ask for; fonts come along with the styles that name them. */
const entries = ['public.css', 'work.css', 'policy.css'].map((name) => join(web, 'design', name))
const drawings = [join(web, 'design', 'icon.svg')]
const scripts = [
  'public.ts',
  'work.ts',
  'pass-key.ts',
  'money-check.ts',
  'parenting-plan.ts',
  'writing-help.ts',
  'page-editor.ts',
  'read-aloud.ts',
].map((name) => join(web, 'elements', name))
/** Large, and asked for by few: made when a page first names it, so that no start waits for it. */
const LATE = 'parenting-plan-word'

/** Where all of them live; each name carries a hash of what is in it, so browsers keep them for ever. */
export const FILES_AT = '/stijl/'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

type Built = { readonly byPath: ReadonlyMap<string, ServedFile>; readonly pathByName: ReadonlyMap<string, string> }
let built: Built | undefined
let late: Built | undefined

/**
 * The address of a style, script, font or drawing by its plain name (`public.css`, `work.js`, `icon.svg`).
 * Throws on a name that does not exist, which only a mistake in our own code can cause.
 */
export function assetPath(name: string): string {
  const path = (name === `${LATE}.js` ? lateFiles() : files()).pathByName.get(name)
  if (path === undefined) throw new Error(`no such file for browsers: ${name}`)
  return path
}

/** The answer to a browser that asks for one of our files, or undefined when there is none at that path. */
export function asset(path: string, request: Headers): Response | undefined {
  const file = (path.startsWith(`${FILES_AT}${LATE}-`) ? lateFiles() : files()).byPath.get(path)
  if (file === undefined) return undefined
  const headers = new Headers({
    'Content-Type': file.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  })
  if (request.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  const { body, encoding } = encoded(file, request.get('accept-encoding') ?? '')
  if (encoding !== undefined) headers.set('Content-Encoding', encoding)
  return new Response(new Uint8Array(body), { headers })
}

/** All files by path; built on first use and kept, so a server calls this once when it starts. */
export function files(): Built {
  built ??= build([...entries, ...drawings, ...scripts])
  return built
}

function lateFiles(): Built {
  late ??= build([join(web, 'elements', `${LATE}.ts`)])
  return late
}

function encoded(file: ServedFile, accepted: string): { body: Buffer; encoding?: 'br' | 'gzip' } {
  if (file.brotli !== undefined && /\bbr\b/.test(accepted)) return { body: file.brotli, encoding: 'br' }
  if (file.gzip !== undefined && /\bgzip\b/.test(accepted)) return { body: file.gzip, encoding: 'gzip' }
  return { body: file.body }
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

function build(entryPoints: string[]): Built {
  const result = buildSync({ ...options, entryPoints })
  const byPath = new Map<string, ServedFile>()
  const pathByName = new Map<string, string>()
  for (const output of result.outputFiles ?? []) {
    const file = basename(output.path)
    byPath.set(FILES_AT + file, served(file, Buffer.from(output.contents)))
    pathByName.set(plainName(file), FILES_AT + file)
  }
  return { byPath, pathByName }
}

const QUALITY = constants.BROTLI_PARAM_QUALITY
/** The best takes half a second for a large file and saves a tenth; nobody should wait for that. */
const qualityOf = (body: Buffer): number => (body.length > 150_000 ? 9 : constants.BROTLI_MAX_QUALITY)

/** `public-3F2A9C1B.css` without the hash. */
const plainName = (file: string): string => file.replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1')

function served(file: string, body: Buffer): ServedFile {
  const extension = file.slice(file.lastIndexOf('.') + 1)
  const type = types[extension]
  if (type === undefined) throw new Error(`no content type for ${file}`)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  // A font is compressed already.
  return extension === 'woff2'
    ? { body, type, etag }
    : {
        body,
        type,
        etag,
        brotli: brotliCompressSync(body, { params: { [QUALITY]: qualityOf(body) } }),
        gzip: gzipSync(body),
      }
}
