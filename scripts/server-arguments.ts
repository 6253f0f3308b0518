import { readFileSync } from 'node:fs'

const startCommand = (): string =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }).scripts.start // our own file

/** What node is told when the server starts, as `npm start` says: measurements and tests start it the same way. */
export const serverArguments = (): string[] => argumentsIn(startCommand())

/** The arguments between `node` and the end of a command that starts the built server. */
export const argumentsIn = (command: string): string[] =>
  command
    .match(/node( --.* build\/server\.js)/)?.[1]
    ?.trim()
    .split(' ') ?? []

/**
 * What the allocator is told before node starts: one heap for all threads, and what starting and compiling needed for a moment goes
 * back to the machine. Together they keep the process a quarter smaller.
 */
export const serverSettings = (): Record<string, string> => {
  const told =
    startCommand()
      .match(/exec env ((?:\w+=\S+ )+)node/)?.[1]
      ?.trim()
      .split(' ') ?? []
  return Object.fromEntries(told.map((one) => one.split('=')))
}
