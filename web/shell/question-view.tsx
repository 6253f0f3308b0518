import type { Child, FC } from 'hono/jsx'
import { sealFilling } from '../../capabilities/forms/filling.ts'
import type { FormDefinition, Offered } from '../../capabilities/forms/form.ts'
import { asGiven } from '../../capabilities/forms/given.ts'
import { pagesToCome } from '../../capabilities/forms/to-come.ts'
import { REVIEW, WALK, type Walk } from '../../capabilities/forms/walk.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import { ErrorSummary, type FieldError } from '../design/error-summary.tsx'
import { Icon } from '../design/icon.tsx'
import { Wizard } from '../design/steps.tsx'
import { askWords } from '../words/ask.ts'
import { formWords } from '../words/forms.ts'
import type { Lang } from '../words/words.ts'
import { answerInWords, faultsInWords, QuestionField } from './form-fields.tsx'

type Shared = {
  readonly lang: Lang
  readonly form: FormDefinition
  readonly offered: Offered
  /** Where every press goes. */
  readonly action: string
  readonly startHref: string
  readonly now: Date
}

type QuestionAt = Extract<Walk, { at: 'question' }>
type ReviewAt = Extract<Walk, { at: 'review' }>

/** One question, or a few that belong together, with why we ask in the margin. */
export const QuestionView: FC<Shared & { walk: QuestionAt; extra?: Child; beside?: Child }> = (props) => {
  const { lang, form, walk, now } = props
  const words = formWords[lang]
  const { questions } = walk.page
  const position = walk.pages.findIndex(({ code }) => code === walk.page.code) + 1
  const { least, most } = pagesToCome(form, walk.filling.answers, walk.page.code)
  const isOptional = questions.every(({ required }) => required !== true)
  return (
    <Frame {...props} notes={<Notes {...props} />}>
      <form id="vraag" method="post" action={props.action} novalidate>
        <input type="hidden" name={WALK.sealed} value={sealFilling(form, walk.filling, now)} />
        <input type="hidden" name={WALK.page} value={walk.page.code} />
        <input type="hidden" name={WALK.language} value={lang} />
        {walk.isChanging ? <input type="hidden" name={WALK.changing} value="ja" /> : null}
        <FirstButton value="verder" />
        <WayBack {...props} isFirst={position === 1} />
        <Wizard lang={lang} now={position} all={most} isMost={least < most} />
        <ErrorSummary lang={lang} errors={faultsInWords(lang, questions, walk.faults)} />
        {questions.map((question, at) => (
          <QuestionField
            lang={lang}
            question={question}
            given={walk.given}
            faults={walk.faults}
            offered={props.offered}
            isHeading={at === 0}
          />
        ))}
        <ButtonRow>
          <Button name={WALK.doing} value="verder">
            {words.next}
          </Button>
          {isOptional ? (
            <button type="submit" class="as-link" name={WALK.doing} value="sla-over">
              {words.skip}
            </button>
          ) : null}
          {props.beside}
        </ButtonRow>
      </form>
      {props.extra}
    </Frame>
  )
}

/** Everything that was answered, before it is sent; each answer can still be changed. */
export const ReviewView: FC<Shared & { walk: ReviewAt; errors: readonly FieldError[]; extra?: Child }> = (props) => {
  const { lang, form, walk, now } = props
  const words = askWords[lang]
  return (
    <Frame
      {...props}
      notes={
        <section>
          <h2>{words.whoReads}</h2>
          <p>{form.kept[lang]}</p>
        </section>
      }
    >
      <form method="post" action={props.action}>
        <input type="hidden" name={WALK.sealed} value={sealFilling(form, walk.filling, now)} />
        <input type="hidden" name={WALK.page} value={REVIEW} />
        <input type="hidden" name={WALK.language} value={lang} />
        <WayBack {...props} isFirst={false} />
        <ErrorSummary lang={lang} errors={props.errors} />
        <h1>{words.reviewTitle}</h1>
        <p class="soft">{words.reviewLead}</p>
        <dl class="review">
          {walk.pages.flatMap((page) =>
            page.questions.map((question) => <Answered {...props} {...{ page, question }} />),
          )}
        </dl>
        {props.extra}
        <ButtonRow>
          <Button name={WALK.doing} value="verstuur">
            {words.send}
          </Button>
        </ButtonRow>
      </form>
    </Frame>
  )
}

const Answered: FC<
  Shared & { walk: ReviewAt } & Pick<QuestionAt, 'page'> & { question: QuestionAt['page']['questions'][number] }
> = ({ lang, offered, walk, page, question }) => {
  const words = formWords[lang]
  const values = asGiven(walk.filling.answers[question.code])
  const text = answerInWords(lang, { question, offered, values })
  return (
    <div>
      <dt>{question.ask[lang]}</dt>
      <dd class={text === '' ? 'soft' : undefined}>{text === '' ? words.nothing : text}</dd>
      <dd>
        <button
          type="submit"
          class="as-link small"
          name={WALK.doing}
          value={`naar:${page.code}`}
          aria-label={words.changeWhat(question.ask[lang])}
        >
          {words.change}
        </button>
      </dd>
    </div>
  )
}

/** Pressing Enter in a field presses the first button of a form, so going on stands before going back; seen by nobody. */
const FirstButton: FC<{ value: string }> = ({ value }) => <input type="submit" name={WALK.doing} value={value} hidden />

const WayBack: FC<Shared & { isFirst: boolean }> = ({ lang, startHref, isFirst }) =>
  isFirst ? (
    <a class="back utrecht-link" href={startHref}>
      <Icon name="back" />
      {formWords[lang].back}
    </a>
  ) : (
    <button type="submit" class="back as-link" name={WALK.doing} value="terug" formnovalidate>
      <Icon name="back" />
      {formWords[lang].back}
    </button>
  )

const Frame: FC<{ form: FormDefinition; children?: Child; notes: Child }> = ({ form, children, notes }) => (
  <div class={form.code === 'ask-child' ? 'question child' : 'question'}>
    <div>{children}</div>
    <aside class="margin-note">{notes}</aside>
  </div>
)

const Notes: FC<Shared & { walk: QuestionAt }> = ({ lang, form, walk }) => {
  const words = formWords[lang]
  const [first] = walk.page.questions
  return (
    <>
      <section>
        <h2>{words.why}</h2>
        <p>{first?.purpose[lang]}</p>
      </section>
      <section>
        <h2>{words.kept}</h2>
        <p>{form.kept[lang]}</p>
      </section>
    </>
  )
}
