import { z } from 'zod'
import { code, words } from '../programmes/definition-basics.ts'
import { option, QUESTION_TYPES, question } from '../programmes/definition-questions.ts'

/** A form asks what a programme asks, and more lines of text, a scale, and one of the people that the screen offers. */
export const FORM_QUESTION_TYPES = [...QUESTION_TYPES, 'long-text', 'scale', 'person'] as const

const whole = z.int().min(-1_000_000).max(1_000_000)

/** A question of a programme definition without what belongs to programmes alone. */
const formQuestion = question
  .omit({ asked: true, columns: true, other: true, special: true, options: true })
  .extend({
    type: z.enum(FORM_QUESTION_TYPES),
    options: z.exactOptional(
      z
        .array(option.omit({ synonyms: true }).extend({ hint: z.exactOptional(words) }))
        .min(1)
        .max(60),
    ),
    together: z.exactOptional(
      z.literal(true).meta({ description: 'Residents see it on the page of the question before it' }),
    ),
    longest: z.exactOptional(z.int().min(1).max(10_000).meta({ description: 'Characters of a text' })),
    check: z.exactOptional(z.enum(['phone', 'mail']).meta({ description: 'What a text of one line must look like' })),
    from: z.exactOptional(whole),
    to: z.exactOptional(whole.meta({ description: 'With from: the ends of a scale, or of a number' })),
  })
  .meta({ id: 'formQuestion' })

/** A form as a document: questions in the order in which they are asked, and nothing that runs. */
export const formFormat = z
  .strictObject({
    $schema: z.exactOptional(z.string().max(300)),
    format: z.literal(1),
    code,
    version: z.int().min(1).max(9999),
    name: words,
    kept: words.meta({ description: 'What becomes of the answers, told beside every question' }),
    questions: z.array(formQuestion).min(1).max(60),
  })
  .meta({
    title: 'Form',
    description: 'Questions that Voorveld asks, of residents one by one, of professionals at once',
  })

export type FormDefinition = z.infer<typeof formFormat>
export type FormQuestion = z.infer<typeof formQuestion>

/** What the screen itself offers to a question of type place or person: codes with the names people know. */
export type Offered = Readonly<Record<string, readonly { readonly code: string; readonly name: string }[]>>
