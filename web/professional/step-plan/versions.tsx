import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { restoreStepPlan } from '../../../capabilities/step-plan/editing/actions.ts'
import { type PlanKept, stepPlanKept, stepPlanVersion } from '../../../capabilities/step-plan/editing/queries.ts'
import { dayAt } from '../../../foundation/day.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { refusedAs } from '../../shell/refused.ts'
import { formatDay } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { differencesInWords } from './difference-sentences.ts'
import { Differences, numberIn } from './parts.tsx'

/** An earlier version of the step plan: what would differ, and publishing it again. */
export const get = guarded({ may: ['change', 'page'], act: 'step-plan.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'page'], act: 'step-plan.published' }, async (actor, page) => {
  const [version, current] = [versionIn(page), numberIn(page, '_openbaar')]
  const done = await restoreStepPlan(actor, { version, current: current ?? 0 })
  if (done.ok) return redirect(links.stepPlan('openbaar'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

const versionIn = ({ params }: PageRequest): number => {
  const typed = params.versie ?? ''
  return /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 0
}

async function show(actor: Actor, page: PageRequest, refused?: Refused): Promise<Reply> {
  const version = versionIn(page)
  const [kept, plan] = [await stepPlanKept(actor), await stepPlanVersion(actor, version)]
  if (kept === undefined || plan === undefined) return notFound()
  const words = planScreenWords[page.lang]
  const { current } = kept
  const title = words.versionTitle(version)
  const sentences = differencesInWords(page.lang, current, plan)
  return workPage(
    page,
    actor,
    { title, active: 'pages', ...refusedAs(refused) },
    <div class="kept-pages">
      <BackLink href={links.stepPlan()} label={words.back} />
      <h1>{title}</h1>
      <ErrorSummary
        lang={page.lang}
        errors={refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]}
      />
      {sentences.length === 0 ? (
        <Notice>{version === current.version ? words.versionIsPublic : words.versionIsSame}</Notice>
      ) : (
        <>
          <h2>{words.versionDifferences}</h2>
          <Differences lang={page.lang} sentences={sentences} />
          <p>{words.restoreWhat}</p>
          <form method="post" action={links.stepPlanVersion(String(version))}>
            <input type="hidden" name="_openbaar" value={String(current.version)} />
            <Button>{words.restore}</Button>
          </form>
        </>
      )}
    </div>,
  )
}

/** Every version that was public, the newest first. */
export const Versions: FC<{ page: PageRequest; kept: PlanKept; me: string }> = ({ page, kept, me }) => {
  const words = planScreenWords[page.lang]
  return (
    <>
      <h2>{words.versions}</h2>
      <DataTable
        lang={page.lang}
        caption={words.versions}
        captionUnseen
        head={words.versionHead}
        columns={[words.publishedOn, words.by, words.restoredHead].map((head) => ({ head }))}
        stacked
        rows={kept.versions.map(({ version, published }) => ({
          head: <a href={links.stepPlanVersion(String(version))}>{words.version(version)}</a>,
          cells: [
            published === undefined ? words.shipped : formatDay(page.lang, dayAt(published.publishedAt)),
            published === undefined ? '' : published.publishedBy === me ? words.byYou : words.byColleague,
            published?.restores == null ? '' : words.restores(published.restores),
          ],
        }))}
      />
    </>
  )
}
