import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Another process works in this folder; a second one would destroy the embedded database. */
export class FolderInUse extends Error {}

/**
 * Claims the folder for this process until the returned function is called or the process ends, also by `kill -9`.
 * The lock names the process and the moment it started, so that a process number given out again is not taken for the owner.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = join(dirname(folder), `.${basename(folder)}.lock`)
  const mine = identity(process.pid)
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      writeFileSync(lock, mine, { flag: 'wx' })
      return () => release(lock, mine)
    } catch (fault) {
      if (!isCode(fault, 'EEXIST')) throw fault
      removeIfDead(lock)
    }
  }
  throw new FolderInUse()
}

function removeIfDead(lock: string): void {
  const owner = read(lock)
  if (owner === undefined) return
  const pid = Number.parseInt(owner, 10)
  if (owner.length > 0 && isAlive(pid) && identity(pid) === owner) throw new FolderInUse()
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch (fault) {
    if (isCode(fault, 'ENOENT')) return // another process took over first
    throw fault
  }
  // Somebody may have taken over between our look and our move: then the lock goes back.
  if (read(aside) !== owner) linkSync(aside, lock)
  rmSync(aside, { force: true })
}

function release(lock: string, mine: string): void {
  if (read(lock) === mine) rmSync(lock, { force: true })
}

/** Process number and, where the system tells it, the tick at which the process started. */
function identity(pid: number): string {
  const stat = read(`/proc/${pid}/stat`)
  return `${pid} ${stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`.trim()
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return isCode(fault, 'EPERM')
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

const isCode = (fault: unknown, code: string): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === code
