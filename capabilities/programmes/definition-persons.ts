import { z } from 'zod'
import { code, codes, words } from './definition-basics.ts'

/** Whose a trajectory is; left out, it is of the family as a whole. */
export const about = z.enum(['family', 'person', 'group']).meta({
  description:
    'Whose trajectory it is: of the family as a whole, of one adult or child, or of a group of which nobody has a file',
})

/** A parent's issue and a child's issue, each with questions and outcomes of its own. */
export const tracks = z
  .strictObject({
    question: code.meta({ description: 'The question at registration that tells the track; each option is a track' }),
    each: z
      .array(
        z.strictObject({
          code,
          person: z.enum(['adult', 'child']),
          questions: codes.meta({ description: 'Asked in this track alone; what stands in none is asked in all' }),
        }),
      )
      .min(2)
      .max(10),
  })
  .meta({ id: 'tracks', description: 'Separate tracks within one programme, such as of a parent and of a child' })

export const outcome = z.strictObject({
  code,
  name: words,
  side: z.exactOptional(z.boolean().meta({ description: 'A side effect, counted apart' })),
  seenBy: z.exactOptional(z.enum(['family', 'volunteer', 'referrer'])),
  track: z.exactOptional(code.meta({ description: 'Only in this track' })),
  by: z.exactOptional(z.enum(['adult', 'child', 'worker']).meta({ description: 'Who says whether it was reached' })),
  question: z.exactOptional(
    code.meta({
      description:
        'The question that tells whether it was reached; of a question with many answers, the option with the code of the outcome',
    }),
  ),
})

/** How sure we are of what would have been used otherwise; `unknown` itself is a key of figures. */
export const CERTAINTIES = ['known', 'estimate', 'not-known'] as const

export const counterfactual = z.strictObject({ provision: code, amount: code, certainty: code, source: code }).meta({
  id: 'counterfactual',
  description: `The questions that tell what would have been used without this programme; the options of certainty are ${CERTAINTIES.join(', ')}`,
})

/** what waits for the voice of every child of the case, or for the reason why it is missing. */
export const childVoice = z.strictObject({ phases: codes.min(1), milestones: codes }).meta({
  id: 'childVoice',
  description:
    'Phases that are not entered, and milestones not done, while the voice of a child is missing without a reason',
})
