import type { Actor } from '../../../capabilities/access/actor.ts'
import { correctionsOf } from '../../../capabilities/imports/correcting/queries.ts'
import type { ImportDetail } from '../../../capabilities/imports/queries.ts'
import { type Refused, refuse } from '../../../foundation/result.ts'
import { Button, ButtonRow, LinkButton } from '../../design/button.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { Progress } from '../../design/progress.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { formatDay, formatMoment, formatNumber } from '../../words/format.ts'
import { importWords } from '../../words/import.ts'
import { correctionWords } from '../../words/import-corrections.ts'
import { importUndoWords } from '../../words/import-undo.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { Corrections, type CorrectionsShown } from './corrections.tsx'
import { pageAsked } from './fault-table.tsx'
import { importStep, STEP } from './frame.tsx'

/** The last step: saving, and how it ended. */
export async function showOutcome(
  page: PageRequest,
  actor: Actor,
  detail: ImportDetail,
  refused?: Refused,
): Promise<Reply> {
  const title = titleOf(page, detail)
  const corrections = await correctionsOf(actor, detail.id, pageAsked(page))
  return importStep(
    page,
    actor,
    { step: STEP.save, title, refused },
    <>
      <h2>{title}</h2>
      <Outcome page={page} detail={detail} corrections={corrections} />
      <p>
        <a href={links.imports()}>{importWords[page.lang].toList}</a>
      </p>
    </>,
  )
}

function titleOf({ lang }: PageRequest, detail: ImportDetail): string {
  const [words, undoWords] = [importWords[lang], importUndoWords[lang]]
  switch (detail.state) {
    case 'done':
      return words.doneTitle(detail.addedCount ?? 0)
    case 'running':
      return words.running
    case 'undoing':
      return undoWords.undoing
    case 'undone':
      return undoWords.undone
    case 'refused':
      return words.refused
    default:
      return words.cancelled
  }
}

type Props = { page: PageRequest; detail: ImportDetail; corrections: CorrectionsShown }

const Outcome = ({ page, detail, corrections }: Props) => {
  const words = importWords[page.lang]
  switch (detail.state) {
    case 'running':
      return <Running page={page} detail={detail} />
    case 'done':
      return <Done page={page} detail={detail} corrections={corrections} />
    case 'undoing':
      return <Undoing page={page} detail={detail} />
    case 'undone':
      return <Undone page={page} detail={detail} />
    case 'refused':
      return <Notice>{refusalSentence(page.lang, refuse(detail.refusedWith ?? 'import-stopped'))}</Notice>
    default:
      return <p>{words.cancelledWhat}</p>
  }
}

/** With script the bar follows by itself; without, a link looks again. */
const Running = ({ page, detail }: { page: PageRequest; detail: ImportDetail }) => {
  const words = importWords[page.lang]
  const { done, total, stopAskedAt } = detail.progress ?? { done: 0, total: detail.rowCount, stopAskedAt: null }
  return (
    <>
      <p class="soft">{stopAskedAt === null ? words.runningWhat : words.stopAsked}</p>
      <Progress
        label={words.progressLabel}
        done={done}
        all={total}
        words={words.progress(done, total)}
        news={links.importProgress(detail.id)}
      />
      <form method="post" action={links.importCancel(detail.id)}>
        <ButtonRow>
          <LinkButton look="plain" href={links.import(detail.id)}>
            {words.lookAgain}
          </LinkButton>
          {stopAskedAt === null && detail.mayChange ? <Button look="danger">{words.stop}</Button> : null}
        </ButtonRow>
      </form>
    </>
  )
}

const Undoing = ({ page, detail }: { page: PageRequest; detail: ImportDetail }) => {
  const [words, undoWords] = [importWords[page.lang], importUndoWords[page.lang]]
  return (
    <>
      <p class="soft">{undoWords.undoingWhat}</p>
      <Progress
        label={undoWords.undoingLabel}
        done={0}
        all={0}
        words={undoWords.undoingWords}
        news={links.importProgress(detail.id)}
      />
      <ButtonRow>
        <LinkButton look="plain" href={links.import(detail.id)}>
          {words.lookAgain}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

const Undone = ({ page, detail }: { page: PageRequest; detail: ImportDetail }) => (
  <>
    <p>{importUndoWords[page.lang].undoneWhat}</p>
    {detail.correctedCount === 0 ? null : <p>{correctionWords[page.lang].undone(detail.correctedCount)}</p>}
  </>
)

const Done = ({ page, detail, corrections }: Props) => {
  const words = importWords[page.lang]
  const skipped = detail.rowCount - (detail.goodCount ?? 0)
  return (
    <>
      {skipped > 0 ? <p>{words.skipped(skipped)}</p> : null}
      {(detail.changedCount ?? 0) > 0 ? <p>{words.changed(detail.changedCount ?? 0)}</p> : null}
      <p class="soft">{words.doneWhat}</p>
      <ImportFacts page={page} detail={detail} />
      <ButtonRow>
        <LinkButton href={links.trajectories()}>{words.toFamilies}</LinkButton>
        <a href={links.figures()}>{words.toFigures}</a>
      </ButtonRow>
      {detail.mayChange ? <Corrections page={page} detail={detail} shown={corrections} /> : null}
      {detail.mayChange ? <Undo page={page} detail={detail} /> : null}
    </>
  )
}

const ImportFacts = ({ page, detail }: { page: PageRequest; detail: ImportDetail }) => {
  const { facts } = importWords[page.lang]
  const count = (n: number | null) => (n === null ? undefined : formatNumber(page.lang, n))
  const { organisationName, municipalityName } = detail.provision
  return (
    <Facts
      facts={[
        {
          term: facts.provision,
          value: `${detail.programme.name[page.lang]}, ${organisationName}, ${municipalityName}`,
        },
        {
          term: facts.finished,
          value: detail.finishedAt === null ? undefined : formatMoment(page.lang, detail.finishedAt),
        },
        { term: facts.read, value: count(detail.rowCount) },
        { term: facts.good, value: count(detail.goodCount) },
        { term: facts.added, value: count(detail.addedCount) },
        { term: facts.known, value: count(detail.knownCount) },
        { term: facts.day, value: formatDay(page.lang, detail.holdsOn, 'plain') },
      ]}
    />
  )
}

const Undo = ({ page, detail }: { page: PageRequest; detail: ImportDetail }) => {
  const words = importUndoWords[page.lang]
  return (
    <section aria-labelledby="ongedaan">
      <h2 id="ongedaan">{words.undoTitle}</h2>
      <p>{words.undoWhat}</p>
      <confirm-once>
        <form method="post" action={links.importUndo(detail.id)}>
          <Button look="danger">{words.undo}</Button>
        </form>
      </confirm-once>
    </section>
  )
}
