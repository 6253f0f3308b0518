import { z } from 'zod'
import { code, codes, span, synonyms, words } from './definition-basics.ts'
import { grouping, measure, share } from './definition-measures.ts'
import { about, childVoice, counterfactual, outcome, tracks } from './definition-persons.ts'
import { fitRule, type fitValue, option, question } from './definition-questions.ts'

const step = z
  .strictObject({
    to: code,
    name: words,
    needs: z.exactOptional(
      z.strictObject({
        answers: z.exactOptional(codes.min(1)),
        milestones: z.exactOptional(codes.min(1)),
        reason: z.exactOptional(code.meta({ description: 'A reason from this list' })),
        fit: z.exactOptional(z.literal(true).meta({ description: 'The fit rules must be met' })),
      }),
    ),
  })
  .meta({ id: 'step' })

const phase = z
  .strictObject({
    code,
    name: words,
    kind: z.enum(['waiting', 'supporting', 'closed', 'not-supported']),
    synonyms,
    through: codes.min(1).meta({
      description: 'Phases passed when a record is brought in at this phase, from the first phase to this one itself',
    }),
    steps: z.array(step).max(30),
  })
  .meta({ id: 'phase' })

const milestoneOutcome = z
  .strictObject({
    code,
    name: words,
    default: z.exactOptional(z.literal(true)),
    needs: z.exactOptional(codes.min(1).meta({ description: 'Questions to be answered with this outcome' })),
    effect: z.exactOptional(
      z.enum(['continues', 'stays-blocked']).meta({
        description:
          'continues: not after the longest duration. stays-blocked: what the milestone blocks stays blocked',
      }),
    ),
  })
  .meta({ id: 'milestoneOutcome' })

const milestone = z
  .strictObject({
    code,
    name: words,
    anchor: code,
    at: z.exactOptional(span.meta({ description: 'One day, counted from the anchor' })),
    window: z.exactOptional(
      z.strictObject({ from: span, to: span }).meta({ description: 'Two days, both counted from the anchor' }),
    ),
    who: z
      .array(z.enum(['family', 'volunteer', 'worker']))
      .min(1)
      .max(3),
    blocks: codes.meta({ description: 'Phases that cannot be entered while this is not done' }),
    asks: z.exactOptional(codes.min(1).meta({ description: 'Questions answered at this milestone' })),
    outcomes: z.exactOptional(z.array(milestoneOutcome).min(1).max(20)),
  })
  .meta({ id: 'milestone' })

const reasons = z
  .strictObject({
    code,
    name: words,
    options: z
      .array(option.extend({ needs: z.exactOptional(codes.min(1)) }).meta({ id: 'reason' }))
      .min(1)
      .max(60),
  })
  .meta({ id: 'reasons' })

const registration = z.strictObject({
  phase: code.meta({ description: 'Where every trajectory begins' }),
  importedPhase: code.meta({ description: 'Where a row of a file ends up when the file names no status' }),
  columns: z
    .strictObject({ day: synonyms, status: synonyms, reason: synonyms, key: synonyms })
    .meta({ description: 'Names of the columns in registration files that are no questions' }),
})

/** what may be raised in one place and helped with in another. */
export const HAND_OVER_SUBJECTS = [
  'separation',
  'money',
  'housing',
  'legal',
  'health',
  'parenting',
  'work',
  'safety',
  'network',
] as const
export type HandOverSubject = (typeof HAND_OVER_SUBJECTS)[number]

/** The parts of life that a question is about, so that supply and demand can be laid side by side. */
export const LIFE_DOMAINS = ['legal', 'health', 'parenting', 'income', 'housing', 'work', 'safety', 'network'] as const

/** A programme as data: everything that differs between programmes, and nothing else. */
export const programmeFormat = z
  .strictObject({
    $schema: z.exactOptional(z.string().max(300)),
    format: z.literal(1),
    code,
    version: z.int().min(1).max(9999),
    name: words,
    summary: words,
    about: z.exactOptional(about),
    receivesRequests: z.exactOptional(
      z
        .boolean()
        .meta({ description: 'Whether what residents ask in a municipality comes to who carries this out there' }),
    ),
    notListed: z.exactOptional(
      z.boolean().meta({ description: 'Not shown among the help on the front page: nobody asks for it there' }),
    ),
    takesHandOver: z.exactOptional(
      z.array(z.enum(HAND_OVER_SUBJECTS)).min(1).max(HAND_OVER_SUBJECTS.length).meta({
        description: 'What others in the municipality may hand over to who carries this out, with consent of the asker',
      }),
    ),
    domains: z.exactOptional(
      z.array(z.enum(LIFE_DOMAINS)).min(1).max(LIFE_DOMAINS.length).meta({
        description: 'The parts of life it is about: what is asked of it counts there beside the local offer',
      }),
    ),
    roles: z.strictObject({ worker: codes.min(1), volunteer: z.exactOptional(codes.min(1)) }),
    phases: z.array(phase).min(2).max(30),
    registration,
    questions: z.array(question).min(1).max(120),
    tracks: z.exactOptional(tracks),
    fit: z.array(fitRule).max(60),
    anchors: z
      .array(
        z.strictObject({
          code,
          name: words,
          phase: z.exactOptional(
            code.meta({ description: 'Set by a step into this phase, lifted by a step out of it' }),
          ),
        }),
      )
      .max(20),
    milestones: z.array(milestone).max(60),
    longest: z.exactOptional(
      z
        .strictObject({ code, name: words, anchor: code, span, afterwards: words })
        .meta({ description: 'No longer than this, and what happens then' }),
    ),
    reasons: z.array(reasons).max(30),
    outcomes: z.array(outcome).max(60),
    counterfactual: z.exactOptional(counterfactual),
    childVoice: z.exactOptional(childVoice),
    rhythms: z.exactOptional(
      z
        .array(
          z.strictObject({
            code,
            name: words,
            every: z.exactOptional(span),
            timesAYear: z.exactOptional(z.int().min(1).max(366)),
          }),
        )
        .max(20)
        .meta({ description: 'What comes back again and again, not counted from an anchor' }),
    ),
    groupings: z.array(grouping).max(30),
    measures: z.array(measure).max(60),
    shares: z.exactOptional(z.array(share).max(30)),
  })
  .meta({ title: 'Programme definition', description: 'One programme of family support as Voorveld runs it' })

export type ProgrammeDefinition = z.infer<typeof programmeFormat>
export type Words = z.infer<typeof words>
export type Phase = z.infer<typeof phase>
export type Step = z.infer<typeof step>
export type Question = z.infer<typeof question>
export type Option = z.infer<typeof option>
export type FitRule = z.infer<typeof fitRule>
export type FitValue = z.infer<typeof fitValue>
export type Milestone = z.infer<typeof milestone>
export type ReasonList = z.infer<typeof reasons>
export type Grouping = z.infer<typeof grouping>
export type Measure = z.infer<typeof measure>
export type Share = z.infer<typeof share>
