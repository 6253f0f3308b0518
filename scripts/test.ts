/**
 * `npm test`: everything, with all it needs. TEST_DATABASES=embedded or =server limits it to one kind of database;
 * TEST_DATABASE_URL and CHROMIUM_PATH name a server and a browser of your own.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from './chromium.ts'
import { java } from './java.ts'
import { CORES, line, type Ran, run } from './run.ts'
import { testDemos } from './test-demos.ts'
import { type TestServer, testPostgres } from './test-postgres.ts'

const started = performance.now()
const kinds = (process.env.TEST_DATABASES ?? 'embedded,server').split(',').map((kind) => kind.trim())
const unknown = kinds.filter((kind) => kind !== 'embedded' && kind !== 'server')
if (unknown.length > 0) {
  process.stderr.write(`TEST_DATABASES holds "${unknown.join(', ')}", but can hold only embedded and server.\n`)
  process.exit(2)
}

/** What is read of vitest's report. */
interface Report {
  numPassedTests?: number
  numFailedTests?: number
  numPendingTests?: number
  testResults?: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

const DATABASE = ['database', 'database-apart']
const reports = mkdtempSync(join(tmpdir(), 'voorveld-reports-'))
const summary: string[] = []
let failed = false
let server: TestServer | undefined
let removeDemos = async () => {}
process.once('SIGINT', () => void interrupted(130))
process.once('SIGTERM', () => void interrupted(143))

try {
  const env = await setUp()
  await part('check', ['scripts/check.ts'], { VOORVELD_TEST_REPORT: join(reports, 'check.json') })
  await part('build', ['scripts/build.ts'])
  const [first = 'embedded', ...others] = kinds
  const last = others.at(-1) ?? first
  const of = await demos(env)
  await tests('rules', ['rules'], env)
  for (const kind of kinds) {
    const sweeps = { VOORVELD_TEST_SWEEPS: kind === last ? 'yes' : 'no' }
    await tests(`doors and stores, ${kind}`, DATABASE, { ...of(kind), ...sweeps })
  }
  if (env.CHROMIUM_PATH !== undefined) {
    await tests('first journeys, embedded', ['first-journeys'], of('embedded'))
    await tests(`journeys, ${last}`, ['journeys'], of(last))
  }
} finally {
  await removeDemos()
  await server?.stop()
}
close()

/** What the tests need from outside; what cannot be had fails the run with the line that says how to get it. */
async function setUp(): Promise<Record<string, string>> {
  const env: Record<string, string> = {}
  const since = performance.now()
  const browser = await chromium()
  if ('path' in browser) env.CHROMIUM_PATH = browser.path
  else missing(browser.how)
  const forHtml = await java()
  if ('path' in forHtml) env.JAVA_PATH = forHtml.path
  else missing(forHtml.how)
  if (kinds.includes('server')) {
    const found = await testPostgres()
    if ('url' in found) {
      server = found
      env.TEST_DATABASE_URL = found.url
    } else {
      missing(found.how)
      kinds.splice(kinds.indexOf('server'), 1)
    }
  }
  note('browser, database and Java', !failed, (performance.now() - since) / 1000)
  return env
}

/** Settings for the tests on a kind of database: what all need, and where the demo of that kind stands. */
async function demos(env: Record<string, string>): Promise<(kind: string) => Record<string, string>> {
  const since = performance.now()
  const { settings, remove } = await testDemos(kinds, env)
  removeDemos = remove
  const isMade = kinds.every((kind) => settings[kind] !== undefined)
  if (!isMade) failed = true
  note('a demo for each kind of database', isMade, (performance.now() - since) / 1000)
  return (kind) => ({ ...env, ...settings[kind], VOORVELD_TEST_DATABASE: kind })
}

/**
 * Runs these tests. A runner that died on the way (the embedded database is machine code inside it) told nothing of any test:
 * they are all run once more, and the table says so. A test that failed is never run again.
 */
async function tests(name: string, projects: string[], env: Record<string, string>): Promise<void> {
  const file = newReport()
  const script = vitest(projects, file)
  process.stdout.write(`\n— ${name}\n`)
  const first = await run([process.execPath, ...script], { env, show: true })
  if (first.code === 0 || existsSync(file)) {
    ended(name, first)
    return
  }
  const how = first.signal ?? `code ${first.code}`
  const last = firstLines(first.output.trim().split('\n').slice(-15).join('\n'))
  summary.push(`died  ${name}: ${how} after ${first.seconds.toFixed(1)} s, run once more\n${last}`)
  await part(name, vitest(projects, newReport()), env)
}

function newReport(): string {
  return join(reports, `${randomUUID()}.json`)
}

function vitest(projects: string[], file: string): string[] {
  return [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--passWithNoTests',
    // One more than there are cores: there is always a file that waits, for a server, a page, a process it kills or a hash.
    ...(projects.includes('rules') ? [] : [`--maxWorkers=${CORES + 1}`]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
}

async function part(name: string, script: string[], env: Record<string, string> = {}): Promise<void> {
  process.stdout.write(`\n— ${name}\n`)
  ended(name, await run([process.execPath, ...script], { env, show: true }))
}

function ended(name: string, { code, signal, seconds }: Ran): void {
  if (code !== 0) failed = true
  note(signal === undefined ? name : `${name} (${signal})`, code === 0, seconds)
}

function note(name: string, isFine: boolean, seconds: number): void {
  summary.push(line(name, isFine, seconds))
}

function missing(how: string): void {
  failed = true
  process.stdout.write(`${how}\n`)
}

/** The table of parts, what failed with why, and the count of all tests of all parts in one line: each stands last,
 * where whoever sees only the end of a long output finds it. */
function close(): void {
  const files = readdirSync(reports).map((name) => join(reports, name))
  const all = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Report)
  const count = (name: 'numPassedTests' | 'numFailedTests' | 'numPendingTests') =>
    all.reduce((sum, report) => sum + (report[name] ?? 0), 0)
  rmSync(reports, { recursive: true, force: true })
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  process.stdout.write(`\n${summary.join('')}In all ${minutes} minutes.\n${all.flatMap(failures).join('')}`)
  process.stdout.write(
    `tests: ${count('numPassedTests')} passed, ${count('numFailedTests')} failed, ${count('numPendingTests')} skipped\n`,
  )
  if (failed) process.exitCode = 1
}

/** What vitest's own report says that did not hold: a test with the first lines of its fault, or a whole file. */
function failures(report: Report): string[] {
  return (report.testResults ?? []).flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed')
    const faults = tests.map((test) => ({ name: test.fullName, why: test.failureMessages.join('\n') }))
    const all =
      faults.length === 0 && file.status === 'failed' ? [{ name: 'the whole file', why: file.message }] : faults
    return all.map(({ name, why }) => `FAILED ${file.name}\n  ${name}\n${firstLines(why)}`)
  })
}

function firstLines(text: string): string {
  const lines = text.split('\n').slice(0, 15)
  return lines.map((one) => `    ${one.slice(0, 200)}\n`).join('')
}

async function interrupted(code: number): Promise<void> {
  await server?.stop()
  process.exit(code)
}
