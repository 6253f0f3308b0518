import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { findOffers } from '../../../capabilities/directory/finding/queries.ts'
import type { Offer as LocalOffer } from '../../../capabilities/directory/offer.ts'
import type { Helpline } from '../../../capabilities/help-requests/helplines.ts'
import { isAboutDanger, isAboutDeath } from '../../../capabilities/information/finding/danger.ts'
import { type FoundPages, findPages, SHORTEST } from '../../../capabilities/information/finding/queries.ts'
import { findSchemes } from '../../../capabilities/money-help/queries.ts'
import type { Scheme } from '../../../capabilities/money-help/scheme.ts'
import { fits } from '../../../capabilities/search/similar.ts'
import type { Term } from '../../../capabilities/terms/chosen.ts'
import { meantBy } from '../../../capabilities/terms/sought.ts'
import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { type Here, links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { askHref, inLanguage, pageForAll } from '../../shell/pages.tsx'
import { findWords } from '../../words/find.ts'
import { moneyWords } from '../../words/money.ts'
import { offerWords } from '../../words/offers.ts'
import { termWords } from '../../words/terms.ts'
import { linesNow } from '../ask/call.tsx'
import { CallNow } from '../ask/danger.tsx'
import { type Around, aroundOf, type Offer, offersAround, placeShown } from './around.ts'
import { PageList } from './entrance-pages.tsx'
import { LocalHelp } from './local-help.tsx'
import { Talk113 } from './talk-113.tsx'
import { TermList } from './terms.tsx'

export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  return around === undefined ? notFound() : show(page, around, { offers: await offersAround(actor, around) })
})

/** What is looked for is posted: it can be the most private thing somebody ever wrote, and history and logs keep addresses. */
export const post = guarded({ may: 'everyone', isReading: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  if (around === undefined) return notFound()
  const typed = String(page.form.get('zoek') ?? '')
    .trim()
    .slice(0, LONGEST)
  const meant = meantBy(around.terms, page.lang, typed)
  const [found, offers] = [await findPages(actor, typed, around.asked), await offersAround(actor, around)]
  const { municipalityId } = around.place
  const { today, isDemo } = page
  const [places, schemes] = await Promise.all([
    placesFound(actor, page, around, typed),
    findSchemes(actor, typed, page.lang, { municipalityId, today, isDemo }),
  ])
  const isDanger = isAboutDanger(typed, page.lang)
  const isDeath = isAboutDeath(typed, page.lang)
  const all = isDanger || isDeath ? linesNow(actor, page) : []
  return show(page, around, {
    typed,
    found,
    offers,
    places,
    schemes,
    meant,
    danger: isDanger ? all : [],
    death: isDeath ? all : [],
  })
})

/** Cards of the local offer of the municipality that was chosen. */
const placesFound = async (actor: Actor, { lang, today }: PageRequest, { municipality }: Around, typed: string) =>
  municipality === undefined ? [] : findOffers(actor, typed, { municipalityId: municipality.id, language: lang, today })

/** More than any question has; what stands behind it is neither looked for nor shown again. */
const LONGEST = 300

type Sought = {
  readonly typed?: string
  readonly found?: FoundPages
  readonly schemes?: readonly Scheme[]
  /** Things of which a name was typed. */
  readonly meant?: readonly Term[]
  readonly offers: readonly Offer[]
  readonly places?: readonly LocalOffer[]
  /** Whom to call, when what was typed can be of somebody who is not safe, or who thinks of death. */
  readonly danger?: readonly Helpline[]
  readonly death?: readonly Helpline[]
}

function show(page: PageRequest, around: Around, sought: Sought) {
  const { here } = around
  const words = findWords[page.lang]
  const paths = { nl: links.find({ ...here, lang: 'nl' }), en: links.find({ ...here, lang: 'en' }) }
  const isAnswer = sought.typed !== undefined
  return pageForAll(
    page,
    {
      title: words.windowTitle,
      description: words.lead,
      at: { lang: page.lang, place: placeShown(around), paths },
      ...(isAnswer && { isPrivate: true }),
    },
    <FindView around={around} {...sought} />,
  )
}

const FindView: FC<Sought & { around: Around }> = (props) => {
  const { around, typed, found, schemes = [], meant = [], offers, places = [], danger = [], death = [] } = props
  const { here } = around
  const words = findWords[here.lang]
  const isShort = typed !== undefined && typed.length < SHORTEST
  return (
    <>
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <FindForm here={here} typed={typed} error={isShort ? words.short : undefined} />
      <Talk113 lang={here.lang} lines={death} />
      {danger.length === 0 ? null : <CallNow lang={here.lang} lines={danger} />}
      <div class="beside">
        {found === undefined || isShort ? (
          <div />
        ) : (
          <Results {...{ here, found, schemes, offers, places }} terms={meant} typed={typed ?? ''} />
        )}
        <LocalHelp around={around} offers={offers} />
      </div>
    </>
  )
}

/** One field and a button; also on the front page. */
export const FindForm: FC<{ here: Here; typed?: string | undefined; error?: string | undefined }> = ({
  here,
  typed,
  error,
}) => {
  const words = findWords[here.lang]
  return (
    <form method="post" action={links.find(here)} class="one-field">
      <TextField
        name="zoek"
        label={words.field}
        hint={words.hint}
        type="search"
        value={typed}
        error={error}
        autocomplete="off"
      />
      <Button look="plain">{words.button}</Button>
    </form>
  )
}

type ResultsProps = {
  here: Here
  typed: string
  found: FoundPages
  schemes: readonly Scheme[]
  terms: readonly Term[]
  offers: readonly Offer[]
  places: readonly LocalOffer[]
}

const Results: FC<ResultsProps> = ({ here, typed, found: { pages, instead }, schemes, terms, offers, places }) => {
  const words = findWords[here.lang]
  const meant = offers.filter(({ name }) => fits(name, typed) > 0)
  if (pages.length + meant.length + schemes.length + places.length + terms.length === 0) return <Nothing here={here} />
  return (
    <div>
      <MeantTerms here={here} terms={terms} />
      {pages.length === 0 && terms.length > 0 ? null : (
        <section class="part" aria-labelledby="gevonden">
          <header>
            <h2 id="gevonden">{words.found(pages.length)}</h2>
            {instead.length === 0 ? null : (
              <p class="small soft">{words.instead(instead.map(({ read }) => read).join(', '))}</p>
            )}
          </header>
          <PageList here={here} pages={pages} />
        </section>
      )}
      <FoundSchemes here={here} schemes={schemes} />
      {places.length === 0 ? null : (
        <section class="part">
          <header>
            <h2>{offerWords[here.lang].foundNear}</h2>
          </header>
          <ul class="page-list">
            {places.map(({ id, card }) => (
              <li>
                <h3>
                  <a href={links.offer(here, id)}>{card.name}</a>
                </h3>
                <p>{here.lang === 'en' ? (card.about.en ?? card.about.nl) : card.about.nl}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {meant.length === 0 ? null : (
        <section class="part">
          <header>
            <h2>{words.offers}</h2>
          </header>
          <ul class="page-list">
            {meant.map(({ name, summary }) => (
              <li>
                <h3>{name}</h3>
                <p>{summary}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Whoever looks for a name first reads what it is. */
const MeantTerms: FC<{ here: Here; terms: readonly Term[] }> = ({ here, terms }) =>
  terms.length === 0 ? null : (
    <section class="part">
      <header>
        <h2>{termWords[here.lang].meant}</h2>
      </header>
      <TermList lang={here.lang} terms={terms} />
    </section>
  )

/** Few enough that the pages stay in sight. */
const MOST_SCHEMES = 5

const FoundSchemes: FC<{ here: Here; schemes: readonly Scheme[] }> = ({ here, schemes }) =>
  schemes.length === 0 ? null : (
    <section class="part">
      <header>
        <h2>{moneyWords[here.lang].found}</h2>
      </header>
      <ul class="page-list">
        {schemes.slice(0, MOST_SCHEMES).map(({ code, name, summary }) => (
          <li>
            <h3>
              <a href={links.scheme(here, code)}>{name[here.lang]}</a>
            </h3>
            <p>{summary[here.lang]}</p>
          </li>
        ))}
      </ul>
    </section>
  )

const Nothing: FC<{ here: Here }> = ({ here }) => {
  const words = findWords[here.lang]
  return (
    <EmptyState title={words.nothing}>
      <p>{words.nothingHow}</p>
      <ul class="page-list">
        <li>
          <a href={links.home(here.lang, here.place)}>{words.nothingEntrances}</a>
        </li>
        <li>
          <a href={askHref(here)}>{words.nothingAsk}</a>
        </li>
        <li>
          <a href={inLanguage(here.lang, links.danger())}>{words.nothingDanger}</a>
        </li>
      </ul>
    </EmptyState>
  )
}
