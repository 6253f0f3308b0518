import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, type Refused, refuse } from '../../../foundation/result.ts'
import type { Actor } from '../../access/actor.ts'
import type { Answers } from '../../cases/event.ts'
import { checkAnswers } from '../../forms/answer.ts'
import { asGiven } from '../../forms/given.ts'
import { askedIn } from '../../forms/pages.ts'
import { shippedForm } from '../../forms/queries.ts'
import { enterRequest, stepRequest } from '../actions.ts'
import { placesToAsk } from '../queries.ts'
import { STAFF_CHANNELS } from '../request.ts'
import type { RequestStep } from '../steps.ts'
import { requestForSystem } from './queries.ts'

/** The form that whoever enters a request fills in, and so what a system sends. */
const FORM = 'ask'

export type RequestTold = {
  readonly channel: string
  readonly answers: Answers
  readonly receivedAt?: Date
  readonly language: 'nl' | 'en'
  readonly key: Id
}

/**
 * A request that came in elsewhere and that another system sends on; see `enterRequest`. Checked as the form is; refuses
 * what the form does not ask, and gives every fault at once, by question.
 */
export async function enterBySystem(
  actor: Actor,
  { channel: name, answers, key, ...told }: RequestTold,
): Promise<Answer<{ code: string; id: Id }> & { readonly faults?: Readonly<Record<string, Refused>> }> {
  const form = shippedForm(actor, FORM)
  const channel = STAFF_CHANNELS.find((one) => one === name)
  if (channel === undefined) return refuse('request-channel-unknown')
  const unknown = Object.keys(answers).filter((code) => !form.questions.some((one) => one.code === code))
  const given = Object.fromEntries(form.questions.map(({ code }) => [code, asGiven(answers[code])]))
  const checked = checkAnswers(form.questions, given, { place: await placesToAsk(actor) })
  const counting = askedIn(form, checked.answers).map(({ code }) => code)
  const faults: Readonly<Record<string, Refused>> = Object.fromEntries([
    ...unknown.map((question) => [question, refuse('question-unknown', { question })] as const),
    ...Object.entries(checked.faults).filter(([code]) => counting.includes(code)),
  ])
  const [first] = Object.values(faults)
  if (first !== undefined) return { ...first, faults }
  return enterRequest(actor, { ...told, form, channel, filling: { submitKey: key, answers: checked.answers } })
}

export type SteppingBySystem = {
  readonly step: RequestStep
  readonly reason?: string | undefined
  readonly rowVersion: number
  readonly today: Day
}

/** Takes a request up, gives it back or closes it; see `stepRequest`. The term of its details comes from its form. */
export async function stepBySystem(actor: Actor, id: Id, given: SteppingBySystem): Promise<Answer> {
  const shown = await requestForSystem(actor, id)
  if (shown === undefined) return refuse('not-found')
  const { questions } = shippedForm(actor, shown.request.formCode)
  return stepRequest(actor, id, { ...given, keepMonths: Math.max(...questions.map(({ keepMonths }) => keepMonths)) })
}
