import type { Actor } from '../../../capabilities/access/actor.ts'
import { answerQuestions } from '../../../capabilities/cases/history/actions.ts'
import { questionsIn } from '../../../capabilities/programmes/steps-needed.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { links } from '../../links.ts'
import { TypedKept } from '../../shell/draft-notice.tsx'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { caseWords } from '../../words/case.ts'
import { type Case, caseAt, casePage, errorsOf, text, versionIn } from './frame.tsx'
import { type Asking, answersIn, asking, BothVersions, faultsByQuestion, QuestionsPart } from './questions.tsx'

export const get = guarded(
  { may: ['change', 'trajectory'], act: 'answers.begun' },
  withTyped(async (actor, page) => {
    const found = await caseAt(actor, page)
    return found === undefined ? notFound() : show(actor, page, { found, asked: await askedAt(actor, page, found) })
  }),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'answers.given' },
  forgetsTyped(async (actor, page) => {
    const found = await caseAt(actor, page)
    if (found === undefined) return notFound()
    const at = { found, asked: await askedAt(actor, page, found) }
    const { answers, faults } = answersIn(at.asked)
    const [first] = Object.values(faults)
    if (first !== undefined) return show(actor, page, at, { refused: first, faults })
    const trajectoryId = found.detail.trajectory.id
    const seen = { trajectoryId, rowVersion: Number(text(page, '_versie')) }
    const answered = await answerQuestions(actor, seen, { answers, on: page.today })
    if (answered.ok) return redirect(links.trajectory(trajectoryId, 'antwoorden'))
    return answered.reason === 'not-found' ? notFound() : show(actor, page, at, { refused: answered, faults: {} })
  }),
)

type At = { readonly found: Case; readonly asked: Asking }
type Wrong = { readonly refused: Refused; readonly faults: Readonly<Record<string, Refused>> }

/** Everything that is asked before closing; what closing asks comes with that step. */
function askedAt(actor: Actor, page: PageRequest, found: Case): Promise<Asking> {
  const { definition, trajectory } = found.detail
  const early = definition.questions.filter(({ asked }) => asked === 'registration' || asked === 'intake')
  const codes = early.map(({ code }) => code)
  const questions = questionsIn(definition, codes, trajectory.answers)
  return asking(actor, page, found, { questions, areNeeded: false })
}

function show(actor: Actor, page: PageRequest, { found, asked }: At, wrong?: Wrong): Promise<Reply> {
  const words = caseWords[page.lang]
  const { definition, trajectory } = found.detail
  const isConflict = wrong?.refused.reason === 'changed-meanwhile'
  const errors =
    wrong === undefined || isConflict
      ? []
      : Object.keys(wrong.faults).length === 0
        ? errorsOf(page, wrong.refused)
        : faultsByQuestion(page, asked, wrong.faults)
  return casePage(actor, page, found, {
    title: words.answers,
    lead: words.answersLead,
    errors,
    ...(wrong !== undefined && { refused: wrong.refused }),
    body: (
      <>
        {isConflict ? <BothVersions page={page} asking={asked} /> : null}
        <form class="compact" method="post" action={links.caseAnswers(trajectory.id)} novalidate>
          <TypedKept actor={actor} page={page} />
          <input type="hidden" name="_versie" value={versionIn(page, trajectory.rowVersion)} />
          <QuestionsPart page={page} asking={asked} faults={wrong?.faults ?? {}} definition={definition} />
          <Button>{words.answersSave}</Button>
        </form>
      </>
    ),
  })
}
