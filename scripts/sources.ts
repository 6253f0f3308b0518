import { globSync, readFileSync, statSync } from 'node:fs'

/** A text file of the repository, as rules about the code itself see it. */
export type Source = { readonly path: string; readonly text: string }

const NOT_OURS = ['node_modules/**', 'build/**', 'data/**', '.git', '.git/**', 'package-lock.json', 'LICENSE']
const TEXT = /\.(ts|tsx|mjs|cjs|js|css|sql|md|json|tsv|csv|yml|yaml|txt|svg|html)$|(^|\/)\.[a-z]+$|^\.ci\/run$/

let read: readonly Source[] | undefined

/** Every text file of the repository, except packages, what is built and the lock. */
export function sources(): readonly Source[] {
  read ??= globSync(['**/*', '.*', '.ci/*'], { exclude: NOT_OURS })
    .filter((path) => TEXT.test(path) && statSync(path).isFile())
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  return read
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('tests/')
export const isCode = (path: string): boolean => /\.(ts|tsx|mjs|cjs|js)$/.test(path)

/** Each place where the pattern stands, as `path:line found`. */
export function places(files: readonly Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const found = line.match(pattern)
      return found ? [`${path}:${at + 1} ${found[0].trim()}`] : []
    }),
  )
}
