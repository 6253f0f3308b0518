import { expect, test } from 'vitest'
import { localVoice, type Reading, readingOut, type Said } from './reading-out.ts'

const voice = (lang: string, localService: boolean, isDefault = false) => ({ lang, localService, default: isDefault })

test('a voice of elsewhere is never taken, also when it is the only one or the preferred one', () => {
  expect(localVoice([voice('ar-SA', false, true)], 'ar')).toBeUndefined()
  const own = voice('ar-EG', true)
  expect(localVoice([voice('ar-SA', false, true), own], 'ar')).toBe(own)
  expect(localVoice([], 'ar')).toBeUndefined()
})

test('a voice is of the language of the page, however a device writes it', () => {
  expect(localVoice([voice('nl-NL', true), voice('en-GB', true)], 'uk')).toBeUndefined()
  expect(localVoice([voice('arn-CL', true)], 'ar')).toBeUndefined()
  expect(localVoice([voice('uk_UA', true)], 'uk')?.lang).toBe('uk_UA')
  expect(localVoice([voice('pl-PL', true), voice('pl-PL', true, true)], 'pl')?.default).toBe(true)
})

function aReader(parts: number) {
  const done: string[] = []
  const state = { isLocal: true, now: undefined as Said | undefined, reading: 'silent' as Reading, part: -1 }
  const reader = readingOut(
    parts,
    {
      isLocal: () => state.isLocal,
      say: (part, said) => {
        done.push(`say ${part}`)
        state.now = said
      },
      pause: () => done.push('pause'),
      resume: () => done.push('resume'),
      cancel: () => done.push('cancel'),
    },
    (reading, part) => Object.assign(state, { reading, part }),
  )
  return { reader, state, done }
}

test('parts are read in their order, and it is silent after the last', () => {
  const { reader, state, done } = aReader(2)
  reader.press()
  expect(state).toMatchObject({ reading: 'reading', part: 0 })
  state.now?.ended()
  state.now?.ended()
  expect(state.reading).toBe('silent')
  expect(done.filter((one) => one.startsWith('say'))).toEqual(['say 0', 'say 1'])
})

test('it waits and goes on at a press, and a stop makes it begin anew', () => {
  const { reader, state, done } = aReader(3)
  reader.press()
  reader.press()
  expect(state.reading).toBe('paused')
  reader.press()
  expect(state.reading).toBe('reading')
  const before = state.now
  reader.stop()
  expect(state.reading).toBe('silent')
  before?.ended()
  expect(state.reading).toBe('silent')
  reader.press()
  expect(done.filter((one) => one.startsWith('say'))).toEqual(['say 0', 'say 0'])
})

test('nothing more is said once the voice of the device is gone, or fails', () => {
  const { reader, state, done } = aReader(3)
  reader.press()
  state.isLocal = false
  state.now?.ended()
  expect(state.reading).toBe('silent')
  expect(done.filter((one) => one.startsWith('say'))).toEqual(['say 0'])
  state.isLocal = true
  reader.press()
  state.now?.failed()
  expect(state.reading).toBe('silent')
})
