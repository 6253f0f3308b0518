import type { FC } from 'hono/jsx'
import { maySomewhere } from '../../../capabilities/access/access.ts'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { requestCounts, requestsInReach } from '../../../capabilities/help-requests/queries.ts'
import type { HelpRequest, RequestState } from '../../../capabilities/help-requests/request.ts'
import { lateRequests, urgentRequests } from '../../../capabilities/help-requests/triage/queries.ts'
import { dayAt } from '../../../foundation/day.ts'
import { LinkButton } from '../../design/button.tsx'
import { EmptyState, Notice } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatDay, formatTime } from '../../words/format.ts'
import { requestLawWords } from '../../words/request-laws.ts'
import { requestCodes, requestWords } from '../../words/requests.ts'
import { triageWords } from '../../words/triage.ts'
import { placeNames, topicNames } from './naming.ts'

const GROUPS = {
  new: { address: 'nieuw', states: ['new'] },
  taken: { address: 'opgepakt', states: ['taken'] },
  closed: { address: 'klaar', states: ['answered', 'not-fitting', 'trajectory', 'withdrawn'] },
} as const satisfies Record<string, { address: string; states: readonly RequestState[] }>
type Group = keyof typeof GROUPS
const GROUP_NAMES = Object.keys(GROUPS) as readonly Group[] // keys of the literal above

export const get = guarded({ may: ['list', 'help-request'], act: 'help-request.listed' }, async (actor, page) => {
  const words = requestWords[page.lang]
  const shown = GROUP_NAMES.find((name) => GROUPS[name].address === page.query.get('toon')) ?? 'new'
  const counts = await requestCounts(
    actor,
    GROUP_NAMES.map((name) => GROUPS[name].states),
  )
  const { rows: found, hasMore } = await requestsInReach(actor, GROUPS[shown].states)
  const late = await lateRequests(actor, found, page.now)
  const rows = [...found.filter(({ id }) => late.has(id)), ...found.filter(({ id }) => !late.has(id))]
  const places = await placeNames(actor, rows)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'requests' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {maySomewhere(actor, 'change', 'help-request') ? (
        <p>
          <LinkButton href={links.requestNew()}>{words.add}</LinkButton>
        </p>
      ) : null}
      <Urgent page={page} rows={await urgentRequests(actor)} />
      <nav class="tabs" aria-label={words.title}>
        <ul class="tabs-list">
          {GROUP_NAMES.map((name, at) => (
            <li>
              <a href={links.requests(GROUPS[name].address)} aria-current={name === shown ? 'page' : undefined}>
                {words.grouped(words.groups[name], counts[at] ?? 0)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <EmptyState title={words.empty[shown]}>
          <p>{words.emptyWhat}</p>
        </EmptyState>
      ) : (
        <List {...{ page, actor, rows, places, late }} />
      )}
      {hasMore ? <p class="soft">{words.more}</p> : null}
      {maySomewhere(actor, 'read', 'own-figure') ? (
        <p>
          <a href={links.requestLaws()}>{requestLawWords[page.lang].link}</a>
        </p>
      ) : null}
    </>,
  )
})

/** what is unsafe and still open stands first, for who has it, the coordinator and the director. */
const Urgent: FC<{ page: PageRequest; rows: readonly HelpRequest[] }> = ({ page, rows }) => {
  if (rows.length === 0) return null
  const [words, codes] = [triageWords[page.lang], requestCodes[page.lang]]
  return (
    <Notice tone="danger" title={words.urgentTitle}>
      <ul>
        {rows.map((row) => (
          <li>
            <a href={links.request(row.id)}>
              {words.urgentOne(codes.askers[row.asker], formatDay(page.lang, dayAt(row.receivedAt), 'short'))}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type ListProps = {
  page: PageRequest
  actor: Actor
  rows: readonly HelpRequest[]
  places: ReadonlyMap<string, string>
  late: ReadonlySet<string>
}

const List: FC<ListProps> = ({ page, actor, rows, places, late }) => {
  const { lang } = page
  const [words, codes] = [requestWords[lang], requestCodes[lang]]
  const state = (row: HelpRequest): string => {
    if (late.has(row.id)) return `${codes.states[row.state]}, ${triageWords[lang].late}`
    if (row.state !== 'taken') return codes.states[row.state]
    return `${codes.states.taken} ${row.takenBy === actor.personId ? words.mine : words.colleague}`
  }
  return (
    <DataTable
      lang={lang}
      caption={words.title}
      captionUnseen
      head={words.received}
      columns={[words.who, words.about, words.place, words.via, words.state].map((head) => ({ head }))}
      stacked
      rows={rows.map((row) => ({
        head: (
          <a href={links.request(row.id)}>
            {formatDay(lang, dayAt(row.receivedAt), 'short')} {formatTime(lang, row.receivedAt)}
          </a>
        ),
        cells: [
          codes.askers[row.asker],
          topicNames(actor, lang, row).join('; '),
          places.get(row.villageCode ?? '') ?? words.unknown,
          codes.channels[row.channel],
          state(row),
        ],
      }))}
    />
  )
}
