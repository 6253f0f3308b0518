import type { FC } from 'hono/jsx'
import { groupingsFor } from '../../capabilities/measures/figure.ts'
import type { Figure, Trend } from '../../capabilities/measures/queries.ts'
import type { Day } from '../../foundation/day.ts'
import { BarChart } from '../design/chart.tsx'
import { HIDDEN, type Shown } from '../design/shown.ts'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { figureWords } from '../words/figures.ts'
import { formatPercent } from '../words/format.ts'
import type { Lang } from '../words/words.ts'
import { type Choice, queryOf } from './figures-choice.ts'

type Part = { page: PageRequest; choice: Choice; found: Figure }

/** What was added per quarter, with the finding as its title and the passport beside it. */
export const TrendPart: FC<Part & { course: Trend }> = ({ page, choice, course }) => {
  const words = figureWords[page.lang]
  const name = choice.entry.name[page.lang]
  const title = findingOf(page.lang, course, choice.entry.unit[page.lang]) ?? words.trendTitle(name, words.quarter)
  return (
    <section class="shown" aria-labelledby="verloop">
      <div>
        <h2 id="verloop">{title}</h2>
        {course.points.length === 0 ? null : (
          <BarChart
            lang={page.lang}
            label={title}
            caption={words.trendCaption(name, words.quarter)}
            periods={course.points.map(({ from }, at) => ({
              short: axisName(page.lang, from, at === 0),
              long: words.quarterName(quarterOf(from), from.slice(0, 4)),
            }))}
            series={[{ name, values: course.points.map((point): Shown => point.value ?? HIDDEN) }]}
          />
        )}
      </div>
      <Passport page={page} choice={choice} />
    </section>
  )
}

const quarterOf = (from: Day): number => Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1

/** The quarter, with its year under the first of each year. */
function axisName(lang: Lang, from: Day, isFirst: boolean): string {
  const name = figureWords[lang].quarterOnAxis(quarterOf(from))
  return isFirst || quarterOf(from) === 1 ? `${name}\n${from.slice(0, 4)}` : name
}

/** The one thing the chart says; nothing when all is hidden, or two quarters share the first place. */
function findingOf(lang: Lang, { points }: Trend, unit: string): string | undefined {
  const words = figureWords[lang]
  const known = points
    .filter((point) => point.value !== null && point.value > 0)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const [first, second] = known
  // With a hidden quarter beside it nobody knows which was the highest.
  if (first === undefined || second?.value === first.value || points.some((point) => point.suppressed)) return undefined
  return words.trendMost(words.quarterName(quarterOf(first.from), first.from.slice(0, 4)), first.value ?? 0, unit)
}

const Passport: FC<Omit<Part, 'found'>> = ({ page, choice: { entry } }) => {
  const words = figureWords[page.lang]
  const { passport } = entry
  return (
    <aside class="pass" aria-labelledby="paspoort">
      <h3 id="paspoort">{words.passport}</h3>
      <p>{passport.definition[page.lang]}</p>
      <p>
        {words.source}: {passport.source[page.lang]}.
      </p>
      <p>
        {words.owner}: {passport.owner[page.lang]}.
      </p>
      <p>
        <a href={links.passport(entry.code)}>{words.whole}</a>
      </p>
    </aside>
  )
}

/** The groups of the figure as a table with bars; hidden ones hatched, with why and the files to take along beside it. */
export const BreakdownPart: FC<Part> = ({ page, choice, found }) => {
  const words = figureWords[page.lang]
  const groupings = groupingsFor(choice.entry, choice.area.audience)
  const grouping = groupings.find((one) => one.code === choice.by)?.name[page.lang] ?? words.municipality
  const title = words.breakdown(choice.entry.name[page.lang], grouping.toLowerCase())
  const total = found.value ?? HIDDEN
  return (
    <section class="shown" aria-labelledby="uitsplitsing">
      <div>
        <h2 id="uitsplitsing">{largestIn(page.lang, found) ?? title}</h2>
        <p class="soft">{completenessOf(page.lang, found)}</p>
        {found.overlaps === true ? <p class="soft">{words.overlap}</p> : null}
        {found.mean === undefined || found.mean === null ? null : <p>{words.mean(found.mean)}</p>}
        <DataTable
          lang={page.lang}
          caption={title}
          captionUnseen={largestIn(page.lang, found) === undefined}
          head={grouping}
          columns={[
            { head: words.number, numeric: true },
            { head: words.share, isBar: true },
          ]}
          rows={found.breakdown.map((cell) => ({
            head: cell.label[page.lang],
            cells: [cell.value ?? HIDDEN, cell.value ?? HIDDEN],
          }))}
          total={addsUp(found) ? { head: words.together, cells: [total, ''] } : undefined}
        />
      </div>
      <Why page={page} choice={choice} found={found} />
    </section>
  )
}

/** Groups that overlap have no total; then the figure above says it. */
const addsUp = ({ breakdown, overlaps }: Figure): boolean => breakdown.length > 1 && overlaps !== true

function largestIn(lang: Lang, { breakdown, value }: Figure): string | undefined {
  const [first, second] = breakdown
    .filter((cell) => cell.value !== null)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  if (first === undefined || value === null || value < 50 || first.value === second?.value) return undefined
  return figureWords[lang].most(first.label[lang], formatPercent(lang, (first.value ?? 0) / value))
}

function completenessOf(lang: Lang, { completeness }: Figure): string {
  const words = figureWords[lang]
  if (completeness === undefined || completeness.known === null || completeness.all === null || completeness.all === 0)
    return ''
  const { known, all } = completeness
  return known === all ? words.complete(known, all) : words.notComplete(known, all)
}

const Why: FC<Part> = ({ page, choice, found }) => {
  const words = figureWords[page.lang]
  const { hideBelow, roundTo } = found.setting
  const query = queryOf(choice)
  return (
    <aside class="pass" aria-label={words.why}>
      {hideBelow > 1 ? (
        <>
          <h3>{words.why}</h3>
          <p>{words.whyText(hideBelow)}</p>
          {roundTo > 1 ? <p>{words.rounded(roundTo)}</p> : null}
        </>
      ) : null}
      <ul>
        {choice.area.audience === 'organisation' ? (
          <li>
            <a href={links.trajectories()}>{words.records}</a>
          </li>
        ) : null}
        <li>
          <a href={`${links.figureExport('csv')}?${query}`}>{words.csv}</a>
        </li>
        <li>
          <a href={`${links.figureExport('xlsx')}?${query}`}>{words.xlsx}</a>
        </li>
      </ul>
    </aside>
  )
}
