import { z } from 'zod'
import { type Id, isId, newId } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { Answers } from '../cases/event.ts'
import type { FormDefinition } from './form.ts'
import { formKey } from './keys.ts'
import { keptAnswers } from './pages.ts'
import { open, seal } from './seal.ts'

/** How long somebody may leave a form open: long enough to be called away, short enough for a borrowed phone. */
const OPEN_HOURS = 4

const age = z.union([z.strictObject({ years: z.number() }), z.strictObject({ weeksPregnant: z.number() })])
const answerValue = z.union([z.string(), z.number(), z.array(z.string()), z.array(age)])
/** How a filling stands where it is sealed or kept. */
export const fillingFormat = z.strictObject({
  submitKey: z.string().refine(isId),
  version: z.number(),
  answers: z.record(z.string(), answerValue),
})

/** A form that somebody is filling in: the answers so far and the key under which it is stored once. */
export type Filling = { readonly submitKey: Id; readonly answers: Answers }

export const newFilling = (): Filling => ({ submitKey: newId(), answers: {} })

/** The answers so far as one sealed text for a hidden field. Answers on a path no longer taken stay behind. */
export function sealFilling(form: FormDefinition, { submitKey, answers }: Filling, now: Date): string {
  const until = new Date(now.getTime() + OPEN_HOURS * 3_600_000)
  return seal(sealOf(form), { submitKey, version: form.version, answers: keptAnswers(form, answers) }, until)
}

/** The form as it was left; refused when it was changed, is too old, or the questions changed meanwhile. */
export function openFilling(form: FormDefinition, text: string, now: Date): Answer<Filling> {
  const opened = openEarlierFilling(form, text, now)
  if (!opened.ok) return opened
  const { version, submitKey, answers } = opened.value
  return version === form.version ? allow({ submitKey, answers }) : refuse('form-expired')
}

/**
 * The same of whatever version it was begun with: for a form whose answers are looked at again before anything is made of
 * them. Refused when it was changed or is too old.
 */
export function openEarlierFilling(
  form: Pick<FormDefinition, 'code'>,
  text: string,
  now: Date,
): Answer<Filling & { readonly version: number }> {
  const opened = open(sealOf(form), text, now)
  return opened.ok ? allow(fillingFormat.parse(opened.value)) : opened
}

const sealOf = ({ code }: Pick<FormDefinition, 'code'>) => ({ key: formKey('answers'), about: `form ${code}` })
