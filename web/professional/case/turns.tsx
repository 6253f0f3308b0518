import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Handed } from '../../../capabilities/cases/afterwards/offer.ts'
import type { TrajectoryDetail } from '../../../capabilities/cases/queries.ts'
import type { Turn } from '../../../capabilities/cases/reopening/reopening.ts'
import { Facts } from '../../design/facts.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { closingWords } from '../../words/closing.ts'
import { formatDay } from '../../words/format.ts'
import { who } from '../files/sights.ts'
import { reasonInWords } from './event-words.ts'

type TurnsProps = {
  actor: Actor
  page: PageRequest
  detail: TrajectoryDetail
  turns: readonly Turn[]
  names: ReadonlyMap<string, string>
}

/** When it was closed and opened again, by whom and why. */
export const Turns: FC<TurnsProps> = ({ actor, page, detail, turns, names }) => {
  const words = closingWords[page.lang]
  if (turns.length === 0) return null
  return (
    <section aria-labelledby="beurten">
      <h2 id="beurten">{words.turns}</h2>
      <DataTable
        lang={page.lang}
        caption={words.turns}
        captionUnseen
        head={words.turn}
        columns={[{ head: words.turnWhat }, { head: words.turnBy }, { head: words.turnWhy }]}
        stacked
        rows={turns.map(({ what, on, by, reason }) => ({
          head: formatDay(page.lang, on, 'plain'),
          cells: [
            words.turnNames[what],
            who(page.lang, actor, by, names.get(by)),
            reasonInWords(page.lang, detail.definition, reason ?? null),
          ],
        }))}
      />
    </section>
  )
}

/** What was taken along, with the list to print. */
export const HandedOver: FC<{ page: PageRequest; trajectoryId: string; handed: readonly Handed[] }> = (props) => {
  const words = closingWords[props.page.lang]
  if (props.handed.length === 0) return null
  return (
    <section aria-labelledby="meegegeven">
      <h2 id="meegegeven">{words.handed}</h2>
      <ul>
        {props.handed.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      <p>
        <a href={links.caseHanded(props.trajectoryId)}>{words.handedList}</a>
      </p>
    </section>
  )
}

export type Unheard = { readonly name: string | undefined; readonly because: string }

/** Why the voice of a child is missing in this trajectory, as it was written here. */
export const WhyUnheard: FC<{ page: PageRequest; unheard: readonly Unheard[] }> = ({ page, unheard }) => {
  const words = closingWords[page.lang]
  if (unheard.length === 0) return null
  return (
    <section aria-labelledby="stem">
      <h2 id="stem">{words.voice}</h2>
      <Facts
        facts={unheard.map(({ name, because }) => ({ term: words.voiceWhy(name ?? words.nameless), value: because }))}
      />
    </section>
  )
}
