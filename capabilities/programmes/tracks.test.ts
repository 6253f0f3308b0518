import { expect, test } from 'vitest'
import { day } from '../../foundation/day.ts'
import { definitionIn, homeStart, STRANGER_OF_A_PERSON } from '../../tests/support/programmes.ts'
import type { Answers } from '../cases/event.ts'
import { takeStep } from './steps.ts'
import { isInTrack, outcomesFor, trackOf } from './tracks.ts'

const definition = definitionIn(STRANGER_OF_A_PERSON)

test('[R-045] a trajectory runs in the track that was told at its start', () => {
  expect(trackOf(definition, { writer: 'shore-child' })?.person).toBe('child')
  expect(trackOf(definition, { writer: 'sailor' })?.person).toBe('adult')
  expect(trackOf(definition, {})).toBeUndefined()
  expect(trackOf(homeStart(), { writer: 'sailor' })).toBeUndefined()
})

test('[R-045] a question of the one track is not asked in the other, and one of no track in both', () => {
  const asked = (writer: string) =>
    ['ship-missed', 'shore-missed', 'instead'].filter((code) => isInTrack(definition, code, { writer }))
  expect(asked('sailor')).toEqual(['ship-missed', 'instead'])
  expect(asked('shore-child')).toEqual(['shore-missed', 'instead'])
})

test('[R-045] each track has outcomes of its own, beside those of everybody', () => {
  const outcomes = (writer: string) => outcomesFor(definition, { writer }).map(({ code }) => code)
  expect(outcomes('sailor')).toEqual(['ship-missed', 'letter-kept'])
  expect(outcomes('shore-child')).toEqual(['shore-missed', 'letter-kept'])
})

test('[R-045] a step waits for the questions of its own track only', () => {
  const end = (answers: Answers) => {
    const all = { instead: 'nothing', 'instead-sure': 'not-known', 'instead-says': 'de bode', ...answers }
    const standing = { phase: 'writing', answers: all, anchors: {}, done: [] }
    const answer = takeStep(definition, standing, { to: 'moored', today: day('2024-02-29') })
    return answer.ok || answer.with?.question
  }
  expect(end({ writer: 'sailor', 'ship-missed': 'no' })).toBe(true)
  expect(end({ writer: 'sailor', 'shore-missed': 'no' })).toBe('ship-missed')
  expect(end({ writer: 'shore-child', 'shore-missed': 'no' })).toBe(true)
  expect(end({ writer: 'sailor', 'ship-missed': 'no', 'instead-sure': 'estimate' })).toBe('instead-cost')
})
