import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import { municipalityWithCode } from '../capabilities/access/queries.ts'
import { bringIn } from '../capabilities/directory/bringing-in/actions.ts'
import { lookAtFile } from '../capabilities/directory/bringing-in/queries.ts'
import { DOMAINS } from '../capabilities/directory/card.ts'
import { offerFile } from '../capabilities/directory/queries.ts'
import { dayAt } from '../foundation/day.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { keptWords } from '../web/words/offers-kept.ts'
import type { Output, Run } from './run.ts'

type Where = { readonly municipality: string }
type Bringing = Where & { readonly domain?: string; readonly look?: boolean }

export function addOfferCommands(program: Command, run: Run): void {
  const offer = program
    .command('offer')
    .description('lokaal aanbod: als bestand bewaren, uit een bestand halen (HSDS 3.0)')
  withPlace(
    offer.command('export <bestand>').description('schrijf al het aanbod van een gemeente in een bestand'),
  ).action((file: string, where: Where) => run('offer.exported', (actor) => exportTo(actor, file, where)))
  withPlace(offer.command('import <bestand>').description('zet alles uit een bestand erin, of niets'))
    .option('--domain <code>', `waar het over gaat als dat er niet bij staat: ${DOMAINS.join(', ')}`)
    .option('--look', 'toon alleen wat er zou veranderen')
    .action((file: string, given: Bringing) => run('offer.imported', (actor) => importFrom(actor, file, given)))
}

const withPlace = (command: Command): Command =>
  command.requiredOption('--municipality <code>', 'de gemeente (CBS-code)')

/** Writes the local offer of a municipality to a file. Refuses a municipality that nobody knows, who does not keep it, and a file that cannot be written. */
export async function exportTo(actor: Actor, file: string, { municipality: code }: Where): Promise<Answer<Output>> {
  const municipality = await municipalityWithCode(actor, code)
  if (municipality === undefined) return refuse('municipality-unknown', { code })
  const offers = await offerFile(actor, municipality.id, dayAt(new Date()))
  if (offers === undefined) return refuse('not-yours')
  try {
    writeFileSync(file, `${JSON.stringify(offers, null, 2)}\n`)
  } catch {
    return refuse('offer-file-unwritable', { file })
  }
  return allow({
    json: { municipality: code, offers: offers.total_items },
    text: `${offers.total_items} kaarten van ${municipality.name} staan nu in ${file}.`,
  })
}

/** Brings in a file, or only looks what it would change. Refuses as `bringIn` does. */
export async function importFrom(actor: Actor, file: string, given: Bringing): Promise<Answer<Output>> {
  const { municipality: code, domain: asked, look = false } = given
  const domain = DOMAINS.find((one) => one === asked)
  if (asked !== undefined && domain === undefined) return refuse('offer-domain-unknown', { codes: DOMAINS.join(', ') })
  const municipality = await municipalityWithCode(actor, code)
  if (municipality === undefined) return refuse('municipality-unknown', { code })
  const text = textIn(file)
  if (text === undefined) return refuse('offer-file-absent', { file })
  const bringing = { municipalityId: municipality.id, text, domain, today: dayAt(new Date()) }
  const answer = look ? await lookAtFile(actor, bringing) : await bringIn(actor, bringing)
  if (!answer.ok) return answer
  const { added, changed, ended, same, faults } = answer.value
  const counts = { added: added.length, changed: changed.length, ended: ended.length, same }
  const lines = [
    ...(look ? ['Er is niets veranderd. Dit zou er gebeuren:'] : []),
    `Nieuw: ${counts.added}. Veranderd: ${counts.changed}. Gestopt: ${counts.ended}. Gelijk: ${counts.same}.`,
    ...faults.map(({ at, code: what }) => `Fout op ${at}: ${keptWords.nl.faults[what]}`),
  ]
  return allow({ json: { ...counts, faults }, text: lines.join('\n') })
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
