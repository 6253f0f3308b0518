import { readFileSync } from 'node:fs'

/** What node is told when the server starts, as `npm start` says: measurements and tests start it the same way. */
export const serverArguments = (): string[] => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } } // our own file
  return argumentsIn(scripts.start)
}

/** The arguments between `node` and the end of a command that starts the built server. */
export const argumentsIn = (command: string): string[] =>
  command
    .match(/node( --.* build\/server\.js)/)?.[1]
    ?.trim()
    .split(' ') ?? []
