import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the database alone can do: the one question of a scenario, asked by `pgbench` without anything before or behind it. */
export async function sqlLimit(
  url: string,
  floor: { readonly text: string; readonly values: readonly unknown[] },
  { users, seconds }: { readonly users: number; readonly seconds: number },
): Promise<number | undefined> {
  const program = pgbench()
  if (program === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-sql-'))
  try {
    const file = join(folder, 'question.sql')
    writeFileSync(file, `${withValues(floor.text, floor.values).replace(/\s+/g, ' ')};\n`)
    const args = ['-n', '-M', 'prepared', '-f', file, '-c', String(users), '-T', String(seconds), url]
    const said = await outputOf(program, args)
    const found = said.match(/tps = ([\d.]+)/)
    if (found === null) throw new Error(`pgbench: ${said.slice(-500)}`)
    return Number(found[1])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function pgbench(): string | undefined {
  const folders = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const places = [...folders.map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`), '/usr/bin/pgbench']
  return places.find(existsSync)
}

const withValues = (text: string, values: readonly unknown[]): string =>
  text.replace(/\$(\d+)/g, (_, nth: string) => literal(values[Number(nth) - 1]))

const literal = (value: unknown): string =>
  Array.isArray(value) ? `'{${value.join(',')}}'` : `'${String(value).replaceAll("'", "''")}'`

function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('exit', () => resolve(said))
  })
}
