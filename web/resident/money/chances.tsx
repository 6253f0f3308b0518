import type { FC } from 'hono/jsx'
import type { Scheme } from '../../../capabilities/money-help/scheme.ts'
import type { Told } from '../../../capabilities/money-help/told.ts'
import { Button } from '../../design/button.tsx'
import { type Here, links } from '../../links.ts'
import { moneyCheckWords } from '../../words/money-check.ts'
import { type MoneyContact, MoneyWays } from './contact.tsx'

export type Result = { readonly told: readonly Told[]; readonly schemes: ReadonlyMap<string, Scheme> }

/** How many chances there are, in one sentence; the browser fills in the same. */
export function leadOf(here: Here, told: readonly Told[]): string {
  const words = moneyCheckWords[here.lang]
  const count = (verdict: Told['verdict']) => told.filter((one) => one.verdict === verdict).length
  const [good, perhaps] = [count('good-chance'), count('perhaps')]
  return good + perhaps === 0
    ? words.resultNone
    : words.resultLead.replace('{good}', String(good)).replace('{perhaps}', String(perhaps))
}

/**
 * What there may be for this household: what it is, why, and what would change it. Without a result it stands ready, out of
 * sight, for the browser to fill in.
 */
export const Chances: FC<{ here: Here; result: Result | undefined; money: MoneyContact }> = ({
  here,
  result,
  money,
}) => {
  const words = moneyCheckWords[here.lang]
  return (
    <section class="chances" data-result hidden={result === undefined} aria-labelledby="uitkomst">
      <h2 id="uitkomst" tabindex={-1} autofocus={result !== undefined}>
        {words.resultTitle}
      </h2>
      <p class="lead" data-lead role="status">
        {result === undefined ? '' : leadOf(here, result.told)}
      </p>
      <ul class="chance-list" data-chances>
        {result?.told.map((one) => (
          <Chance here={here} told={one} scheme={result.schemes.get(one.scheme)} />
        ))}
      </ul>
      <h3>{words.next}</h3>
      <p>{words.nextText}</p>
      <div class="next-step">
        <MoneyWays money={money} />
      </div>
      <p class="small soft">{words.print}</p>
    </section>
  )
}

/** One scheme with its chance; empty it is what the browser fills in. */
export const Chance: FC<{ here: Here; told?: Told; scheme: Scheme | undefined }> = ({ here, told, scheme }) => {
  const words = moneyCheckWords[here.lang]
  const name = scheme?.name[here.lang] ?? ''
  return (
    <li class={`chance chance--${told?.verdict ?? ''}`}>
      <p class="verdict" data-says>
        {told?.says ?? ''}
      </p>
      <div>
        <h3>
          <a data-name href={scheme === undefined ? '#' : links.scheme(here, scheme.code)}>
            {name}
          </a>
        </h3>
        <ul data-because>
          {told?.because.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
        <div data-change hidden={(told?.change.length ?? 0) === 0}>
          <p class="small">
            <strong>{words.change}</strong>
          </p>
          <ul class="small" data-changes>
            {told?.change.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </div>
      </div>
    </li>
  )
}

/** On to what changes when the income rises, with the same answers; they are posted, and kept nowhere. */
export const ToRising: FC<{ here: Here }> = ({ here }) => {
  const words = moneyCheckWords[here.lang]
  return (
    <div class="to-rising">
      <Button look="plain" formAction={links.schemesRising(here)}>
        {words.toRising}
      </Button>
      <p class="small soft">{words.toRisingText}</p>
    </div>
  )
}
