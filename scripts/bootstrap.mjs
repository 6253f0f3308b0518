/**
 * Installs what package-lock.json names when node_modules holds something else, so that every npm command works on a
 * fresh clone. Runs before anything is installed: it needs nothing but Node 16 and the npm that called it.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** `.ts` files run as they are from this version on. */
const OLDEST_NODE = 24

/** What node_modules must match: the lock, for this kind of machine (a folder may travel between machines). */
function wantedStamp(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform} ${process.arch}\n`
}

export function bootstrap(root, install = npmCi) {
  const stampFile = join(root, 'node_modules', '.voorveld-installed')
  const wanted = wantedStamp(root)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  process.stderr.write('Voorveld installs the packages it needs; this takes about a minute, once.\n')
  install(root)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
}

function npmCi(root) {
  const npm = process.env.npm_execpath
  if (npm === undefined) throw new Error('Start this through npm, for example with: npm start')
  // The Node that npm itself runs on: the one in node_modules is about to be replaced.
  const node = process.env.npm_node_execpath ?? process.execPath
  const { status, error } = spawnSync(
    node,
    [npm, 'ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  )
  if (error !== undefined) throw new Error(`npm could not be started: ${error.message}`)
  if (status !== 0) throw new Error('The packages could not be installed: see the lines above, and try again.')
}

function refuseOldNode(root) {
  if (existsSync(join(root, 'node_modules', '.bin', 'node'))) return
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return
  throw new Error(
    `Voorveld brings its own Node for Linux and Windows; on this machine install Node ${OLDEST_NODE} or newer.`,
  )
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  try {
    bootstrap(root)
    refuseOldNode(root)
  } catch (fault) {
    process.stderr.write(`${fault.message}\n`)
    process.exitCode = 1
  }
}
