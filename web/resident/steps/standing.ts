import type { Answers } from '../../../capabilities/cases/event.ts'
import { type Filling, openEarlierFilling, openFilling, sealFilling } from '../../../capabilities/forms/filling.ts'
import { REVIEW, WALK, type Walk, walk } from '../../../capabilities/forms/walk.ts'
import { formOf, type StepPlan } from '../../../capabilities/step-plan/definition.ts'
import { fitting } from '../../../capabilities/step-plan/fitting.ts'
import { afterChange, differenceIn, isInDangerNow, mayBeUnsafe } from '../../../capabilities/step-plan/steps.ts'
import type { PageRequest } from '../../shell/guarded.ts'

/** What a page of steps carries beside its seal: how it is shown, and that somebody who is afraid asked for it all the same. */
export const CARRIED = { large: '_groot', anyway: '_toch' } as const
/** What a button on the page with the steps does, beside what every form knows. */
export const DOING = {
  large: 'groot',
  normal: 'gewoon',
  anyway: 'toch',
  rather: 'niet',
  keep: 'bewaar',
  share: 'deel',
  hand: 'geef-door',
  back: 'plan',
  changed: 'veranderd:',
} as const

export type Shown = { readonly isLarge: boolean; readonly isAnyway: boolean }

/** Where somebody is in the steps after a press. */
export type Standing =
  | { readonly at: 'walking'; readonly walk: Walk }
  | { readonly at: 'danger'; readonly filling: Filling }
  | {
      readonly at: 'steps'
      readonly filling: Filling
      readonly shown: Shown
      /** The answers before something changed in a life. */
      readonly before: Answers | undefined
    }

/** Reads what a page of the steps sent: a question is asked, calling comes first, or the steps are there. */
export function standingAfter(plan: StepPlan, { form: sent, now }: Pick<PageRequest, 'form' | 'now'>): Standing {
  const form = broughtAlong(plan, sent, now)
  const doing = textIn(form, WALK.doing)
  const shown = shownIn(form)
  if (doing.startsWith(DOING.changed)) {
    const changed = changedBy(plan, form, now)
    if (changed !== undefined) return { ...changed, shown }
  }
  const at = walk(formOf(plan), form, {}, now)
  if (at.at === 'review' || at.at === 'send') return { at: 'steps', filling: at.filling, shown, before: undefined }
  const isAnswered =
    textIn(form, WALK.page) === plan.safety.question && at.at === 'question' && at.page.code !== plan.safety.question
  if (isAnswered && doing === 'verder' && isInDangerNow(plan, at.filling.answers))
    return { at: 'danger', filling: at.filling }
  return { at: 'walking', walk: at }
}

/** What was sent, where another version of the plan was published meanwhile: with the answers that fit this one. */
function broughtAlong(plan: StepPlan, sent: FormData, now: Date): FormData {
  const opened = openEarlierFilling(formOf(plan), textIn(sent, WALK.sealed), now)
  if (!opened.ok || opened.value.version === plan.version) return sent
  const { submitKey, answers } = opened.value
  const form = new FormData()
  for (const [name, value] of sent) form.append(name, value)
  form.set(WALK.sealed, sealFilling(formOf(plan), { submitKey, answers: fitting(plan, answers) }, now))
  return form
}

function changedBy(plan: StepPlan, form: FormData, now: Date) {
  const opened = openFilling(formOf(plan), textIn(form, WALK.sealed), now)
  if (!opened.ok) return undefined
  const { answers } = opened.value
  const code = textIn(form, WALK.doing).slice(DOING.changed.length)
  const after = afterChange(plan, answers, code)
  if (after === undefined) return undefined
  const filling = { ...opened.value, answers: after }
  // With questions that were not asked before, those come first.
  const at = walk(formOf(plan), reviewOf(plan, filling, now), {}, now)
  return at.at === 'review' ? ({ at: 'steps', filling, before: answers } as const) : undefined
}

/** What would be sent from the page with the steps; answers that were kept under an earlier version are those that fit. */
export function reviewOf(plan: StepPlan, { submitKey, answers }: Filling, now: Date): FormData {
  const form = new FormData()
  form.set(WALK.sealed, sealFilling(formOf(plan), { submitKey, answers: fitting(plan, answers) }, now))
  form.set(WALK.page, REVIEW)
  return form
}

function shownIn(form: FormData): Shown {
  const doing = textIn(form, WALK.doing)
  const carried = (name: string) => textIn(form, name) !== ''
  return {
    isLarge: doing === DOING.large || (carried(CARRIED.large) && doing !== DOING.normal),
    isAnyway: doing === DOING.anyway || (carried(CARRIED.anyway) && doing !== DOING.rather),
  }
}

/** Whether steps may be taken along: always, but for somebody who may not be safe only when that was asked for again. */
export const mayTakeAlong = (plan: StepPlan, answers: Answers, { isAnyway }: Shown): boolean =>
  isAnyway || !mayBeUnsafe(plan, answers)

export const newsOf = (plan: StepPlan, before: Answers | undefined, now: Answers) =>
  before === undefined ? undefined : differenceIn(plan, before, now)

export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 100_000) : ''
}
