import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { putTogether } from '../../scripts/put-together.ts'

export type Starting = {
  /** Starts it, told this in one text; what it says is read, its faults are shown. */
  readonly start: (told: string) => ChildProcess & { readonly stdout: NonNullable<ChildProcess['stdout']> }
  readonly remove: () => void
}

/** One of the processes beside this file, as one file: read source by source it takes longer to start than the work that it is killed in. */
export async function aProcess(name: 'writer' | 'importer'): Promise<Starting> {
  // Within the project, where it finds the packages that stay outside.
  const outdir = `build/durability-${process.pid}-${process.env.VITEST_POOL_ID ?? 0}`
  const [file] = await putTogether({ [name]: `tests/durability/${name}.ts` }, { outdir })
  if (file === undefined) throw new Error(`nothing was made of ${name}`)
  mkdirSync(dirname(file.path), { recursive: true })
  writeFileSync(file.path, file.contents)
  return {
    start: (told) => spawn(process.execPath, [file.path, told], { stdio: ['ignore', 'pipe', 'inherit'] }),
    remove: () => rmSync(resolve(outdir), { recursive: true, force: true }),
  }
}
