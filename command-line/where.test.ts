import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import { inSource } from './where.ts'

test('a place in the built file becomes its place in the source, and what no map knows stays as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-where-'))
  const source = 'const kept: number = 1\n\nexport function breaks(): never {\n  throw new Error(`no ${kept}`)\n}\n'
  const { code, map } = transformSync(source, { loader: 'ts', sourcemap: 'external', sourcefile: '../web/breaks.ts' })
  writeFileSync(join(folder, 'server.js.map'), map)
  const lines = code.split('\n')
  const line = lines.findIndex((one) => one.includes('throw'))
  const column = (lines[line] ?? '').indexOf('throw')
  const told = `at breaks (/opt/voorveld/build/server.js:${line + 1}:${column + 1}) at other.js:1:2`
  expect(inSource(told, folder)).toBe('at breaks (/opt/voorveld/build/web/breaks.ts:4:3) at other.js:1:2')
})
