import type { Command } from 'commander'
import { addPerson } from '../capabilities/access/actions.ts'
import type { Actor } from '../capabilities/access/actor.ts'
import { personNamed } from '../capabilities/access/queries.ts'
import { INVITATION_DAYS } from '../capabilities/access/sign-in/invitation.ts'
import { invite } from '../capabilities/access/sign-in/invitations.ts'
import { useSignIn } from '../capabilities/access/sign-in/library.ts'
import type { Id } from '../foundation/id.ts'
import { allow, refuse } from '../foundation/result.ts'
import { secretOf } from '../server/open.ts'
import type { Settings } from '../server/settings.ts'
import { links } from '../web/links.ts'
import { type GrantOptions, grantNamed } from './grant-named.ts'
import { markAsReal } from './real-records.ts'
import type { Run } from './run.ts'

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
    .action((name: string, email: string, options: GrantOptions) =>
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
  options: GrantOptions,
  settings: Here,
) {
  const grant = await grantNamed(actor, options)
  if (!grant.ok) return grant
  const added = await addPerson(actor, { name, email }, [grant.value])
  if (!added.ok) return added
  await markAsReal(actor)
  return linkFor(actor, added.value.id, email, settings)
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
