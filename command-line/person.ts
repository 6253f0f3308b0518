import type { Command } from 'commander'
import { addPerson } from '../capabilities/access/actions.ts'
import type { Actor, Grant } from '../capabilities/access/actor.ts'
import { isMunicipalityCode } from '../capabilities/access/municipality-code.ts'
import { municipalityWithCode, personNamed, regionsKnown } from '../capabilities/access/queries.ts'
import { isRole } from '../capabilities/access/roles.ts'
import { INVITATION_DAYS } from '../capabilities/access/sign-in/invitation.ts'
import { invite } from '../capabilities/access/sign-in/invitations.ts'
import { useSignIn } from '../capabilities/access/sign-in/library.ts'
import type { Id } from '../foundation/id.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { secretOf } from '../server/open.ts'
import type { Settings } from '../server/settings.ts'
import { links } from '../web/links.ts'
import { organisationNamed } from './organisation.ts'
import { markAsReal } from './real-records.ts'
import type { Run } from './run.ts'

export type PersonOptions = {
  readonly role: string
  readonly municipality?: string
  readonly region?: string
  readonly organisation?: string
}

/** What of the settings makes a link. */
type Here = Pick<Settings, 'baseUrl' | 'secret' | 'dataFolder'>

export function addPersonCommands(program: Command, run: Run): void {
  const person = program.command('person').description('mensen: toevoegen en uitnodigen')
  person
    .command('add <naam> <e-mail>')
    .description('voeg iemand toe en geef een link waarmee die zelf een wachtwoord kiest')
    .requiredOption('--role <rol>', 'zoals platform-manager, manager, coordinator of policy-adviser')
    .option('--municipality <code>', 'gemeente waar de rol geldt, zoals GM0148')
    .option('--region <naam>', 'of de hele regio')
    .option('--organisation <naam>', 'organisatie waarvoor iemand werkt')
    .action((name: string, email: string, options: PersonOptions) =>
      run('person.added', (actor, { settings }) => add(actor, { name, email }, options, settings)),
    )
  person
    .command('invite <e-mail>')
    .description('geef een nieuwe link; een eerdere werkt dan niet meer')
    .action((email: string) =>
      run('person.invited', async (actor, { settings }) => {
        const personId = await personNamed(actor, email)
        return personId === undefined ? refuse('person-unknown') : linkFor(actor, personId, email, settings)
      }),
    )
}

/** Adds somebody with one role in one place, and gives the link of the invitation; it is shown this once. */
export async function add(
  actor: Actor,
  { name, email }: { readonly name: string; readonly email: string },
  options: PersonOptions,
  settings: Here,
) {
  const grant = await grantOf(actor, options)
  if (!grant.ok) return grant
  const added = await addPerson(actor, { name, email }, [grant.value])
  if (!added.ok) return added
  await markAsReal(actor)
  return linkFor(actor, added.value.id, email, settings)
}

/** The role and its place, by the names a person types; without a place it holds everywhere. */
async function grantOf(actor: Actor, options: PersonOptions): Promise<Answer<Omit<Grant, 'startsOn'>>> {
  const { role, municipality: code, region, organisation } = options
  if (!isRole(role)) return refuse('role-unknown', { role })
  if (code !== undefined && !isMunicipalityCode(code)) return refuse('municipality-code-wrong', { code })
  const place = code === undefined ? undefined : await municipalityWithCode(actor, code)
  if (code !== undefined && place === undefined) return refuse('municipality-unknown', { code })
  const around = (await regionsKnown(actor)).find((one) => one.name === region || one.code === region)
  if (region !== undefined && around === undefined) return refuse('region-unknown', { name: region })
  const by = organisation === undefined ? undefined : await organisationNamed(actor, organisation)
  if (by?.ok === false) return by
  return allow({
    role,
    ...(place !== undefined && { municipalityId: place.id }),
    ...(around !== undefined && { regionId: around.id }),
    ...(by !== undefined && { organisationId: by.value }),
  })
}

async function linkFor(actor: Actor, personId: Id, email: string, settings: Here) {
  useSignIn({ baseUrl: settings.baseUrl, secret: secretOf(settings), secondFactor: 'required' })
  const invited = await invite(actor, personId)
  if (!invited.ok) return invited
  const link = new URL(links.invitation(invited.value.token), settings.baseUrl).href
  return allow({
    json: { email, link, days: INVITATION_DAYS },
    text: `Geef deze link aan ${email}. Hij werkt één keer, ${INVITATION_DAYS} dagen lang:\n${link}`,
  })
}
