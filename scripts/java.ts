import { delimiter, join } from 'node:path'
import { installPackage, isProgram } from './system-packages.ts'

/** Java for the Nu HTML checker, installed when missing and allowed; else how a person gets it, in one line. */
export async function java(): Promise<{ path: string } | { how: string }> {
  const found = () =>
    [process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin'), ...(process.env.PATH ?? '').split(delimiter)]
      .flatMap((folder) => (folder ? [join(folder, 'java')] : []))
      .find(isProgram)
  if (found() === undefined) await installPackage('default-jre-headless')
  const path = found()
  return path === undefined
    ? { how: 'Java is missing, which the HTML checker needs: run "sudo apt-get install default-jre-headless".' }
    : { path }
}
