import type { FC } from 'hono/jsx'
import { designWords } from '../words/design.ts'
import { formatNumber } from '../words/format.ts'
import type { Lang } from '../words/words.ts'
import { Icon, type IconName } from './icon.tsx'
import { HIDDEN, MISSING, type Shown } from './shown.ts'

export type Direction = 'up' | 'down' | 'level'

export type FigureProps = {
  lang: Lang
  name: string
  value: Shown
  /** Printed after the number, such as `%`. */
  unit?: string | undefined
  decimals?: number | undefined
  /** Where it goes, in words; the arrow only repeats it. */
  change?: { direction: Direction; words: string } | undefined
  /** Second line, such as a target or what is not complete. */
  note?: string | undefined
  passport?: { href: string; label: string } | undefined
}

const arrows: Readonly<Record<Direction, IconName>> = { up: 'up', down: 'fall', level: 'level' }

/** One number with its name above, its direction below and the way to how it was counted. */
export const Figure: FC<FigureProps> = (props) => (
  <div class="figure">
    <h3 class="figure-name">{props.name}</h3>
    <p class="number utrecht-number-data">
      <FigureValue {...props} />
    </p>
    <div class="figure-words">
      {props.change === undefined ? null : (
        <p class="change">
          <Icon name={arrows[props.change.direction]} />
          <span>{props.change.words}</span>
        </p>
      )}
      {props.note === undefined ? null : <p>{props.note}</p>}
    </div>
    {props.passport === undefined ? null : (
      <a class="how" href={props.passport.href}>
        <Icon name="passport" />
        <span>{props.passport.label}</span>
        <span class="unseen">: {props.name}</span>
      </a>
    )}
  </div>
)

const FigureValue: FC<FigureProps> = ({ lang, value, unit, decimals }) => {
  if (value === HIDDEN) return <span class="no-number hid">{designWords[lang].hidden}</span>
  if (value === MISSING) return <span class="no-number">{designWords[lang].missing}</span>
  return (
    <>
      {formatNumber(lang, value, decimals ?? 0)}
      {unit === undefined ? null : <span class="unit"> {unit}</span>}
    </>
  )
}

/** Figures beside each other between two rules. */
export const Figures: FC<{ figures: readonly FigureProps[] }> = ({ figures }) => (
  <div class="figures">
    {figures.map((figure) => (
      <Figure {...figure} />
    ))}
  </div>
)
