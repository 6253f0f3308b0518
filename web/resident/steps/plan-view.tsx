import type { FC } from 'hono/jsx'
import { asGiven } from '../../../capabilities/forms/given.ts'
import { askedIn, pagesOf } from '../../../capabilities/forms/pages.ts'
import { WALK } from '../../../capabilities/forms/walk.ts'
import { changesFrom, isAfraid, mayBeUnsafe, stepsFor } from '../../../capabilities/step-plan/steps.ts'
import { Details } from '../../design/details.tsx'
import { Icon } from '../../design/icon.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { answerInWords } from '../../shell/form-fields.tsx'
import { StepList } from '../../shell/step-list.tsx'
import { formWords } from '../../words/forms.ts'
import { stepsWords } from '../../words/steps.ts'
import { CallNow } from '../ask/danger.tsx'
import { Carried, type PlanProps } from './carried.tsx'
import { DOING, mayTakeAlong } from './standing.ts'
import { Tools } from './tools.tsx'

/** The steps of one person, with the help near this person beside each. */
export const PlanView: FC<PlanProps> = (props) => {
  const { page, known, filling, shown, lines } = props
  const { plan } = known
  const isAlone = isAfraid(plan, filling.answers)
  const isCalledFirst = mayBeUnsafe(plan, filling.answers)
  const mayTake = mayTakeAlong(plan, filling.answers, shown)
  const call = (
    <div class="danger-now plan-call">
      <CallNow lang={page.lang} lines={lines} />
    </div>
  )
  return (
    <div class={`plan${shown.isLarge ? ' plan--large' : ''}${mayTake ? '' : ' plan--unprinted'}`}>
      {mayTake ? null : <p class="on-paper-only">{stepsWords[page.lang].unprinted}</p>}
      <Opening {...props} isAlone={isAlone} />
      {isCalledFirst ? call : <Tools {...props} />}
      <News {...props} />
      <StepList lang={page.lang} known={known} steps={stepsFor(plan, filling.answers)} isAlone={isAlone} />
      <Share {...props} />
      {isAlone ? null : <Changed {...props} />}
      {isCalledFirst ? <Tools {...props} /> : call}
    </div>
  )
}

const Opening: FC<PlanProps & { isAlone: boolean }> = (props) => {
  const { page, known, shown, isAlone } = props
  const words = stepsWords[page.lang]
  return (
    <header class="page-head plan-head">
      <form method="post" action={links.steps(known.around.here)}>
        <Carried {...props} />
        <p class="plan-ways">
          <button type="submit" class="back as-link" name={WALK.doing} value="terug">
            <Icon name="back" />
            {formWords[page.lang].back}
          </button>
          <button type="submit" class="as-link" name={WALK.doing} value={shown.isLarge ? DOING.normal : DOING.large}>
            {shown.isLarge ? words.normal : words.large}
          </button>
        </p>
        <h1>{words.planTitle}</h1>
        <p class="lead">{isAlone ? words.planLeadAlone : words.planLead(known.around.municipality?.name)}</p>
        <Details summary={words.told}>
          <Told {...props} />
        </Details>
      </form>
    </header>
  )
}

/** Every answer, each of which can be changed. */
const Told: FC<PlanProps> = ({ page, known: { plan }, filling: { answers } }) => {
  const words = formWords[page.lang]
  const asked = askedIn(plan, answers)
  const pageOf = (code: string) =>
    pagesOf(plan, answers).find(({ questions }) => questions.some((one) => one.code === code))
  return (
    <dl class="review">
      {asked.map((question) => {
        const text = answerInWords(page.lang, { question, offered: {}, values: asGiven(answers[question.code]) })
        return (
          <div>
            <dt>{question.ask[page.lang]}</dt>
            <dd class={text === '' ? 'soft' : undefined}>{text === '' ? words.nothing : text}</dd>
            <dd class="no-paper">
              <button
                type="submit"
                class="as-link small"
                name={WALK.doing}
                value={`naar:${pageOf(question.code)?.code}`}
                aria-label={words.changeWhat(question.ask[page.lang])}
              >
                {words.change}
              </button>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const News: FC<PlanProps> = ({ page, news }) => {
  if (news === undefined) return null
  const words = stepsWords[page.lang]
  const names = (steps: typeof news.added) => steps.map(({ title }) => <li>{title[page.lang]}</li>)
  return (
    <div class="plan-news">
      <Notice title={words.renewed} isNews>
        {news.added.length + news.gone.length === 0 ? <p>{words.same}</p> : null}
        {news.added.length === 0 ? null : (
          <>
            <p>{words.added}</p>
            <ul class="utrecht-unordered-list">{names(news.added)}</ul>
          </>
        )}
        {news.gone.length === 0 ? null : (
          <>
            <p>{words.gone}</p>
            <ul class="utrecht-unordered-list">{names(news.gone)}</ul>
          </>
        )}
      </Notice>
    </div>
  )
}

/** To somebody who helps here, only what this person chooses. */
const Share: FC<PlanProps> = (props) => {
  const { page, known } = props
  const words = stepsWords[page.lang]
  return (
    <section class="plan-part no-paper">
      <h2>{words.share}</h2>
      <p>{words.shareText}</p>
      <form method="post" action={links.steps(known.around.here)}>
        <Carried {...props} />
        <button type="submit" class="as-link" name={WALK.doing} value={DOING.share}>
          {words.shareChoose}
        </button>
      </form>
    </section>
  )
}

/** Buttons for what changes in a life; the steps are made anew. */
const Changed: FC<PlanProps> = (props) => {
  const { page, known, filling } = props
  const words = stepsWords[page.lang]
  const changes = changesFrom(known.plan, filling.answers)
  if (changes.length === 0) return null
  return (
    <section class="plan-part no-paper">
      <h2>{words.changed}</h2>
      <p>{words.changedText}</p>
      <form method="post" action={links.steps(known.around.here)}>
        <Carried {...props} />
        <ul class="plan-changes">
          {changes.map(({ code, label }) => (
            <li>
              <button type="submit" class="as-link" name={WALK.doing} value={`${DOING.changed}${code}`}>
                {label[page.lang]}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  )
}
