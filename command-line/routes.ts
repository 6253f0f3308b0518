import type { Command } from 'commander'
import { API_AT } from '../api/v1/document.ts'
import { endpoints } from '../api/v1/routes.ts'
import { routes } from '../web/routes.ts'
import type { Options } from './run.ts'

type Page = NonNullable<(typeof routes)[number]['get']>
type Row = { method: 'GET' | 'POST' | 'PATCH'; path: string; audience: string; who: string }

/** Lists every address of the product, also of the API, with its audience and who may open it. Needs no database. */
export function addRoutesCommand(program: Command): void {
  program
    .command('routes')
    .description('alle adressen: methode, pad, doelgroep, wie mag')
    .action(() => {
      const pages = routes.flatMap((route): Row[] => [
        ...row('GET', route.path, route.audience, route.get),
        ...row('POST', route.path, route.audience, route.post),
      ])
      const rows = [...pages, ...ofTheApi()]
      const { json } = program.opts<Options>()
      const lines = rows.map(
        (one) => `${one.method.padEnd(5)} ${one.path.padEnd(44)} ${one.audience.padEnd(13)} ${one.who}`,
      )
      process.stdout.write(`${json ? JSON.stringify(rows) : lines.join('\n')}\n`)
    })
}

/** Whoever has a key for this, and an account with this right. */
const ofTheApi = (): Row[] =>
  endpoints.map(({ method, path, scope, may }) => ({
    method: method.toUpperCase() as Row['method'], // the methods that an endpoint can have
    path: API_AT + path,
    audience: 'system',
    who: `${scope} (${may[1]}: ${may[0]})`,
  }))

function row(method: Row['method'], path: string, audience: string, page: Page | undefined): Row[] {
  if (page === undefined) return []
  return [{ method, path, audience, who: typeof page.may === 'string' ? page.may : `${page.may[1]}: ${page.may[0]}` }]
}
