import { resolve } from 'node:path'
import type { Command } from 'commander'
import { allow } from '../foundation/result.ts'
import { type BackedUp, makeBackup, type Restored, restoreBackup } from '../server/backup.ts'
import { type Addresses, moveToServer, putAside } from '../server/move.ts'
import { runningWords } from '../web/words/running.ts'
import type { Run, RunUnopened } from './run.ts'

/** `backup`, `restore` and `move`: the whole database in one file, back, and to a server; checked each way. */
export function addBackupCommands(program: Command, run: Run, runUnopened: RunUnopened): void {
  program
    .command('backup <bestand>')
    .description(
      'maak een reservekopie van de hele database in één nieuw bestand; op een server mag Voorveld intussen doordraaien',
    )
    .action((file: string) =>
      run(
        'backup.made',
        async (actor, { settings, lang }) => {
          const made = await makeBackup(actor, settings, resolve(file))
          return made.ok ? allow(output(made.value, runningWords[lang].backedUp({ ...made.value, file }))) : made
        },
        { alone: true },
      ),
    )
  program
    .command('restore <bestand>')
    .description('zet een reservekopie terug in een lege database; Voorveld mag dan niet draaien')
    .option('--replace <naam>', 'de naam van de database waarvan de inhoud weg mag')
    .action((file: string, { replace }: { replace?: string }) =>
      runUnopened(async ({ settings, lang }) => {
        const done = await restoreBackup(settings, resolve(file), replace)
        return done.ok ? allow(output(done.value, runningWords[lang].restored(done.value))) : done
      }),
    )
  program
    .command('move')
    .description('verhuis de ingebouwde database naar een lege database op een PostgreSQL-server')
    .requiredOption('--to <adres>', 'waarmee de toepassing straks inlogt: postgres://voorveld@server/voorveld')
    .option('--owner <adres>', 'de rol die de tabellen bezit; zonder deze doet --to beide')
    .action(async (addresses: Addresses) => {
      let hasMoved: string | undefined
      await run(
        'database.moved',
        async (actor, { settings, lang }) => {
          const moved = await moveToServer(actor, settings, addresses)
          if (!moved.ok) return moved
          hasMoved = settings.dataFolder
          return allow({ json: moved.value, text: runningWords[lang].moved(moved.value) })
        },
        { alone: true },
      )
      // The command has closed the old database by now.
      if (hasMoved !== undefined) putAside({ dataFolder: hasMoved })
    })
}

const output = (json: BackedUp | Restored, text: string) => ({ json, text })
