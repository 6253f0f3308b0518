import type { FC } from 'hono/jsx'
import type { StepPlan } from '../../../capabilities/step-plan/definition.ts'
import { outcomeOf } from '../../../capabilities/step-plan/examples.ts'
import { stepsFor } from '../../../capabilities/step-plan/steps.ts'
import { links } from '../../links.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import type { Lang } from '../../words/words.ts'
import { stepName } from './naming.ts'

type Props = { lang: Lang; plan: StepPlan; example: StepPlan['examples'][number] }

/** What an example person lacks, gets beside what was expected, or gets in another order. */
export const OutcomeView: FC<Props> = ({ lang, plan, example }) => {
  const words = planFormWords[lang]
  const { missing, extra, isOtherOrder } = outcomeOf(plan, example)
  if (missing.length + extra.length === 0 && !isOtherOrder) return <p>{words.outcomeSame}</p>
  return (
    <>
      {missing.length === 0 ? null : (
        <>
          <p>{words.missing}:</p>
          <StepNames {...{ lang, plan }} codes={missing} />
        </>
      )}
      {extra.length === 0 ? null : (
        <>
          <p>{words.extra}:</p>
          <StepNames {...{ lang, plan }} codes={extra} />
        </>
      )}
      {isOtherOrder ? (
        <>
          <p>{words.otherOrder}</p>
          <StepNames {...{ lang, plan }} codes={stepsFor(plan, example.answers).map(({ code }) => code)} isOrdered />
        </>
      ) : null}
    </>
  )
}

type Names = Pick<Props, 'lang' | 'plan'> & { codes: readonly string[]; isOrdered?: boolean }

const StepNames: FC<Names> = ({ lang, plan, codes, isOrdered }) => {
  const rows = codes.map((code) => (
    <li>
      {plan.steps.some((one) => one.code === code) ? (
        <a href={links.stepPlanStep(code)}>{stepName(lang, plan, code)}</a>
      ) : (
        stepName(lang, plan, code)
      )}
    </li>
  ))
  return isOrdered === true ? <ol class="plan-told">{rows}</ol> : <ul class="plan-told">{rows}</ul>
}
