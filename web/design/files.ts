import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type BrowserFile, browserFiles, FILES_AT, type FileSet } from './browser-files.ts'

/** A file for browsers, with its compressed forms when they are worth having. */
export type ServedFile = Omit<BrowserFile, 'name'> & { readonly type: string; readonly etag: string }

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** Large, and asked for by few: read when a page first names it, so that no start waits for it. */
const LATE = 'parenting-plan-word'

type Files = { readonly byPath: ReadonlyMap<string, ServedFile>; readonly pathByName: ReadonlyMap<string, string> }
const kept = new Map<FileSet, Files>()

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

/** All files by path; read on first use and kept, so a server calls this once when it starts. */
export const files = (): Files => filesOf('all')
const lateFiles = (): Files => filesOf('late')

function filesOf(set: FileSet): Files {
  const known = kept.get(set)
  if (known !== undefined) return known
  const all = madeAhead(set) ?? browserFiles(set)
  const found = {
    byPath: new Map(all.map((file) => [FILES_AT + file.name, served(file)])),
    pathByName: new Map(all.map(({ name }) => [plainName(name), FILES_AT + name])),
  }
  kept.set(set, found)
  return found
}

/** What `scripts/build.ts` laid beside the built server; nothing when the server runs from the source. */
function madeAhead(set: FileSet): BrowserFile[] | undefined {
  const folder = join(import.meta.dirname, 'browser', set)
  if (!existsSync(folder)) return undefined
  const names = readdirSync(folder)
  return names
    .filter((name) => extname(name) !== '.br' && extname(name) !== '.gz')
    .map((name) => ({
      name,
      body: readFileSync(join(folder, name)),
      ...(names.includes(`${name}.br`) && { brotli: readFileSync(join(folder, `${name}.br`)) }),
      ...(names.includes(`${name}.gz`) && { gzip: readFileSync(join(folder, `${name}.gz`)) }),
    }))
}

function encoded(file: ServedFile, accepted: string): { body: Buffer; encoding?: 'br' | 'gzip' } {
  if (file.brotli !== undefined && /\bbr\b/.test(accepted)) return { body: file.brotli, encoding: 'br' }
  if (file.gzip !== undefined && /\bgzip\b/.test(accepted)) return { body: file.gzip, encoding: 'gzip' }
  return { body: file.body }
}

/** `public-3F2A9C1B.css` without the hash. */
const plainName = (file: string): string => file.replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1')

function served({ name, ...file }: BrowserFile): ServedFile {
  const type = types[extname(name).slice(1)]
  if (type === undefined) throw new Error(`no content type for ${name}`)
  return { ...file, type, etag: `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 22)}"` }
}
