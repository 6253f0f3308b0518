import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import { type Municipality, municipalityWithCode } from '../capabilities/access/queries.ts'
import { keepRules } from '../capabilities/money-help/actions.ts'
import { assess } from '../capabilities/money-help/assess.ts'
import { differencesOf } from '../capabilities/money-help/examples.ts'
import { examplesKnown, type RulesKept, rulesKept } from '../capabilities/money-help/queries.ts'
import { whyNot } from '../capabilities/money-help/rules.ts'
import { dayAt } from '../foundation/day.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import type { Output, Run } from './run.ts'

export function addSchemeCommands(program: Command, run: Run): void {
  const schemes = program.command('schemes').description('regelingen: bedragen per gemeente tonen, nakijken en bewaren')
  schemes
    .command('list <gemeente>')
    .description('toon elk bedrag met de dagen waarop het geldt (CBS-code)')
    .action((code: string) => run('money.read', (actor) => list(actor, code)))
  schemes
    .command('check <gemeente>')
    .description('kijk de bedragen na: wat is verlopen, en wat verandert er voor voorbeeldgezinnen?')
    .action((code: string) => run('money.read', (actor) => check(actor, code)))
  schemes
    .command('write <gemeente> <bestand>')
    .description('bewaar bedragen uit een bestand; op het scherm kijk je ze na en maak je ze openbaar')
    .action((code: string, file: string) => run('money.changed', (actor) => write(actor, code, file)))
}

type Found = { readonly municipality: Municipality; readonly kept: RulesKept }

async function keptIn(actor: Actor, code: string): Promise<Answer<Found>> {
  const municipality = await municipalityWithCode(actor, code)
  if (municipality === undefined) return refuse('municipality-unknown', { code })
  const kept = await rulesKept(actor, municipality)
  return kept === undefined ? refuse('not-yours') : allow({ municipality, kept })
}

const valuesOf = ({ current: { norms, schemes } }: RulesKept) => [
  ...norms.map((value) => ({ what: 'norm', value })),
  ...schemes.map((value) => ({ what: value.scheme, value })),
]

/** Every value with its days; the same as on the screen, also what is not public yet. */
export async function list(actor: Actor, code: string): Promise<Answer<Output>> {
  const found = await keptIn(actor, code)
  if (!found.ok) return found
  const rows = valuesOf(found.value.kept).map(({ what, value: { validFrom, validUntil, status, source } }) => ({
    ...{ what, validFrom, validUntil, status, source },
  }))
  const lines = rows.map((one) => `${one.what}  ${one.validFrom}  ${one.validUntil}  ${one.status}  ${one.source}`)
  return allow({ json: rows, text: lines.length === 0 ? 'Er zijn nog geen bedragen.' : lines.join('\n') })
}

/** What cannot be used today, what changes for example households, and what each of them hears. */
export async function check(actor: Actor, code: string): Promise<Answer<Output>> {
  const found = await keptIn(actor, code)
  if (!found.ok) return found
  const { kept } = found.value
  const day = dayAt(new Date())
  const unusable = valuesOf(kept).flatMap(({ what, value }) => {
    const why = whyNot(value, { day, isDemo: false })
    return why === undefined ? [] : [{ what, why, validFrom: value.validFrom, validUntil: value.validUntil }]
  })
  const examples = examplesKnown(actor)
  const values = { before: kept.before, after: kept.current }
  const changes = differencesOf(examples, values, { today: day, isDemo: false })
  const households = examples.map((example) => ({
    example: example.code,
    verdicts: Object.fromEntries(
      assess(example.household, kept.current, { day, isDemo: false }).map(({ scheme, verdict }) => [scheme, verdict]),
    ),
  }))
  const lines = [
    ...unusable.map(({ what, why, validUntil }) => `${what}: ${WHY[why]} (laatste dag ${validUntil})`),
    ...changes.map(
      (one) => `${one.example}, ${one.scheme}, ${one.day}: ${one.before ?? '-'} wordt ${one.after ?? '-'}`,
    ),
  ]
  return allow({
    json: { isDraft: kept.isDraft, unusable, changes, households },
    text: lines.length === 0 ? 'Alle bedragen gelden nu, en er verandert niets.' : lines.join('\n'),
  })
}

const WHY = {
  'value-expired': 'verlopen, wordt niet gebruikt',
  'value-not-yet': 'begint later',
  'value-unverified': 'niet nagekeken, wordt niet gebruikt',
} as const

/** Keeps the values in a file in place of those that are being changed. */
export async function write(actor: Actor, code: string, file: string): Promise<Answer<Output>> {
  const found = await keptIn(actor, code)
  if (!found.ok) return found
  const given = documentIn(file)
  if (given === undefined) return refuse('page-file-unreadable', { file })
  const { municipality, kept } = found.value
  const written = await keepRules(actor, municipality.id, given, kept.version)
  if (!written.ok) return written
  return allow({
    json: { municipality: code, state: 'draft' },
    text: `De bedragen van ${municipality.name} zijn bewaard. Ze zijn nog niet openbaar.`,
  })
}

function documentIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
