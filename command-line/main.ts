import { Command, CommanderError } from 'commander'
import { addAccountCommands } from './account.ts'
import { addAuditCommands } from './audit.ts'
import { addBackupCommands } from './backup.ts'
import { addDemoCommands } from './demo.ts'
import { addImportCommand } from './import.ts'
import { addMeasureCommands } from './measures.ts'
import { addMilestoneCommands } from './milestones.ts'
import { addMunicipalityCommands, addRegionCommands } from './municipality.ts'
import { addNetworkCommands } from './network.ts'
import { addOfferCommands } from './offer.ts'
import { addOrganisationCommands } from './organisation.ts'
import { addPageCommands } from './page.ts'
import { addPersonCommands } from './person.ts'
import { addProgrammeCommands } from './programme.ts'
import { addRoutesCommand } from './routes.ts'
import { type Options, runner, unopenedRunner } from './run.ts'
import { addSchemeCommands } from './schemes.ts'
import { addSettingCommands } from './setting.ts'
import { addStepPlanCommands } from './step-plan.ts'
import { addWhereCommand } from './where.ts'

const WRONG_USE = 2

const program = new Command('voorveld')
  .description(
    'Voorveld op de opdrachtregel. Handelt als de beheerder van deze machine; elke opdracht komt in het logboek.',
  )
  .option('--json', 'antwoord als JSON')
  .option('--as <naam>', 'handel als deze persoon (naam of e-mailadres)')
  .option('--lang <taal>', 'nl of en', 'nl')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) })

const run = runner(() => program.opts<Options>())
addMunicipalityCommands(program, run)
addRegionCommands(program, run)
addOrganisationCommands(program, run)
addPersonCommands(program, run)
addAccountCommands(program, run)
addImportCommand(program, run)
addMeasureCommands(program, run)
addMilestoneCommands(program, run)
addProgrammeCommands(program, run)
addOfferCommands(program, run)
addPageCommands(program, run)
addSchemeCommands(program, run)
addStepPlanCommands(program, run)
addRoutesCommand(program)
addWhereCommand(program)
addAuditCommands(program, run)
addNetworkCommands(program, run)
addSettingCommands(program, run)
addDemoCommands(program, run)
addBackupCommands(
  program,
  run,
  unopenedRunner(() => program.opts<Options>()),
)
everywhere(program)

try {
  await program.parseAsync()
} catch (fault) {
  if (!(fault instanceof CommanderError)) throw fault
  process.exitCode = fault.exitCode === 0 ? 0 : WRONG_USE
}

/** `--json`, `--as` and `--lang` work before and after the command; every command answers wrong use the same way. */
function everywhere(parent: Command): void {
  for (const command of parent.commands) {
    command.exitOverride().configureOutput({ outputError: (text, write) => write(text) })
    if (command.commands.length === 0) {
      command
        .option('--json', 'antwoord als JSON')
        .option('--as <naam>', 'handel als deze persoon')
        .option('--lang <taal>', 'nl of en')
        .hook('preAction', (_, acting) => {
          const { json, as, lang } = acting.opts<Options>()
          if (json === true) program.setOptionValue('json', true)
          if (as !== undefined) program.setOptionValue('as', as)
          if (lang !== undefined) program.setOptionValue('lang', lang)
        })
    }
    everywhere(command)
  }
}
