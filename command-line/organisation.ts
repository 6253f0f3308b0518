import type { Command } from 'commander'
import { addOrganisation, addProvision } from '../capabilities/access/actions.ts'
import type { Actor } from '../capabilities/access/actor.ts'
import { isMunicipalityCode } from '../capabilities/access/municipality-code.ts'
import { municipalityWithCode, organisationsInReach } from '../capabilities/access/queries.ts'
import { programmeDefinition } from '../capabilities/programmes/queries.ts'
import { parseDay } from '../foundation/day.ts'
import type { Id } from '../foundation/id.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { markAsReal } from './real-records.ts'
import type { Run } from './run.ts'

export type ProvisionOptions = {
  readonly programme: string
  readonly municipality: string
  readonly organisation: string
  readonly endsOn?: string
}

export function addOrganisationCommands(program: Command, run: Run): void {
  program
    .command('organisation')
    .description('organisaties die programma’s uitvoeren')
    .command('add <naam>')
    .description('voeg een organisatie toe')
    .action((name: string) =>
      run('organisation.added', async (actor) => {
        const added = await addOrganisation(actor, name.trim())
        if (!added.ok) return added
        await markAsReal(actor)
        return allow({ json: { name: name.trim() }, text: `${name.trim()} is toegevoegd.` })
      }),
    )
  program
    .command('provision')
    .description('wie welk programma waar uitvoert')
    .command('add')
    .description('zeg dat een organisatie een programma uitvoert in een gemeente')
    .requiredOption('--programme <code>', 'code van het programma')
    .requiredOption('--municipality <code>', 'gemeente, zoals GM0148')
    .requiredOption('--organisation <naam>', 'organisatie die het uitvoert')
    .option('--ends-on <dag>', 'laatste dag (jjjj-mm-dd), als die al vaststaat')
    .action((options: ProvisionOptions) => run('provision.added', (actor) => provide(actor, options)))
}

/** One provision, by the names a person types; refuses what is not known by that name. */
export async function provide(
  actor: Actor,
  { programme, municipality, organisation, endsOn: asked }: ProvisionOptions,
) {
  const definition = await programmeDefinition(actor, programme)
  if (definition === undefined) return refuse('programme-unknown', { code: programme })
  if (!isMunicipalityCode(municipality)) return refuse('municipality-code-wrong', { code: municipality })
  const place = await municipalityWithCode(actor, municipality)
  if (place === undefined) return refuse('municipality-unknown', { code: municipality })
  const by = await organisationNamed(actor, organisation)
  if (!by.ok) return by
  const endsOn = asked === undefined ? undefined : parseDay(asked)
  if (asked !== undefined && endsOn === undefined) return refuse('day-wrong')
  const added = await addProvision(actor, {
    ...{ municipalityId: place.id, organisationId: by.value, programmeCode: programme },
    ...(endsOn !== undefined && { endsOn }),
  })
  if (!added.ok) return added
  await markAsReal(actor)
  return allow({
    json: { programme, municipality, organisation },
    text: `${organisation} voert ${definition.name.nl} uit in ${place.name}.`,
  })
}

/** The organisation with exactly this name, capitals aside. */
export async function organisationNamed(actor: Actor, name: string): Promise<Answer<Id>> {
  const wanted = name.trim().toLowerCase()
  const found = (await organisationsInReach(actor)).find((one) => one.name.toLowerCase() === wanted)
  return found === undefined ? refuse('organisation-unknown', { name }) : allow(found.id)
}
