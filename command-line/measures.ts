import type { Command } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import { isMunicipalityCode } from '../capabilities/access/municipality-code.ts'
import { municipalitiesKnown, municipalityWithCode, regionsKnown } from '../capabilities/access/queries.ts'
import { type Audience, isAudience } from '../capabilities/measures/audience.ts'
import { groupingsFor, isNothingRecorded } from '../capabilities/measures/figure.ts'
import { type Figure, figure, measures, type Scope } from '../capabilities/measures/queries.ts'
import { type ShareFigure, shareOf, sharesKnown } from '../capabilities/measures/shares/queries.ts'
import { type Day, dayAt, parseDay } from '../foundation/day.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { figureWords } from '../web/words/figures.ts'
import type { Lang } from '../web/words/words.ts'
import type { Run } from './run.ts'

type Options = {
  municipality?: string
  region?: string
  by?: string
  asOf?: string
  from?: string
  knownOn?: string
  audience?: string
}

export function addMeasureCommands(program: Command, run: Run): void {
  program
    .command('measures')
    .description('alle maten: code, naam, eenheid en uitsplitsingen')
    .action(() =>
      run('measure.listed', async (actor, { lang }) => {
        const counted = (await measures(actor)).map((one) => ({
          code: one.code,
          name: one.name[lang],
          unit: one.unit[lang],
          groupings: groupingsFor(one, 'organisation').map((grouping) => grouping.code),
        }))
        const percentages = (await sharesKnown(actor)).map((one) => ({
          code: one.code,
          name: one.name[lang],
          unit: '%',
          groupings: [] as string[],
        }))
        const rows = [...counted, ...percentages]
        return allow({
          json: rows,
          text: rows.map((row) => `${row.code}  ${row.name} (${row.groupings.join(', ')})`).join('\n'),
        })
      }),
    )
  program
    .command('measure <code>')
    .description('één cijfer, zo nodig uitgesplitst')
    .option('--municipality <code>', 'gemeente, zoals GM0148; zonder deze de enige die er is')
    .option('--region <code>', 'een hele regio')
    .option('--by <uitsplitsing>', 'zoals village of referrer')
    .option('--as-of <dag>', 'peildatum (jjjj-mm-dd), standaard vandaag')
    .option('--from <dag>', 'alleen wat vanaf deze dag gold')
    .option('--known-on <moment>', 'zoals toen bekend: een dag of een tijdstip, standaard nu')
    .option('--audience <voor-wie>', 'public, policy of organisation', 'organisation')
    .action((code: string, options: Options) =>
      run('figure.read', (actor, { lang, now }) => figureAsked(actor, { code, ...options }, { lang, now })),
    )
}

type Around = { readonly lang: Lang; readonly now: Date }

/** One figure or percentage as the command asks it. */
export async function figureAsked(
  actor: Actor,
  { code, ...options }: Options & { code: string },
  { lang, now }: Around,
): Promise<Answer<{ json: unknown; text: string }>> {
  const shares = await sharesKnown(actor)
  const isKnown = [...shares, ...(await measures(actor))].some((one) => one.code === code)
  if (!isKnown) return refuse('measure-unknown', { code })
  const scope = await scopeOf(actor, options)
  if (!scope.ok) return scope
  const asOf = options.asOf === undefined ? dayAt(now) : parseDay(options.asOf)
  const from = options.from === undefined ? undefined : parseDay(options.from)
  if (asOf === undefined || (options.from !== undefined && from === undefined)) return refuse('day-wrong')
  const knownOn = options.knownOn === undefined ? undefined : momentIn(options.knownOn)
  if (options.knownOn !== undefined && knownOn === undefined) return refuse('moment-wrong')
  const audience = options.audience ?? 'organisation'
  if (!isAudience(audience)) return refuse('audience-unknown')
  const given = { by: options.by, from, knownOn }
  const asked = {
    measure: code,
    scope: scope.value,
    asOf,
    audience: audience satisfies Audience,
    ...withoutEmpty(given),
  }
  if (shares.some((one) => one.code === code)) {
    if (options.by !== undefined) return refuse('grouping-unknown', { grouping: options.by, measure: code })
    if (from !== undefined) return refuse('share-of-a-day')
    const share = await shareOf(actor, asked)
    return share.ok ? allow({ json: shareAsJson(share.value), text: shareAsText(share.value, lang) }) : share
  }
  const found = await figure(actor, asked)
  return found.ok ? allow({ json: asJson(found.value, lang), text: asText(found.value, lang) }) : found
}

/** Leaves out what was not asked. */
const withoutEmpty = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  } // the same keys, fewer of them

/** A day (to its end) or a moment with its time zone. */
function momentIn(text: string): Day | Date | undefined {
  const onDay = parseDay(text)
  if (onDay !== undefined) return onDay
  const moment = new Date(text)
  return /T.*(Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(moment.getTime()) ? moment : undefined
}

async function scopeOf(actor: Actor, { municipality, region }: Options): Promise<Answer<Scope>> {
  if (region !== undefined) {
    const found = (await regionsKnown(actor)).find((one) => one.code === region || one.name === region)
    return found === undefined ? refuse('region-unknown', { name: region }) : allow({ regionId: found.id })
  }
  if (municipality !== undefined) {
    if (!isMunicipalityCode(municipality)) return refuse('municipality-code-wrong', { code: municipality })
    const found = await municipalityWithCode(actor, municipality)
    return found === undefined
      ? refuse('municipality-unknown', { code: municipality })
      : allow({ municipalityId: found.id })
  }
  const known = await municipalitiesKnown(actor)
  const [only] = known
  return only !== undefined && known.length === 1 ? allow({ municipalityId: only.id }) : refuse('municipality-needed')
}

/** None before anything was recorded. */
const momentOrNone = (knownAt: string): string | null => (isNothingRecorded(knownAt) ? null : knownAt)

const asJson = (found: Figure, lang: Lang) => ({
  code: found.code,
  asOf: found.asOf,
  ...(found.from !== undefined && { from: found.from }),
  knownOn: found.knownOn,
  knownAt: momentOrNone(found.knownAt),
  audience: found.audience,
  scope: found.scope,
  value: found.value,
  recordedAfter: found.recordedAfter,
  ...(found.mean !== undefined && { mean: found.mean }),
  breakdown: found.breakdown.map(({ key, label, value, suppressed }) => ({
    key,
    label: label[lang],
    value,
    suppressed,
  })),
})

const shareAsJson = ({ share, percent, part, whole }: ShareFigure) => ({
  code: share.code,
  asOf: part.asOf,
  knownOn: part.knownOn,
  knownAt: momentOrNone(part.knownAt),
  audience: part.audience,
  scope: part.scope,
  value: percent,
  part: { code: part.code, value: part.value },
  whole: { code: whole.code, value: whole.value },
})

function shareAsText({ share, percent, part }: ShareFigure, lang: Lang): string {
  const words = figureWords[lang]
  const shown = percent === null ? words.noPercent : words.percent(percent)
  return `${share.code}, ${part.scope.name}, ${part.asOf}: ${shown}`
}

function asText(found: Figure, lang: Lang): string {
  const hidden = lang === 'nl' ? 'verborgen' : 'hidden'
  const shown = (value: number | null): string => (value === null ? hidden : String(value))
  return [
    `${found.code}, ${found.scope.name}, ${found.asOf}: ${shown(found.value)}`,
    ...found.breakdown.map(({ label, value }) => `  ${label[lang].padEnd(32)} ${shown(value)}`),
    ...(found.mean === undefined || found.mean === null ? [] : [figureWords[lang].mean(found.mean)]),
  ].join('\n')
}
