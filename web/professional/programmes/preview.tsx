import type { FC } from 'hono/jsx'
import type { ProgrammeDefinition, Question } from '../../../capabilities/programmes/definition.ts'
import { checkDefinition } from '../../../capabilities/programmes/definition-check.ts'
import { nameOf } from '../../../capabilities/programmes/drafts/document.ts'
import { draftWithId } from '../../../capabilities/programmes/drafts/queries.ts'
import { milestoneDays } from '../../../capabilities/programmes/milestones.ts'
import { MOMENTS } from '../../../capabilities/programmes/moments.ts'
import { ButtonRow, RefusedButton } from '../../design/button.tsx'
import { Details } from '../../design/details.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { QuestionField } from '../../shell/form-fields.tsx'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formatDay } from '../../words/format.ts'
import { previewWords } from '../../words/programme-preview.ts'
import { screenWords } from '../../words/programme-screens.ts'
import { formQuestion } from '../case/questions.tsx'
import { Figures, type Viewer } from './preview-figures.tsx'

export const get = guarded({ may: ['change', 'programme'], act: 'programme.previewed' }, async (actor, page) => {
  const draft = await draftWithId(actor, page.params.id ?? '')
  if (draft === undefined) return notFound()
  const words = previewWords[page.lang]
  const checked = checkDefinition(draft.definition)
  const name = nameOf(draft.definition, page.lang)
  return workPage(
    page,
    actor,
    { title: `${words.title}: ${name}`, active: 'programmes' },
    <>
      <BackLink href={links.draft(draft.id)} label={screenWords[page.lang].backToDraft} />
      <h1>{`${words.title}: ${name}`}</h1>
      {checked.ok ? (
        <Preview page={page} draftId={draft.id} definition={checked.value} />
      ) : (
        <Notice>
          <p>{words.notYet}</p>
        </Notice>
      )}
    </>,
  )
})

type Props = { page: PageRequest; definition: ProgrammeDefinition }

const Preview: FC<Props & { draftId: string }> = ({ page, draftId, definition }) => {
  const words = previewWords[page.lang]
  const viewers: readonly Viewer[] = [
    ...(['worker', 'policy', 'resident'] as const),
    ...(definition.roles.volunteer === undefined ? [] : (['volunteer'] as const)),
  ]
  const viewer = viewers.find((one) => one === page.query.get('als')) ?? 'worker'
  return (
    <>
      <Notice>
        <p>
          <strong>{words.marked}</strong>
        </p>
      </Notice>
      <p>{words.as}:</p>
      <ul class="path-list">
        {viewers.map((one) => (
          <li>
            <a href={links.draftPreview(draftId, one)} aria-current={one === viewer ? 'true' : undefined}>
              {words.views[one]}
            </a>
          </li>
        ))}
      </ul>
      {viewer === 'resident' ? <Offer page={page} definition={definition} /> : null}
      {viewer === 'worker' ? <Questions page={page} definition={definition} /> : null}
      {viewer === 'worker' || viewer === 'volunteer' ? (
        <Trajectory {...{ page, definition }} maySteps={viewer === 'worker'} />
      ) : null}
      <Figures {...{ page, definition, viewer }} />
    </>
  )
}

const Offer: FC<Props> = ({ page, definition }) => (
  <section aria-labelledby="aanbod">
    <h2 id="aanbod">{definition.name[page.lang]}</h2>
    <p class="soft">{previewWords[page.lang].publicWhat}</p>
    <p>{definition.summary[page.lang]}</p>
  </section>
)

/** The questions as a form that sends nothing: there is no form around it. */
const Questions: FC<Props> = ({ page, definition }) => {
  const words = previewWords[page.lang]
  return (
    <>
      {MOMENTS.map((moment, at) => {
        const asked = definition.questions.filter((one) => one.asked === moment)
        return asked.length === 0 ? null : (
          <Details summary={words.asked[moment]} isOpen={at === 0}>
            <fieldset class="field" disabled>
              <legend class="unseen">{words.asked[moment]}</legend>
              {asked.map((question) => (
                <OneQuestion page={page} question={question} />
              ))}
            </fieldset>
          </Details>
        )
      })}
    </>
  )
}

const OneQuestion: FC<{ page: PageRequest; question: Question }> = ({ page, question }) => {
  const places = [1, 2].map((n) => ({ code: `kern-${n}`, name: previewWords[page.lang].place(n) }))
  const asked = { ...formQuestion(question), ...(question.required === true && { required: true }) }
  return (
    <QuestionField
      lang={page.lang}
      question={asked}
      given={{}}
      faults={{}}
      offered={{ [question.code]: places }}
      inline
    />
  )
}

const Trajectory: FC<Props & { maySteps: boolean }> = ({ page, definition, maySteps }) => {
  const words = previewWords[page.lang]
  return (
    <section aria-labelledby="traject">
      <h2 id="traject">{words.trajectory}</h2>
      {definition.phases.map((phase) => (
        <>
          <h3>{words.phase(phase.name[page.lang])}</h3>
          {phase.steps.length === 0 || !maySteps ? (
            <p class="soft">{phase.steps.length === 0 ? words.noSteps : ''}</p>
          ) : (
            <ButtonRow>
              {phase.steps.map((step) => (
                <RefusedButton id={`${phase.code}-${step.to}`} reason={words.stepWhat}>
                  {step.name[page.lang]}
                </RefusedButton>
              ))}
            </ButtonRow>
          )}
        </>
      ))}
      <Milestones page={page} definition={definition} />
    </section>
  )
}

const Milestones: FC<Props> = ({ page, definition }) => {
  const words = previewWords[page.lang]
  const begun = Object.fromEntries(definition.anchors.map(({ code }) => [code, page.today]))
  const names = new Map(
    [...definition.milestones, ...(definition.longest ? [definition.longest] : [])].map((one) => [
      one.code,
      one.name[page.lang],
    ]),
  )
  const days = milestoneDays(definition, begun)
  if (days.length === 0) return <p class="soft">{words.noMilestones}</p>
  const plain = (day: (typeof days)[number]['earliest']) => formatDay(page.lang, day, 'plain')
  return (
    <DataTable
      lang={page.lang}
      caption={words.milestones}
      head={words.milestone}
      columns={[{ head: words.day }]}
      stacked
      rows={days.map(({ code, earliest, latest }) => ({
        head: names.get(code) ?? code,
        cells: [words.between(plain(earliest), plain(latest))],
      }))}
    />
  )
}
