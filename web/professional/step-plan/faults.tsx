import type { FC } from 'hono/jsx'
import type { StepPlan } from '../../../capabilities/step-plan/definition.ts'
import type { Reference } from '../../../capabilities/step-plan/editing/references.ts'
import type { PlanFault } from '../../../capabilities/step-plan/faults.ts'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { sentenceFor } from '../../words/refusal.ts'
import { stepPlanFaults } from '../../words/refusals/step-plan-faults.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import type { Lang } from '../../words/words.ts'
import { answerName, questionName, said, stepName } from './naming.ts'

/** What is not right, as a sentence with the names of what it is about. */
export function faultSentence(lang: Lang, plan: StepPlan, { why, with: given = {} }: PlanFault): string {
  const question = String(given.question ?? plan.safety.question)
  const named = {
    ...given,
    ...(given.question !== undefined && { question: questionName(lang, plan, question) }),
    ...(given.answer !== undefined && { answer: answerName(lang, plan, question, String(given.answer)) }),
    ...(given.steps !== undefined && {
      steps: String(given.steps)
        .split(' and ')
        .map((code) => `‘${stepName(lang, plan, code)}’`)
        .join(', '),
    }),
  }
  return sentenceFor(stepPlanFaults, lang, { ok: false, reason: why, with: named })
}

type Place = Pick<PlanFault, 'part' | 'code' | 'field'>

/** The id of the control that a field of a thing is filled in by. */
export function controlOf(field: string): string {
  const inCondition = field.replace(/\/(is|isNot|question)(\/\d+)?$/, '/is')
  // Without conditions, the question with which the first one begins.
  return /(^|\/)if(\/\d+)?$/.test(inCondition)
    ? `${inCondition}/nieuw`
    : inCondition.replace(/^(documents\/\d+\/name|how\/\d+)$/, '$1/nl')
}

/** Where a fault is put right; undefined when that is not on screen. */
function placeOf({ part, code = '', field }: Place): string | undefined {
  const at = field === undefined || field === '' ? '' : `#${controlOf(field)}`
  switch (part) {
    case 'questions':
      return `${links.stepPlanQuestion(code)}${at}`
    case 'steps':
      return `${links.stepPlanStep(code)}${at}`
    case 'changes':
      return `${links.stepPlanChange(code)}${at}`
    case 'examples':
      return `${links.stepPlanExample(code)}${at}`
    default:
      return undefined
  }
}

function nameOf(lang: Lang, plan: StepPlan, { part, code = '', field = '' }: Place): string {
  const words = planScreenWords[lang]
  const label = planFormWords[lang].fields[field.split('/')[0] ?? '']
  const of = (kind: string, name: string) => `${kind} ‘${name}’${label === undefined ? '' : `, ${label.toLowerCase()}`}`
  switch (part) {
    case 'questions':
      return of(words.question, questionName(lang, plan, code))
    case 'steps':
      return of(words.step, stepName(lang, plan, code))
    case 'examples':
      return of(words.example, said(lang, plan.examples.find((one) => one.code === code)?.name) || code)
    case 'changes':
      return of(words.button, said(lang, plan.changes.find((one) => one.code === code)?.label) || code)
    case 'plan':
      return words.title
  }
}

type Props = { readonly lang: Lang; readonly plan: StepPlan; readonly faults: readonly PlanFault[] }

/** Every fault of the draft with its place, each leading to its field. */
export const Faults: FC<Props> = ({ lang, plan, faults }) => {
  const words = planScreenWords[lang]
  if (faults.length === 0) return <Notice>{words.faultsNone}</Notice>
  return (
    <Notice title={words.faults}>
      <p>{words.faultsLead(faults.length)}</p>
      <ul class="plan-told">
        {faults.map((fault) => {
          const [href, name] = [placeOf(fault), nameOf(lang, plan, fault)]
          return (
            <li>
              {href === undefined ? name : <a href={href}>{name}</a>}: {faultSentence(lang, plan, fault)}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** Places that name a question or an answer, each leading to its field. */
export const References: FC<{ lang: Lang; plan: StepPlan; references: readonly Reference[] }> = (props) => (
  <ul class="plan-told">
    {props.references.map((one) => (
      <li>
        <a href={placeOf(one)}>{nameOf(props.lang, props.plan, one)}</a>
      </li>
    ))}
  </ul>
)

/** The faults of one thing, by the id of their control, for its form. */
export const faultsAt = (
  { lang, plan, faults }: Props,
  part: PlanFault['part'],
  code: string,
): readonly { readonly field: string | undefined; readonly message: string; readonly label: string }[] =>
  faults
    .filter((one) => one.part === part && one.code === code)
    .map((fault) => ({
      field: fault.field === undefined || fault.field === '' ? undefined : controlOf(fault.field),
      message: faultSentence(lang, plan, fault),
      label: labelOf(lang, fault.field),
    }))

/** `Titel (Engels): `, for many faults on a form say the same. */
function labelOf(lang: Lang, field = ''): string {
  const words = planFormWords[lang]
  const label = words.fields[field.split('/')[0] ?? '']
  if (label === undefined) return ''
  const language = field.split('/').at(-1)
  if (language === 'nl') return `${words.inDutch(label)}: `
  return `${language === 'en' ? words.inEnglish(label) : label}: `
}
