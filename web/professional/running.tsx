import type { FC } from 'hono/jsx'
import { lastAuditCheck } from '../../capabilities/privacy/checks/queries.ts'
import { runningState } from '../../capabilities/running/queries.ts'
import type { QueueState, Running, Waiting } from '../../capabilities/running/running.ts'
import { Facts } from '../design/facts.tsx'
import { EmptyState } from '../design/notice.tsx'
import { DataTable } from '../design/table.tsx'
import { guarded, notFound } from '../shell/guarded.ts'
import { workPage } from '../shell/pages.tsx'
import { formatMoment, formatNumber } from '../words/format.ts'
import { runningPageWords } from '../words/running-page.ts'
import type { Lang } from '../words/words.ts'
import { AuditTrouble, auditCheckInWords } from './audit-check.tsx'

/** Whether the product does its work, for who answers for the whole platform. */
export const get = guarded({ may: ['read', 'running'], act: 'running.read' }, async (actor, page) => {
  const state = await runningState(actor)
  if (state === undefined) return notFound()
  const words = runningPageWords[page.lang]
  return workPage(
    page,
    actor,
    { title: words.title, active: 'running' },
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <AuditTrouble lang={page.lang} check={await lastAuditCheck(actor)} />
      <h2>{words.safe}</h2>
      <Safety lang={page.lang} state={state} />
      <h2>{words.jobs}</h2>
      {state.queues.length === 0 ? (
        <EmptyState title={words.noJobs}>{words.noJobsWhat}</EmptyState>
      ) : (
        <Queues lang={page.lang} queues={state.queues} />
      )}
      <h2>{words.room}</h2>
      <Room lang={page.lang} state={state} />
      <h2>{words.versions}</h2>
      <Facts
        facts={[
          { term: words.product, value: state.product },
          { term: words.database, value: `PostgreSQL ${state.database}` },
          { term: words.migration, value: state.lastMigration },
        ]}
      />
    </>,
  )
})

type Told = { lang: Lang; state: Running }

const Safety: FC<Told> = ({ lang, state }) => {
  const words = runningPageWords[lang]
  const when = (moment: Date | null | undefined) => (moment ? formatMoment(lang, moment) : words.never)
  const waiting = ({ count, oldestAt }: Waiting) => words.waiting(count, oldestAt ? formatMoment(lang, oldestAt) : '')
  return (
    <Facts
      facts={[
        { term: words.backup, value: when(state.lastBackupAt) },
        { term: words.check, value: auditCheckInWords(lang, state.auditCheck) },
        { term: words.verified, value: when(state.lastVerifiedAt) },
        { term: words.sealed, value: when(state.lastBlock?.sealedAt) },
        { term: words.unsealed, value: waiting(state.unsealed) },
        { term: words.mail, value: waiting(state.messagesWaiting) },
        { term: words.givenUp, value: formatNumber(lang, state.messagesGivenUp) },
      ]}
    />
  )
}

const Queues: FC<{ lang: Lang; queues: readonly QueueState[] }> = ({ lang, queues }) => {
  const words = runningPageWords[lang]
  return (
    <DataTable
      lang={lang}
      caption={words.jobs}
      captionUnseen
      head={words.job}
      columns={[
        { head: words.lastDone },
        { head: words.inLine, numeric: true },
        { head: words.busy, numeric: true },
        { head: words.failed, numeric: true },
      ]}
      rows={queues.map(({ queue, lastDoneAt, waiting, running, failed }) => ({
        head: words.queues[queue] ?? queue,
        cells: [lastDoneAt ? formatMoment(lang, lastDoneAt) : words.never, waiting, running, failed],
      }))}
      stacked
    />
  )
}

const Room: FC<Told> = ({ lang, state: { databaseBytes, tables, disk } }) => {
  const words = runningPageWords[lang]
  return (
    <>
      <Facts
        facts={[
          { term: words.wholeDatabase, value: sizeIn(lang, databaseBytes) },
          {
            term: words.disk,
            value:
              disk === undefined ? undefined : words.free(sizeIn(lang, disk.freeBytes), sizeIn(lang, disk.totalBytes)),
          },
        ]}
      />
      <DataTable
        lang={lang}
        caption={words.largest}
        head={words.table}
        columns={[{ head: words.size }]}
        rows={tables.map(({ name, bytes }) => ({ head: <code>{name}</code>, cells: [sizeIn(lang, bytes)] }))}
        stacked
      />
    </>
  )
}

const MB = 1_000_000
const GB = 1_000 * MB

/** Whole megabytes, so that one row more or less does not show. */
function sizeIn(lang: Lang, bytes: number): string {
  if (bytes >= 10 * GB) return `${formatNumber(lang, Math.round(bytes / GB))} GB`
  return bytes < MB ? runningPageWords[lang].small : `${formatNumber(lang, Math.round(bytes / MB))} MB`
}
