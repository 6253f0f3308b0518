import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import { movePage, writePage } from '../capabilities/information/actions.ts'
import { LANGUAGES } from '../capabilities/information/front-matter.ts'
import { pageVersionsSeen } from '../capabilities/information/queries.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import type { Output, Run } from './run.ts'

type Where = { readonly municipality?: string; readonly addition?: boolean }

export function addPageCommands(program: Command, run: Run): void {
  const page = program.command('page').description('pagina’s voor iedereen: tonen, schrijven, goedkeuren')
  page
    .command('list')
    .description('toon elke versie met haar stand')
    .action(() => run('page.listed', list))
  const write = page
    .command('write <adres> <taal> <bestand>')
    .description('schrijf een nieuwe versie uit een bestand; die is nog niet openbaar')
  withPlace(write).action((slug: string, language: string, file: string, where: Where) =>
    run('page.written', (actor) => writeFrom(actor, { slug, language, file, ...where })),
  )
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

const placeOf = ({ municipality, addition }: Where) => ({
  ...(municipality !== undefined && { municipalityCode: municipality }),
  isAddition: addition === true,
})

/** Writes the text in a file as a new version. */
export async function writeFrom(actor: Actor, given: Given & { readonly file: string }): Promise<Answer<Output>> {
  const language = LANGUAGES.find((one) => one === given.language)
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
  const language = LANGUAGES.find((one) => one === given.language)
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

async function list(actor: Actor): Promise<Answer<Output>> {
  const versions = await pageVersionsSeen(actor)
  const rows = versions.map(({ slug, language, version, state, title, reviewOn }) => ({
    ...{ slug, language, version, state, title, reviewOn },
  }))
  return allow({
    json: rows,
    text: rows
      .map((one) => `${one.slug ?? '+'}  ${one.language}  ${one.version}  ${one.state}  ${one.title}`)
      .join('\n'),
  })
}
