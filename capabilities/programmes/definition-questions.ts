import { z } from 'zod'
import { code, codes, synonyms, words } from './definition-basics.ts'
import { MOMENTS } from './moments.ts'

export const QUESTION_TYPES = ['text', 'number', 'day', 'choice', 'many', 'place', 'ages', 'yes-no-unknown'] as const

export const option = z
  .strictObject({ code, name: words, synonyms })
  .meta({ id: 'option', description: 'One possible answer or reason' })

const condition = z
  .strictObject({
    question: code.meta({ description: 'An earlier question' }),
    is: codes.min(1).meta({ description: 'Asked when the earlier answer is, or holds, one of these' }),
  })
  .meta({ id: 'condition' })

export const question = z
  .strictObject({
    code,
    type: z.enum(QUESTION_TYPES).meta({
      description:
        'place: a village of the municipality. ages: ages of children in years or weeks of pregnancy, never a birth date. text: free words, kept as a note and never counted',
    }),
    asked: z.enum(MOMENTS).meta({
      description:
        'When it is asked; contact: anew at every contact, and kept with that contact; referral and after-referral: when a child is referred to somebody online, and when one knows what came of it',
    }),
    ask: words,
    help: z.exactOptional(words),
    required: z.exactOptional(z.boolean()),
    options: z.exactOptional(z.array(option).min(1).max(60)),
    other: z.exactOptional(
      z.boolean().meta({ description: 'An unknown word is no fault: it is kept as “other”, with the word itself' }),
    ),
    columns: synonyms.meta({ description: 'Names this column has in registration files' }),
    purpose: words.meta({ description: 'Why we ask; also read by the register of processing activities' }),
    keepMonths: z.int().min(1).max(240).meta({ description: 'Months the answer is kept after the trajectory ends' }),
    special: z.exactOptional(
      z.boolean().meta({ description: 'Special personal data (GDPR article 9): kept apart, only ever counted' }),
    ),
    when: z.exactOptional(condition),
  })
  .meta({ id: 'question' })

/** Which ages fit: at least one child in this range, or a pregnancy of at least so many weeks. */
export const ageRange = z
  .strictObject({
    from: z.int().min(0).max(120),
    to: z.int().min(0).max(120),
    weeksPregnantFrom: z.exactOptional(z.int().min(1).max(42)),
  })
  .meta({ id: 'ageRange', description: 'Years, both included; without weeksPregnantFrom a pregnancy does not count' })

const everyFitRule = {
  code,
  name: words,
  note: z.exactOptional(words.meta({ description: 'Shown beside the setting: how municipalities differ' })),
  question: code,
  perMunicipality: z.boolean().meta({ description: 'Whether a municipality may set its own value' }),
  finding: z
    .strictObject({ question: code, option: code })
    .meta({ description: 'The answer that is stored when this rule is not met' }),
}

export const fitRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...everyFitRule, kind: z.literal('options'), options: codes.min(1), fits: z.boolean() }),
    z.strictObject({ ...everyFitRule, kind: z.literal('ages'), ages: ageRange }),
  ])
  .meta({
    id: 'fitRule',
    description: 'What fits the programme; the value here holds unless a municipality set another',
  })

/** The value a municipality may give a rule instead of the default in the definition. */
export const fitValue = z.union([z.strictObject({ fits: z.boolean() }), z.strictObject({ ages: ageRange })])
