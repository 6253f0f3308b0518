import type { Child } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Refused } from '../../../foundation/result.ts'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Steps } from '../../design/steps.tsx'
import { links } from '../../links.ts'
import type { PageRequest, Reply } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { importWords } from '../../words/import.ts'
import { refusalSentence } from '../../words/refusals.ts'

/** The four steps, counted from 0. */
export const STEP = { file: 0, columns: 1, rows: 2, save: 3 } as const

type Frame = {
  readonly step: (typeof STEP)[keyof typeof STEP]
  /** What the screen says now; also the window title. */
  readonly title?: string | undefined
  readonly refused?: Refused | undefined
  /** The field that a refusal is about. */
  readonly field?: string | undefined
}

/** One of the four steps of bringing in a file; after a refusal the same step again, with why and what to do above it. */
export function importStep(
  page: PageRequest,
  actor: Actor,
  { step, title, refused, field }: Frame,
  body: Child,
): Promise<Reply> {
  const words = importWords[page.lang]
  const { file, columns, rows, save } = words.steps
  return workPage(
    page,
    actor,
    {
      title: title ?? words.title,
      active: 'imports',
      ...(refused !== undefined && { status: 400, refusedWith: refused.reason }),
    },
    <>
      <h1>{words.title}</h1>
      <Steps lang={page.lang} steps={[file, columns, rows, save]} now={step} />
      <Refusal page={page} refused={refused} field={field} />
      {body}
    </>,
  )
}

/** Why something was refused, with the way to the earlier import where there is one. */
export function Refusal({
  page,
  refused,
  field,
}: {
  page: PageRequest
  refused: Refused | undefined
  field?: string | undefined
}) {
  if (refused === undefined) return null
  const earlier = refused.reason === 'file-imported-before' ? refused.with?.import : undefined
  return (
    <>
      <ErrorSummary lang={page.lang} errors={[{ field, message: refusalSentence(page.lang, refused) }]} />
      {earlier === undefined ? null : (
        <p>
          <a href={links.import(String(earlier))}>{importWords[page.lang].earlier}</a>
        </p>
      )}
    </>
  )
}
