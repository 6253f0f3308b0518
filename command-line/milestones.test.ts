import { InvalidArgumentError } from 'commander'
import { beforeAll, expect, test } from 'vitest'
import { publishShippedProgrammes } from '../capabilities/programmes/shipped.ts'
import { day } from '../foundation/day.ts'
import { refuse } from '../foundation/result.ts'
import { withDatabase } from '../tests/support/database.ts'
import { anOperator, yes } from '../tests/support/world.ts'
import { anchorOf, milestonesOf } from './milestones.ts'

withDatabase()

beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
})

const asked = (anchors: Record<string, string>, code = 'home-start') => ({
  code,
  anchors: Object.fromEntries(Object.entries(anchors).map(([anchor, on]) => [anchor, day(on)])),
  lang: 'nl' as const,
})

test('[F-18] the milestones of a match meeting, for machines and for people', async () => {
  const output = yes(await milestonesOf(await anOperator(), asked({ 'match-meeting': '2021-03-01' })))
  expect(output.json).toEqual([
    { code: 'confirmation', earliest: '2021-03-04', latest: '2021-03-04' },
    { code: 'first-call', earliest: '2021-03-29', latest: '2021-03-29' },
    { code: 'first-evaluation', earliest: '2021-08-01', latest: '2021-08-01' },
    { code: 'second-evaluation', earliest: '2022-01-01', latest: '2022-02-01' },
    { code: 'final-evaluation', earliest: '2022-05-01', latest: '2022-07-01' },
    { code: 'longest', earliest: '2022-09-01', latest: '2022-09-01' },
  ])
  expect(output.text.split('\n')[0]).toBe('Gezin en vrijwilliger zeggen allebei ja: donderdag 4 maart 2021')
  expect(output.text).toContain('zaterdag 1 januari 2022 tot en met dinsdag 1 februari 2022')
})

test('a programme or a day to count from that is not there is refused', async () => {
  const operator = await anOperator()
  expect(await milestonesOf(operator, asked({}, 'sing-along'))).toEqual(
    refuse('programme-unknown', { code: 'sing-along' }),
  )
  expect(await milestonesOf(operator, asked({ birthday: '2021-03-01' }))).toEqual(
    refuse('anchor-unknown', { anchor: 'birthday' }),
  )
})

test('several days may be given; what is no day is wrong use', () => {
  const two = anchorOf('first-walk=2024-02-29', anchorOf('match-meeting=2021-03-01'))
  expect(two).toEqual({ 'match-meeting': '2021-03-01', 'first-walk': '2024-02-29' })
  for (const text of [
    'match-meeting',
    'match-meeting=',
    'match-meeting=1-3-2021',
    'match-meeting=2021-02-29',
    '=2021-03-01',
  ]) {
    expect(() => anchorOf(text)).toThrow(InvalidArgumentError)
  }
})
