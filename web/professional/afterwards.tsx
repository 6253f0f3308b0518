import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import type { Municipality } from '../../capabilities/access/queries.ts'
import { keepOffer } from '../../capabilities/cases/afterwards/actions.ts'
import type { Offer, ToldOffer } from '../../capabilities/cases/afterwards/offer.ts'
import { municipalitiesKept, offersKept } from '../../capabilities/cases/afterwards/queries.ts'
import type { ProgrammeDefinition } from '../../capabilities/programmes/definition.ts'
import { programmesKnown } from '../../capabilities/programmes/queries.ts'
import { parseDay } from '../../foundation/day.ts'
import { isId, newId } from '../../foundation/id.ts'
import type { Refused } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { CheckboxGroup } from '../design/choices.tsx'
import { ErrorSummary } from '../design/error-summary.tsx'
import { DayField, FieldRow, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../shell/guarded.ts'
import { namedIn } from '../shell/names.ts'
import { workPage } from '../shell/pages.tsx'
import { afterwardsWords } from '../words/afterwards.ts'
import { formatDay, formatList } from '../words/format.ts'
import { refusalSentence } from '../words/refusals.ts'

export const get = guarded({ may: ['change', 'setting'], act: 'afterwards.read' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  return kept === undefined ? notFound() : show(actor, page, kept)
})

export const post = guarded({ may: ['change', 'setting'], act: 'afterwards.changed' }, async (actor, page) => {
  const kept = await keptAt(actor, page)
  if (kept === undefined) return notFound()
  const id = text(page, '_sleutel')
  if (!isId(id)) return notFound()
  const version = text(page, '_versie')
  const done = await keepOffer(actor, kept.municipality.id, {
    ...{ id, told: toldIn(page) },
    ...(version !== '' && { rowVersion: Number(version) }),
  })
  if (done.ok) return redirect(links.afterwards(kept.municipality.id, 'gedaan=ja'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, kept, done)
})

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

const toldIn = (page: PageRequest): ToldOffer => ({
  name: text(page, 'naam'),
  what: text(page, 'wat'),
  reach: text(page, 'bereik'),
  source: text(page, 'bron'),
  validFrom: parseDay(text(page, 'vanaf')),
  validUntil: parseDay(text(page, 'tot')) ?? null,
  programmeCodes: page.form.getAll('na').map(String),
})

type Kept = {
  readonly mine: readonly Municipality[]
  readonly municipality: Municipality
  readonly offers: readonly Offer[]
  readonly programmes: readonly ProgrammeDefinition[]
}

async function keptAt(actor: Actor, page: PageRequest): Promise<Kept | undefined> {
  const mine = await municipalitiesKept(actor)
  const asked = page.query.get('gemeente')
  const municipality = asked === null ? mine[0] : mine.find(({ id }) => id === asked)
  if (municipality === undefined) return undefined
  const offers = await offersKept(actor, municipality)
  return { mine, municipality, offers, programmes: namedIn(page, municipality.id, await programmesKnown(actor)) }
}

function show(actor: Actor, page: PageRequest, kept: Kept, refused?: Refused) {
  const words = afterwardsWords[page.lang]
  const { mine, municipality } = kept
  const error = refused === undefined ? undefined : refusalSentence(page.lang, refused)
  const status = refused?.reason === 'changed-meanwhile' ? 409 : 400
  return workPage(
    page,
    actor,
    { title: words.title, active: 'place', ...(refused !== undefined && { status, refusedWith: refused.reason }) },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {page.query.has('gedaan') && refused === undefined ? <Notice isNews>{words.done}</Notice> : null}
      {error === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ field: fieldOf(refused), message: error }]} />
      )}
      {mine.length < 2 ? null : (
        <ul class="path-list" aria-label={words.place}>
          {mine.map(({ id, name }) => (
            <li>
              <a href={links.afterwards(id)} aria-current={id === municipality.id ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <h2>{municipality.name}</h2>
      <Offers page={page} kept={kept} />
      <OfferForm page={page} kept={kept} refused={refused} />
    </>,
  )
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{ name: 'naam', what: 'wat', reach: 'bereik', source: 'bron' },
  ...{ validFrom: 'vanaf', validUntil: 'tot', programmes: 'na' },
}
const fieldOf = (refused: Refused | undefined): string => FIELDS[String(refused?.with?.field)] ?? 'naam'

const Offers: FC<{ page: PageRequest; kept: Kept }> = ({ page, kept: { offers, municipality, programmes } }) => {
  const words = afterwardsWords[page.lang]
  if (offers.length === 0) return <p class="soft">{words.empty}</p>
  return (
    <DataTable
      lang={page.lang}
      caption={words.title}
      captionUnseen
      head={words.name}
      columns={[{ head: words.valid }, { head: words.programmes }, { head: words.change }]}
      stacked
      rows={offers.map((offer) => ({
        head: offer.name,
        cells: [
          validIn(page, offer),
          formatList(
            page.lang,
            programmes.flatMap(({ code, name }) => (offer.programmeCodes.includes(code) ? [name[page.lang]] : [])),
          ),
          <a href={links.afterwards(municipality.id, `aanbod=${offer.id}`)}>
            {words.change}
            <span class="unseen"> {offer.name}</span>
          </a>,
        ],
      }))}
    />
  )
}

function validIn(page: PageRequest, { validFrom, validUntil }: Offer): string {
  const words = afterwardsWords[page.lang]
  const plain = (day: Offer['validFrom']) => formatDay(page.lang, day, 'plain')
  if (validUntil === null) return words.since(plain(validFrom))
  return validUntil < page.today ? words.ended(plain(validUntil)) : words.between(plain(validFrom), plain(validUntil))
}

const OfferForm: FC<{ page: PageRequest; kept: Kept; refused: Refused | undefined }> = ({ page, kept, refused }) => {
  const words = afterwardsWords[page.lang]
  const { municipality, offers, programmes } = kept
  const isSent = page.form.has('_sleutel')
  const chosen = offers.find(({ id }) => id === (isSent ? text(page, '_sleutel') : page.query.get('aanbod')))
  const value = (name: string, stored: string | null | undefined) => (isSent ? text(page, name) : (stored ?? ''))
  const at = (name: string) => ({
    name,
    autocomplete: 'off',
    error: refused !== undefined && fieldOf(refused) === name ? refusalSentence(page.lang, refused) : undefined,
  })
  return (
    <section aria-labelledby="aanbod">
      <h2 id="aanbod">{chosen === undefined ? words.add : words.changing(chosen.name)}</h2>
      <form class="compact" method="post" action={links.afterwards(municipality.id)} novalidate>
        <input type="hidden" name="_sleutel" value={isSent ? text(page, '_sleutel') : (chosen?.id ?? newId())} />
        <input type="hidden" name="_versie" value={chosen === undefined ? '' : String(chosen.rowVersion)} />
        <TextField {...at('naam')} label={words.name} value={value('naam', chosen?.name)} />
        <TextField {...at('wat')} label={words.what} value={value('wat', chosen?.what)} />
        <TextField
          {...at('bereik')}
          label={words.reach}
          hint={words.reachHint}
          value={value('bereik', chosen?.reach)}
        />
        <TextField {...at('bron')} label={words.source} hint={words.sourceHint} value={value('bron', chosen?.source)} />
        <FieldRow>
          <DayField {...at('vanaf')} label={words.from} value={value('vanaf', chosen?.validFrom ?? page.today)} />
          <DayField
            {...at('tot')}
            label={words.until}
            hint={words.untilHint}
            value={value('tot', chosen?.validUntil)}
          />
        </FieldRow>
        <CheckboxGroup
          {...at('na')}
          label={words.programmes}
          values={isSent ? page.form.getAll('na').map(String) : (chosen?.programmeCodes ?? [])}
          choices={programmes.map(({ code, name }) => ({ value: code, label: name[page.lang] }))}
        />
        <Button>{words.save}</Button>
      </form>
      {chosen === undefined ? null : (
        <p>
          <a href={links.afterwards(municipality.id)}>{words.another}</a>
        </p>
      )}
    </section>
  )
}
