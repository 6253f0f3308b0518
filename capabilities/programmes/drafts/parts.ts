import { ROLES, worksForAnOrganisation } from '../../access/roles.ts'
import { HAND_OVER_SUBJECTS, LIFE_DOMAINS } from '../definition.ts'
import { CHANGES } from '../definition-measures.ts'
import { QUESTION_TYPES } from '../definition-questions.ts'
import { MOMENTS } from '../moments.ts'
import {
  ALWAYS,
  answer,
  answers,
  coded,
  day,
  type Field,
  flag,
  items,
  lines,
  number,
  oneOf,
  pairs,
  point,
  points,
  someOf,
  span,
  words,
} from './fields.ts'

/** A part of a definition as somebody fills it in: one thing, or a list of things with a code. */
export type Part = {
  /** A list of things, one thing that is always there, or one that a programme may leave out. */
  readonly holds: 'list' | 'one' | 'perhaps-one'
  /** The thing has a code, made from its name. */
  readonly isCoded?: true
  readonly fields: readonly Field[]
}

const WORKERS = ROLES.filter(worksForAnOrganisation)

const passport: readonly Field[] = [
  ...['definition', 'numerator', 'denominator', 'source', 'frequency', 'owner'].map((key) => words(`passport/${key}`)),
  number('passport/target'),
  day('passport/validFrom'),
]

/** Every part of the format, in the order in which somebody writes a programme. `definition.ts` says what fits where. */
export const PARTS = {
  basics: {
    holds: 'one',
    fields: [
      words('name'),
      words('summary'),
      oneOf('about', ['family', 'person', 'group']),
      flag('receivesRequests'),
      flag('notListed'),
      someOf('takesHandOver', HAND_OVER_SUBJECTS),
      someOf('domains', LIFE_DOMAINS),
    ],
  },
  roles: { holds: 'one', fields: [someOf('worker', WORKERS, ALWAYS), someOf('volunteer', WORKERS)] },
  phases: {
    holds: 'list',
    isCoded: true,
    fields: [
      words('name'),
      oneOf('kind', ['waiting', 'supporting', 'closed', 'not-supported']),
      items(
        'steps',
        [
          point('to', 'phases'),
          words('name'),
          points('needs/answers', 'questions'),
          points('needs/milestones', 'milestones'),
          point('needs/reason', 'reasons'),
          flag('needs/fit'),
        ],
        ALWAYS,
      ),
      points('through', 'phases', ALWAYS),
      lines('synonyms', ALWAYS),
    ],
  },
  registration: {
    holds: 'one',
    fields: [
      point('phase', 'phases'),
      point('importedPhase', 'phases'),
      ...['day', 'status', 'reason', 'key'].map((key) => lines(`columns/${key}`, ALWAYS)),
    ],
  },
  questions: {
    holds: 'list',
    isCoded: true,
    fields: [
      words('ask'),
      words('help'),
      oneOf('type', QUESTION_TYPES),
      oneOf('asked', MOMENTS),
      flag('required'),
      coded('options', [words('name'), lines('synonyms', ALWAYS)]),
      flag('other'),
      point('when/question', 'questions'),
      answers('when/is', 'when/question'),
      words('purpose'),
      number('keepMonths'),
      flag('special'),
      lines('columns', ALWAYS),
    ],
  },
  fit: {
    holds: 'list',
    isCoded: true,
    fields: [
      words('name'),
      words('note'),
      oneOf('kind', ['options', 'ages']),
      point('question', 'questions'),
      answers('options', 'question', { ...ALWAYS, only: { key: 'kind', is: 'options' } }),
      flag('fits', { ...ALWAYS, only: { key: 'kind', is: 'options' } }),
      ...['from', 'to', 'weeksPregnantFrom'].map((key) => number(`ages/${key}`, { only: { key: 'kind', is: 'ages' } })),
      flag('perMunicipality', ALWAYS),
      point('finding/question', 'questions'),
      answer('finding/option', 'finding/question'),
    ],
  },
  anchors: { holds: 'list', isCoded: true, fields: [words('name'), point('phase', 'phases')] },
  milestones: {
    holds: 'list',
    isCoded: true,
    fields: [
      words('name'),
      point('anchor', 'anchors'),
      ...['at', 'window/from', 'window/to'].map((key) => span(key)),
      someOf('who', ['family', 'volunteer', 'worker'], ALWAYS),
      points('blocks', 'phases', ALWAYS),
      points('asks', 'questions'),
      coded('outcomes', [
        words('name'),
        flag('default'),
        points('needs', 'questions'),
        oneOf('effect', ['continues', 'stays-blocked']),
      ]),
    ],
  },
  longest: {
    holds: 'perhaps-one',
    isCoded: true,
    fields: [words('name'), point('anchor', 'anchors'), span('span'), words('afterwards')],
  },
  reasons: {
    holds: 'list',
    isCoded: true,
    fields: [
      words('name'),
      coded('options', [words('name'), lines('synonyms', ALWAYS), points('needs', 'questions')], ALWAYS),
    ],
  },
  outcomes: {
    holds: 'list',
    isCoded: true,
    fields: [
      words('name'),
      flag('side'),
      oneOf('seenBy', ['family', 'volunteer', 'referrer']),
      oneOf('by', ['adult', 'child', 'worker']),
      point('question', 'questions'),
      point('track', 'tracks'),
    ],
  },
  rhythms: { holds: 'list', isCoded: true, fields: [words('name'), span('every'), number('timesAYear')] },
  groupings: {
    holds: 'list',
    isCoded: true,
    fields: [
      words('name'),
      point('question', 'questions'),
      oneOf('small', ['hide', 'merge']),
      oneOf('each', ['year', 'number']),
      coded('bands', [words('name'), number('from'), number('to')]),
    ],
  },
  measures: {
    holds: 'list',
    isCoded: true,
    fields: [
      words('name'),
      words('unit'),
      oneOf('counts', ['trajectories', 'mentions', 'children', 'contacts', 'referrals', 'worker-changes']),
      point('of', 'questions'),
      ...['reached', 'in', 'notIn'].map((key) => points(`where/${key}`, 'phases')),
      point('where/answer/question', 'questions'),
      answers('where/answer/is', 'where/answer/question'),
      answers('where/answer/isNot', 'where/answer/question'),
      point('where/change/from', 'questions'),
      point('where/change/to', 'questions'),
      someOf('where/change/is', CHANGES),
      points('groupings', 'groupings', ALWAYS),
      points('ownGroupings', 'groupings'),
      pairs('crosses', 'groupings', ALWAYS),
      point('partOf', 'measures'),
      ...passport,
    ],
  },
  shares: {
    holds: 'list',
    isCoded: true,
    fields: [words('name'), point('part', 'measures'), point('whole', 'measures'), ...passport],
  },
  tracks: {
    holds: 'perhaps-one',
    fields: [
      point('question', 'questions'),
      items(
        'each',
        [answer('code', '/question'), oneOf('person', ['adult', 'child']), points('questions', 'questions', ALWAYS)],
        ALWAYS,
      ),
    ],
  },
  counterfactual: {
    holds: 'perhaps-one',
    fields: ['provision', 'amount', 'certainty', 'source'].map((key) => point(key, 'questions')),
  },
  childVoice: {
    holds: 'perhaps-one',
    fields: [points('phases', 'phases', ALWAYS), points('milestones', 'milestones', ALWAYS)],
  },
} as const satisfies Record<string, Part>

export type PartName = keyof typeof PARTS
export const PART_NAMES = Object.keys(PARTS) as readonly PartName[] // keys of the literal above

export const partNamed = (name: string): PartName | undefined => PART_NAMES.find((one) => one === name)

export const fieldsOf = (part: PartName): readonly Field[] => PARTS[part].fields
export const isCoded = (part: PartName): boolean => 'isCoded' in PARTS[part]
