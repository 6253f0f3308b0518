import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { type Municipality, type Village, villagesIn } from '../../../capabilities/access/queries.ts'
import { confirmOffer, endOffer, moveOffer, saveOffer } from '../../../capabilities/directory/actions.ts'
import { askProvider } from '../../../capabilities/directory/confirming/actions.ts'
import { isShown } from '../../../capabilities/directory/offer.ts'
import { municipalityKept, type OfferKept, offerKept } from '../../../capabilities/directory/queries.ts'
import { programmesKnown } from '../../../capabilities/programmes/queries.ts'
import { parseDay } from '../../../foundation/day.ts'
import { isId } from '../../../foundation/id.ts'
import { type Answer, type Refused, refuse } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { DayField, type Option } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { saidAt } from '../../shell/names.ts'
import { inLanguage, workPage } from '../../shell/pages.tsx'
import { formatMoment } from '../../words/format.ts'
import { offerFormWords } from '../../words/offer-form.ts'
import { keptWords } from '../../words/offers-kept.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { CardForm } from './card-form.tsx'
import { cardTyped, EMPTY, fieldOf, type Typed, typedCard } from './typed-card.ts'

/** One card of the local offer as an editor keeps it; an id that nobody knows yet is a new card. */
export const get = guarded({ may: ['change', 'page'], act: 'offer.read' }, async (actor, page) => {
  const card = await cardAt(actor, page)
  return card === undefined ? notFound() : show(actor, page, card)
})

export const post = guarded({ may: ['change', 'page'], act: 'offer.changed' }, async (actor, page) => {
  const card = await cardAt(actor, page)
  if (card === undefined) return notFound()
  const { municipality, id } = card
  const [done, told] = await act(actor, page, card)
  if (done.ok) return redirect(links.localOfferCard(municipality.id, id, told))
  return done.reason === 'not-found' ? notFound() : show(actor, page, card, done)
})

type Kept = {
  readonly municipality: Municipality
  readonly villages: readonly Village[]
  readonly programmes: readonly Option[]
  readonly id: string
  readonly kept: OfferKept | undefined
}

async function cardAt(actor: Actor, page: PageRequest): Promise<Kept | undefined> {
  const { gemeente = '', id = '' } = page.params
  const municipality = await municipalityKept(actor, gemeente)
  if (municipality === undefined || !isId(id)) return undefined
  const villages = await villagesIn(actor, municipality.id)
  const said = saidAt(page, municipality.id)
  const programmes = (await programmesKnown(actor)).map(({ code, name }) => ({
    value: code,
    label: said(name[page.lang]),
  }))
  return { municipality, villages, programmes, id, kept: await offerKept(actor, municipality.id, id) }
}

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()
const typedIn = (page: PageRequest): Typed => ({
  one: (name) => text(page, name),
  all: (name) => page.form.getAll(name).map(String),
})

/** What a press of a button does, and what is told when it is done. */
async function act(actor: Actor, page: PageRequest, card: Kept): Promise<[Answer, string]> {
  const { municipality, id } = card
  const version = text(page, '_versie')
  const rowVersion = /^\d{1,9}$/.test(version) ? Number(version) : undefined
  const changing = { municipalityId: municipality.id, id, rowVersion: rowVersion ?? 0 }
  switch (text(page, 'doe')) {
    case 'public':
    case 'paused':
      return [await moveOffer(actor, changing, text(page, 'doe') === 'public' ? 'public' : 'paused'), text(page, 'doe')]
    case 'ended': {
      const endsOn = parseDay(text(page, 'laatste'))
      return [
        endsOn === undefined
          ? refuse('offer-field-wrong', { field: 'laatste' })
          : await endOffer(actor, changing, endsOn),
        'ended',
      ]
    }
    case 'confirmed':
      return [await confirmOffer(actor, changing, page.today), 'confirmed']
    case 'asked':
      return [await askProvider(actor, municipality.id, id, page.today), 'asked']
    default:
      return [await save(actor, page, { ...card, rowVersion }), 'kaart']
  }
}

async function save(actor: Actor, page: PageRequest, card: Kept & { rowVersion: number | undefined }): Promise<Answer> {
  const read = cardTyped(typedIn(page))
  if (typeof read === 'object' && read !== null && 'field' in read)
    return refuse('offer-field-wrong', { field: String(read.field) })
  const { municipality, id, rowVersion } = card
  for (const field of ['startsOn', 'endsOn', 'confirmedOn'])
    if (text(page, field) !== '' && parseDay(text(page, field)) === undefined)
      return refuse('offer-field-wrong', { field })
  return saveOffer(actor, {
    ...{ municipalityId: municipality.id, id, card: read, today: page.today },
    village: text(page, 'village') || null,
    startsOn: parseDay(text(page, 'startsOn')) ?? null,
    endsOn: parseDay(text(page, 'endsOn')) ?? null,
    confirmedOn: parseDay(text(page, 'confirmedOn')) ?? null,
    ...(rowVersion !== undefined && { rowVersion }),
  })
}

function show(actor: Actor, page: PageRequest, card: Kept, refused?: Refused) {
  const words = keptWords[page.lang]
  const { municipality, kept } = card
  const title = kept === undefined ? words.newTitle : kept.offer.card.name
  const isForm = text(page, 'doe') === 'bewaar'
  const message = refused && refusalSentence(page.lang, refused)
  const field = refused?.with?.field === undefined ? undefined : fieldOf(String(refused.with.field))
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  const told = doneIn(page)
  return workPage(
    page,
    actor,
    { title, active: 'localOffer', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <BackLink href={links.localOffer(municipality.id)} label={words.back} />
      <h1>{title}</h1>
      {told === undefined || refused !== undefined ? null : <Notice isNews>{told}</Notice>}
      {message === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ ...(field !== undefined && { field }), message }]} />
      )}
      {kept === undefined ? null : <Doing page={page} card={card} kept={kept} />}
      <CardForm
        lang={page.lang}
        action={links.localOfferCard(municipality.id, card.id)}
        typed={
          isForm
            ? typedIn(page)
            : kept === undefined
              ? EMPTY
              : typedCard(kept.offer, offerFormWords[page.lang].closedWord)
        }
        villages={card.villages}
        programmes={card.programmes}
        rowVersion={kept?.offer.rowVersion}
        wrong={field === undefined || message === undefined ? undefined : { field, message }}
        today={page.today}
      />
      {kept === undefined ? null : <History page={page} kept={kept} />}
    </>,
  )
}

function doneIn(page: PageRequest): string | undefined {
  const done: Readonly<Record<string, string>> = keptWords[page.lang].done
  const asked = page.query.get('gedaan') ?? ''
  return Object.hasOwn(done, asked) ? done[asked] : undefined
}

type Part = { page: PageRequest; card: Kept; kept: OfferKept }

/** What can be done with a card that is kept: each one press, each a step in its history. */
const Doing: FC<Part> = ({ page, card: { municipality }, kept: { offer } }) => {
  const words = keptWords[page.lang]
  const action = links.localOfferCard(municipality.id, offer.id)
  const onSite = links.offer({ lang: page.lang, place: municipality.slug }, offer.id)
  const Version = () => <input type="hidden" name="_versie" value={String(offer.rowVersion)} />
  return (
    <section aria-labelledby="doen">
      <h2 id="doen">{words.doing}</h2>
      <p class="soft">
        {words.state}: {words.states[offer.state]}
        {offer.endsOn !== null && offer.endsOn < page.today ? `, ${words.over(offer.endsOn)}` : ''}.{' '}
        {isShown(offer, page.today) ? <a href={inLanguage(page.lang, onSite)}>{words.view}</a> : null}
      </p>
      <form method="post" action={action}>
        <Version />
        <ButtonRow>
          {offer.state === 'public' ? (
            <Button look="plain" name="doe" value="paused">
              {words.pause}
            </Button>
          ) : (
            <Button look="plain" name="doe" value="public">
              {words.publish}
            </Button>
          )}
          <Button look="plain" name="doe" value="confirmed">
            {words.confirm}
          </Button>
          <Button look="plain" name="doe" value="asked">
            {words.ask}
          </Button>
        </ButtonRow>
        <p class="small soft">{words.askWhat}</p>
      </form>
      <form method="post" action={action} class="form">
        <Version />
        <DayField name="laatste" label={words.endOn} hint={words.endWhat} value={offer.endsOn ?? page.today} />
        <Button look="plain" name="doe" value="ended">
          {words.end}
        </Button>
      </form>
    </section>
  )
}

const History: FC<{ page: PageRequest; kept: OfferKept }> = ({ page, kept: { steps } }) => {
  const words = keptWords[page.lang]
  return (
    <section aria-labelledby="geschiedenis">
      <h2 id="geschiedenis">{words.history}</h2>
      <DataTable
        lang={page.lang}
        caption={words.history}
        captionUnseen
        head={words.when}
        columns={[{ head: words.what }, { head: words.state }, { head: words.until }, { head: words.checked }]}
        stacked
        rows={steps.map(({ step, state, endsOn, confirmedOn, recordedAt }) => ({
          head: formatMoment(page.lang, recordedAt),
          cells: [
            words.steps[step],
            words.states[state],
            endsOn === null ? '' : words.on(endsOn),
            confirmedOn === null ? words.never : words.on(confirmedOn),
          ],
        }))}
      />
    </section>
  )
}
