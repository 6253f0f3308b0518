import type { Child, FC } from 'hono/jsx'
import type { Card } from '../../../capabilities/directory/card.ts'
import { freshness } from '../../../capabilities/directory/freshness.ts'
import { type OpenToday, openToday } from '../../../capabilities/directory/hours.ts'
import { isAhead, type Offer } from '../../../capabilities/directory/offer.ts'
import { timeAt } from '../../../foundation/day.ts'
import { CallLink } from '../../design/call-link.tsx'
import type { Fact } from '../../design/facts.tsx'
import { type Here, links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { languageName, openInWords } from '../../words/offer-hours.ts'
import { offerWords } from '../../words/offers.ts'
import type { Lang } from '../../words/words.ts'
import { CardData, itemTypeOf } from './card-data.tsx'

/** When it is looked at: the day and the clock on the wall. */
export type Now = Pick<PageRequest, 'now' | 'today'>

/** Whether its door is open at this moment; undefined for what has no hours. */
export const openNow = ({ card, startsOn, endsOn }: Offer, { now, today }: Now): OpenToday | undefined =>
  openToday(card.hours, { on: today, time: timeAt(now) }, { startsOn, endsOn })

type Shown = { offer: Offer; here: Here; now: Now; village: string }

/** One place in a list: what it is, whether it is open today, and how to know more. A card that nobody checked fades, and says so. */
export const OfferInList: FC<Shown> = ({ offer, here, now, village }) => {
  const { lang } = here
  const { card, id } = offer
  const words = offerWords[lang]
  const isStale = freshness(offer.confirmedOn, now.today) === 'stale'
  return (
    <li class={isStale ? 'offer offer--stale' : 'offer'} id={id} itemscope itemtype={itemTypeOf(card)}>
      <h3>
        <a itemprop="url" href={links.offer(here, id)}>
          <span itemprop="name">{card.name}</span>
        </a>
      </h3>
      <p class="small soft">
        {words.types[card.type]}, {words.by(card.provider)}
      </p>
      <About card={card} lang={lang} isOfItem />
      {isStale ? <p class="offer-note">{words.stale}</p> : <OpenLine offer={offer} lang={lang} now={now} />}
      {isAhead(offer, now.today) && offer.startsOn !== null ? <p>{words.begins(offer.startsOn)}</p> : null}
      <InOneGo facts={shortFacts(offer, lang)} />
      <CardData offer={offer} village={village} today={now.today} />
    </li>
  )
}

/** The same facts, in as few lines as they need. */
const InOneGo: FC<{ facts: readonly Fact[] }> = ({ facts }) => (
  <dl class="offer-facts small">
    {facts
      .filter(({ value }) => value !== undefined && value !== '')
      .map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

/** Whoever wrote it in Dutch only is read out in Dutch. `isOfItem` where search engines are told what it describes. */
export const About: FC<{ card: Card; lang: Lang; isOfItem?: boolean }> = ({ card, lang, isOfItem }) => (
  <p lang={spoken(card.about, lang)} itemprop={isOfItem === true ? 'description' : undefined}>
    {told(card.about, lang)}
  </p>
)

type Both = { readonly nl: string; readonly en?: string }
export const told = (both: Both, lang: Lang): string => (lang === 'en' ? (both.en ?? both.nl) : both.nl)
const spoken = (both: Both, lang: Lang) => (lang === 'en' && both.en === undefined ? 'nl' : undefined)

export const OpenLine: FC<{ offer: Offer; lang: Lang; now: Now }> = ({ offer, lang, now }) => {
  const open = openNow(offer, now)
  return open === undefined ? null : (
    <p>
      <strong>{openInWords(lang, open, now.today)}</strong>
    </p>
  )
}

/** What decides whether somebody goes: where, cost, language, getting in, waiting, and how far the card can be trusted. */
export function shortFacts(offer: Offer, lang: Lang): Fact[] {
  const words = offerWords[lang]
  const { card, confirmedOn } = offer
  return [
    { term: words.where, value: card.place && addressOf(card.place) },
    { term: words.cost, value: costOf(card, lang) },
    { term: words.languages, value: words.list(card.languages.map((code) => languageName(lang, code))) },
    { term: words.waiting, value: waitingOf(card, lang) },
    { term: words.accessible, value: words.list(card.accessible.map((code) => words.accessibles[code])) },
    { term: words.confirmed, value: confirmedOn === null ? words.never : words.confirmedOn(confirmedOn) },
  ]
}

/** Everything else that a card says, with the name of the programme that it belongs to. */
export function moreFacts(offer: Offer, lang: Lang, programme?: string): Fact[] {
  const words = offerWords[lang]
  const { card, endsOn } = offer
  const audience = words.list(card.audiences.map((code) => words.audiences[code]))
  return [
    { term: words.audience, value: words.ages(audience, card.minAge, card.maxAge) },
    { term: words.kind, value: words.types[card.type] },
    { term: words.access, value: words.accesses[card.access] },
    { term: words.programme, value: programme },
    { term: words.howLong, value: card.duration && told(card.duration, lang) },
    { term: words.about, value: words.list(card.domains.map((code) => words.domains[code])) },
    { term: words.until, value: endsOn === null ? undefined : words.ends(endsOn) },
  ]
}

export const addressOf = ({ name, street, postcode, town }: NonNullable<Card['place']>): string =>
  `${name}, ${street}, ${postcode.replace(' ', '\u00a0')} ${town}`

export function costOf(card: Card, lang: Lang): string {
  const words = offerWords[lang]
  const amount = card.cents === undefined ? undefined : card.cents === 0 ? words.free : words.costs(card.cents)
  const more = card.costWords && told(card.costWords, lang)
  if (amount === undefined) return more ?? words.unknown
  return more === undefined ? amount : `${amount}, ${more}`
}

function waitingOf({ waitingWeeks }: Card, lang: Lang): string {
  const words = offerWords[lang]
  if (waitingWeeks === undefined) return words.unknown
  return waitingWeeks === 0 ? words.noWaiting : words.weeks(waitingWeeks)
}

/** How to get there: by phone, mail or its own site. */
export const Contact: FC<{ card: Card; lang: Lang }> = ({ card, lang }) => {
  const words = offerWords[lang]
  const { phone, email, website } = card
  const ways: readonly Child[] = [
    phone === undefined ? null : (
      <li>
        {words.phone} <CallLink number={phone} />
      </li>
    ),
    email === undefined ? null : (
      <li>
        {words.email} <a href={`mailto:${email}`}>{email}</a>
      </li>
    ),
    website === undefined ? null : (
      <li>
        <a href={website} rel="noreferrer external" data-paper={website}>
          {words.websiteOf(card.provider)}
        </a>
      </li>
    ),
  ]
  return <ul class="ways-there">{ways}</ul>
}
