import type { FC } from 'hono/jsx'
import { DOMAINS } from '../../capabilities/directory/card.ts'
import { isGap } from '../../capabilities/directory/gaps/gap.ts'
import {
  municipalitiesWithGaps,
  type SupplyAndDemand,
  supplyAndDemand,
} from '../../capabilities/directory/gaps/queries.ts'
import { Button } from '../design/button.tsx'
import { BarChart } from '../design/chart.tsx'
import { FieldRow, SelectField } from '../design/field.tsx'
import { EmptyState } from '../design/notice.tsx'
import { HIDDEN, MISSING } from '../design/shown.ts'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, type PageRequest } from '../shell/guarded.ts'
import { inLanguage, workPage } from '../shell/pages.tsx'
import { gapWords } from '../words/gaps.ts'

/** what there is beside what is asked, per village and part of life, with the gaps in words above it. */
export const get = guarded({ may: ['read', 'partner'], act: 'figure.gaps-read' }, async (actor, page) => {
  const words = gapWords[page.lang]
  const mine = await municipalitiesWithGaps(actor)
  const here = mine.find(({ code }) => code === page.query.get('gebied')) ?? mine[0]
  const found = here === undefined ? undefined : await supplyAndDemand(actor, here.id, page.today)
  const title = found === undefined ? words.title : words.heading(found.municipality.name)
  return workPage(
    page,
    actor,
    { title, active: 'gaps', audience: 'policy' },
    found === undefined ? (
      <>
        <h1>{title}</h1>
        <EmptyState title={words.none}>{words.noneWhat}</EmptyState>
      </>
    ) : (
      <div class="report">
        <h1>{title}</h1>
        <p class="soft">{words.lead}</p>
        <Gaps page={page} found={found} />
        <form method="get" action={links.gaps()} class="filters">
          <FieldRow>
            {mine.length < 2 ? null : (
              <SelectField
                name="gebied"
                label={words.area}
                value={found.municipality.code}
                options={mine.map(({ code, name }) => ({ value: code, label: name }))}
              />
            )}
            <SelectField
              name="dorp"
              label={words.village}
              value={villageIn(page, found)?.code ?? ''}
              options={[
                { value: '', label: words.whole },
                ...found.villages.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
            <Button look="plain">{words.show}</Button>
          </FieldRow>
        </form>
        <BothSides page={page} found={found} />
      </div>
    ),
  )
})

type Part = { page: PageRequest; found: SupplyAndDemand }

const villageIn = (page: PageRequest, { villages }: SupplyAndDemand) =>
  villages.find(({ code }) => code === page.query.get('dorp'))

/** Every village with a gap in words; those of the whole municipality follow from what stands in the table. */
const Gaps: FC<Part> = ({ page, found: { lines, villages, municipality } }) => {
  const words = gapWords[page.lang]
  const gaps = lines.filter(({ village, finding }) => village !== undefined && isGap(finding))
  const nameOf = (code: string | undefined) => villages.find((one) => one.code === code)?.name ?? ''
  const at = (village: string | undefined) =>
    `${links.gaps()}?${new URLSearchParams({ gebied: municipality.code, dorp: village ?? '' }).toString()}`
  return (
    <section aria-labelledby="gaten">
      <h2 id="gaten">{words.gaps}</h2>
      {gaps.length === 0 ? (
        <p>{words.noGaps}</p>
      ) : (
        <ul>
          {gaps.map(({ village, domain, finding }) => (
            <li>
              <a href={at(village)}>{words.gap(nameOf(village), words.domains[domain], words.findings[finding])}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const BothSides: FC<Part> = ({ page, found }) => {
  const words = gapWords[page.lang]
  const village = villageIn(page, found)
  const place = village?.name ?? found.municipality.name
  const lines = found.lines.filter((one) => one.village === village?.code)
  const demandOf = (demand: number | null | undefined) => (demand === undefined ? MISSING : (demand ?? HIDDEN))
  const { hideBelow } = found
  return (
    <section class="shown" aria-labelledby="naast-elkaar">
      <div>
        <h2 id="naast-elkaar">{words.caption(place)}</h2>
        <p class="soft">{words.period(found.from, found.to)}</p>
        <DataTable
          lang={page.lang}
          caption={words.caption(place)}
          captionUnseen
          head={words.domain}
          columns={[
            { head: words.supply, numeric: true },
            { head: words.demand, numeric: true },
            { head: words.finding },
          ]}
          stacked
          rows={lines.map(({ domain, offers, demand, finding }) => ({
            head: words.domains[domain],
            cells: [offers, demandOf(demand), words.findings[finding]],
          }))}
        />
        <BarChart
          lang={page.lang}
          label={words.caption(place)}
          caption={words.chart}
          periodHead={words.domain}
          periods={DOMAINS.map((domain) => ({
            short: words.domains[domain].split(' ')[0] ?? '',
            long: words.domains[domain],
          }))}
          series={[
            { name: words.demand, values: lines.map(({ demand }) => demandOf(demand)) },
            { name: words.supply, values: lines.map(({ offers }) => offers) },
          ]}
        />
      </div>
      <aside class="pass" aria-labelledby="bron">
        <h3 id="bron">{words.sources}</h3>
        <p>{words.twice}</p>
        {hideBelow > 1 ? <p>{words.hidden(hideBelow)}</p> : null}
        <ul>
          {found.counted.map(({ code, programmeName }) => (
            <li>
              <a href={links.passport(code)}>{programmeName[page.lang]}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href={inLanguage(page.lang, links.offers({ lang: page.lang, place: found.municipality.slug }))}>
            {words.offers}
          </a>
        </p>
      </aside>
    </section>
  )
}
