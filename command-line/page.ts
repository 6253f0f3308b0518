import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import { movePage, proofreadPage, writePage } from '../capabilities/information/actions.ts'
import { PAGE_LANGUAGES } from '../capabilities/information/front-matter.ts'
import { pageVersionsSeen } from '../capabilities/information/queries.ts'
import { isOlderThanDutch } from '../capabilities/information/translation.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import type { Output, Run } from './run.ts'

type Where = { readonly municipality?: string; readonly region?: string; readonly addition?: boolean }

export function addPageCommands(program: Command, run: Run): void {
  const page = program.command('page').description('pagina’s voor iedereen: tonen, schrijven, goedkeuren')
  page
    .command('list')
    .description('toon elke versie met haar stand')
    .action(() => run('page.listed', list))
  const write = page
    .command('write <adres> <taal> <bestand>')
    .description('schrijf een nieuwe versie uit een bestand; die is nog niet openbaar')
  write.option('--region <code>', 'een pagina van deze regio (haar code)')
  withPlace(write).action((slug: string, language: string, file: string, where: Where) =>
    run('page.written', (actor) => writeFrom(actor, { slug, language, file, ...where })),
  )
  page
    .command('proofread <adres> <taal>')
    .description('zeg dat je de vertaling van een machine naast het Nederlands hebt gelegd en goedkeurt')
    .action((slug: string, language: string) => run('page.proofread', (actor) => proofread(actor, { slug, language })))
  const move = page
    .command('move <adres> <taal> <stand>')
    .description('zet de nieuwste versie op tested, approved (dan is ze openbaar) of retired (meteen niet meer)')
  withPlace(move).action((slug: string, language: string, to: string, where: Where) =>
    run('page.moved', (actor) => moveTo(actor, { slug, language, to, ...where })),
  )
}

const withPlace = (command: Command): Command =>
  command
    .option('--municipality <code>', 'een pagina van deze gemeente (CBS-code)')
    .option('--addition', 'wat die gemeente toevoegt onder een pagina die er al is')

type Given = Where & { readonly slug: string; readonly language: string }

const placeOf = ({ municipality, region, addition }: Where) => ({
  ...(municipality !== undefined && { municipalityCode: municipality }),
  ...(region !== undefined && { regionCode: region }),
  isAddition: addition === true,
})

/** Writes the text in a file as a new version. */
export async function writeFrom(actor: Actor, given: Given & { readonly file: string }): Promise<Answer<Output>> {
  const language = PAGE_LANGUAGES.find((one) => one === given.language)
  if (language === undefined) return refuse('page-language-unknown')
  const text = textIn(given.file)
  if (text === undefined) return refuse('page-file-unreadable', { file: given.file })
  const { slug } = given
  const written = await writePage(actor, { slug, language, text, ...placeOf(given) })
  if (!written.ok) return written
  const { version } = written.value
  return allow({
    json: { slug, language, version, state: 'draft' },
    text: `${slug} (${language}) heeft nu versie ${version}. Die is nog niet openbaar.`,
  })
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Takes a page to a next state. */
export async function moveTo(actor: Actor, given: Given & { readonly to: string }): Promise<Answer<Output>> {
  const language = PAGE_LANGUAGES.find((one) => one === given.language)
  if (language === undefined) return refuse('page-language-unknown')
  const { slug, to } = given
  const moved = await movePage(actor, { slug, language, to, ...placeOf(given) })
  if (!moved.ok) return moved
  const { version } = moved.value
  return allow({
    json: { slug, language, version, state: to },
    text: `Versie ${version} van ${slug} (${language}) staat nu op ${to}.`,
  })
}

/** Records that whoever runs the command answers for a translation that a machine made. */
export async function proofread(actor: Actor, given: Given): Promise<Answer<Output>> {
  const language = PAGE_LANGUAGES.find((one) => one === given.language)
  if (language === undefined) return refuse('page-language-unknown')
  const { slug } = given
  const done = await proofreadPage(actor, { slug, language })
  if (!done.ok) return done
  const { version } = done.value
  return allow({
    json: { slug, language, version, isProofread: true },
    text: `Versie ${version} van ${slug} (${language}) is nagekeken. Wat openbaar is, staat er nu zonder waarschuwing.`,
  })
}

async function list(actor: Actor): Promise<Answer<Output>> {
  const versions = await pageVersionsSeen(actor)
  const rows = versions.map((one) => {
    const { slug, language, version, state, title, reviewOn, isMadeByMachine, isUnread } = one
    const isOlder = isOlderThanDutch(one, versions)
    return { slug, language, version, state, title, reviewOn, isMadeByMachine, isUnread, isOlder }
  })
  return allow({
    json: rows,
    text: rows
      .map((one) => `${one.slug ?? '+'}  ${one.language}  ${one.version}  ${one.state}  ${one.title}${toldOf(one)}`)
      .join('\n'),
  })
}

/** What an editor has to know of a translation. */
const toldOf = ({ isUnread, isOlder }: { readonly isUnread: boolean; readonly isOlder: boolean }): string =>
  [
    ...(isUnread ? ['door een machine vertaald, nog niet nagekeken'] : []),
    ...(isOlder ? ['ouder dan de Nederlandse tekst'] : []),
  ]
    .map((told) => `  (${told})`)
    .join('')
