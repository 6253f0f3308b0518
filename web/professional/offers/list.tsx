import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, type Village, villagesIn } from '../../../capabilities/access/queries.ts'
import { handleRemark } from '../../../capabilities/directory/confirming/actions.ts'
import { lastAsked, openRemarks, type Remark } from '../../../capabilities/directory/confirming/queries.ts'
import { freshness } from '../../../capabilities/directory/freshness.ts'
import { isOver, isShown, type Offer } from '../../../capabilities/directory/offer.ts'
import { municipalitiesOffering, offerFile, offersKept } from '../../../capabilities/directory/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { type Day, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { Button, ButtonRow, LinkButton } from '../../design/button.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { download, guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { saidAt } from '../../shell/names.ts'
import { inLanguage, workPage } from '../../shell/pages.tsx'
import { keptWords } from '../../words/offers-kept.ts'

/** The local offer of a municipality as its editor keeps it: what needs attention first, what is over last. */
export const get = guarded({ may: ['change', 'page'], act: 'offer.listed' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  return kept === undefined ? notFound() : show(actor, page, kept)
})

export const post = guarded({ may: ['change', 'page'], act: 'offer.remark-handled' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  if (kept === undefined) return notFound()
  const done = await handleRemark(actor, kept.municipality.id, String(page.form.get('vraag') ?? ''))
  // Twice pressed, or done by a colleague: it is gone.
  return redirect(links.localOffer(kept.municipality.id, done.ok ? 'gedaan=handled' : undefined))
})

/** Everything of a municipality in the form of HSDS 3.0. */
export const getFile = guarded({ may: ['change', 'page'], act: 'offer.exported' }, async (actor, page) => {
  const file = await offerFile(actor, page.params.gemeente ?? '', page.today)
  if (file === undefined) return notFound()
  const body = new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
  return download({ name: 'aanbod.json', type: 'application/json', body })
})

type Kept = {
  readonly mine: readonly Municipality[]
  readonly municipality: Municipality
  readonly villages: readonly Village[]
  /** What each programme is called here, by its code. */
  readonly programmes: ReadonlyMap<string, string>
  readonly offers: readonly Offer[]
  readonly remarks: readonly Remark[]
  readonly asked: ReadonlyMap<string, Day>
}

async function keptAt(actor: Actor, page: PageRequest): Promise<Kept | undefined> {
  const mine = await municipalitiesOffering(actor)
  const { gemeente } = page.params
  const municipality = gemeente === undefined ? mine[0] : mine.find(({ id }) => id === gemeente)
  if (municipality === undefined) return undefined
  const { id } = municipality
  const said = saidAt(page, id)
  const [villages, known, offers, remarks, asked] = await Promise.all([
    villagesIn(actor, id),
    programmesKnown(actor),
    offersKept(actor, id),
    openRemarks(actor, id),
    lastAsked(actor, id),
  ])
  const programmes = new Map(known.map(({ code, name }) => [code, said(name[page.lang])]))
  return { mine, municipality, villages, programmes, offers, remarks, asked }
}

const SHOWN = ['attention', 'now', 'over'] as const
type Show = (typeof SHOWN)[number]

const belongs = (offer: Offer, show: Show, today: Day): boolean => {
  if (show === 'over') return isOver(offer, today)
  if (show === 'now') return !isOver(offer, today)
  return isShown(offer, today) && freshness(offer.confirmedOn, today) !== 'fresh'
}

function show(actor: Actor, page: PageRequest, kept: Kept) {
  const words = keptWords[page.lang]
  const { municipality, remarks } = kept
  const done: Readonly<Record<string, string>> = words.done
  const told = page.query.get('gedaan') ?? ''
  return workPage(
    page,
    actor,
    { title: words.title, active: 'localOffer' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {Object.hasOwn(done, told) ? <Notice isNews>{done[told]}</Notice> : null}
      <Places page={page} kept={kept} />
      <div class="kept-offers">
        <ButtonRow>
          <LinkButton href={links.localOfferCard(municipality.id, newId())}>{words.add}</LinkButton>
          <a href={links.localOfferImport(municipality.id)}>{words.bring}</a>
          <a href={links.localOfferFile(municipality.id)} download>
            {words.file}
          </a>
          <a href={inLanguage(page.lang, links.offersPaper({ lang: page.lang, place: municipality.slug }))}>
            {words.paper}
          </a>
        </ButtonRow>
        {remarks.length === 0 ? null : <Remarks page={page} kept={kept} />}
        <Cards page={page} kept={kept} />
      </div>
    </>,
  )
}

type Part = { page: PageRequest; kept: Kept }

const Places: FC<Part> = ({ page, kept: { mine, municipality } }) =>
  mine.length < 2 ? (
    <h2>{municipality.name}</h2>
  ) : (
    <>
      <ul class="path-list" aria-label={keptWords[page.lang].place}>
        {mine.map(({ id, name }) => (
          <li>
            <a href={links.localOffer(id)} aria-current={id === municipality.id ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <h2>{municipality.name}</h2>
    </>
  )

/** What providers wrote behind their link: an editor changes the card and puts the text away. */
const Remarks: FC<Part> = ({ page, kept: { municipality, remarks, offers } }) => {
  const words = keptWords[page.lang]
  return (
    <section aria-labelledby="anders">
      <h2 id="anders">{words.remarks}</h2>
      <p class="small soft">{words.remarkDoneWhat}</p>
      {remarks.map(({ id, offerId, remark, answeredAt }) => {
        const name = offers.find((one) => one.id === offerId)?.card.name ?? ''
        return (
          <article class="remark">
            <h3>
              <a href={links.localOfferCard(municipality.id, offerId)}>{words.remarkOf(name)}</a>
            </h3>
            <p class="small soft">{answeredAt === null ? '' : words.on(dayAt(answeredAt))}</p>
            <p>{remark}</p>
            <form method="post" action={links.localOffer(municipality.id)}>
              <input type="hidden" name="vraag" value={id} />
              <Button look="plain">
                {words.remarkDone}
                <span class="unseen">: {name}</span>
              </Button>
            </form>
          </article>
        )
      })}
    </section>
  )
}

const Cards: FC<Part> = ({ page, kept }) => {
  const words = keptWords[page.lang]
  const { municipality, offers } = kept
  if (offers.length === 0) return <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>
  const asked = SHOWN.find((one) => one === page.query.get('toon'))
  const count = (one: Show) => offers.filter((offer) => belongs(offer, one, page.today)).length
  const shown = asked ?? (count('attention') > 0 ? 'attention' : 'now')
  const rows = offers.filter((offer) => belongs(offer, shown, page.today))
  return (
    <>
      <ul class="path-list">
        {SHOWN.map((one) => (
          <li>
            <a
              href={links.localOffer(municipality.id, `toon=${one}`)}
              aria-current={one === shown ? 'true' : undefined}
            >
              {words.shown(words.show[one], count(one))}
            </a>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <EmptyState title={shown === 'attention' ? words.attentionNone : words.empty}>
          {shown === 'attention' ? words.attentionNoneWhat : words.emptyWhat}
        </EmptyState>
      ) : (
        <CardTable page={page} kept={kept} rows={rows} caption={words.show[shown]} />
      )}
    </>
  )
}

const CardTable: FC<Part & { rows: readonly Offer[]; caption: string }> = ({ page, kept, rows, caption }) => {
  const words = keptWords[page.lang]
  const { municipality, villages, programmes, asked } = kept
  return (
    <DataTable
      lang={page.lang}
      caption={caption}
      captionUnseen
      head={words.name}
      columns={[words.provider, words.programme, words.village, words.state, words.checked, words.mailed].map(
        (head) => ({ head }),
      )}
      stacked
      rows={rows.map((offer) => ({
        head: <a href={links.localOfferCard(municipality.id, offer.id)}>{offer.card.name}</a>,
        cells: [
          offer.card.provider,
          programmes.get(offer.card.programme ?? '') ?? offer.card.programme ?? words.noProgramme,
          villages.find(({ code }) => code === offer.village)?.name ?? words.whole,
          offer.endsOn !== null && isOver(offer, page.today) ? words.over(offer.endsOn) : words.states[offer.state],
          checkedIn(page, offer),
          mailedIn(page, offer, asked.get(offer.id)),
        ],
      }))}
    />
  )
}

function checkedIn({ lang, today }: PageRequest, { confirmedOn }: Offer): string {
  const words = keptWords[lang]
  const on = confirmedOn === null ? words.never : words.on(confirmedOn)
  const how = freshness(confirmedOn, today)
  return how === 'fresh' ? on : `${on}, ${words.fresh[how]}`
}

function mailedIn({ lang }: PageRequest, { card }: Offer, on: Day | undefined): string {
  const words = keptWords[lang]
  if (card.email === undefined) return words.noAddress
  return on === undefined ? words.notMailed : words.on(on)
}
