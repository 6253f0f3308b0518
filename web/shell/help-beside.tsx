import type { FC } from 'hono/jsx'
import type { Step } from '../../capabilities/step-plan/definition.ts'
import { CallLink } from '../design/call-link.tsx'
import type { Here } from '../links.ts'
import { stepsWords } from '../words/steps.ts'
import type { Lang } from '../words/words.ts'
import { askHref } from './pages.tsx'

/** Where help is found, in the words of the reader: a place, its address, its number and its hours, as far as they are known. */
export type Door = {
  readonly name: string
  readonly address?: string
  readonly phone?: string
  readonly hours: readonly string[]
}

/** Help that runs at a place; with where it is found, when a card of the local offer says so. */
export type HelpShown = { readonly name: string; readonly summary: string; readonly door?: Door | undefined }

/** What runs at a place, by the code of its programme. */
type Known = { readonly here: Here; readonly offers: ReadonlyMap<string, HelpShown> }

export type Helping = {
  readonly lang: Lang
  readonly known: Known
  readonly step: Step
  /** The help stood in full at an earlier step. */
  readonly isHelpKnown: boolean
  readonly isAlone: boolean
}

/** The best help for this step that runs here; in full the first time, by its name after that. */
export const HelpBeside: FC<Helping> = ({ lang, known, step, isHelpKnown, isAlone }) => {
  const words = stepsWords[lang]
  const { offer, door } = helpFor(step, known, isAlone)
  if (step.offers.length === 0) return <div class="todo-help" />
  // Without a number there is nothing to do with a name that stood there already.
  if (isHelpKnown && isAlone) return <div class="todo-help" />
  const name = offer?.name ?? words.helpNear
  return (
    <aside class="todo-help" aria-label={`${words.helpHere}: ${step.title[lang]}`}>
      {isHelpKnown ? (
        <p class="small soft">
          {words.helpAgain} <strong>{name}</strong>
          {door?.phone === undefined ? null : (
            <>
              , {words.helpCall} <CallLink number={door.phone} />
            </>
          )}
        </p>
      ) : (
        <div class="local">
          <p class="small soft">{words.helpHere}</p>
          <p class="local-name">{name}</p>
          <p class="small">{offer?.summary ?? words.helpNearText}</p>
          {door === undefined ? null : <DoorView lang={lang} door={door} />}
          <p class="small">
            <a href={askHref(known.here)}>{words.helpAsk}</a>
          </p>
        </div>
      )}
    </aside>
  )
}

/**
 * Who helps with a step and where, line by line, as it stands on paper; nothing for who is afraid. In full the first time, and then
 * where that was: `helped` remembers the number of that step.
 */
export function helpInLines(
  step: Step & { readonly number: number },
  { lang, known, isAlone, helped }: Pick<Helping, 'lang' | 'known' | 'isAlone'> & { helped: Map<string, number> },
): string[] {
  const { code = '', offer, door } = helpFor(step, known, isAlone)
  if (offer === undefined || isAlone) return []
  const first = helped.get(code)
  if (first === undefined) helped.set(code, step.number)
  if (door === undefined) return [offer.name]
  const { name, address, phone, hours } = door
  if (first === undefined) return [offer.name, name, ...[address, phone].flatMap((line) => line ?? []), ...hours]
  return [phone === undefined ? offer.name : `${offer.name}, ${phone}`, stepsWords[lang].helpAbove(first)]
}

/** Which help stands beside this step; the same help at a later one is told by its name. */
export const helpKey = (step: Step, known: Known): string => helpFor(step, known, false).code ?? ''

/**
 * The best help for a step that runs here. Whoever is afraid is told of no door: paper that says where somebody goes is found by
 * others.
 */
function helpFor(step: Step, known: Known, isAlone: boolean) {
  const code = step.offers.find((one) => known.offers.has(one))
  const offer = code === undefined ? undefined : known.offers.get(code)
  return { code, offer, door: isAlone ? undefined : offer?.door }
}

/** Where that help is found: name, address, number and hours. */
const DoorView: FC<{ lang: Lang; door: Door }> = ({ lang, door: { name, address, phone, hours } }) => (
  <p class="small">
    <strong>{name}</strong>
    {address === undefined ? null : (
      <>
        <br />
        {address}
      </>
    )}
    {phone === undefined ? null : (
      <>
        <br />
        {stepsWords[lang].helpPhone} <CallLink number={phone} />
      </>
    )}
    {hours.map((line) => (
      <>
        <br />
        {line}
      </>
    ))}
  </p>
)
