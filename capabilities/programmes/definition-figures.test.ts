import { expect, test } from 'vitest'
import { faultsWith } from '../../tests/support/programmes.ts'

test.each([
  ['a choice without options', { '/questions/3/options': undefined }, '/questions/3/options definition-options-needed'],
  [
    'options for a village',
    { '/questions/0/options': [{ code: 'a', name: { nl: 'a', en: 'a' }, synonyms: [] }] },
    '/questions/0/options definition-options-elsewhere',
  ],
  [
    'a condition on a later question',
    { '/questions/0/when': { question: 'referrer', is: ['ggd'] } },
    '/questions/0/when/question definition-when-later',
  ],
  [
    'a condition on an answer that cannot be given',
    { '/questions/16/when/is/0': 'perhaps' },
    '/questions/16/when/is/0 definition-option-unknown',
  ],
  [
    'a fit rule on a question without ages',
    { '/fit/0/question': 'village' },
    '/fit/0/question definition-question-type',
  ],
  ['a fit rule on an unknown option', { '/fit/1/options/0': 'sing' }, '/fit/1/options/0 definition-option-unknown'],
  [
    'a finding that cannot be stored',
    { '/fit/1/finding/option': 'sing' },
    '/fit/1/finding/option definition-option-unknown',
  ],
  ['ages backwards', { '/fit/0/ages/from': 18 }, '/fit/0/ages definition-range-backwards'],
  ['a step that asks for fit without rules', { '/fit': [] }, '/phases/1/steps/0/needs/fit definition-fit-empty'],
  [
    'a grouping of free text',
    { '/groupings/0/question': 'motivation' },
    '/groupings/0/question definition-question-type',
  ],
  ['ages without bands', { '/groupings/4/bands': undefined }, '/groupings/4/bands definition-bands-needed'],
  [
    'bands of villages',
    { '/groupings/0/bands': [{ code: 'a', name: { nl: 'a', en: 'a' }, from: 0, to: 1 }] },
    '/groupings/0/bands definition-bands-elsewhere',
  ],
  ['each age beside bands', { '/groupings/4/each': 'year' }, '/groupings/4/each definition-each-elsewhere'],
  ['each village', { '/groupings/0/each': 'year' }, '/groupings/0/each definition-each-elsewhere'],
  [
    'each age for everybody',
    { '/measures/4/groupings/1': 'age-in-years', '/measures/4/ownGroupings': undefined },
    '/measures/4/groupings/1 definition-each-not-own',
  ],
  [
    'a grouping for everybody and for the organisation alone',
    { '/measures/4/ownGroupings/0': 'village' },
    '/measures/4/ownGroupings/0 definition-code-twice',
  ],
  [
    'migration background, exact for the organisation',
    { '/measures/4/ownGroupings/0': 'migration-background' },
    '/measures/4/ownGroupings/0 definition-own-special',
  ],
  [
    'an own grouping that is not there',
    { '/measures/4/ownGroupings/0': 'colour' },
    '/measures/4/ownGroupings/0 definition-grouping-unknown',
  ],
  ['bands that overlap', { '/groupings/4/bands/2/from': 3 }, '/groupings/4/bands/2 definition-bands-overlap'],
  [
    'a band of pregnancies under another name',
    { '/groupings/4/bands/0/code': 'before-birth' },
    '/groupings/4/bands/0 definition-band-unborn',
  ],
  [
    'a measure without the name of its programme',
    { '/measures/3/code': 'mentions' },
    '/measures/3/code definition-measure-name',
  ],
  [
    'mentions of a question without options',
    { '/measures/3/of': 'village' },
    '/measures/3/of definition-question-type',
  ],
  ['children of no question', { '/measures/4/of': undefined }, '/measures/4/of definition-of-needed'],
  ['families of a question', { '/measures/0/of': 'question' }, '/measures/0/of definition-of-elsewhere'],
  [
    'a measure in an unknown phase',
    { '/measures/2/where/in/0': 'gone' },
    '/measures/2/where/in/0 definition-phase-unknown',
  ],
  [
    'a grouping that is not there',
    { '/measures/0/groupings/0': 'colour' },
    '/measures/0/groupings/0 definition-grouping-unknown',
  ],
  [
    'a cross outside the groupings',
    { '/measures/0/crosses/0': ['village', 'age-band'] },
    '/measures/0/crosses/0/1 definition-cross-outside',
  ],
  [
    'a cross with itself',
    { '/measures/0/crosses/0': ['village', 'village'] },
    '/measures/0/crosses/0 definition-cross-itself',
  ],
  [
    'a whole that is not there',
    { '/measures/1/partOf': 'home-start-all' },
    '/measures/1/partOf definition-measure-unknown',
  ],
  [
    'a measure that is part of itself by a detour',
    { '/measures/0/partOf': 'home-start-not-supported' },
    '/measures/0/partOf definition-part-of-itself',
  ],
  [
    'a whole that counts something else',
    { '/measures/1/partOf': 'home-start-children' },
    '/measures/1/partOf definition-part-of-other',
  ],
])('%s is found among questions and figures', (_, changes, fault) => {
  expect(faultsWith(changes)).toContain(fault)
})

test('[R-264] special personal data are never required, nothing depends on them, and small groups stay hidden', () => {
  expect(faultsWith({ '/questions/4/required': true })).toEqual(['/questions/4/required definition-special-required'])
  expect(faultsWith({ '/phases/1/steps/0/needs/answers/0': 'migration-background' })).toEqual([
    '/phases/1/steps/0/needs/answers/0 definition-special-needed',
  ])
  expect(faultsWith({ '/questions/5/when': { question: 'migration-background', is: ['yes'] } })).toEqual([
    '/questions/5/when/question definition-special-needed',
  ])
  expect(faultsWith({ '/groupings/3/small': 'merge' })).toEqual(['/groupings/3/small definition-special-shown'])
})
