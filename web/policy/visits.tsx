import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { chatNames } from '../../capabilities/help-requests/queries.ts'
import { publicPages } from '../../capabilities/information/queries.ts'
import { type Visits, visitsIn } from '../../capabilities/information/visits/queries.ts'
import type { Shown } from '../../capabilities/information/visits/report.ts'
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
import { formatMonth } from '../words/format.ts'
import { refusalSentence } from '../words/refusals.ts'
import { visitWords } from '../words/visits.ts'
import type { Lang } from '../words/words.ts'
import { areasOf } from './figures-choice.ts'

/** Stands in the address for those who chose no municipality. */
const NOWHERE = 'geen'

type Place = { readonly code: string; readonly name: string; readonly municipalityId: Id | null }

/** how public pages were visited in a month, and whether they helped; the door decides who sees what of it. */
export const get = guarded({ may: ['read', 'figure'], act: 'visits.read' }, async (actor, page) => {
  const words = visitWords[page.lang]
  const places = await placesOf(actor, page.lang)
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

async function placesOf(actor: Actor, lang: Lang): Promise<Place[]> {
  const own = (await areasOf(actor)).flatMap(({ code, name, scope, audience }): Place[] =>
    'municipalityId' in scope && audience === 'policy' ? [{ code, name, municipalityId: scope.municipalityId }] : [],
  )
  return [...own, { code: NOWHERE, name: visitWords[lang].nowhere, municipalityId: null }]
}

async function report(actor: Actor, page: PageRequest, { places, place }: { places: readonly Place[]; place: Place }) {
  const { lang, today } = page
  const words = visitWords[lang]
  const month = page.query.get('maand') ?? undefined
  const { municipalityId } = place
  const asked = { municipalityId, today }
  const found = await visitsIn(actor, { ...asked, month })
  const fallback = found.ok ? found : await visitsIn(actor, asked)
  const shown = fallback.ok ? fallback.value : undefined
  const reading = { municipalityId, regionId: null }
  const heads = await publicPages(actor, { language: lang, place: reading, today, isDemo: page.isDemo })
  const titles = new Map(heads.map(({ slug, title }) => [slug, title]))
  return (
    <div class="report">
      <BackLink href={links.figures()} label={words.back} />
      <h1>{shown === undefined ? words.title : words.heading(formatMonth(lang, shown.month), place.name)}</h1>
      <p class="soft">
        {words.lead} <a href={links.page({ lang }, 'zo-tellen-we')}>{words.method}</a>
      </p>
      <form method="get" action={links.visits()} class="filters">
        <FieldRow>
          <SelectField
            name="gebied"
            label={words.area}
            value={place.code}
            options={places.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField
            name="maand"
            label={words.month}
            value={shown?.month}
            options={(shown?.months ?? []).map(({ month: one }) => ({ value: one, label: formatMonth(lang, one) }))}
          />
          <Button look="plain">{words.show}</Button>
        </FieldRow>
      </form>
      {found.ok ? null : <Notice title={words.notNow}>{refusalSentence(lang, found)}</Notice>}
      {shown === undefined ? null : <Tables {...{ lang, shown, titles, chats: chatNames(actor) }} />}
    </div>
  )
}

const told = (n: Shown): number | typeof HIDDEN => n ?? HIDDEN

type TablesProps = {
  lang: Lang
  shown: Visits
  titles: ReadonlyMap<string, string>
  /** By code, what the lines are called where children can chat. */
  chats: ReturnType<typeof chatNames>
}

/** how often somebody went on to an online buddy, a forum or a chat for children. */
const ClickTable: FC<Pick<TablesProps, 'lang' | 'chats'> & Pick<Visits, 'clicks'>> = ({ lang, clicks, chats }) => {
  const words = visitWords[lang]
  return (
    <>
      <DataTable
        lang={lang}
        caption={words.clicksTo}
        head={words.service}
        columns={[{ head: words.clicks, numeric: true }]}
        rows={clicks.each.map(({ code, clicks: n }) => ({ head: chats.get(code)?.[lang] ?? code, cells: [told(n)] }))}
        total={{ head: words.clicksTogether, cells: [told(clicks.all)] }}
      />
      <p class="soft">{words.clicksNote}</p>
    </>
  )
}

const Tables: FC<TablesProps> = ({ lang, shown, titles, chats }) => {
  const words = visitWords[lang]
  const isHidden = [shown.visits, ...shown.pages.flatMap((one) => [one.visits, one.onward, one.useful, one.notUseful])]
  return (
    <>
      <DataTable
        lang={lang}
        caption={words.pages}
        head={words.page}
        columns={[words.visits, words.onward, words.useful, words.notUseful].map((head) => ({ head, numeric: true }))}
        rows={shown.pages.map(({ what, slug, visits, onward, useful, notUseful }) => ({
          head: nameOf(lang, titles, what, slug),
          cells: [
            told(visits),
            told(onward),
            ...[useful, notUseful].map((n) => (what === 'informatie' ? told(n) : '')),
          ],
        }))}
        total={{ head: words.together, cells: [told(shown.visits), '', '', ''] }}
      />
      {isHidden.includes(null) ? <p class="soft">{words.hidden}</p> : null}
      {shown.audiences.length === 0 ? null : (
        <>
          <DataTable
            lang={lang}
            caption={words.audiences}
            head={words.audience}
            columns={[{ head: words.visits, numeric: true }]}
            rows={shown.audiences.map(({ audience, visits }) => ({
              head: words.names[audience],
              cells: [told(visits)],
            }))}
          />
          <p class="soft">{words.audienceNote}</p>
        </>
      )}
      <ClickTable {...{ lang, clicks: shown.clicks, chats }} />
      <DataTable
        lang={lang}
        caption={words.months}
        head={words.month}
        columns={[words.visits, words.clicks].map((head) => ({ head, numeric: true }))}
        rows={shown.months.map(({ month, visits, clicks }) => ({
          head: formatMonth(lang, month),
          cells: [told(visits), told(clicks)],
        }))}
      />
    </>
  )
}

/** A page by its title where it is public now; anything else by what its address says. */
function nameOf(lang: Lang, titles: ReadonlyMap<string, string>, what: string, slug: string): string {
  const kind = visitWords[lang].kinds(what)
  if (what === 'informatie') return titles.get(slug) ?? slug
  return slug === '' ? kind : `${kind}: ${slug.replaceAll('-', ' ')}`
}
