import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of a second on Linux, for every kernel that is in use. */
const TICKS = 100

type Used = { readonly cpuMs: number; readonly memoryMib: number }

/** Processor time and memory of one process so far; nothing of its children. */
export function usedBy(pid: number): Used {
  const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const rss = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1] ?? '0'
  return { cpuMs: ((Number(after[11]) + Number(after[12])) * 1_000) / TICKS, memoryMib: Number(rss) / 1_024 }
}

/** Processor time so far of every database process on this machine that still runs, connections among them. */
export function usedByPostgres(): number {
  let sum = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')) sum += usedBy(Number(pid)).cpuMs
    } catch {
      // It ended while we looked.
    }
  }
  return sum
}
