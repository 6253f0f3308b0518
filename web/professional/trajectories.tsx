import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { villagesInReach } from '../../capabilities/access/queries.ts'
import { teamsWithProvisions } from '../../capabilities/access/teams/queries.ts'
import type { Age, AnswerValue } from '../../capabilities/cases/event.ts'
import { savedFilters } from '../../capabilities/cases/filters/queries.ts'
import { type Key, type TrajectoryFilter, trajectories, trajectoryCount } from '../../capabilities/cases/queries.ts'
import type { TrajectoryRow } from '../../capabilities/cases/trajectory.ts'
import type { ProgrammeDefinition } from '../../capabilities/programmes/definition.ts'
import { programmesEver } from '../../capabilities/programmes/queries.ts'
import { parseDay } from '../../foundation/day.ts'
import { isId } from '../../foundation/id.ts'
import type { Refused } from '../../foundation/result.ts'
import { Button, LinkButton } from '../design/button.tsx'
import { ErrorSummary } from '../design/error-summary.tsx'
import { FieldRow, type Option, SelectField } from '../design/field.tsx'
import { EmptyState } from '../design/notice.tsx'
import { DataTable } from '../design/table.tsx'
import { links } from '../links.ts'
import { guarded, type PageRequest, redirect } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { formatCount, formatDay } from '../words/format.ts'
import { groupWords } from '../words/groups.ts'
import { refusalSentence } from '../words/refusals.ts'
import { teamWords } from '../words/teams.ts'
import { trajectoryWords } from '../words/trajectories.ts'
import type { Lang } from '../words/words.ts'
import { groupsToChoose } from './groups/choose.ts'
import { type Chosen, changeFilters, filteredList, isNarrowed, SavedFilters } from './trajectory-filters.tsx'

const ON_ONE_PAGE = 50

export const get = guarded({ may: ['list', 'trajectory'], act: 'trajectory.listed' }, async (actor, page) => {
  // Unless it is narrowed to something that has to be known first, the list is asked for at once.
  const isNarrow = FILTERS.some((name) => (page.query.get(name) ?? '') !== '')
  const [list, all] = await Promise.all([narrowed(actor, page), isNarrow ? undefined : onPage(actor, page, {})])
  return show(actor, page, list, { all })
})

export const post = guarded({ may: ['list', 'trajectory'], act: 'work.filters-changed' }, async (actor, page) => {
  const list = await narrowed(actor, page)
  const done = await changeFilters(actor, page, list.chosen)
  return done.ok ? redirect(filteredList(list.chosen)) : show(actor, page, list, { refused: done })
})

const FILTERS = ['kern', 'fase', 'team']

/** The trajectories of this page of the list, and how many there are. */
function onPage(actor: Actor, page: PageRequest, filter: TrajectoryFilter) {
  const after = keyIn(page.query.get('na'))
  return Promise.all([
    trajectories(actor, filter, { most: ON_ONE_PAGE, ...(after !== undefined && { after }) }),
    trajectoryCount(actor, filter),
  ])
}

/** What the address narrows the list to, among what this person may choose from. */
async function narrowed(actor: Actor, page: PageRequest) {
  const [villages, programmes, teams] = await Promise.all([
    villagesInReach(actor),
    programmesEver(actor),
    teamsWithProvisions(actor),
  ])
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code)
  const chosen: Chosen = {
    villageCode: chosenOf(page, 'kern', codes(villages)),
    phase: chosenOf(page, 'fase', codes(phasesOf(programmes))),
    teamId: chosenOf(
      page,
      'team',
      teams.map(({ id }) => id),
    ),
  }
  return { programmes, villages, teams, chosen }
}

type Narrowed = Awaited<ReturnType<typeof narrowed>>

type Shown = { refused?: Refused; all?: Awaited<ReturnType<typeof onPage>> | undefined }

async function show(actor: Actor, page: PageRequest, narrowedTo: Narrowed, { refused, all }: Shown) {
  const { programmes, villages, teams, chosen } = narrowedTo
  const words = trajectoryWords[page.lang]
  const { villageCode, phase, teamId } = chosen
  const provisionIds = teams.find(({ id }) => id === teamId)?.provisionIds
  const filter = { villageCode, provisionIds, ...(phase !== undefined && { phases: [phase] }) }
  const [[{ rows, next }, count], saved, groups] = await Promise.all([
    all ?? onPage(actor, page, filter),
    savedFilters(actor),
    groupsToChoose(actor, page),
  ])
  const names = new Map(villages.map((one) => [one.code, one.name]))
  const errors =
    refused === undefined ? [] : [{ field: errorField(page), message: refusalSentence(page.lang, refused) }]
  return workPage(
    page,
    actor,
    {
      title: words.title,
      active: 'trajectories',
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead(formatCount(page.lang, count, words))}</p>
      {groups.length === 0 ? null : (
        <p>
          <LinkButton href={links.groupNew()} look="plain">
            {groupWords[page.lang].title}
          </LinkButton>
        </p>
      )}
      <ErrorSummary lang={page.lang} errors={errors} />
      <SavedFilters {...{ page, chosen, refused }} filters={saved} />
      <Filter {...{ page, villages, programmes, teams, chosen }} />
      {rows.length > 0 ? (
        <List lang={page.lang} rows={rows} names={names} programmes={programmes} />
      ) : isNarrowed(chosen) ? (
        <EmptyState title={words.emptyHere}>
          <LinkButton href={links.trajectories()} look="plain">
            {words.showAll}
          </LinkButton>
        </EmptyState>
      ) : (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhat}</p>
          <LinkButton href={links.imports()} look="plain">
            {words.importNow}
          </LinkButton>
        </EmptyState>
      )}
      {next === undefined ? null : (
        <p>
          <a href={`${links.trajectories()}?${nextQuery(page, next)}`} rel="next">
            {words.more}
          </a>
        </p>
      )}
    </>,
  )
}

const errorField = (page: PageRequest): string =>
  page.form.get('doe') === 'hernoem' ? `filter-${page.form.get('filter')}` : 'filternaam'

const phasesOf = (programmes: readonly ProgrammeDefinition[]) => programmes.flatMap((one) => one.phases)

function chosenOf(page: PageRequest, name: string, known: readonly string[]): string | undefined {
  const value = page.query.get(name) ?? ''
  return known.includes(value) ? value : undefined
}

/** Where the page goes on: day and id of the last line before it. */
function keyIn(text: string | null): Key | undefined {
  const registeredOn = parseDay(text?.slice(0, 10) ?? '')
  const id = text?.slice(11) ?? ''
  return registeredOn !== undefined && isId(id) ? { registeredOn, id } : undefined
}

function nextQuery(page: PageRequest, next: Key): string {
  const query = new URLSearchParams(page.query)
  query.set('na', `${next.registeredOn}.${next.id}`)
  return query.toString()
}

type FilterProps = {
  page: PageRequest
  villages: readonly { code: string; name: string }[]
  programmes: readonly ProgrammeDefinition[]
  teams: readonly { id: string; name: string }[]
  chosen: Chosen
}

const Filter: FC<FilterProps> = ({ page, villages, programmes, teams, chosen }) => {
  const { villageCode, phase, teamId } = chosen
  const words = trajectoryWords[page.lang]
  const phases = new Map(
    phasesOf(programmes).map((one): [string, Option] => [one.code, { value: one.code, label: one.name[page.lang] }]),
  )
  return (
    <form method="get" action={links.trajectories()}>
      <FieldRow>
        <SelectField
          name="kern"
          label={words.village}
          value={villageCode}
          options={[
            { value: '', label: words.allVillages },
            ...villages.map((one) => ({ value: one.code, label: one.name })),
          ]}
        />
        <SelectField
          name="fase"
          label={words.phase}
          value={phase}
          options={[{ value: '', label: words.allPhases }, ...phases.values()]}
        />
        {teams.length === 0 ? null : (
          <SelectField
            name="team"
            label={teamWords[page.lang].filter}
            value={teamId}
            options={[
              { value: '', label: teamWords[page.lang].all },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Button look="plain">{words.show}</Button>
      </FieldRow>
    </form>
  )
}

type ListProps = {
  lang: Lang
  rows: readonly TrajectoryRow[]
  names: ReadonlyMap<string, string>
  programmes: readonly ProgrammeDefinition[]
}

const List: FC<ListProps> = ({ lang, rows, names, programmes }) => {
  const words = trajectoryWords[lang]
  return (
    <DataTable
      lang={lang}
      caption={words.title}
      captionUnseen
      head={words.registered}
      columns={[{ head: words.village }, { head: words.children }, { head: words.phase }]}
      stacked
      rows={rows.map((row) => {
        const definition = programmes.find((one) => one.code === row.programmeCode)
        const about = row.approximateDay ? `${words.approximate} ` : ''
        return {
          head: <a href={links.trajectory(row.id)}>{`${about}${formatDay(lang, row.registeredOn, 'plain')}`}</a>,
          cells: [
            names.get(row.villageCode ?? '') ?? words.unknown,
            agesInWords(lang, definition, row.answers),
            definition?.phases.find((one) => one.code === row.phase)?.name[lang] ?? row.phase,
          ],
        }
      })}
    />
  )
}

function agesInWords(
  lang: Lang,
  definition: ProgrammeDefinition | undefined,
  answers: Readonly<Record<string, AnswerValue>>,
): string {
  const words = trajectoryWords[lang]
  const question = definition?.questions.find((one) => one.type === 'ages')
  const answer = question && answers[question.code]
  if (!Array.isArray(answer)) return words.unknown
  const ages = answer.filter((one): one is Age => typeof one === 'object')
  return ages.map((age) => ('years' in age ? words.years(age.years) : words.pregnant(age.weeksPregnant))).join(', ')
}
