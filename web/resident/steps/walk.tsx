import type { FC } from 'hono/jsx'
import { sealFilling } from '../../../capabilities/forms/filling.ts'
import type { Walk } from '../../../capabilities/forms/walk.ts'
import { WALK } from '../../../capabilities/forms/walk.ts'
import { formOf } from '../../../capabilities/step-plan/definition.ts'
import { isAfraid } from '../../../capabilities/step-plan/steps.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply } from '../../shell/guarded.ts'
import { QuestionView } from '../../shell/question-view.tsx'
import { refusalSentence } from '../../words/refusals.ts'
import { stepsWords } from '../../words/steps.ts'
import { CallNow } from '../ask/danger.tsx'
import { type StepsAround, stepsAround } from './around.ts'
import { show, startAgain } from './frame.tsx'
import { PlanView } from './plan-view.tsx'
import { handOver, sharePage } from './sharing.tsx'
import { DOING, newsOf, type Standing, standingAfter, textIn } from './standing.ts'

/**
 * One press in the steps. Answers come in the form and go back in it, sealed; nothing of them is kept, and the address stays
 * the same. The same for everyone who sends the same: whoever is signed in elsewhere is nobody here.
 */
export const post = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const known = await stepsAround(actor, page)
  if (known === undefined) return notFound()
  const standing = standingAfter(known.plan, page)
  const doing = textIn(page.form, WALK.doing)
  if (standing.at === 'steps' && doing === DOING.share) return sharePage(page, { ...standing, known })
  if (standing.at === 'steps' && doing === DOING.hand) return handOver(actor, page, { ...standing, known })
  return answered(page, known, standing)
})

/** The page of where somebody stands in the steps; above them, why something of them was refused. */
export function answered(page: PageRequest, known: StepsAround, standing: Standing, refused?: Refused): Promise<Reply> {
  const { lines } = known
  switch (standing.at) {
    case 'danger':
      return show(page, known, <DangerFirst {...{ page, known, standing, lines }} />)
    case 'steps': {
      const { filling, shown, before } = standing
      const news = newsOf(known.plan, before, filling.answers)
      const errors = refused === undefined ? [] : [{ message: refusalSentence(page.lang, refused) }]
      return show(
        page,
        known,
        <>
          <ErrorSummary lang={page.lang} errors={errors} />
          <PlanView {...{ page, known, filling, shown, news, lines }} />
        </>,
        refused,
      )
    }
    case 'walking':
      return walking(page, known, standing.walk, lines)
  }
}

type Lines = StepsAround['lines']

function walking(page: PageRequest, known: StepsAround, at: Walk, lines: Lines): Promise<Reply> {
  if (at.at === 'refused') return startAgain(page, known, at.refused)
  if (at.at !== 'question') throw new Error('only a question is left')
  const action = links.steps(known.around.here)
  const [fault] = Object.values(at.faults)
  const extra = isAfraid(known.plan, at.filling.answers) ? <CallNow lang={page.lang} lines={lines} /> : undefined
  return show(
    page,
    known,
    <QuestionView
      lang={page.lang}
      form={formOf(known.plan)}
      offered={{}}
      now={page.now}
      action={action}
      startHref={action}
      walk={at}
      extra={extra && <div class="danger-now after-form">{extra}</div>}
    />,
    fault,
  )
}

/** In danger now: whom to call, before any question; the answers so far wait underneath. */
const DangerFirst: FC<{
  page: PageRequest
  known: StepsAround
  standing: Extract<Standing, { at: 'danger' }>
  lines: Lines
}> = ({ page, known: { plan, around }, standing, lines }) => {
  const words = stepsWords[page.lang]
  return (
    <div class="danger-now">
      <h1>{words.callFirst}</h1>
      <CallNow lang={page.lang} lines={lines} />
      <form method="post" action={links.steps(around.here)}>
        <input type="hidden" name={WALK.sealed} value={sealFilling(formOf(plan), standing.filling, page.now)} />
        <div class="row">
          <Button look="plain">{words.goOn}</Button>
        </div>
      </form>
    </div>
  )
}
