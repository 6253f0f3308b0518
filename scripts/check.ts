/** `npm run check`: everything that can be judged without running the product. Says little unless something is wrong. */
import { existsSync } from 'node:fs'
import { CORES, line, run } from './run.ts'

const tool = (name: string) => `node_modules/.bin/${name}`
/** TypeScript 7; version 6 sits beside it for the tools that read types through its library. */
const TSC = 'node_modules/tsgo/bin/tsc'
const SOURCES = [
  'api',
  'bench',
  'capabilities',
  'command-line',
  'connections',
  'database',
  'foundation',
  'jobs',
  'scripts',
  'server',
  'tests',
  'web',
]

const parts: { name: string; command: [string, ...string[]] }[] = [
  { name: 'house rules', command: [tool('vitest'), 'run', '--project', 'house-rules', ...reports()] },
  { name: 'types', command: [process.execPath, TSC, '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'promises (oxlint)', command: [tool('oxlint'), '--type-aware'] },
  ...(existsSync('web/elements/tsconfig.json')
    ? [
        {
          name: 'types in the browser',
          command: [process.execPath, TSC, '--noEmit', '-p', 'web/elements/tsconfig.json'] as [string, ...string[]],
        },
      ]
    : []),
  { name: 'format and lint (Biome)', command: [tool('biome'), 'check', '--diagnostic-level=error', '.'] },
  {
    name: 'who imports whom',
    command: [
      tool('depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      '-T',
      'err',
      ...SOURCES.filter((folder) => existsSync(folder)),
    ],
  },
  { name: 'dead code (knip)', command: [tool('knip'), '--no-progress'] },
  { name: 'requirements', command: [process.execPath, 'scripts/requirements.ts', '--check'] },
]

const waiting = [...parts]
let failed = 0
await Promise.all(Array.from({ length: CORES }, work))
if (failed > 0) {
  process.stdout.write(`${failed} of ${parts.length} checks failed. npm run fix mends format and order of imports.\n`)
  process.exitCode = 1
}

async function work(): Promise<void> {
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const { code, output, seconds } = await run(part.command)
    process.stdout.write(line(part.name, code === 0, seconds))
    if (code === 0) continue
    failed += 1
    process.stdout.write(`${output.trimEnd()}\n\n`)
  }
}

/** `npm test` counts the tests of every part, also of this one. */
function reports(): string[] {
  const file = process.env.VOORVELD_TEST_REPORT
  return file === undefined ? [] : ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
}
