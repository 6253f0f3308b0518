import { describe, expect, test } from 'vitest'
import { day } from '../../../foundation/day.ts'
import { refuse } from '../../../foundation/result.ts'
import { type ChildOfCase, voiceReason, voiceRefusal, voicesMissing, waitsForVoice } from './voice.ts'

const aChild = (given: Partial<ChildOfCase> = {}): ChildOfCase => ({
  personId: 'a',
  heardOn: undefined,
  because: undefined,
  ...given,
})

describe('[R-067] the voice of a child', () => {
  test('is missing until the child is heard or somebody says why it is not', () => {
    const heard = aChild({ personId: 'b', heardOn: day('2026-02-01') })
    const excused = aChild({ personId: 'c', because: 'Nog geen twee jaar.' })
    expect(voicesMissing([aChild(), heard, excused]).map(({ personId }) => personId)).toEqual(['a'])
  })

  test('holds back closing as long as one child is missing, also when the others were heard', () => {
    expect(voiceRefusal([aChild({ heardOn: day('2026-02-01') }), aChild()])).toEqual(
      refuse('child-voice-missing', { children: 1 }),
    )
    expect(voiceRefusal([aChild({ because: 'Nog geen twee jaar.' })])).toBeUndefined()
    expect(voiceRefusal([])).toBeUndefined()
  })

  test('is asked at the phases and evaluations that the programme names, and at no other', () => {
    const programme = { childVoice: { phases: ['done'], milestones: ['look-back'] } }
    const on = day('2026-02-01')
    const look = { type: 'milestone-done', holdsOn: on, milestone: 'look-back' } as const
    const call = { type: 'milestone-done', holdsOn: on, milestone: 'first-call' } as const
    const stays = { phase: 'busy', to: 'busy' }
    expect(waitsForVoice(programme, { phase: 'busy', to: 'done', told: [] })).toBe(true)
    expect(waitsForVoice(programme, { ...stays, told: [look] })).toBe(true)
    expect(
      waitsForVoice(programme, { ...stays, told: [{ type: 'corrected', holdsOn: on, corrects: 'x', by: look }] }),
    ).toBe(true)
    expect(waitsForVoice(programme, { ...stays, told: [call] })).toBe(false)
    expect(waitsForVoice(programme, { phase: 'done', to: 'done', told: [] })).toBe(false)
    expect(waitsForVoice({}, { phase: 'busy', to: 'done', told: [look] })).toBe(false)
  })

  test.each(['', 'te jong', ' '.repeat(40), 'x'.repeat(501)])('is not excused by “%s”', (text) => {
    expect(voiceReason(text)).toEqual(refuse('child-voice-reason', { least: 10, most: 500 }))
  })

  test('is excused in a few words, kept as one line', () => {
    expect(voiceReason('  Te jong\n om te vragen. ')).toEqual({ ok: true, value: 'Te jong om te vragen.' })
  })
})
