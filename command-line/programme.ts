import { readFileSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import { publishProgramme } from '../capabilities/programmes/actions.ts'
import { checkDefinition } from '../capabilities/programmes/definition-check.ts'
import type { Fault } from '../capabilities/programmes/definition-faults.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { programmeWords } from '../web/words/programmes.ts'
import { sentenceFor } from '../web/words/refusal.ts'
import { definitionFaults } from '../web/words/refusals/definition-faults.ts'
import type { Lang } from '../web/words/words.ts'
import type { Output, Run } from './run.ts'

export function addProgrammeCommands(program: Command, run: Run): void {
  const programme = program.command('programme').description('programma’s: een beschrijving nakijken of publiceren')
  programme
    .command('check <bestand>')
    .description('kijk een beschrijving na en noem elke fout met haar plaats; publiceert niets')
    .action((file: string) => run('programme.checked', async (_, { lang }) => checkFile(file, lang)))
  programme
    .command('add <bestand>')
    .description('publiceer een beschrijving; wat gepubliceerd is, verandert niet meer')
    .action((file: string) => run('programme.added', (actor, { lang }) => addFile(actor, file, lang)))
}

/** Every fault of a definition with its place; the answer is no (exit 1) when there are any. */
export function checkFile(file: string, lang: Lang): Answer<Output> {
  const json = readJson(file)
  if (!json.ok) return json
  const checked = checkDefinition(json.value)
  if (!checked.ok) return allow(faultList(checked.faults, lang))
  const { code, version, name } = checked.value
  return allow({ json: { code, version, faults: [] }, text: programmeWords[lang].correct(name[lang], version) })
}

/** Publishes the definition in a file; a faulty one gives the same list as checking it. */
export async function addFile(actor: Actor, file: string, lang: Lang): Promise<Answer<Output>> {
  const json = readJson(file)
  if (!json.ok) return json
  const publication = await publishProgramme(actor, json.value)
  if (!publication.ok) return 'faults' in publication ? allow(faultList(publication.faults, lang)) : publication
  const { code, version, isNew } = publication.value
  const say = isNew ? programmeWords[lang].added : programmeWords[lang].known
  return allow({ json: { code, version, isNew }, text: say(code, version) })
}

/** A definition is a few dozen kilobytes; more is some other file. */
const LARGEST_BYTES = 2_000_000

export function readJson(file: string): Answer<unknown> {
  try {
    if (statSync(file).size > LARGEST_BYTES)
      return refuse('programme-file-too-large', { file, most: LARGEST_BYTES / 1e6 })
    return allow<unknown>(JSON.parse(readFileSync(file, 'utf8')))
  } catch (fault) {
    return refuse(fault instanceof SyntaxError ? 'programme-file-not-json' : 'programme-file-unreadable', { file })
  }
}

function faultList(faults: readonly Fault[], lang: Lang): Output {
  const words = programmeWords[lang]
  const list = faults.map((fault) => {
    const refused = refuse(fault.code, fault.with)
    return { at: fault.at, code: fault.code, message: sentenceFor(definitionFaults, lang, refused) }
  })
  const lines = list.map(({ at, message }) => `${at === '' ? words.atStart : at}: ${message}`)
  return {
    json: { refused: 'definition-faulty', faults: list },
    text: [...lines, words.faulty(list.length)].join('\n'),
    exit: 1,
  }
}
