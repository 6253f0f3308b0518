import type { Command } from 'commander'
import { setAudience } from '../capabilities/measures/actions.ts'
import { isAudience } from '../capabilities/measures/audience.ts'
import { allow, refuse } from '../foundation/result.ts'
import type { Run } from './run.ts'

type Limits = { audience: string; hideBelow: string; roundTo: string }

export function addSettingCommands(program: Command, run: Run): void {
  program
    .command('setting')
    .description('instellingen van deze installatie')
    .command('suppression')
    .description('vanaf welk aantal een doelgroep een cijfer ziet, en waarop het wordt afgerond')
    .requiredOption('--audience <voor-wie>', 'public, policy of organisation')
    .requiredOption('--hide-below <aantal>', 'kleinere aantallen blijven verborgen')
    .option('--round-to <aantal>', 'afronden op', '1')
    .action(({ audience, hideBelow, roundTo }: Limits) =>
      run('setting.changed', async (actor) => {
        if (!isAudience(audience)) return refuse('audience-unknown')
        const setting = { audience, hideBelow: Number(hideBelow), roundTo: Number(roundTo) }
        const done = await setAudience(actor, setting)
        if (!done.ok) return done
        return allow({ json: setting, text: `${audience}: onder ${hideBelow} verborgen, afgerond op ${roundTo}.` })
      }),
    )
}
