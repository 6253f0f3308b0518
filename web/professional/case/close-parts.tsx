import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Handed, Offer } from '../../../capabilities/cases/afterwards/offer.ts'
import { type Parts, partsOf } from '../../../capabilities/cases/closing/closing.ts'
import { type ChildOfCase, voicesMissing } from '../../../capabilities/cases/voice/voice.ts'
import type { FormQuestion } from '../../../capabilities/forms/form.ts'
import { isAsked } from '../../../capabilities/programmes/asked.ts'
import type { Step } from '../../../capabilities/programmes/definition.ts'
import { reasonsFor } from '../../../capabilities/programmes/steps-needed.ts'
import type { Id } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { Details } from '../../design/details.tsx'
import type { FieldError } from '../../design/error-summary.tsx'
import { DayField, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { closingWords } from '../../words/closing.ts'
import { formatDay } from '../../words/format.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { type Case, errorsOf, KEY, keyOf, text } from './frame.tsx'
import { type Asking, answersIn, BothVersions, faultsByQuestion, QuestionsPart } from './questions.tsx'

export type Child = ChildOfCase & { readonly name: string | undefined; readonly isMine: boolean }

export type ClosingView = {
  readonly actor: Actor
  readonly page: PageRequest
  readonly found: Case
  readonly step: Step
  /** Whether the step leads on from where the trajectory is now. */
  readonly isOpen: boolean
  readonly asked: Asking
  readonly children: readonly Child[]
  readonly offers: readonly Offer[]
  readonly handed: readonly Handed[]
}

type Faults = Readonly<Record<string, Refused>>

export const voiceField = (childId: Id): string => `stem-${childId}`

const parts = ({ found, asked }: ClosingView): Parts<FormQuestion> =>
  partsOf(found.detail.definition, asked.questions, found.detail.trajectory.answers)

const nameOf = ({ page }: ClosingView, { name }: Child): string => name ?? closingWords[page.lang].nameless

/** What is not right yet, in the order in which it stands on the page. */
export function closingErrors(view: ClosingView, faults: Faults): FieldError[] {
  const { page, asked, children } = view
  const { brought, otherwise, rest } = parts(view)
  const voices = children.flatMap((child) => {
    const fault = faults[voiceField(child.personId)]
    if (fault === undefined) return []
    const message = `${closingWords[page.lang].voiceWhy(nameOf(view, child))} ${refusalSentence(page.lang, fault)}`
    return [{ field: voiceField(child.personId), message }]
  })
  return [
    ...voices,
    ...faultsByQuestion(page, { ...asked, questions: [...brought, ...otherwise, ...rest] }, faults),
    ...(faults.reden === undefined ? [] : errorsOf(page, faults.reden, 'reden')),
  ]
}

type FormProps = { view: ClosingView; faults: Faults; isConflict: boolean; isFirst: boolean }

/** Everything that closing asks, with what is missing on top; one form, so that nothing typed gets lost. */
export const ClosingForm: FC<FormProps> = ({ view, faults, isConflict, isFirst }) => {
  const { page, found, step, asked } = view
  const words = closingWords[page.lang]
  const { trajectory } = found.detail
  const { brought, otherwise, rest } = parts(view)
  return (
    <>
      {isFirst && page.query.has('bewaard') ? <Notice isNews>{words.saved}</Notice> : null}
      {isFirst ? <Missing view={view} /> : null}
      {isConflict ? <BothVersions page={page} asking={asked} /> : null}
      <form class="compact closing" method="post" action={links.caseClose(trajectory.id, step.to)} novalidate>
        <input type="hidden" name="_versie" value={String(trajectory.rowVersion)} />
        <input type="hidden" name={KEY} value={keyOf(page)} />
        <Voices view={view} faults={faults} />
        <Part view={view} faults={faults} id="gebracht" title={words.brought} questions={brought} />
        <Part view={view} faults={faults} id="anders" title={words.otherwise} questions={otherwise} />
        <Part view={view} faults={faults} id="verder" title={words.rest} questions={rest} folds />
        <Hand view={view} />
        <Ending view={view} faults={faults} />
      </form>
    </>
  )
}

/** What closing still waits for, each with the way to it. */
const Missing: FC<{ view: ClosingView }> = ({ view }) => {
  const { page, asked, children, found, step } = view
  const words = closingWords[page.lang]
  const { faults } = answersIn(asked)
  const open = (questions: readonly FormQuestion[]) => questions.filter(({ code }) => faults[code] !== undefined).length
  const { brought, otherwise, rest } = parts(view)
  const answers = [
    { id: 'gebracht', title: words.brought, n: open(brought) },
    { id: 'anders', title: words.otherwise, n: open(otherwise) },
    { id: 'verder', title: words.rest, n: open(rest) },
  ]
  const voices = voicesMissing(children).length
  const lines = [
    ...(voices === 0 ? [] : [{ id: 'stem', title: words.voice, still: words.missingVoices(voices) }]),
    ...answers.flatMap(({ id, title, n }) => (n === 0 ? [] : [{ id, title, still: words.missingAnswers(n) }])),
    ...(reasonsFor(found.detail.definition, step).length === 0
      ? []
      : [{ id: 'slot', title: words.reason, still: words.missingReason }]),
  ]
  return (
    <section class="missing" aria-labelledby="mist">
      <h2 id="mist">{words.missing}</h2>
      {lines.length === 0 ? <p>{words.nothingMissing}</p> : null}
      <ul>
        {lines.map(({ id, title, still }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
            {title.endsWith('?') ? ' ' : ': '}
            <span class="soft">{still}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type PartProps = {
  view: ClosingView
  faults: Faults
  id: string
  title: string
  questions: readonly FormQuestion[]
  /** What was answered before stands folded away. */
  folds?: boolean
}

const Part: FC<PartProps> = ({ view, faults, id, title, questions, folds }) => {
  const { page, asked, found } = view
  if (questions.length === 0) return null
  const isAnswered = ({ code }: FormQuestion) => asked.stored[code] !== undefined && faults[code] === undefined
  // A question that an earlier answer made needless stays with that answer.
  const isNeedless = (one: FormQuestion) =>
    !isAsked(one, asked.stored) && questions.some((other) => other.code === one.when?.question && isAnswered(other))
  const isKnown = (one: FormQuestion) => folds === true && (isAnswered(one) || isNeedless(one))
  const [open, known] = [questions.filter((one) => !isKnown(one)), questions.filter(isKnown)]
  const answers = known.filter(isAnswered).length
  const shown = (some: readonly FormQuestion[]) => (
    <QuestionsPart
      page={page}
      asking={{ ...asked, questions: some }}
      faults={faults}
      definition={found.detail.definition}
    />
  )
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {shown(open)}
      {known.length === 0 ? null : <Details summary={closingWords[page.lang].known(answers)}>{shown(known)}</Details>}
    </section>
  )
}

const Voices: FC<{ view: ClosingView; faults: Faults }> = ({ view, faults }) => {
  const { page, children } = view
  const words = closingWords[page.lang]
  if (children.length === 0) return null
  return (
    <section aria-labelledby="stem">
      <h2 id="stem">{words.voice}</h2>
      <p class="soft">{words.voiceLead}</p>
      {children.map((child) => (
        <Voice view={view} child={child} fault={faults[voiceField(child.personId)]} />
      ))}
      <p class="small soft">{caseWords[page.lang].seenBy}</p>
    </section>
  )
}

const Voice: FC<{ view: ClosingView; child: Child; fault: Refused | undefined }> = ({ view, child, fault }) => {
  const { page } = view
  const words = closingWords[page.lang]
  const name = nameOf(view, child)
  const field = voiceField(child.personId)
  if (child.heardOn !== undefined) return <p>{words.heard(name, formatDay(page.lang, child.heardOn, 'plain'))}</p>
  return (
    <div class="voice">
      {child.isMine ? (
        <p>
          <a href={links.fileVoice(child.personId)}>{words.listen(name)}</a>
        </p>
      ) : (
        <p class="small soft">{words.notYours(name)}</p>
      )}
      <TextField
        name={field}
        label={words.voiceWhy(name)}
        hint={words.voiceWhyHint}
        autocomplete="off"
        value={page.form.has(field) ? text(page, field) : (child.because ?? '')}
        error={fault === undefined ? undefined : refusalSentence(page.lang, fault)}
      />
    </div>
  )
}

/** What this municipality has for afterwards now, for this programme. */
const Hand: FC<{ view: ClosingView }> = ({ view: { page, offers } }) => {
  const words = closingWords[page.lang]
  return (
    <section aria-labelledby="mee">
      <h2 id="mee">{words.hand}</h2>
      {offers.length === 0 ? (
        <p class="soft">{words.handNone}</p>
      ) : (
        <CheckboxGroup
          name="meegeven"
          label={words.handLead}
          values={page.form.getAll('meegeven').map(String)}
          choices={offers.map(({ id, name, what }) => ({ value: id, label: name, hint: what }))}
        />
      )}
    </section>
  )
}

const Ending: FC<{ view: ClosingView; faults: Faults }> = ({ view: { page, found, step }, faults }) => {
  const words = closingWords[page.lang]
  const reasons = reasonsFor(found.detail.definition, step)
  return (
    <section aria-labelledby="slot">
      <h2 id="slot">{words.reason}</h2>
      {reasons.length === 0 ? null : (
        <RadioGroup
          name="reden"
          label={caseWords[page.lang].why}
          value={text(page, 'reden')}
          error={faults.reden === undefined ? undefined : refusalSentence(page.lang, faults.reden)}
          choices={reasons.map(({ code, name }) => ({ value: code, label: name[page.lang] }))}
          inline
        />
      )}
      <DayField name="dag" label={words.day} value={text(page, 'dag') || page.today} max={page.today} />
      <ButtonRow>
        <Button>{step.name[page.lang]}</Button>
        <Button look="plain" name="doe" value="later">
          {words.save}
        </Button>
      </ButtonRow>
    </section>
  )
}
