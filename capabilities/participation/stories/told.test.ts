import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../../foundation/day.ts'
import { consentFault, consentFormat } from './consent.ts'
import { moreIn, storyFormat } from './story.ts'
import { hostOf, minutesIn, questionsIn, SHOWS, secondsIn } from './told.ts'

const today = day('2026-11-27')
const text = {
  ...{ language: 'nl', wordsNl: 'Ik dacht dat het aan mij lag.', wordsEn: '', shownName: '', entrances: ['gevoel'] },
  isRegional: false,
}
const TALK = 'V: Hoe was dat?\nHet was stil in huis.\n\nV: En nu?\nNu praten we.\nMet elkaar.'
const film = {
  ...{ ...text, form: 'video', transcriptNl: 'Het was stil in huis. Nu praten we.', transcriptEn: '' },
  ...{ videoUrl: 'https://films.voorbeeld.example/kijk/7', videoSeconds: 225, hasCaptions: true, shows: ['voice'] },
}
const faultyField = (given: object) => storyFormat.safeParse(given).error?.issues[0]?.path[0]

test('[R-249] a film has an address, a length, captions and all that is said, or it is not kept', () => {
  expect(storyFormat.parse(film)).toMatchObject({ form: 'video', videoSeconds: 225, shows: ['voice'] })
  for (const [field, wrong] of [
    ['transcriptNl', ' '],
    ['videoUrl', ''],
    ['videoUrl', 'http://films.voorbeeld.example/kijk'],
    ['videoUrl', 'javascript:alert(1)'],
    ['videoSeconds', null],
    ['videoSeconds', Number.NaN],
    ['videoSeconds', 0],
    ['hasCaptions', false],
    ['shows', ['naam']],
  ] as const)
    expect([field, wrong, faultyField({ ...film, [field]: wrong })]).toEqual([field, wrong, field])
})

test('[R-249] a talk is questions with their answers', () => {
  expect(storyFormat.safeParse({ ...text, form: 'interview', transcriptNl: TALK }).success).toBe(true)
  expect(questionsIn(TALK)).toEqual([
    { question: 'Hoe was dat?', answer: ['Het was stil in huis.'] },
    { question: 'En nu?', answer: ['Nu praten we.', 'Met elkaar.'] },
  ])
  for (const wrong of ['Zomaar tekst.', 'V: Hoe was dat?', 'V: Hoe?\nV: En nu?\nGoed.', 'V:\nGoed.'])
    expect([wrong, faultyField({ ...text, form: 'interview', transcriptNl: wrong })]).toEqual([wrong, 'transcriptNl'])
})

test('[R-249] of a text nothing of a film stays behind, and of a talk neither', () => {
  expect(storyFormat.parse({ ...film, form: 'text' })).toMatchObject({
    ...{ transcriptNl: null, videoUrl: null, videoSeconds: null, hasCaptions: false, shows: [] },
  })
  expect(storyFormat.parse({ ...film, form: 'interview', transcriptNl: TALK })).toMatchObject({
    ...{ transcriptNl: TALK, videoUrl: null, shows: [] },
  })
})

test('[R-249] a film stands on a public site by https, and who reads is told which', () => {
  expect(hostOf('https://www.films.voorbeeld.example/kijk?v=1')).toBe('films.voorbeeld.example')
  for (const wrong of [
    ...['', 'films.voorbeeld.example', 'http://films.example', 'https://localhost/x', 'https://127.0.0.1/x'],
    ...[
      'https://a:b@films.example',
      'https://films.example:8443/',
      'https://films.example/"onclick=',
      'data:text/html,x',
    ],
  ])
    expect([wrong, hostOf(wrong)]).toEqual([wrong, undefined])
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (address) => {
      if (hostOf(address) !== undefined) expect(new URL(address).protocol).toBe('https:')
    }),
  )
})

test('a length is typed in minutes and seconds', () => {
  expect([secondsIn('3', '45'), secondsIn('', '9'), secondsIn('2', ''), secondsIn('', '')]).toEqual([225, 9, 120, null])
  expect(minutesIn(225)).toEqual({ minutes: 3, seconds: 45 })
  for (const [minutes, seconds] of [
    ['3', '75'],
    ['drie', '1'],
    ['-1', '0'],
    ['1,5', ''],
  ] as const)
    expect(secondsIn(minutes, seconds)).toBeNaN()
})

const agreed = (given: object) =>
  consentFormat.parse({
    ...{ askedBy: 'Een collega', agreedOn: today, untilOn: after(today, { years: 1 }), teller: '16-and-older' },
    ...{ givenBy: ['teller', 'parents'], nameKind: 'none', ...given },
  })

test('[R-249] each use is agreed to by itself: a film lets hear and recognise no more than that', () => {
  fc.assert(
    fc.property(fc.subarray([...SHOWS]), fc.subarray([...SHOWS]), (shows, uses) => {
      const fault = consentFault(agreed({ uses }), { shownName: null, shows, today })
      const isCovered = shows.every((one) => uses.includes(one))
      expect(fault).toEqual(isCovered ? undefined : ['story-consent-uses', 'uses'])
    }),
  )
})

test('[R-249] a child below 16 is never shown recognisably, whoever agrees', () => {
  for (const teller of ['under-12', '12-to-15'])
    expect(consentFault(agreed({ teller, uses: ['face'] }), { shownName: null, shows: ['face'], today })).toEqual([
      'story-consent-face',
      'uses',
    ])
})

test('[R-249] who reads another language gets all that is said as it was told, and is told so', () => {
  const told = storyFormat.parse({ ...film, wordsEn: 'I thought it was me.' })
  expect(moreIn(told, 'en')).toMatchObject({ language: 'nl', film: { seconds: 225 } })
  expect(moreIn({ ...told, transcriptEn: 'It was quiet.' }, 'en')).toMatchObject({ language: 'en' })
  expect(moreIn(storyFormat.parse(text), 'nl')).toBeUndefined()
})
