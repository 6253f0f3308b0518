/** How sources and the packages they use become one file that Node runs: the product, and processes that tests start and kill. */
import { readFileSync } from 'node:fs'
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild'

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

/**
 * The rate limiter asks for the query builder under a name that it puts together, so that nobody who builds finds it; it would
 * load all of that once more, at the first who signs in. It gets the one that is here.
 */
const oneQueryBuilder: Plugin = {
  name: 'one-query-builder',
  setup({ onLoad }) {
    onLoad({ filter: /rate-limiter-flexible[\\/]lib[\\/]RateLimiterDrizzle\.js$/ }, ({ path }) => {
      const hidden = /import\(\/\* @vite-ignore \*\/ specifier\)/
      const source = readFileSync(path, 'utf8')
      if (!hidden.test(source)) return { errors: [{ text: `${path} asks for the query builder in another way now` }] }
      const found = "(specifier.endsWith('/sql') ? import('drizzle-orm/sql') : import('drizzle-orm'))"
      return { contents: source.replace(hidden, found), loader: 'js' }
    })
  },
}

/** The text of each of these `entries`, by the path that it is to stand at; paths are below the folder of the project. */
export async function putTogether(
  entries: Readonly<Record<string, string>>,
  more: BuildOptions,
): Promise<OutputFile[]> {
  const { outputFiles = [] } = await build({
    entryPoints: { ...entries },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: OUTSIDE,
    banner: { js: AS_BEFORE },
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    plugins: [oneQueryBuilder],
    logLevel: 'error',
    ...more,
    write: false,
  })
  return outputFiles
}
