import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { addMunicipality, addRegion, countMigrationBackground, joinRegion } from '../capabilities/access/actions.ts'
import { municipalitiesKnown, municipalityWithCode, regionsKnown, villagesIn } from '../capabilities/access/queries.ts'
import { keepPostcodes } from '../capabilities/information/actions.ts'
import { bringPlaces, regionNamed } from '../capabilities/information/bringing-places/actions.ts'
import { pageVersionsSeen } from '../capabilities/information/queries.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { markAsReal } from './real-records.ts'
import type { Output, Run } from './run.ts'

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
    .command('join <code> <regio>')
    .description('zet een gemeente zonder regio bij een regio: municipality join GM0148 "Regio Noord"')
    .action((code: string, region: string) => run('municipality.joined', (actor) => join(actor, code, region)))
  municipality
    .command('bring <bestand>')
    .description('maak alle regio’s, gemeenten, kernen en postcodes uit een bestand; wat er al is, blijft')
    .action((file: string) => run('places.brought', (actor) => bring(actor, file)))
  addSetCommand(municipality, run)
}

function addSetCommand(municipality: Command, run: Run): void {
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

export function addRegionCommands(program: Command, run: Run): void {
  const region = program.command('region').description('regio’s: toevoegen, tonen')
  region
    .command('add <naam>')
    .description('voeg een regio toe; gemeenten komen erbij met municipality add --region of municipality join')
    .action((name: string) => run('region.added', (actor) => addOne(actor, name)))
  region
    .command('list')
    .description('toon de regio’s en hun gemeenten')
    .action(() => run('region.listed', listRegions))
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

/** Adds a region; with the second one it says which texts of everyone are no longer those of the product. */
export async function addOne(actor: Actor, name: string): Promise<Answer<Output>> {
  const added = await addRegion(actor, name)
  if (!added.ok) return added
  await markAsReal(actor)
  const toLookAt = (await regionsKnown(actor)).length < 2 ? [] : await changedForEveryone(actor)
  const look = toLookAt.length === 0 ? '' : ` Kijk deze teksten na, die nu in elke regio staan: ${toLookAt.join(', ')}.`
  return allow({ json: { name, toLookAt }, text: `${name} is toegevoegd.${look}` })
}

/** Pages of everyone of which the public text was written here: what one region wrote is read in all of them. */
async function changedForEveryone(actor: Actor): Promise<string[]> {
  const versions = await pageVersionsSeen(actor)
  const open = versions.filter(
    (one) =>
      one.state === 'approved' &&
      one.shippedAs === null &&
      [one.regionId, one.municipalityId, one.addsTo].every((place) => place === null),
  )
  return [...new Set(open.flatMap(({ slug }) => slug ?? []))]
}

async function listRegions(actor: Actor): Promise<Answer<Output>> {
  const known = await municipalitiesKnown(actor)
  const rows = (await regionsKnown(actor)).map(({ id, code, name }) => ({
    ...{ code, name },
    municipalities: known.filter(({ regionId }) => regionId === id).map((one) => one.name),
  }))
  return allow({
    json: rows,
    text: rows.map((row) => `${row.code}  ${row.name}: ${row.municipalities.join(', ')}`).join('\n'),
  })
}

/** Puts a municipality in a region that is there. */
export async function join(actor: Actor, code: string, name: string): Promise<Answer<Output>> {
  const municipality = await municipalityWithCode(actor, code)
  if (municipality === undefined) return refuse('municipality-unknown', { code })
  const region = (await regionsKnown(actor)).find((one) => one.name === name || one.code === name)
  if (region === undefined) return refuse('region-unknown', { name })
  const done = await joinRegion(actor, municipality.id, region.id)
  if (!done.ok) return done
  return allow({ json: { code, region: region.code }, text: `${municipality.name} hoort nu bij ${region.name}.` })
}

/** Makes the places of a file. */
export async function bring(actor: Actor, file: string): Promise<Answer<Output>> {
  const text = textIn(file)
  if (text === undefined) return refuse('places-unreadable', { file })
  const done = await bringPlaces(actor, text)
  if (!done.ok) return done
  await markAsReal(actor)
  const { regions, municipalities, villages } = done.value
  return allow({
    json: done.value,
    text: `Nieuw: ${regions} regio’s, ${municipalities} gemeenten en ${villages} kernen.`,
  })
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

async function list(actor: Actor) {
  const rows = []
  const regions = await regionsKnown(actor)
  for (const one of await municipalitiesKnown(actor)) {
    const villages = (await villagesIn(actor, one.id)).map((village) => village.name)
    const { code, name, countsMigrationBackground } = one
    const region = regions.find(({ id }) => id === one.regionId)?.name ?? null
    rows.push({ code, name, region, villages, countsMigrationBackground })
  }
  return allow({
    json: rows,
    text: rows.map((row) => `${row.code}  ${row.name}: ${row.villages.join(', ')}`).join('\n'),
  })
}
