import { type Command, InvalidArgumentError } from 'commander'
import type { Actor } from '../capabilities/access/actor.ts'
import type { ProgrammeDefinition } from '../capabilities/programmes/definition.ts'
import { type Anchors, type MilestoneDays, milestoneDays } from '../capabilities/programmes/milestones.ts'
import { programmeDefinition } from '../capabilities/programmes/queries.ts'
import { parseDay } from '../foundation/day.ts'
import { type Answer, allow, refuse } from '../foundation/result.ts'
import { formatDay } from '../web/words/format.ts'
import { programmeWords } from '../web/words/programmes.ts'
import type { Lang } from '../web/words/words.ts'
import type { Output, Run } from './run.ts'

export function addMilestoneCommands(program: Command, run: Run): void {
  program
    .command('milestones <programma>')
    .description('de dagen van de vaste momenten, geteld vanaf een dag die u geeft')
    .requiredOption(
      '--anchor <begin=dag>',
      'het begin en zijn dag, bijvoorbeeld match-meeting=2021-03-01; mag vaker',
      anchorOf,
    )
    .action((code: string, { anchor }: { anchor: Anchors }) =>
      run('milestones.shown', (actor, { lang }) => milestonesOf(actor, { code, anchors: anchor, lang })),
    )
}

/** Adds `match-meeting=2021-03-01` to the anchors given before it; anything else is wrong use. */
export function anchorOf(text: string, before: Anchors = {}): Anchors {
  const [, anchor = '', written = ''] = text.match(/^([a-z0-9-]+)=(.+)$/) ?? []
  const day = parseDay(written)
  if (day === undefined)
    throw new InvalidArgumentError('Schrijf het begin en een bestaande dag: match-meeting=2021-03-01.')
  return { ...before, [anchor]: day }
}

type Asked = { readonly code: string; readonly anchors: Anchors; readonly lang: Lang }

/** The days of the milestones of a programme's last version. Refuses a programme or an anchor that is not there. */
export async function milestonesOf(actor: Actor, { code, anchors, lang }: Asked): Promise<Answer<Output>> {
  const definition = await programmeDefinition(actor, code)
  if (definition === undefined) return refuse('programme-unknown', { code })
  const unknown = Object.keys(anchors).find((anchor) => !definition.anchors.some((one) => one.code === anchor))
  if (unknown !== undefined) return refuse('anchor-unknown', { anchor: unknown })
  const days = milestoneDays(definition, anchors)
  return allow({ json: days, text: days.map((one) => line(definition, one, lang)).join('\n') })
}

function line(
  { milestones, longest }: ProgrammeDefinition,
  { code, earliest, latest }: MilestoneDays,
  lang: Lang,
): string {
  const name = milestones.find((one) => one.code === code)?.name ?? longest?.name
  const first = formatDay(lang, earliest, 'year')
  const days = earliest === latest ? first : `${first} ${programmeWords[lang].until} ${formatDay(lang, latest, 'year')}`
  return `${name?.[lang] ?? code}: ${days}`
}
