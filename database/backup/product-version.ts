import { readFileSync } from 'node:fs'

/** Which version of the product this is, from the folder in which it runs. */
export const productVersion = (): string =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version // our own, and npm needs it too
