import type { Command } from 'commander'
import { routes } from '../web/routes.ts'
import type { Options } from './run.ts'

type Page = NonNullable<(typeof routes)[number]['get']>
type Row = { method: 'GET' | 'POST'; path: string; audience: string; who: string }

/** Lists every address of the product with its audience and who may open it. Needs no database. */
export function addRoutesCommand(program: Command): void {
  program
    .command('routes')
    .description('alle adressen: methode, pad, doelgroep, wie mag')
    .action(() => {
      const rows = routes.flatMap((route): Row[] => [
        ...row('GET', route.path, route.audience, route.get),
        ...row('POST', route.path, route.audience, route.post),
      ])
      const { json } = program.opts<Options>()
      const lines = rows.map(
        (one) => `${one.method.padEnd(5)} ${one.path.padEnd(44)} ${one.audience.padEnd(13)} ${one.who}`,
      )
      process.stdout.write(`${json ? JSON.stringify(rows) : lines.join('\n')}\n`)
    })
}

function row(method: Row['method'], path: string, audience: string, page: Page | undefined): Row[] {
  if (page === undefined) return []
  return [{ method, path, audience, who: typeof page.may === 'string' ? page.may : `${page.may[1]}: ${page.may[0]}` }]
}
