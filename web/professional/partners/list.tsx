import type { FC } from 'hono/jsx'
import { DOMAINS } from '../../../capabilities/directory/card.ts'
import { oldIn, PARTNER_TYPES, partnersChosen, SHOWN } from '../../../capabilities/directory/partners/partner.ts'
import { municipalityForPartners } from '../../../capabilities/directory/partners/queries.ts'
import { newId } from '../../../foundation/id.ts'
import { Button, ButtonRow, LinkButton } from '../../design/button.tsx'
import { FieldRow, SelectField } from '../../design/field.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { partnerWords } from '../../words/partners.ts'
import { type Chosen, chosenIn, villageNames } from './chosen.ts'

/** The partners of a municipality; which of them ask attention stands above the list. */
export const get = guarded({ may: ['read', 'partner'], act: 'partner.listed' }, async (actor, page) => {
  const chosen = await chosenIn(actor, page)
  if (chosen === undefined) return notFound()
  const { mine, here, all, choice, query } = chosen
  const words = partnerWords[page.lang]
  const [mayKeep, mayExport] = await Promise.all([
    municipalityForPartners(actor, 'change', here.id),
    municipalityForPartners(actor, 'export', here.id),
  ])
  const old = partnersChosen(all, { shown: 'old' }, page.today).length
  return workPage(
    page,
    actor,
    { title: words.title, active: 'partners' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <ul class="path-list" aria-label={words.place}>
        {mine.map(({ id, name }) => (
          <li>
            <a href={links.partners(id)} aria-current={id === here.id ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <ButtonRow>
        {mayKeep === undefined ? null : <LinkButton href={links.partner(here.id, newId())}>{words.add}</LinkButton>}
        {mayExport === undefined || all.length === 0 ? null : (
          <>
            <a href={links.partnersFile(here.id, 'csv', query)}>{words.csv}</a>
            <a href={links.partnersFile(here.id, 'xlsx', query)}>{words.xlsx}</a>
          </>
        )}
      </ButtonRow>
      {old > 0 && choice.shown !== 'old' ? (
        <Notice>
          <a href={links.partners(here.id, 'toon=old')}>{words.openAttention(old)}</a>
        </Notice>
      ) : null}
      {all.length === 0 ? null : <Filters page={page} chosen={chosen} />}
      <Partners page={page} chosen={chosen} />
    </>,
  )
})

type Part = { page: PageRequest; chosen: Chosen }

const Filters: FC<Part> = ({ page, chosen: { here, villages, choice } }) => {
  const words = partnerWords[page.lang]
  const any = { value: '', label: words.all }
  return (
    <form method="get" action={links.partners(here.id)} class="filters">
      <FieldRow>
        <SelectField
          name="toon"
          label={words.shown}
          value={choice.shown ?? 'now'}
          options={SHOWN.map((value) => ({ value, label: words.shownAs[value] }))}
        />
        <SelectField
          name="soort"
          label={words.type}
          value={choice.type}
          options={[any, ...PARTNER_TYPES.map((value) => ({ value, label: words.types[value] }))]}
        />
        <SelectField
          name="over"
          label={words.domain}
          value={choice.domain}
          options={[any, ...DOMAINS.map((value) => ({ value, label: words.domains[value] }))]}
        />
        <SelectField
          name="dorp"
          label={words.village}
          value={choice.village}
          options={[any, ...villages.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <Button look="plain">{words.show}</Button>
      </FieldRow>
    </form>
  )
}

const Partners: FC<Part> = ({ page, chosen: { here, villages, all, found } }) => {
  const words = partnerWords[page.lang]
  if (all.length === 0) return <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>
  if (found.length === 0) return <EmptyState title={words.none}>{words.noneWhat}</EmptyState>
  return (
    <DataTable
      lang={page.lang}
      caption={words.title}
      captionUnseen
      head={words.partner}
      columns={[words.type, words.domain, words.village, words.lastTouch, words.attention].map((head) => ({ head }))}
      stacked
      rows={found.map((told) => {
        const { partner, touches } = told
        const last = touches[0]
        const old = oldIn(told, page.today)
        return {
          head: <a href={links.partner(here.id, partner.id)}>{partner.name}</a>,
          cells: [
            words.types[partner.type],
            partner.domains.map((one) => words.domains[one]).join(', '),
            villageNames(partner.villages, villages) ?? words.whole,
            last === undefined ? words.never : words.on(last.heldOn),
            old.length === 0 ? words.fine : old.map((one) => words.old[one]).join(', '),
          ],
        }
      })}
    />
  )
}
