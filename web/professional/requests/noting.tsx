import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Answers } from '../../../capabilities/cases/event.ts'
import { dropDraft } from '../../../capabilities/forms/actions.ts'
import { checkAnswers, type Given } from '../../../capabilities/forms/answer.ts'
import type { FormDefinition, FormQuestion } from '../../../capabilities/forms/form.ts'
import { asGiven, givenIn } from '../../../capabilities/forms/given.ts'
import { ownDraft, shippedForm } from '../../../capabilities/forms/queries.ts'
import type { Noting } from '../../../capabilities/help-requests/circumstances/actions.ts'
import { requestDetail } from '../../../capabilities/help-requests/queries.ts'
import type { HelpRequest } from '../../../capabilities/help-requests/request.ts'
import type { Day } from '../../../foundation/day.ts'
import { type Answer, type Refused, refuse } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { ErrorSummary, type FieldError } from '../../design/error-summary.tsx'
import { Facts } from '../../design/facts.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { DraftNotice, DraftOwnerField } from '../../shell/draft-notice.tsx'
import { answerInWords, faultsInWords, QuestionField } from '../../shell/form-fields.tsx'
import { notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { DROP_DRAFT } from '../../shell/typed-kept.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { requestNoteWords } from '../../words/request-notes.ts'
import type { Lang } from '../../words/words.ts'

/** One saving of a note, as the questions of its form have it. */
export type Version = { readonly answers: Answers; readonly holdsOn: Day; readonly recordedBy: string }

/** A form that whoever has a request fills in about it, again and again; every saving stays. */
export type Note = {
  readonly code: 'circumstances' | 'ladder'
  readonly address: (id: string) => string
  readonly questions: (form: FormDefinition, request: HelpRequest) => readonly FormQuestion[]
  readonly versions: (actor: Actor, id: string) => Promise<readonly Version[]>
  readonly save: (actor: Actor, id: string, given: Noting) => Promise<Answer>
}

type Said = {
  readonly given?: Given
  readonly faults?: Readonly<Record<string, Refused>>
  readonly refused?: Refused
}

/** Saves what was typed, or shows the page again with it. */
export async function postNote(actor: Actor, page: PageRequest, note: Note): Promise<Reply> {
  const id = page.params.id ?? ''
  const shown = await requestDetail(actor, id)
  if (shown === undefined || !shown.mayStep) return notFound()
  if (page.form.get('doe') === DROP_DRAFT) {
    await dropDraft(actor, page.path)
    return redirect(note.address(id))
  }
  const form = shippedForm(actor, note.code)
  const questions = note.questions(form, shown.request)
  const given = givenIn(page.form, questions)
  // What must be answered is said by the door, with the reason why it is asked.
  const { answers, faults } = checkAnswers(
    questions.map((one) => ({ ...one, required: false })),
    given,
  )
  if (Object.keys(faults).length > 0) return notePage(actor, page, note, { given, faults })
  const rowVersion = Number(page.form.get('versie'))
  const saved = await note.save(actor, id, { rowVersion, today: page.today, form, answers })
  if (saved.ok) {
    await dropDraft(actor, page.path)
    return redirect(links.request(id, 'vastgelegd'))
  }
  if (saved.reason === 'not-found') return notFound()
  const about = saved.with?.question
  return notePage(
    actor,
    page,
    note,
    typeof about === 'string' ? { given, faults: { [about]: saved } } : { given, refused: saved },
  )
}

/** The questions of a note, with what was noted last, or what was typed. */
export async function notePage(actor: Actor, page: PageRequest, note: Note, said: Said = {}): Promise<Reply> {
  const shown = await requestDetail(actor, page.params.id ?? '')
  if (shown === undefined || !shown.mayStep || !shown.mayReadDetails) return notFound()
  const { request } = shown
  const words = requestNoteWords[page.lang]
  const { title, lead } = words[note.code]
  const questions = note.questions(shippedForm(actor, note.code), request)
  const last = (await note.versions(actor, request.id)).at(-1)
  const draft = said.given === undefined ? await ownDraft(actor, page.path) : undefined
  const given = said.given ?? draft?.typed ?? givenOf(questions, last?.answers ?? {})
  const { faults = {} } = said
  const refused = said.refused ?? (request.state === 'taken' ? undefined : refuse('request-step-not-now'))
  const first = said.refused ?? Object.values(faults)[0]
  const parts = { lang: page.lang, questions }
  return workPage(
    page,
    actor,
    { title, active: 'requests', ...(first !== undefined && { status: 400, refusedWith: first.reason }) },
    <>
      <BackLink href={links.request(request.id)} label={words.back} />
      <h1>{title}</h1>
      <p class="soft">{lead}</p>
      <ErrorSummary lang={page.lang} errors={errorsIn(page.lang, questions, { faults, refused })} />
      {said.refused?.reason === 'request-changed-meanwhile' ? (
        <BothVersions {...parts} now={givenOf(questions, last?.answers ?? {})} wanted={given} />
      ) : null}
      {request.state !== 'taken' ? null : (
        <>
          <DraftNotice lang={page.lang} savedAt={draft?.savedAt} action={note.address(request.id)} />
          <form class="compact" method="post" action={note.address(request.id)} novalidate>
            <input type="hidden" name="versie" value={String(request.rowVersion)} />
            <DraftOwnerField actor={actor} page={page} />
            {questions.map((question) => (
              <QuestionField {...{ ...parts, question, given, faults, offered: {} }} inline isOptionalSaid />
            ))}
            <p class="soft">{words.whoReads}</p>
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </form>
        </>
      )}
    </>,
  )
}

const givenOf = (questions: readonly FormQuestion[], answers: Answers): Given =>
  Object.fromEntries(questions.map(({ code }) => [code, asGiven(answers[code])]))

function errorsIn(
  lang: Lang,
  questions: readonly FormQuestion[],
  { faults, refused }: { faults: Readonly<Record<string, Refused>>; refused: Refused | undefined },
): FieldError[] {
  const whole = refused === undefined ? [] : [{ message: refusalSentence(lang, refused) }]
  return [...whole, ...faultsInWords(lang, questions, faults)]
}

type Both = { lang: Lang; questions: readonly FormQuestion[]; now: Given; wanted: Given }

/** After two people at once: what stands there now beside what this person wanted. */
const BothVersions: FC<Both> = ({ lang, questions, now, wanted }) => {
  const words = requestNoteWords[lang]
  return (
    <>
      <h2>{words.now}</h2>
      <NotedFacts {...{ lang, questions, given: now }} />
      <h2>{words.wanted}</h2>
      <NotedFacts {...{ lang, questions, given: wanted }} />
      <p>{words.again}</p>
    </>
  )
}

/** What was answered, question by question; what was left open is left out. */
export const NotedFacts: FC<{ lang: Lang; questions: readonly FormQuestion[]; given: Given }> = (props) => {
  const { lang, questions, given } = props
  const facts = questions.map((question) => ({
    term: question.ask[lang],
    value: answerInWords(lang, {
      question,
      offered: {},
      values: (given[question.code] ?? []).filter((one) => one !== ''),
    }),
  }))
  return facts.every(({ value }) => value === '') ? (
    <p class="soft">{requestNoteWords[lang].nothing}</p>
  ) : (
    <Facts facts={facts} />
  )
}
