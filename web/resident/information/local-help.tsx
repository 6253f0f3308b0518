import type { FC } from 'hono/jsx'
import { links } from '../../links.ts'
import { inLanguage } from '../../shell/pages.tsx'
import { informationWords } from '../../words/information.ts'
import { type MoneyContact, MoneyContactView } from '../money/contact.tsx'
import type { Around, Offer } from './around.ts'

type Props = { around: Around; offers: readonly Offer[]; money?: MoneyContact | undefined }

/** Beside a text: who near the reader thinks along, about money first whom to ask, and whom to call when it is not safe. */
export const LocalHelp: FC<Props> = ({ around, offers, money }) => {
  const { here, municipality } = around
  const words = informationWords[here.lang]
  return (
    <aside class="local-help" aria-labelledby="hulp-hier">
      {money === undefined ? null : <MoneyContactView money={money} />}
      <section class="local">
        <h2 id="hulp-hier">{municipality === undefined ? words.helpNear : words.helpIn(municipality.name)}</h2>
        <p>{words.helpText}</p>
        <p>
          <a href={inLanguage(here.lang, links.ask())}>{words.ask}</a>
        </p>
        <p class="small soft">{words.independent}</p>
        {municipality === undefined ? (
          <>
            <p>{words.chooseText}</p>
            <p>
              <a href={links.choosePlace(here.lang)}>{words.choose}</a>
            </p>
          </>
        ) : (
          <OffersHere offers={offers} title={words.offersHere} />
        )}
      </section>
      <p class="small">
        <strong>{words.notSafe}</strong> <a href={inLanguage(here.lang, links.danger())}>{words.callNow}</a>
      </p>
    </aside>
  )
}

/** Few enough to stand beside a text. */
const MOST_BESIDE = 3

const OffersHere: FC<{ offers: readonly Offer[]; title: string }> = ({ offers, title }) =>
  offers.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul class="offers-here">
        {offers.slice(0, MOST_BESIDE).map(({ name, summary }) => (
          <li>
            <strong>{name}</strong>
            <br />
            {summary}
          </li>
        ))}
      </ul>
    </>
  )
