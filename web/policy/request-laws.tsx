import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { shippedForm } from '../../capabilities/forms/queries.ts'
import { LABELS, type LawCounts } from '../../capabilities/help-requests/laws/counts.ts'
import { requestsByLaw } from '../../capabilities/help-requests/laws/queries.ts'
import type { Id } from '../../foundation/id.ts'
import { Button } from '../design/button.tsx'
import { FieldRow, SelectField } from '../design/field.tsx'
import { EmptyState, Notice } from '../design/notice.tsx'
import { BackLink } from '../design/paging.tsx'
import { HIDDEN } from '../design/shown.ts'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { refusalSentence } from '../words/refusals.ts'
import { requestLawWords } from '../words/request-laws.ts'
import { type Area, areasOf } from './figures-choice.ts'

/** As far back as a municipality looks in its yearly report. */
const YEARS_BACK = 5

type Place = Area & { readonly municipalityId: Id }

/** how the requests of a year are spread over the laws; the door decides who sees what of it. */
export const get = guarded({ may: 'signed-in', act: 'request-laws.read' }, async (actor, page) => {
  const words = requestLawWords[page.lang]
  const places = (await areasOf(actor)).flatMap(placeIn)
  const place = places.find(({ code }) => code === page.query.get('gebied')) ?? places[0]
  return workPage(
    page,
    actor,
    { title: words.title, active: 'figures', audience: 'policy' },
    place === undefined ? (
      <>
        <h1>{words.title}</h1>
        <EmptyState title={words.none}>
          <p>{words.noneWhat}</p>
        </EmptyState>
      </>
    ) : (
      await report(actor, page, { places, place })
    ),
  )
})

/** A request is asked in a municipality, so a whole region is no place here. */
const placeIn = (area: Area): Place[] =>
  'municipalityId' in area.scope ? [{ ...area, municipalityId: area.scope.municipalityId }] : []

type Chosen = { readonly places: readonly Place[]; readonly place: Place }

async function report(actor: Actor, page: PageRequest, { places, place }: Chosen) {
  const words = requestLawWords[page.lang]
  const thisYear = Number(page.today.slice(0, 4))
  const isOwn = place.audience === 'organisation'
  const last = isOwn ? thisYear : thisYear - 1
  const asked = page.query.get('jaar')
  const year = asked === null ? last : Number(asked)
  const { municipalityId, audience } = place
  const found =
    audience === 'public'
      ? undefined
      : await requestsByLaw(actor, { municipalityId, year, audience, today: page.today })
  return (
    <div class="report">
      <BackLink href={links.figures()} label={words.back} />
      <h1>{words.heading(place.name)}</h1>
      <p class="soft">{isOwn ? words.own : words.policy}</p>
      <form method="get" action={links.requestLaws()} class="filters">
        <FieldRow>
          <SelectField
            name="gebied"
            label={words.area}
            value={place.code}
            options={places.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField
            name="jaar"
            label={words.year}
            value={String(year)}
            options={Array.from({ length: YEARS_BACK }, (_, back) => String(last - back)).map((one) => ({
              value: one,
              label: one,
            }))}
          />
          <Button look="plain">{words.show}</Button>
        </FieldRow>
      </form>
      {found?.ok === true ? <Split {...{ actor, page, year }} counts={found.value} /> : null}
      {found?.ok === false ? <Notice title={words.notNow}>{refusalSentence(page.lang, found)}</Notice> : null}
    </div>
  )
}

type SplitProps = { actor: Actor; page: PageRequest; year: number; counts: LawCounts }

/** The names are those of the question at a request, so that both say the same. */
const Split: FC<SplitProps> = ({ actor, page: { lang }, year, counts: { total, laws } }) => {
  const words = requestLawWords[lang]
  const question = shippedForm(actor, 'circumstances').questions.find(({ code }) => code === 'law')
  const nameOf = (label: string) =>
    question?.options?.find(({ code }) => code === label)?.name[lang] ?? words.unlabelled
  return (
    <>
      <DataTable
        lang={lang}
        caption={words.caption(year)}
        head={words.law}
        columns={[
          { head: words.number, numeric: true },
          { head: words.share, isBar: true },
        ]}
        rows={LABELS.map((label) => ({ head: nameOf(label), cells: [laws[label] ?? HIDDEN, laws[label] ?? HIDDEN] }))}
        total={{ head: words.together, cells: [total ?? HIDDEN, ''] }}
      />
      {LABELS.some((label) => laws[label] === null) ? <p class="soft">{words.hidden}</p> : null}
      <p class="soft">{words.source}</p>
    </>
  )
}
