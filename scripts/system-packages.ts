import { accessSync, constants, existsSync } from 'node:fs'
import { run } from './run.ts'

/** Whether this process may install packages of the system: as root, where Debian's package manager is. */
const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs a package of the system. Answers whether it is there now; a person without the rights is told elsewhere how. */
export async function installPackage(name: string): Promise<boolean> {
  if (!mayInstall()) return false
  process.stdout.write(`Installing ${name} through the system's package manager …\n`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run(['apt-get', 'update', '-qq'], { env })
  const { code, output } = await run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', name], { env })
  if (code !== 0) process.stdout.write(output)
  return code === 0
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
