import { createHash } from 'node:crypto'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  '{api,capabilities,command-line,connections,content,database,foundation,jobs,programmes,scripts,server,web}/**/*',
  '{package-lock,package,tsconfig}.json',
]

/** What a build is made from, in one line: every file by name, length and moment of its last change, without reading any. */
export function madeOf(root: string): string {
  const files = globSync(SOURCES, { cwd: root }).toSorted()
  const marks = files.map((path) => {
    const { size, mtimeMs } = statSync(join(root, path))
    return `${path} ${size} ${mtimeMs}`
  })
  return createHash('sha256').update(marks.join('\n')).digest('hex')
}
