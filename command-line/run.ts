import { randomBytes } from 'node:crypto'
import { type Actor, BUILT_IN } from '../capabilities/access/actor.ts'
import { loadActor, personNamed } from '../capabilities/access/queries.ts'
import { audited } from '../capabilities/privacy/audit.ts'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { type Answer, type Refused, refuse } from '../foundation/result.ts'
import { CannotStart, openDatabase } from '../server/open.ts'
import { readSettings, type Settings } from '../server/settings.ts'
import { refusalSentence } from '../web/words/refusals.ts'
import type { Lang } from '../web/words/words.ts'

/** What a command says: `json` for machines, `text` for people; exit 1 when it did its work and the answer is still no. */
export type Output = { readonly json: unknown; readonly text: string; readonly exit?: 0 | 1 }
export type With = { readonly lang: Lang; readonly now: Date; readonly settings: Settings }
type Work = (actor: Actor, given: With) => Promise<Answer<Output>>
/** `alone`: the work takes its own transactions and writes its own audit row. */
export type Run = (act: string, work: Work, how?: { readonly alone: true }) => Promise<void>

export type Options = { readonly json?: boolean; readonly as?: string; readonly lang?: string }

const DONE = 0
const REFUSED = 1
const WRONG_USE = 2

/** Refusals of how something was written, whatever is in the database: the command was used wrongly. */
const WRITTEN_WRONG: ReadonlySet<string> = new Set([
  ...['day-wrong', 'moment-wrong', 'audience-unknown', 'municipality-code-wrong', 'holds-on-wrong', 'on-or-off'],
  'role-unknown',
])

/** With what the command ends after a refusal. */
export const exitOf = ({ reason }: Refused): 1 | 2 => (WRITTEN_WRONG.has(reason) ? WRONG_USE : REFUSED)

/** Runs one command against the database of the settings, as the operator of this machine or as `--as NAME`, with one audit row. */
export function runner(options: () => Options): Run {
  return async (act, work, how) => {
    const { json = false, as, lang: asked } = options()
    const lang: Lang = asked === 'en' ? 'en' : 'nl'
    const read = readSettings(process.env)
    if ('faults' in read) return sayRefused(read.faults.join('\n'), refuse('settings-wrong'), json)
    try {
      const database = await openDatabase(read.settings)
      try {
        const given = { lang, now: new Date(), settings: read.settings }
        const audit: Audit = (actor, run) => (how?.alone === true ? run() : audited(actor, { act }, run))
        const answer = await runAs(as, work, given, audit)
        if (answer.ok) say(answer.value, json)
        else sayRefused(refusalSentence(lang, answer), answer, json)
      } finally {
        await database.close()
      }
    } catch (fault) {
      if (!(fault instanceof CannotStart)) throw fault
      sayRefused(fault.message, refuse('cannot-start'), json)
    }
  }
}

/** What needs no open database, or makes one. */
export type RunUnopened = (work: (given: Omit<With, 'now'>) => Promise<Answer<Output>>) => Promise<void>

/** Runs one command that opens the database itself, such as one that puts a whole database back. */
export function unopenedRunner(options: () => Options): RunUnopened {
  return async (work) => {
    const { json = false, lang: asked } = options()
    const lang: Lang = asked === 'en' ? 'en' : 'nl'
    const read = readSettings(process.env)
    if ('faults' in read) return sayRefused(read.faults.join('\n'), refuse('settings-wrong'), json)
    try {
      const answer = await work({ lang, settings: read.settings })
      if (answer.ok) say(answer.value, json)
      else sayRefused(refusalSentence(lang, answer), answer, json)
    } catch (fault) {
      if (!(fault instanceof CannotStart)) throw fault
      sayRefused(fault.message, refuse('cannot-start'), json)
    }
  }
}

type Audit = (actor: Actor, run: () => Promise<Answer<Output>>) => Promise<Answer<Output>>

async function runAs(as: string | undefined, work: Work, given: With, audit: Audit): Promise<Answer<Output>> {
  const traceId = randomBytes(16).toString('hex')
  const operator = await loadActor(BUILT_IN.operator, traceId, 'command-line')
  if (operator === undefined) return refuse('operator-missing')
  await publishShippedProgrammes(operator)
  if (as === undefined) return audit(operator, () => work(operator, given))
  const personId = await personNamed(operator, as)
  const actor = personId === undefined ? undefined : await loadActor(personId, traceId, 'command-line')
  return actor === undefined ? refuse('person-unknown') : audit(actor, () => work(actor, given))
}

function say(output: Output, json: boolean): void {
  process.stdout.write(`${json ? JSON.stringify(output.json) : output.text}\n`)
  process.exitCode = output.exit ?? DONE
}

function sayRefused(message: string, refused: Refused, json: boolean): void {
  const { reason, with: values } = refused
  if (json) process.stdout.write(`${JSON.stringify({ refused: reason, message, ...(values && { with: values }) })}\n`)
  // On screen this is a link to the earlier import.
  const earlier = values?.import === undefined ? '' : ` (import ${values.import})`
  process.stderr.write(`${message}${earlier}\n`)
  process.exitCode = exitOf(refused)
}
