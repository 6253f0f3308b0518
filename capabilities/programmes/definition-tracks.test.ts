import { expect, test } from 'vitest'
import { faultsWith, STRANGER_OF_A_PERSON, separationPoint } from '../../tests/support/programmes.ts'

test('a programme about a person that nobody has seen is without faults, and so is the shipped one', () => {
  expect(faultsWith({}, STRANGER_OF_A_PERSON)).toEqual([])
  expect(separationPoint().about).toBe('person')
})

const again = { code: 'sailor', person: 'adult', questions: [] }

test.each([
  ['tracks in a programme about a family', { '/about': undefined }, '/tracks definition-tracks-of-family'],
  ['tracks told by a village', { '/tracks/question': 'harbour' }, '/tracks/question definition-question-type'],
  ['tracks told by nothing', { '/tracks/question': 'nothing' }, '/tracks/question definition-question-unknown'],
  ['a track that may stay unsaid', { '/questions/1/required': false }, '/tracks/question definition-track-untold'],
  ['a track told after the start', { '/questions/1/asked': 'intake' }, '/tracks/question definition-track-untold'],
  [
    'a track that nobody can choose',
    { '/tracks/each/0/code': 'pilot' },
    '/tracks/each/0/code definition-option-unknown',
  ],
  ['an answer without a track', { '/tracks/each/0/code': 'pilot' }, '/tracks/each definition-track-missing'],
  ['a track named twice', { '/tracks/each/-': again }, '/tracks/each/2/code definition-code-twice'],
  [
    'a question in two tracks',
    { '/tracks/each/1/questions/-': 'ship-missed' },
    '/tracks/each/1/questions/1 definition-track-question-twice',
  ],
  [
    'the question that tells the track in a track',
    { '/tracks/each/0/questions/-': 'writer' },
    '/tracks/each/0/questions/1 definition-track-question-twice',
  ],
  [
    'an unknown question in a track',
    { '/tracks/each/0/questions/-': 'wind' },
    '/tracks/each/0/questions/1 definition-question-unknown',
  ],
  ['an outcome of an unknown track', { '/outcomes/0/track': 'pilot' }, '/outcomes/0/track definition-track-unknown'],
  [
    'an outcome told by a question of another track',
    { '/outcomes/0/question': 'shore-missed' },
    '/outcomes/0/question definition-outcome-elsewhere',
  ],
  ['an outcome of a child told by an adult', { '/outcomes/1/by': 'adult' }, '/outcomes/1/by definition-outcome-by'],
  [
    'an outcome told at every contact',
    { '/outcomes/2/question': 'carried' },
    '/outcomes/2/question definition-contact-needed',
  ],
  [
    'an amount that is no number',
    { '/counterfactual/amount': 'instead' },
    '/counterfactual/amount definition-question-type',
  ],
  [
    'a certainty with another answer',
    { '/questions/6/options/0/code': 'sure', '/questions/7/when/is/0': 'sure' },
    '/counterfactual/certainty definition-certainty',
  ],
  [
    'a source that is not there',
    { '/counterfactual/source': 'wind' },
    '/counterfactual/source definition-question-unknown',
  ],
  ['an anchor set by no phase', { '/anchors/0/phase': 'sunk' }, '/anchors/0/phase definition-phase-unknown'],
])('%s is found', (_, changes, fault) => {
  expect(faultsWith(changes, STRANGER_OF_A_PERSON)).toContain(fault)
})

test.each([
  [
    'a step that waits for an answer of a contact',
    { '/phases/1/steps/0/needs/answers/0': 'carried' },
    '/phases/1/steps/0/needs/answers/0 definition-contact-needed',
  ],
  [
    'trajectories split by what is asked at a contact',
    { '/measures/0/groupings/0': 'carried' },
    '/measures/0/groupings/0 definition-grouping-of-contact',
  ],
  [
    'a column for what is asked at a contact',
    { '/questions/9/columns': ['post'] },
    '/questions/9/columns definition-contact-column',
  ],
  ['contacts of a question', { '/measures/5/of': 'carried' }, '/measures/5/of definition-of-elsewhere'],
  [
    'a condition on a village',
    { '/measures/1/where/answer/question': 'harbour' },
    '/measures/1/where/answer/question definition-question-type',
  ],
  [
    'a condition on an answer that cannot be given',
    { '/measures/1/where/answer/is/0': 'perhaps' },
    '/measures/1/where/answer/is/0 definition-option-unknown',
  ],
  [
    'a condition that says both',
    { '/measures/1/where/answer/isNot': ['no'] },
    '/measures/1/where/answer definition-is-or-is-not',
  ],
  [
    'a condition that says nothing',
    { '/measures/1/where/answer/is': undefined },
    '/measures/1/where/answer definition-is-or-is-not',
  ],
  [
    'a share without the name of its programme',
    { '/shares/0/code': 'share' },
    '/shares/0/code definition-measure-name',
  ],
  [
    'a share with the code of a measure',
    { '/shares/0/code': 'letters-home-moored' },
    '/shares/0/code definition-code-twice',
  ],
  [
    'a share of what is no part',
    { '/shares/0/part': 'letters-home-deliveries' },
    '/shares/0/part definition-share-not-part',
  ],
  ['a share of nothing', { '/shares/0/whole': 'letters-home-all' }, '/shares/0/whole definition-measure-unknown'],
])('%s is found among figures', (_, changes, fault) => {
  expect(faultsWith(changes, STRANGER_OF_A_PERSON)).toContain(fault)
})
