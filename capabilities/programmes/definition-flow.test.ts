import { expect, test } from 'vitest'
import { faultsWith } from '../../tests/support/programmes.ts'

test.each([
  ['a role that does not exist', { '/roles/worker/0': 'wizard' }, '/roles/worker/0 definition-role-unknown'],
  [
    'a first phase that is not there',
    { '/phases/0/steps/0/to': 'paused' },
    '/phases/0/steps/0/to definition-phase-unknown',
  ],
  ['two steps to one phase', { '/phases/0/steps/0/to': 'not-supported' }, '/phases/0/steps/1/to definition-step-twice'],
  [
    'an answer that is no question',
    { '/phases/1/steps/0/needs/answers/1': 'mood' },
    '/phases/1/steps/0/needs/answers/1 definition-question-unknown',
  ],
  [
    'a milestone that is not there',
    { '/phases/2/steps/0/needs': { milestones: ['party'] } },
    '/phases/2/steps/0/needs/milestones/0 definition-milestone-unknown',
  ],
  [
    'a list of reasons that is not there',
    { '/phases/0/steps/1/needs/reason': 'why' },
    '/phases/0/steps/1/needs/reason definition-reasons-unknown',
  ],
  [
    'a phase that nothing leads to',
    { '/phases/4/through': ['registered', 'closed'], '/phases/3/steps/0/to': 'intake' },
    '/phases/4 definition-phase-unreachable',
  ],
  [
    'an import that skips a step',
    { '/phases/3/through': ['registered', 'active'] },
    '/phases/3/through/1 definition-through-gap',
  ],
  [
    'an import that begins half-way',
    { '/phases/1/through': ['intake'] },
    '/phases/1/through/0 definition-through-start',
  ],
  [
    'an import that ends elsewhere',
    { '/phases/1/through': ['registered'] },
    '/phases/1/through/0 definition-through-end',
  ],
  [
    'an unknown phase for imports',
    { '/registration/importedPhase': 'somewhere' },
    '/registration/importedPhase definition-phase-unknown',
  ],
  [
    'an anchor that is not there',
    { '/milestones/2/anchor': 'birthday' },
    '/milestones/2/anchor definition-anchor-unknown',
  ],
  [
    'a blocked phase that is not there',
    { '/milestones/0/blocks/0': 'somewhere' },
    '/milestones/0/blocks/0 definition-phase-unknown',
  ],
  [
    'a milestone on a day and in a window',
    { '/milestones/3/at': { days: 3 } },
    '/milestones/3 definition-at-or-window',
  ],
  ['a milestone on no day', { '/milestones/0/at': undefined }, '/milestones/0 definition-at-or-window'],
  [
    'a window that ends before it begins',
    { '/milestones/3/window/from': { months: 12 } },
    '/milestones/3/window definition-window-backwards',
  ],
  [
    'a window backwards after some days only',
    { '/milestones/3/window': { from: { days: 31 }, to: { months: 1 } } },
    '/milestones/3/window definition-window-backwards',
  ],
  [
    'two default outcomes',
    { '/milestones/2/outcomes/1/default': true },
    '/milestones/2/outcomes/1/default definition-default-twice',
  ],
  ['a longest duration of nothing', { '/longest/span': { months: 0 } }, '/longest/span definition-span-empty'],
  [
    'a longest duration with the code of a milestone',
    { '/longest/code': 'confirmation' },
    '/longest/code definition-code-twice',
  ],
  ['a rhythm without time', { '/rhythms/0/every': undefined }, '/rhythms/0 definition-rhythm'],
  [
    'a reason that needs an unknown answer',
    { '/reasons/0/options/3/needs/0': 'mood' },
    '/reasons/0/options/3/needs/0 definition-question-unknown',
  ],
])('%s is found', (_, changes, fault) => {
  expect(faultsWith(changes)).toContain(fault)
})
