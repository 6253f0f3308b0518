import { z } from '@hono/zod-openapi'
import type { Refused } from '../../foundation/result.ts'
import { apiWords } from '../../web/words/api.ts'
import { refusalSentence } from '../../web/words/refusals.ts'
import type { Lang } from '../../web/words/words.ts'

export const PROBLEM_STATUSES = [400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 428, 429, 500, 503] as const
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number]

/** One thing that is wrong, and where (ADR /core/error-handling/invalid-input). */
export const fault = z
  .object({
    in: z.enum(['body', 'query', 'header']),
    location: z.object({
      name: z.string().optional().openapi({ description: 'Naam van de parameter of kop' }),
      pointer: z.string().optional().openapi({ description: 'JSON Pointer (RFC 6901) in de inhoud' }),
    }),
    code: z.string(),
    detail: z.string(),
  })
  .openapi('Fout')
export type Fault = z.infer<typeof fault>

/** RFC 9457. */
export const problemFormat = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    status: z.int().min(400).max(599),
    title: z.string(),
    detail: z.string(),
    code: z.string().openapi({ description: 'De reden, voor een machine', example: 'not-found' }),
    errors: z.array(fault).optional(),
  })
  .openapi('Probleem')
export type Problem = z.infer<typeof problemFormat>

export type ProblemGiven = {
  readonly status: ProblemStatus
  readonly code: string
  readonly detail: string
  readonly errors?: readonly Fault[]
}

export const problem = (lang: Lang, { status, code, detail, errors }: ProblemGiven): Problem => ({
  type: 'about:blank',
  status,
  title: apiWords[lang].title[`s${status}`],
  detail,
  code,
  ...(errors !== undefined && errors.length > 0 && { errors: [...errors] }),
})

/** Reasons that say more than that something is filled in wrong, which is 400. */
const STATUS_OF: Readonly<Record<string, ProblemStatus>> = {
  'not-found': 404,
  'not-yours': 404,
  'request-place-out-of-reach': 404,
  'measure-unknown': 404,
  'audience-not-yours': 404,
  'changed-meanwhile': 412,
  'request-changed-meanwhile': 412,
  'version-missing': 428,
  'request-too-many': 429,
  'request-step-not-now': 409,
  'step-not-from-here': 409,
  'step-does-not-fit': 409,
  'step-fit-not-known': 409,
  'step-needs-answer': 409,
  'step-needs-milestone': 409,
  'programme-unknown': 409,
}

/** A refusal of a door as a problem; the sentence is the one that pages show. */
export const refused = (lang: Lang, answer: Refused, errors?: readonly Fault[]): Problem =>
  problem(lang, {
    status: STATUS_OF[answer.reason] ?? 400,
    code: answer.reason,
    detail: refusalSentence(lang, answer),
    ...(errors !== undefined && { errors }),
  })
