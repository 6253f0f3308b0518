import { z } from 'zod'
import { type FormDefinition, formFormat } from '../forms/form.ts'
import { slugFormat } from '../information/front-matter.ts'
import { code, codes, words } from '../programmes/definition-basics.ts'

/** What was answered to one question: one of these, or none of these. What was not answered is none of anything. */
const condition = z.strictObject({
  question: code,
  is: z.exactOptional(codes.min(1)),
  isNot: z.exactOptional(codes.min(1)),
})

const together = z.array(condition).min(1).max(10)
/** Any of these sets, each of whose conditions holds. */
const conditions = z.array(together).min(1).max(8)

/** This week, this month, and after that. */
export const PARTS = ['now', 'month', 'later'] as const

const step = z.strictObject({
  code,
  at: z.enum(PARTS),
  title: words,
  if: conditions,
  why: words,
  how: z.exactOptional(z.array(words).min(1).max(6)),
  who: words.meta({ description: 'Who does it' }),
  term: z.exactOptional(words.meta({ description: 'When, by law; what can change is named as {{feit:code}}' })),
  documents: z.exactOptional(z.array(z.strictObject({ name: words, if: z.exactOptional(conditions) })).max(10)),
  pages: z.array(z.strictObject({ slug: slugFormat, if: z.exactOptional(conditions) })).max(4),
  offers: codes.meta({ description: 'Programmes that help with it, the best first' }),
  isJoint: z.exactOptional(z.literal(true).meta({ description: 'Done by both together: never for who is afraid' })),
  oneOf: z.exactOptional(code.meta({ description: 'Of the steps with this word at most one holds for anybody' })),
  remindAfterDays: z.exactOptional(z.int().min(1).max(400).meta({ description: 'When a calendar reminds of it' })),
})

const answer = z.union([code, codes])

/** Something that changes in a life, as somebody says it, and what it makes of the answers. */
const change = z.strictObject({ code, label: words, if: conditions, set: z.record(code, answer) })

/** A person made up, with the steps that this person has to get, in order. */
const example = z.strictObject({
  code,
  name: words,
  answers: z.record(code, answer),
  steps: codes,
})

/** A step plan as a document: questions, steps and the conditions under which each holds; nothing that runs. */
export const stepPlanFormat = z.strictObject({
  $schema: z.exactOptional(z.string().max(300)),
  format: z.literal(1),
  code,
  version: z.int().min(1).max(9999),
  name: words,
  kept: words.meta({ description: 'What becomes of the answers, told beside every question' }),
  minutes: z.int().min(1).max(30),
  /** Which answers say that somebody is not safe, which that it is now, and which leave it open. */
  safety: z.strictObject({ question: code, is: codes.min(1), now: codes.min(1), unsure: z.exactOptional(codes) }),
  questions: formFormat.shape.questions,
  steps: z.array(step).min(1).max(120),
  changes: z.array(change).max(20),
  examples: z.array(example).min(1).max(60),
})

export type StepPlan = z.infer<typeof stepPlanFormat>
export type Step = z.infer<typeof step>
export type Conditions = z.infer<typeof conditions>
export type Condition = z.infer<typeof condition>
export type Change = z.infer<typeof change>

/** The questions as the form engine asks them. */
export const formOf = ({ code, version, name, kept, questions }: StepPlan): FormDefinition => ({
  ...{ format: 1, code: `steps-${code}`, version, name, kept, questions },
})
