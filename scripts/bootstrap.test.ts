import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
// biome-ignore lint/correctness/useImportExtensions: runs before anything is installed, so it is plain JavaScript
import { bootstrap } from './bootstrap.mjs'

/** A folder with a lock, and an installation that counts how often it was asked for. */
function aClone() {
  const root = mkdtempSync(join(tmpdir(), 'voorveld-clone-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const lock = (text: string) => writeFileSync(join(root, 'package-lock.json'), text)
  lock('{ "first": true }')
  let times = 0
  const install = () => {
    times += 1
    mkdirSync(join(root, 'node_modules'), { recursive: true })
  }
  return { root, lock, install, installed: () => times }
}

test('a fresh clone installs its packages once', () => {
  const { root, install, installed } = aClone()
  bootstrap(root, install)
  bootstrap(root, install)
  expect(installed()).toBe(1)
})

test('another lock installs again', () => {
  const { root, lock, install, installed } = aClone()
  bootstrap(root, install)
  lock('{ "first": false }')
  bootstrap(root, install)
  expect(installed()).toBe(2)
})

test('an installation that breaks off is tried again the next time', () => {
  const { root, install, installed } = aClone()
  expect(() =>
    bootstrap(root, () => {
      throw new Error('no network')
    }),
  ).toThrow('no network')
  bootstrap(root, install)
  expect(installed()).toBe(1)
})

test('packages of another kind of machine are replaced', () => {
  const { root, install, installed } = aClone()
  bootstrap(root, install)
  const stamp = join(root, 'node_modules', '.voorveld-installed')
  writeFileSync(stamp, readFileSync(stamp, 'utf8').replace(process.platform, 'elsewhere'))
  bootstrap(root, install)
  expect(installed()).toBe(2)
})
