import { expect, test } from 'vitest'
import { fault } from '../definition-faults.ts'
import { spotOf } from './fault-spots.ts'

test.each([
  [['summary', 'nl'], { part: 'basics' }, 'summary/nl'],
  [['name', 'en'], { part: 'basics' }, 'name/en'],
  [['roles', 'worker', 0], { part: 'roles' }, 'worker'],
  [['phases', 0, 'steps', 1, 'needs', 'answers', 2], { part: 'phases', at: 0 }, 'steps/1/needs/answers'],
  [['phases', 2, 'steps', 0], { part: 'phases', at: 2 }, 'steps/0'],
  [['phases', 1], { part: 'phases', at: 1 }, undefined],
  [['questions', 3, 'options', 0, 'synonyms'], { part: 'questions', at: 3 }, 'options/0/synonyms'],
  [['questions', 3, 'when', 'question'], { part: 'questions', at: 3 }, 'when/question'],
  [['measures', 0, 'passport', 'validFrom'], { part: 'measures', at: 0 }, 'passport/validFrom'],
  [['measures', 0, 'passport'], { part: 'measures', at: 0 }, 'passport/definition/nl'],
  [['milestones', 0, 'window'], { part: 'milestones', at: 0 }, 'window/from'],
  [['longest', 'span'], { part: 'longest' }, 'span'],
  [['measures'], { part: 'measures' }, undefined],
  [['unheard-of'], { part: 'basics' }, undefined],
] as const)('a fault at %j is put right on %j, in the field %s', (path, spot, field) => {
  expect(spotOf(fault(path, 'definition-field-missing'))).toMatchObject({ spot, field })
})
