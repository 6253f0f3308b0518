import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import type { Command } from 'commander'

const PLACE = /([\w.-]+\.js):(\d+):(\d+)/g

/**
 * `where`: reads lines of a log and tells for each place in the built server where that stands in the source. The server
 * itself keeps no map in memory: it would take as much as all the rest of it.
 */
export function addWhereCommand(program: Command): void {
  program
    .command('where [plaats...]')
    .description(
      'waar een plek uit het logboek (server.js:12:34) in de bron staat; zonder plek leest het wat er binnenkomt',
    )
    .action((places: string[]) => {
      const text = places.length > 0 ? places.join('\n') : readFileSync(0, 'utf8')
      process.stdout.write(`${inSource(text, 'build')}\n`)
    })
}

/** The text with each place that the maps in this folder know told as a place in the source; what they do not know stays. */
export function inSource(text: string, folder: string): string {
  const maps = new Map<string, SourceMap | undefined>()
  return text.replace(PLACE, (place, file: string, line: string, column: string) => {
    const map = maps.get(file) ?? mapOf(`${folder}/${file}.map`)
    maps.set(file, map)
    const entry = map?.findEntry(Number(line) - 1, Number(column) - 1)
    if (entry === undefined || !('originalSource' in entry)) return place
    return `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  })
}

const mapOf = (path: string): SourceMap | undefined =>
  existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined
