import type { Command } from 'commander'
import { resetDemo } from '../server/demo-reset.ts'
import type { Run } from './run.ts'

export function addDemoCommands(program: Command, run: Run): void {
  const demo = program.command('demo').description('de verzonnen proefomgeving')
  demo
    .command('reset')
    .description(
      'maak de proefomgeving weer zoals bij de eerste start; een database met echte gegevens blijft onaangeroerd',
    )
    .action(() => run('demo.reset', (actor, { settings }) => resetDemo(actor, settings), { alone: true }))
}
