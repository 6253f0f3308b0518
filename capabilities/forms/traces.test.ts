import fc from 'fast-check'
import { expect, test } from 'vitest'
import { traceIn } from './traces.ts'

test.each([
  ['mail me op sanne@voorbeeld.example', 'mail'],
  ['ik heet @sanne_1990 op dat netwerk', 'mail'],
  ['bel 06-1234 5678', 'phone'],
  ['bel (0592) 123 456', 'phone'],
  ['bel +31 6 12345678', 'phone'],
  ['mijn nummer is 111222333', 'citizen-number'],
  ['mijn nummer is 111.222.333', 'citizen-number'],
  ['ik woon op 7991 AB', 'postcode'],
  ['ik woon op 7991AB.', 'postcode'],
  ['b\u00adel 0\u200b6123\u200b45678', 'phone'],
  ['\uff10\uff16\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18', 'phone'],
] as const)('“%s” can lead to somebody', (text, trace) => expect(traceIn(text)).toBe(trace))

test.each([
  'Het duurde van 2019 tot 2021, en toen werd het rustiger.',
  'In 2024 waren we met z’n vieren. Na 10 weken ging het beter.',
  'We betaalden EUR 1.250,00 per maand @ thuis.',
  'Bel 112 of 14 0592 als het moet.',
  '',
])('“%s” leads to nobody', (text) => expect(traceIn(text)).toBeUndefined())

test('an address of a mailbox is found wherever it stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(traceIn(`${before} naam@voorbeeld.example ${after}`)).toBe('mail')
    }),
  )
})

test('a mobile number is found however it is grouped', () => {
  const digits = fc.stringMatching(/^06[1-9]\d{7}$/)
  const between = fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(digits, between, (number, gaps) => {
      const typed = [...number].map((digit, at) => digit + (gaps[at] ?? '')).join('')
      expect(traceIn(`bel ${typed}`)).toBeOneOf(['phone', 'citizen-number'])
    }),
  )
})
