import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Village, villagesIn } from '../../../capabilities/access/queries.ts'
import { ageAsked, byVillage, type Choice, choiceOf, suiting } from '../../../capabilities/directory/choosing.ts'
import { freshness } from '../../../capabilities/directory/freshness.ts'
import type { Offer } from '../../../capabilities/directory/offer.ts'
import { publicOffers } from '../../../capabilities/directory/queries.ts'
import { LinkButton } from '../../design/button.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { type Here, links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { askHref, pageForAll } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { openInWords } from '../../words/offer-hours.ts'
import { offerWords } from '../../words/offers.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { type Around, aroundOf, placeShown } from '../information/around.ts'
import { addressOf, type Now, OfferInList, openNow } from './card-view.tsx'
import { ChoiceForm } from './choice-form.tsx'

/** The local offer of a municipality by village, with where one can walk in first. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  return around === undefined ? notFound() : show(actor, page, around)
})

/** What somebody chooses is posted: a part of life, an age or a village stands in no address, history or log. */
export const post = guarded({ may: 'everyone', isReading: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  return around === undefined
    ? notFound()
    : show(actor, page, around, (name) => String(page.form.get(name) ?? '').trim())
})

async function show(actor: Actor, page: PageRequest, around: Around, typed?: (name: string) => string) {
  const { here, municipality } = around
  const words = offerWords[here.lang]
  const at = {
    ...{ lang: here.lang, place: placeShown(around) },
    paths: { nl: links.offers({ ...here, lang: 'nl' }), en: links.offers({ ...here, lang: 'en' }) },
  }
  const head = { title: words.windowTitle, description: words.description, at, ...(typed && { isPrivate: true }) }
  if (municipality === undefined) return pageForAll(page, head, <NoPlace here={here} />)
  const villages = await villagesIn(actor, municipality.id)
  const offers = await publicOffers(actor, municipality.id, page.today)
  const view = { here, name: municipality.name, villages, offers, now: page, isDemo: page.isDemo }
  if (typed === undefined) return pageForAll(page, head, <ListView {...view} />)
  const codes = villages.map(({ code }) => code)
  const age = ageAsked(typed('age'))
  const chosen = { choice: choiceOf(typed, codes), typedAge: typed('age') }
  const ageFault = age.ok ? undefined : refusalSentence(here.lang, age)
  return pageForAll(
    page,
    { ...head, ...refusedAs(age.ok ? undefined : age) },
    <ListView {...view} {...chosen} ageFault={ageFault} />,
  )
}

const NoPlace: FC<{ here: Here }> = ({ here }) => {
  const words = offerWords[here.lang]
  return (
    <header class="page-head">
      <h1>{words.title}</h1>
      <p class="lead">{words.choose}</p>
      <p>
        <LinkButton href={links.choosePlace(here.lang)}>{words.chooseLink}</LinkButton>
      </p>
    </header>
  )
}

type View = {
  here: Here
  name: string
  villages: readonly Village[]
  offers: readonly Offer[]
  now: Now
  isDemo: boolean
  choice?: Choice
  typedAge?: string
  ageFault?: string | undefined
}

const ListView: FC<View> = (view) => {
  const { here, name, offers, choice, ageFault, isDemo } = view
  const words = offerWords[here.lang]
  return (
    <>
      <header class="page-head">
        <h1>{words.titleIn(name)}</h1>
        <p class="lead">{words.lead}</p>
        {isDemo ? <p class="small soft">{words.demo}</p> : null}
        {choice === undefined ? <ToVillages {...view} /> : null}
      </header>
      {choice === undefined ? <WalkIn {...view} /> : null}
      {offers.length === 0 ? <None here={here} /> : <ChoiceForm {...view} />}
      {choice === undefined ? <Villages {...view} /> : null}
      {choice === undefined || ageFault !== undefined ? null : <Chosen {...view} choice={choice} />}
      {offers.length === 0 ? null : (
        <p class="small">
          <a href={links.offersPaper(here)}>{words.paper}</a>
        </p>
      )}
    </>
  )
}

/** A long list is walked through by its villages. */
const ToVillages: FC<View> = ({ here, villages, offers, name }) => {
  const groups = grouped(offers, villages)
  if (groups.length < 2) return null
  return (
    <nav aria-label={offerWords[here.lang].toVillage}>
      <ul class="to-village small">
        {groups.map((group) => (
          <li>
            <a href={`#${anchorOf(group.village)}`}>{nameOf(group.village, { here, villages, name })}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const grouped = (offers: readonly Offer[], villages: readonly Village[]) =>
  byVillage(
    offers,
    villages.map(({ code }) => code),
  )
const anchorOf = (village: string | null): string => `dorp-${village ?? 'overal'}`
const nameOf = (village: string | null, { here, villages, name }: Pick<View, 'here' | 'villages' | 'name'>): string =>
  villages.find(({ code }) => code === village)?.name ?? offerWords[here.lang].whole(name)

const None: FC<{ here: Here }> = ({ here }) => (
  <Notice>
    <p>{offerWords[here.lang].none}</p>
    <p>
      <a href={askHref(here)}>{offerWords[here.lang].ask}</a>
    </p>
  </Notice>
)

/** places with a door, whether it is open today, and the digital way beside them. */
const WalkIn: FC<View> = ({ here, offers, now }) => {
  const words = offerWords[here.lang]
  const places = soonestFirst(
    offers.filter(({ card }) => card.isWalkIn),
    now,
  )
  return (
    <section class="part" aria-labelledby="binnenlopen">
      <header>
        <h2 id="binnenlopen">{words.walkIn}</h2>
        <p class="small soft">{words.walkInText}</p>
        <p class="small">
          {words.digital} <a href={askHref(here)}>{words.digitalLink}</a>
        </p>
      </header>
      {places.length === 0 ? (
        <p>{words.noWalkIn}</p>
      ) : (
        <ul class="page-list walk-in">
          {places.map((offer) => (
            <WalkInLine offer={offer} here={here} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}

const WalkInLine: FC<{ offer: Offer; here: Here; now: Now }> = ({ offer, here, now }) => {
  const words = offerWords[here.lang]
  const open = openNow(offer, now)
  const isStale = freshness(offer.confirmedOn, now.today) === 'stale'
  const { place } = offer.card
  return (
    <li class={isStale ? 'offer--stale' : undefined}>
      <h3>
        <a href={links.offer(here, offer.id)}>{offer.card.name}</a>
      </h3>
      <p>
        {isStale ? words.stale : open === undefined ? words.noHours : null}
        {isStale || open === undefined ? null : <strong>{openInWords(here.lang, open, now.today)}</strong>}
      </p>
      {place === undefined ? null : <p class="small">{addressOf(place)}</p>}
    </li>
  )
}

/** What is open comes first, then what opens today, then the rest by the next day; what nobody checked comes last. */
function soonestFirst(offers: readonly Offer[], now: Now): Offer[] {
  const rank = (offer: Offer): string => {
    if (freshness(offer.confirmedOn, now.today) === 'stale') return '9'
    const open = openNow(offer, now)
    if (open === undefined) return '8'
    if (open.state === 'open') return '0'
    return open.state === 'later' ? `1${open.opens}` : `2${open.next?.on ?? '9'}${open.next?.opens ?? ''}`
  }
  return offers.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

const Villages: FC<View> = ({ here, villages, offers, now, name }) => {
  const words = offerWords[here.lang]
  return (
    <>
      {grouped(offers, villages).map((group) => (
        <section class="part" aria-labelledby={anchorOf(group.village)}>
          <header>
            <h2 id={anchorOf(group.village)}>{nameOf(group.village, { here, villages, name })}</h2>
            <p class="small soft">{words.inVillage(group.offers.length)}</p>
          </header>
          <OfferList offers={group.offers} {...{ here, now, villages, name }} />
        </section>
      ))}
    </>
  )
}

type Listed = Pick<View, 'offers' | 'here' | 'now' | 'villages' | 'name'>

const OfferList: FC<Listed> = ({ offers, here, now, villages, name }) => (
  <ul class="page-list offers">
    {freshFirst(offers, now).map((offer) => (
      <OfferInList
        {...{ offer, here, now }}
        village={villages.find(({ code }) => code === offer.village)?.name ?? name}
      />
    ))}
  </ul>
)

const freshFirst = (offers: readonly Offer[], { today }: Now): Offer[] => {
  const isStale = ({ confirmedOn }: Offer) => Number(freshness(confirmedOn, today) === 'stale')
  return offers.toSorted((a, b) => isStale(a) - isStale(b))
}

/** what suits the choice, in one list. */
const Chosen: FC<View & { choice: Choice }> = ({ here, offers, choice, now, villages, name }) => {
  const words = offerWords[here.lang]
  const found = suiting(offers, choice)
  if (offers.length === 0) return null
  if (found.length === 0)
    return (
      <EmptyState title={words.nothing}>
        <p>{words.nothingHow}</p>
        <p>
          <a href={askHref(here)}>{words.ask}</a>
        </p>
        <p>
          <a href={links.offers(here)}>{words.all}</a>
        </p>
      </EmptyState>
    )
  return (
    <section class="part" aria-labelledby="gevonden">
      <header>
        <h2 id="gevonden">{words.found(found.length)}</h2>
        <p class="small">
          <a href={links.offers(here)}>{words.all}</a>
        </p>
      </header>
      <OfferList offers={found} {...{ here, now, villages, name }} />
    </section>
  )
}
