import type { Command } from 'commander'
import { networkMark } from '../capabilities/access/odd-sign-ins/queries.ts'
import { useSignIn } from '../capabilities/access/sign-in/library.ts'
import { allow } from '../foundation/result.ts'
import { secretOf } from '../server/open.ts'
import type { Run } from './run.ts'

/** `network mark`: which network a mark on the page about odd sign-ins stands for, by trying an address of a proxy's log. */
export function addNetworkCommands(program: Command, run: Run): void {
  program
    .command('network')
    .description('netwerken van waar wordt ingelogd')
    .command('mark <adres>')
    .description('het kenmerk van het netwerk van een adres, zoals bij Opvallend bij inloggen')
    .action((address: string) =>
      run('network.marked', async (actor, { settings }) => {
        useSignIn({ baseUrl: settings.baseUrl, secret: secretOf(settings), secondFactor: 'required' })
        const mark = networkMark(actor, address)
        return mark.ok ? allow({ json: { mark: mark.value }, text: mark.value }) : mark
      }),
    )
}
