import type { FC } from 'hono/jsx'
import type { Rising } from '../../../capabilities/money-help/rising.ts'
import { BarChart } from '../../design/chart.tsx'
import { formatList, formatMoney, formatNumber } from '../../words/format.ts'
import { moneyCheckWords } from '../../words/money-check.ts'
import type { Lang } from '../../words/words.ts'

type Shown = { lang: Lang; result: Rising; names: (code: string) => string }

/** What is kept of a rise: one sentence first, then where something ends, then the drawing with its table, then what is not in it. */
export const RisingView: FC<Shown> = (props) => {
  const { lang, result } = props
  const words = moneyCheckWords[lang]
  const { more, kept } = result.asked
  return (
    <section class="chances" aria-labelledby="overhouden">
      <h2 id="overhouden" tabindex={-1} autofocus>
        {words.keepTitle}
      </h2>
      <p class="lead">
        {kept < 0 ? words.loses(more, -kept) : kept === more ? words.keepsAll(more) : words.keeps(more, kept)}
      </p>
      <p>
        {result.worseUntil === undefined ? words.neverWorse : words.worseUntil(result.worseUntil)}
        {result.worseUntil === undefined && result.cliffs.length > 0 ? ` ${words.lessForMore}` : ''}
      </p>
      <Cliffs {...props} />
      {result.cliffs.length === 0 ? null : <Drawing {...props} />}
      <NotCounted {...props} />
    </section>
  )
}

const Cliffs: FC<Shown> = ({ lang, result, names }) => {
  const words = moneyCheckWords[lang]
  return (
    <>
      <h3>{words.cliffs}</h3>
      {result.cliffs.length === 0 ? (
        <p>{words.noCliffs}</p>
      ) : (
        <ul class="cliffs">
          {result.cliffs.map(({ scheme, worth, limit, room }) => (
            <li>
              <strong>{words.cliff(names(scheme), worth)}</strong>
              <br />
              {words.cliffAt(limit, room)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const whole = (cents: number): number => Math.round(cents / 100)

/** A bar per amount; below the line where somebody would be worse off. The same numbers stand in its table. */
const Drawing: FC<Shown> = ({ lang, result }) => {
  const words = moneyCheckWords[lang]
  return (
    <>
      <h3>{words.table}</h3>
      <BarChart
        lang={lang}
        label={words.chartLabel}
        caption={words.chartCaption}
        periodHead={words.tableMore}
        periods={result.steps.map(({ more }) => ({
          short: formatNumber(lang, whole(more)),
          long: formatMoney(lang, more),
        }))}
        series={[{ name: words.tableKept, values: result.steps.map(({ kept }) => whole(kept)) }]}
      />
    </>
  )
}

const NotCounted: FC<Shown> = ({ lang, result, names }) => {
  const words = moneyCheckWords[lang]
  return (
    <>
      <h3>{words.notCounted}</h3>
      <ul class="cliffs">
        <li>{words.notCountedBenefits}</li>
        {result.notCounted.length === 0 ? null : (
          <li>{words.notCountedSchemes(formatList(lang, result.notCounted.map(names)))}</li>
        )}
        <li>{words.notCountedBands}</li>
      </ul>
      <p>{words.advice}</p>
    </>
  )
}
