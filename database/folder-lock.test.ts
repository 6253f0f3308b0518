import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voorveld-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const holdInAnotherProcess = async () => {
  const script = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))}
    lockFolder(${JSON.stringify(join(folder, 'database'))}); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

test('a second process on the same folder is refused', async () => {
  const child = await holdInAnotherProcess()
  expect(() => lockFolder(join(folder, 'database'))).toThrow(FolderInUse)
  child.kill('SIGKILL')
})

test('a folder whose process was killed is free again', async () => {
  const child = await holdInAnotherProcess()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const unlock = lockFolder(join(folder, 'database'))
  expect(() => lockFolder(join(folder, 'database'))).toThrow(FolderInUse)
  unlock()
})

test('a process number given out again is not taken for the owner', () => {
  writeFileSync(join(folder, '.database.lock'), `${process.pid} 1`)
  const unlock = lockFolder(join(folder, 'database'))
  unlock()
  lockFolder(join(folder, 'database'))()
})
