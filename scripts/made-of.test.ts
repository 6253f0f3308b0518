import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { madeOf } from './made-of.ts'

const root = mkdtempSync(join(tmpdir(), 'voorveld-made-of-'))
afterAll(() => rmSync(root, { recursive: true }))

test('a build is made again after any source came, changed or went, and not for what is no part of it', () => {
  const write = (path: string, text: string) => writeFileSync(join(root, path), text)
  for (const folder of ['server', 'web', 'docs']) mkdirSync(join(root, folder))
  write('server/main.ts', 'one')
  write('package-lock.json', '{}')
  const first = madeOf(root)
  expect(madeOf(root)).toBe(first)
  write('docs/start.md', 'no part')
  expect(madeOf(root)).toBe(first)

  const seen = new Set([first])
  const differs = (change: () => void) => {
    change()
    const now = madeOf(root)
    expect(seen).not.toContain(now)
    seen.add(now)
  }
  differs(() => write('server/main.ts', 'longer'))
  differs(() => utimesSync(join(root, 'server/main.ts'), 1, 1))
  differs(() => write('web/page.tsx', ''))
  differs(() => write('package-lock.json', '{"other":1}'))
  differs(() => rmSync(join(root, 'server/main.ts')))
})
