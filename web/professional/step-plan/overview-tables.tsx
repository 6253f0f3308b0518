import type { FC } from 'hono/jsx'
import { mostPages } from '../../../capabilities/step-plan/check.ts'
import { PARTS, type Step } from '../../../capabilities/step-plan/definition.ts'
import { type Spot, sealOf } from '../../../capabilities/step-plan/editing/changes.ts'
import type { PlanKept } from '../../../capabilities/step-plan/editing/queries.ts'
import { LinkButton } from '../../design/button.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { planQuestionWords } from '../../words/step-plan-questions.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import { conditionsInWords, forWhom, said, setInWords } from './naming.ts'
import { NEW } from './thing-page.tsx'

type Props = { page: PageRequest; kept: PlanKept }

const countOf = ({ faults }: PlanKept, { part, code }: Spot): string =>
  String(faults.filter((one) => one.part === part && one.code === code).length || '')

export const Questions: FC<Props> = ({ page, kept }) => {
  const [words, own] = [planScreenWords[page.lang], planQuestionWords[page.lang]]
  const { draft } = kept
  const most = mostPages(draft)
  return (
    <>
      <h2>{words.questions}</h2>
      <p class="soft">
        {words.questionsLead} {most === undefined ? '' : own.mostAsked(most.length)}
      </p>
      <p>
        <LinkButton href={links.stepPlanQuestion(NEW)} look="plain">
          {own.addQuestion}
        </LinkButton>
      </p>
      <DataTable
        lang={page.lang}
        caption={words.questions}
        captionUnseen
        head={words.question}
        columns={[words.asked, words.faults, words.action].map((head) => ({ head }))}
        stacked
        rows={draft.questions.map(({ code, ask, when }, at) => ({
          head: <a href={links.stepPlanQuestion(code)}>{said(page.lang, ask) || code}</a>,
          cells: [
            <span class="small">
              {when === undefined ? words.everybody : conditionsInWords(page.lang, draft, [[when]])}
            </span>,
            countOf(kept, { part: 'questions', code }),
            // The question about safety stays on top.
            at < 2 ? '' : <Up {...{ page, kept }} spot={{ part: 'questions', code }} name={said(page.lang, ask)} />,
          ],
        }))}
      />
    </>
  )
}

export const Steps: FC<Props> = (props) => {
  const { page, kept } = props
  const words = planScreenWords[page.lang]
  return (
    <>
      <h2>{words.steps}</h2>
      <p>
        <LinkButton href={links.stepPlanStep(NEW)} look="plain">
          {words.addStep}
        </LinkButton>
      </p>
      {PARTS.map((part) => (
        <StepsOf {...props} part={part} steps={kept.draft.steps.filter(({ at }) => at === part)} />
      ))}
    </>
  )
}

const StepsOf: FC<Props & { part: Step['at']; steps: readonly Step[] }> = ({ page, kept, part, steps }) => {
  const words = planScreenWords[page.lang]
  if (steps.length === 0) return null
  return (
    <DataTable
      lang={page.lang}
      caption={words.parts[part]}
      head={words.step}
      columns={[words.forWhom, words.faults, words.action].map((head) => ({ head }))}
      stacked
      rows={steps.map(({ code, title, if: conditions }, at) => {
        const { route, rest } = forWhom(page.lang, kept.draft, conditions)
        return {
          head: <a href={links.stepPlanStep(code)}>{said(page.lang, title) || code}</a>,
          cells: [
            <span class="small">
              {route === '' ? null : <strong>{route}</strong>}
              {rest === '' || route === '' ? rest : `. ${rest}`}
            </span>,
            countOf(kept, { part: 'steps', code }),
            at === 0 ? '' : <Up {...{ page, kept }} spot={{ part: 'steps', code }} name={said(page.lang, title)} />,
          ],
        }
      })}
    />
  )
}

/** Buttons for what changes in a life, each with the answers that it changes. */
export const Changes: FC<Props> = ({ page, kept }) => {
  const [words, own] = [planScreenWords[page.lang], planQuestionWords[page.lang]]
  const { draft } = kept
  return (
    <>
      <h2>{own.changes}</h2>
      <p class="soft">{own.changesLead}</p>
      <p>
        <LinkButton href={links.stepPlanChange(NEW)} look="plain">
          {own.addChange}
        </LinkButton>
      </p>
      {draft.changes.length === 0 ? null : (
        <DataTable
          lang={page.lang}
          caption={own.changes}
          captionUnseen
          head={own.change}
          columns={[own.changesWhat, words.forWhom, words.faults, words.action].map((head) => ({ head }))}
          stacked
          rows={draft.changes.map(({ code, label, if: conditions, set }, at) => {
            const { route, rest } = forWhom(page.lang, draft, conditions)
            return {
              head: <a href={links.stepPlanChange(code)}>{said(page.lang, label) || code}</a>,
              cells: [
                <span class="small">{setInWords(page.lang, draft, set)}</span>,
                <span class="small">{rest === '' ? route : rest}</span>,
                countOf(kept, { part: 'changes', code }),
                at === 0 ? (
                  ''
                ) : (
                  <Up {...{ page, kept }} spot={{ part: 'changes', code }} name={said(page.lang, label)} />
                ),
              ],
            }
          })}
        />
      )}
    </>
  )
}

const Up: FC<Props & { spot: Spot; name: string }> = ({ page, kept, spot, name }) => (
  <form method="post" action={links.stepPlan()}>
    <input type="hidden" name="soort" value={spot.part} />
    <input type="hidden" name="code" value={spot.code} />
    <input type="hidden" name="_zegel" value={sealOf(kept.draft, spot)} />
    <button type="submit" class="row-action" name="doe" value="omhoog">
      {planScreenWords[page.lang].up}
      <span class="unseen"> {name}</span>
    </button>
  </form>
)
