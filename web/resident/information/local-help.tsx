import type { FC } from 'hono/jsx'
import { type Here, links } from '../../links.ts'
import { askChildHref, askHref, inLanguage } from '../../shell/pages.tsx'
import { entranceWords } from '../../words/entrances.ts'
import { informationWords } from '../../words/information.ts'
import { offerWords } from '../../words/offers.ts'
import { type MoneyContact, MoneyContactView } from '../money/contact.tsx'
import type { Around, Offer } from './around.ts'
import type { Nearby } from './nearby.ts'

type Props = {
  around: Around
  offers: readonly Offer[]
  nearby?: readonly Nearby[]
  money?: MoneyContact | undefined
  /** A child asks in words of its own, and without a parent. */
  isForChild?: boolean
}

/** Beside a text: who near the reader thinks along, about money first whom to ask, and whom to call when it is not safe. */
export const LocalHelp: FC<Props> = ({ around, offers, nearby = [], money, isForChild = false }) => {
  const { here, municipality } = around
  const words = informationWords[here.lang]
  return (
    <aside class="local-help" aria-labelledby="hulp-hier">
      {money === undefined ? null : <MoneyContactView money={money} />}
      <section class="local">
        <h2 id="hulp-hier">{municipality === undefined ? words.helpNear : words.helpIn(municipality.name)}</h2>
        {isForChild ? <AskAsChild here={here} /> : <Ask around={around} />}
        {municipality === undefined ? (
          <>
            <p>{words.chooseText}</p>
            <p>
              <a href={links.choosePlace(here.lang)}>{words.choose}</a>
            </p>
          </>
        ) : (
          <>
            <NearbyHere here={here} nearby={nearby} />
            <p>
              <a href={links.offers(here)}>{offerWords[here.lang].allNear(municipality.name)}</a>
            </p>
            <OffersHere offers={offers} title={words.offersHere} />
          </>
        )}
      </section>
      <p class="small">
        <strong>{words.notSafe}</strong> <a href={inLanguage(here.lang, links.danger())}>{words.callNow}</a>
      </p>
    </aside>
  )
}

const Ask: FC<{ around: Around }> = ({ around: { here, said } }) => (
  <>
    <p>{informationWords[here.lang].helpText}</p>
    <p>
      <a href={askHref(here)}>{informationWords[here.lang].ask}</a>
    </p>
    <p class="small soft">{said(informationWords[here.lang].independent)}</p>
  </>
)

const AskAsChild: FC<{ here: Here }> = ({ here }) => (
  <>
    <p>{entranceWords[here.lang].talk.ownText}</p>
    <p>
      <a href={askChildHref(here)}>{entranceWords[here.lang].talk.ownLink}</a>
    </p>
  </>
)

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

/** Where somebody can go nearby with what the text is about, and whether its door is open today. */
const NearbyHere: FC<{ here: Here; nearby: readonly Nearby[] }> = ({ here, nearby }) =>
  nearby.length === 0 ? null : (
    <>
      <h3>{offerWords[here.lang].near}</h3>
      <ul class="offers-here">
        {nearby.map(({ id, name, open, phone }) => (
          <li>
            <a href={links.offer(here, id)}>{name}</a>
            <br />
            {open ?? (phone === undefined ? null : `${offerWords[here.lang].phone} ${phone}`)}
          </li>
        ))}
      </ul>
    </>
  )
