import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { villagesIn } from '../../../capabilities/access/queries.ts'
import { freshness } from '../../../capabilities/directory/freshness.ts'
import { spansOn, weekdayOf } from '../../../capabilities/directory/hours.ts'
import { isAhead, type Offer } from '../../../capabilities/directory/offer.ts'
import { publicOffer } from '../../../capabilities/directory/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { after, type Day } from '../../../foundation/day.ts'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { span, weekdayName } from '../../words/offer-hours.ts'
import { offerWords } from '../../words/offers.ts'
import type { Lang } from '../../words/words.ts'
import { type Around, aroundOf, offersAround, placeShown, type Offer as Running } from '../information/around.ts'
import { LocalHelp } from '../information/local-help.tsx'
import { CardData, itemTypeOf } from './card-data.tsx'
import { About, Contact, moreFacts, type Now, OpenLine, shortFacts, told } from './card-view.tsx'

/** One card of the local offer. Its address tells nothing. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  const { id = '' } = page.params
  const offer =
    around?.municipality === undefined ? undefined : await publicOffer(actor, around.municipality.id, id, page.today)
  if (around?.municipality === undefined || offer === undefined) return notFound()
  const { here, municipality } = around
  const villages = await villagesIn(actor, municipality.id)
  const village = villages.find(({ code }) => code === offer.village)?.name ?? municipality.name
  const paths = { nl: links.offer({ ...here, lang: 'nl' }, id), en: links.offer({ ...here, lang: 'en' }, id) }
  return pageForAll(
    page,
    {
      ...headOf(offer, page.lang, village),
      at: { lang: page.lang, place: placeShown(around), paths },
    },
    <OfferView
      offer={offer}
      village={village}
      around={around}
      now={page}
      running={await offersAround(actor, around)}
      programme={await programmeOf(actor, around, offer)}
    />,
  )
})

/**
 * What a search result says: its name and its village. The window of a card about safety tells nothing: history stays, and who
 * is afraid may share it.
 */
function headOf({ card }: Offer, lang: Lang, village: string) {
  const words = offerWords[lang]
  const named = card.name.includes(village) ? card.name : `${card.name}, ${village}`
  return {
    title: card.domains.includes('safety') ? words.windowTitle : words.cardTitle(named),
    description: `${named}. ${told(card.about, lang)}`,
  }
}

/** What the programme of a card is called here; nothing for one that only another system knows. */
async function programmeOf(actor: Actor, { here, said }: Around, { card }: Offer): Promise<string | undefined> {
  if (card.programme === undefined) return undefined
  const known = (await programmesKnown(actor)).find(({ code }) => code === card.programme)
  return known && said(known.name[here.lang])
}

type View = {
  offer: Offer
  village: string
  around: Around
  now: Now
  running: readonly Running[]
  programme: string | undefined
}

const OfferView: FC<View> = ({ offer, village, around, now, running, programme }) => {
  const { here } = around
  const { lang } = here
  const words = offerWords[lang]
  const { card, confirmedOn, startsOn } = offer
  const isStale = freshness(confirmedOn, now.today) === 'stale'
  return (
    <article itemscope itemtype={itemTypeOf(card)}>
      <header class="page-head">
        <BackLink href={links.offers(here)} label={words.back} />
        <h1 itemprop="name">{card.name}</h1>
        <p class="soft">{words.by(card.provider)}</p>
        <div class="lead">
          <About card={card} lang={lang} isOfItem />
        </div>
        {isStale ? <Notice>{words.stale}</Notice> : null}
      </header>
      <div class="beside">
        <div>
          <section class="part">
            <header>
              <h2>{words.next}</h2>
            </header>
            <div class="prose">
              {isStale ? null : <OpenLine offer={offer} lang={lang} now={now} />}
              {isAhead(offer, now.today) && startsOn !== null ? <p>{words.begins(startsOn)}</p> : null}
              {card.isWalkIn ? <p>{words.walkInNext}</p> : null}
              <Contact card={card} lang={lang} />
              <Facts facts={shortFacts(offer, lang)} />
            </div>
          </section>
          <Hours offer={offer} lang={lang} today={now.today} />
          <section class="part">
            <header>
              <h2>{words.more}</h2>
            </header>
            <Facts facts={moreFacts(offer, lang, programme)} />
          </section>
        </div>
        <LocalHelp around={around} offers={running} />
      </div>
      <link itemProp="url" href={links.offer(here, offer.id)} />
      <CardData offer={offer} village={village} today={now.today} />
    </article>
  )
}

/** Single days that are near enough to plan for. */
const WEEKS_AHEAD = 8

/** The week as it is, and the single days to come on which it is otherwise. */
const Hours: FC<{ offer: Offer; lang: Lang; today: Day }> = ({ offer, lang, today }) => {
  const words = offerWords[lang]
  const { hours } = offer.card
  if (hours.regular.length === 0 && hours.exceptions.length === 0) return null
  const until = after(today, { weeks: WEEKS_AHEAD })
  const singles = hours.exceptions
    .filter(({ on }) => on >= today && on <= until)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const inWords = (spans: readonly { opens: string; closes: string }[]) =>
    spans.length === 0 ? words.hoursClosed : words.list(spans.map((one) => span(lang, one)))
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    term: weekdayName(lang, weekday),
    value: inWords(
      hours.regular.filter((one) => one.weekday === weekday).toSorted((a, b) => (a.opens < b.opens ? -1 : 1)),
    ),
  }))
  return (
    <section class="part">
      <header>
        <h2>{words.hours}</h2>
        {hours.isClosedOnHolidays ? <p class="small soft">{words.holidays}</p> : null}
      </header>
      <div class="prose">
        {hours.regular.length === 0 ? null : (
          <Facts facts={[...week.slice(weekdayOf(today) - 1), ...week.slice(0, weekdayOf(today) - 1)]} />
        )}
        {singles.length === 0 ? null : (
          <Facts facts={singles.map(({ on }) => ({ term: words.exception(on), value: inWords(spansOn(hours, on)) }))} />
        )}
      </div>
    </section>
  )
}
