import type { Command } from 'commander'
import { addMunicipality, addRegion, countMigrationBackground } from '../capabilities/access/actions.ts'
import { municipalitiesKnown, municipalityWithCode, regionsKnown, villagesIn } from '../capabilities/access/queries.ts'
import { keepPostcodes } from '../capabilities/information/actions.ts'
import { allow, refuse } from '../foundation/result.ts'
import { markAsReal } from './real-records.ts'
import type { Run } from './run.ts'

type AddOptions = { villages?: string; region?: string }

export function addMunicipalityCommands(program: Command, run: Run): void {
  const municipality = program.command('municipality').description('gemeenten: toevoegen, tonen, instellen')
  municipality
    .command('add <code> <naam>')
    .description('voeg een gemeente toe: municipality add GM0148 Dalfsen --villages Dalfsen,Lemelerveld,Nieuwleusen')
    .option('--villages <kernen>', 'kernen, gescheiden door komma’s')
    .option('--region <naam>', 'regio waar de gemeente bij hoort; een nieuwe regio wordt gemaakt')
    .action((code: string, name: string, options: AddOptions) =>
      run('municipality.added', (actor) => add(actor, code, name, options)),
    )
  municipality
    .command('list')
    .description('toon de gemeenten en hun kernen')
    .action(() => run('municipality.listed', list))
  municipality
    .command('postcodes <code> <reeksen>')
    .description('zeg welke postcodes bij een gemeente horen: municipality postcodes GM0148 7700-7715,7722')
    .action((code: string, ranges: string) =>
      run('municipality.set', async (actor) => {
        const done = await keepPostcodes(actor, code, ranges.split(','))
        return done.ok ? allow({ json: { code, ranges }, text: `${code} heeft nu de postcodes ${ranges}.` }) : done
      }),
    )
  municipality
    .command('set <code>')
    .description('zet tellen naar migratieachtergrond aan of uit')
    .requiredOption('--migration-background <aan-of-uit>', 'on of off')
    .action((code: string, options: { migrationBackground: string }) =>
      run('municipality.set', async (actor) => {
        const found = await municipalityWithCode(actor, code)
        if (found === undefined) return refuse('municipality-unknown', { code })
        if (!['on', 'off'].includes(options.migrationBackground)) return refuse('on-or-off')
        const done = await countMigrationBackground(actor, found.id, options.migrationBackground === 'on')
        if (!done.ok) return done
        const on = options.migrationBackground === 'on'
        return allow({
          json: { code, countsMigrationBackground: on },
          text: `${found.name}: migratieachtergrond tellen staat ${on ? 'aan' : 'uit'}.`,
        })
      }),
    )
}

type Actor = Parameters<Parameters<Run>[1]>[0]

export async function add(actor: Actor, code: string, name: string, options: AddOptions) {
  const villages = options.villages?.split(',') ?? []
  const region = options.region === undefined ? allow({ id: undefined }) : await regionNamed(actor, options.region)
  if (!region.ok) return region
  const regionId = region.value.id
  const added = await addMunicipality(actor, { code, name, villages, ...(regionId !== undefined && { regionId }) })
  if (!added.ok) return added
  await markAsReal(actor)
  const known = await villagesIn(actor, added.value.id)
  return allow({
    json: { code, name, villages: known.map((village) => village.name) },
    text: `${name} (${code}) is toegevoegd met ${known.length} kernen.`,
  })
}

async function regionNamed(actor: Actor, name: string) {
  const known = (await regionsKnown(actor)).find((region) => region.name === name)
  return known === undefined ? addRegion(actor, name) : allow({ id: known.id })
}

async function list(actor: Actor) {
  const rows = []
  for (const one of await municipalitiesKnown(actor)) {
    const villages = (await villagesIn(actor, one.id)).map((village) => village.name)
    rows.push({ code: one.code, name: one.name, villages, countsMigrationBackground: one.countsMigrationBackground })
  }
  return allow({
    json: rows,
    text: rows.map((row) => `${row.code}  ${row.name}: ${row.villages.join(', ')}`).join('\n'),
  })
}
