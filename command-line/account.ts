import type { Command } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import { addServiceAccount, makeToken, revokeToken } from '../capabilities/access/service-accounts/actions.ts'
import { type ServiceAccount, serviceAccounts } from '../capabilities/access/service-accounts/queries.ts'
import { after, dayAt } from '../foundation/day.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { type GrantOptions, grantNamed } from './grant-named.ts'
import { markAsReal } from './real-records.ts'
import type { Output, Run } from './run.ts'

export type TokenOptions = { readonly label: string; readonly scope: readonly string[]; readonly days: string }

/** How long a key lasts when nobody says so: a quarter, after which whoever runs the other system renews it. */
const USUAL_DAYS = 90

export function addAccountCommands(program: Command, run: Run): void {
  const account = program.command('account').description('accounts van andere systemen, en hun sleutels voor de API')
  account
    .command('add <naam>')
    .description('voeg een account toe')
    .requiredOption('--role <rol>', 'registration-system of reporting-system')
    .option('--municipality <code>', 'gemeente waar de rol geldt, zoals GM0148')
    .option('--region <naam>', 'of de hele regio')
    .option('--organisation <naam>', 'organisatie waarvoor het systeem werkt')
    .option('--programme <code>', 'alleen dit programma')
    .action((name: string, options: GrantOptions) =>
      run('service-account.added', (actor) => addAccount(actor, name, options)),
    )
  account
    .command('list')
    .description('accounts met hun sleutels, en wanneer die zijn gebruikt')
    .action(() => run('service-account.listed', listed))
  account
    .command('token <naam>')
    .description('maak een sleutel; die wordt één keer getoond')
    .requiredOption('--label <tekst>', 'waar de sleutel wordt gebruikt')
    .requiredOption('--scope <wat...>', 'wat de sleutel mag, zoals trajecten:lezen')
    .option('--days <aantal>', 'hoe lang de sleutel werkt', String(USUAL_DAYS))
    .action((name: string, options: TokenOptions) =>
      run('service-account.token-made', (actor) => addToken(actor, name, options)),
    )
  account
    .command('revoke <sleutelnummer>')
    .description('neem een sleutel terug; hij werkt dan meteen niet meer')
    .action((id: string) =>
      run('service-account.token-revoked', async (actor) => {
        const revoked = await revokeToken(actor, id)
        return revoked.ok ? allow({ json: { id }, text: 'De sleutel werkt niet meer.' }) : revoked
      }),
    )
}

/** Adds the account of a system, by the names a person types. */
export async function addAccount(actor: Actor, name: string, options: GrantOptions): Promise<Answer<Output>> {
  const grant = await grantNamed(actor, options)
  if (!grant.ok) return grant
  const added = await addServiceAccount(actor, { name, grant: grant.value })
  if (!added.ok) return added
  await markAsReal(actor)
  return allow({
    json: { id: added.value.id, name },
    text: `${name} is toegevoegd. Maak een sleutel met account token.`,
  })
}

/** Makes a key for the one account with this name; it is shown this once. */
export async function addToken(actor: Actor, name: string, options: TokenOptions): Promise<Answer<Output>> {
  const [account, another] = (await serviceAccounts(actor)).filter((one) => one.name === name.trim())
  if (account === undefined || another !== undefined) return refuse('account-unknown', { name })
  if (!/^\d{1,3}$/.test(options.days)) return refuse('token-term')
  const expiresOn = after(dayAt(new Date()), { days: Number(options.days) })
  const made = await makeToken(actor, account.id, { label: options.label, scopes: options.scope, expiresOn })
  if (!made.ok) return made
  const { id, token } = made.value
  return allow({
    json: { id, token, expiresOn },
    text: `Bewaar deze sleutel nu: hij wordt niet nog eens getoond en werkt tot en met ${expiresOn}.\n${token}\nTerugnemen kan met: account revoke ${id}`,
  })
}

async function listed(actor: Actor): Promise<Answer<Output>> {
  const accounts = await serviceAccounts(actor)
  const text = accounts.length === 0 ? 'Er zijn geen accounts van systemen.' : accounts.map(inLines).join('\n')
  return allow({ json: accounts, text })
}

function inLines({ name, isActive, roles, places, tokens }: ServiceAccount): string {
  const keys = tokens.map(({ id, label, scopes, expiresAt, lastUsedAt, revokedAt }) => {
    const used = lastUsedAt === null ? 'nog niet gebruikt' : `gebruikt ${lastUsedAt.toISOString()}`
    const until = `${expiresAt > new Date() ? 'tot' : 'verlopen op'} ${expiresAt.toISOString()}`
    const state = revokedAt === null ? until : 'teruggenomen'
    return `  ${id}  ${label}  ${scopes.join(' ')}  ${state}  ${used}`
  })
  return [`${name}${isActive ? '' : ' (uit)'}: ${[...roles, ...places].join(', ')}`, ...keys].join('\n')
}
