import type { FC } from 'hono/jsx'
import type { Card } from '../../../capabilities/directory/card.ts'
import { freshness } from '../../../capabilities/directory/freshness.ts'
import { togetherByHours } from '../../../capabilities/directory/hours.ts'
import type { Offer } from '../../../capabilities/directory/offer.ts'
import type { Day } from '../../../foundation/day.ts'

/** What a card is to search engines, whose terms are those of schema.org: a place to go to, or help that comes or is called. */
export const itemTypeOf = ({ place }: Card): string => `https://schema.org/${place === undefined ? 'Service' : 'Place'}`

type Shown = { offer: Offer; village: string; today: Day }

// On `meta` and `link` the renderer knows `itemProp` alone: without it they move to the head of the page.

/** What a card says in its own layout, said once more for search engines; of name and description the text itself is marked. */
export const CardData: FC<Shown> = ({ offer, village, today }) => {
  const { card, confirmedOn } = offer
  // Nobody vouches any more for the hours of what was not checked for long.
  const isOpenKnown = freshness(confirmedOn, today) !== 'stale'
  return (
    <>
      {card.place === undefined ? (
        <AsService card={card} village={village} />
      ) : (
        <AsPlace card={card} place={card.place} />
      )}
      {isOpenKnown ? <WeekHours offer={offer} /> : null}
    </>
  )
}

const isFree = ({ cents, costWords }: Card): boolean => cents === 0 && costWords === undefined

const AsPlace: FC<{ card: Card; place: NonNullable<Card['place']> }> = ({ card, place }) => (
  <>
    <span itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
      <meta itemProp="name" content={place.name} />
      <meta itemProp="streetAddress" content={place.street} />
      <meta itemProp="postalCode" content={place.postcode} />
      <meta itemProp="addressLocality" content={place.town} />
      <meta itemProp="addressCountry" content="NL" />
    </span>
    {card.phone === undefined ? null : <meta itemProp="telephone" content={card.phone} />}
    {isFree(card) ? <meta itemProp="isAccessibleForFree" content="true" /> : null}
  </>
)

const AsService: FC<{ card: Card; village: string }> = ({ card, village }) => (
  <>
    <span itemprop="provider" itemscope itemtype="https://schema.org/Organization">
      <meta itemProp="name" content={card.provider} />
      {card.phone === undefined ? null : <meta itemProp="telephone" content={card.phone} />}
    </span>
    <meta itemProp="areaServed" content={village} />
    {isFree(card) ? (
      <span itemprop="offers" itemscope itemtype="https://schema.org/Offer">
        <meta itemProp="price" content="0" />
        <meta itemProp="priceCurrency" content="EUR" />
      </span>
    ) : null}
  </>
)

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The hours of the week; days with the same hours are said at once. */
const WeekHours: FC<{ offer: Offer }> = ({ offer: { card, startsOn, endsOn } }) => (
  <>
    {togetherByHours(card.hours).flatMap(({ from, to, spans }) =>
      spans.map(({ opens, closes }) => (
        <span
          itemprop={card.place === undefined ? 'hoursAvailable' : 'openingHoursSpecification'}
          itemscope
          itemtype="https://schema.org/OpeningHoursSpecification"
        >
          {WEEKDAYS.slice(from - 1, to).map((weekday) => (
            <link itemProp="dayOfWeek" href={`https://schema.org/${weekday}`} />
          ))}
          <meta itemProp="opens" content={opens} />
          <meta itemProp="closes" content={closes} />
          {startsOn === null ? null : <meta itemProp="validFrom" content={startsOn} />}
          {endsOn === null ? null : <meta itemProp="validThrough" content={endsOn} />}
        </span>
      )),
    )}
  </>
)
