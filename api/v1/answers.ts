import { z } from '@hono/zod-openapi'
import type { AnswerFaults } from '../../capabilities/cases/by-system/answers.ts'
import type { Age, Answers, AnswerValue } from '../../capabilities/cases/event.ts'
import type { Refused } from '../../foundation/result.ts'
import { refusalSentence } from '../../web/words/refusals.ts'
import type { Lang } from '../../web/words/words.ts'
import type { ApiRefused } from './endpoint.ts'

const age = z
  .union([z.strictObject({ jaren: z.int().min(0).max(120) }), z.strictObject({ wekenZwanger: z.int().min(1).max(43) })])
  .openapi('Leeftijd', { description: 'Op de dag van het antwoord; nooit een geboortedatum' })

const value = z
  .union([
    z.string().max(2000),
    z.int().min(-999_999_999).max(999_999_999),
    z.array(z.string().max(60)).max(60),
    z.array(age).max(30),
  ])
  .openapi('Antwoord', {
    description: 'Een code, tekst, dag of getal; meer codes; of leeftijden. Welke, zegt de vraag van het programma.',
  })

/** Answers by the code of their question. */
export const answersFormat = z
  .record(
    z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(60),
    value,
  )
  .refine((given) => Object.keys(given).length <= 120)
  .openapi('Antwoorden', { example: { village: 'noord', children: [{ jaren: 3 }] } })

export function answersIn(given: z.infer<typeof answersFormat>): Answers {
  return Object.fromEntries(Object.entries(given).map(([code, one]) => [code, valueIn(one)]))
}

function valueIn(given: z.infer<typeof value>): AnswerValue {
  if (!Array.isArray(given)) return given
  const parts: readonly (string | z.infer<typeof age>)[] = given
  if (parts.every((part) => typeof part === 'string')) return parts
  return parts.flatMap((part): Age[] => {
    if (typeof part === 'string') return []
    return ['jaren' in part ? { years: part.jaren } : { weeksPregnant: part.wekenZwanger }]
  })
}

export const answersOut = (answers: Answers): z.infer<typeof answersFormat> =>
  Object.fromEntries(Object.entries(answers).map(([code, one]) => [code, valueOut(one)]))

function valueOut(answer: AnswerValue): z.infer<typeof value> {
  if (typeof answer === 'string' || typeof answer === 'number') return answer
  const parts: readonly (string | Age)[] = answer
  if (parts.every((part) => typeof part === 'string')) return [...parts]
  return parts.flatMap((part) => {
    if (typeof part === 'string') return []
    return ['years' in part ? { jaren: part.years } : { wekenZwanger: part.weeksPregnant }]
  })
}

/** Every answer that is refused, each in its place in the content. */
export function withFaults(
  lang: Lang,
  refused: Refused & { readonly faults?: AnswerFaults },
  below = '/antwoorden',
): ApiRefused {
  const { faults = {}, ...answer } = refused
  const errors = Object.entries(faults).map(([code, fault]) => ({
    ...{ in: 'body' as const, location: { pointer: `${below}/${code}` }, code: fault.reason },
    detail: refusalSentence(lang, fault),
  }))
  return { ...answer, errors }
}
