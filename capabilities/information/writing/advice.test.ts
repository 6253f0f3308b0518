import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adviceOn, type EverydayWords } from './advice.ts'
import { everydayWordsFormat } from './everyday-words.ts'
import { scoresOf } from './scores.ts'
import { sentencesIn } from './sentences.ts'
import { syllablesIn } from './syllables.ts'
import { type Sentences, tellAdvice } from './told.ts'

const list: EverydayWords = everydayWordsFormat.parse(
  JSON.parse(readFileSync('content/everyday-words.json', 'utf8')),
).words
const remarksOn = (text: string) => adviceOn(text, 'nl', list).remarks
const ofWords = (n: number): string => `${'woord '.repeat(n - 1)}woord.`

test('sentences end at a full stop, a title, a line of a list and an empty line, not behind an abbreviation', () => {
  const lengths = (text: string) => sentencesIn(text).map(({ words }) => words.length)
  expect(lengths('Dit is één zin. En dit? Ja!')).toEqual([4, 2, 1])
  expect(lengths('Vraag het bijv. aan dhr. De Wit. Daarna niet.')).toEqual([7, 2])
  expect(lengths('# Een titel\nDan een zin\ndie doorloopt.\n\n- eerste punt\n- tweede punt')).toEqual([2, 5, 2, 2])
  expect(lengths('‘Kom maar.’ Dat zegt hij.')).toEqual([2, 3])
  expect(lengths('Lees [de pagina over gezag](pagina:gezag) sinds {{feit:jaar}}.')).toEqual([7])
  expect(lengths(' \n\n')).toEqual([])
})

test('a sentence is long from sixteen words and too long from twenty-one', () => {
  expect(remarksOn(ofWords(15))).toEqual([])
  expect(remarksOn(ofWords(16))).toMatchObject([{ kind: 'long', words: 16 }])
  expect(remarksOn(ofWords(20))).toMatchObject([{ kind: 'long' }])
  expect(remarksOn(ofWords(21))).toMatchObject([{ kind: 'too-long', words: 21 }])
})

test('an office word gets its everyday word, whole words only, the longest first', () => {
  expect(remarksOn('Indien je komt, bel dan.')).toMatchObject([{ kind: 'word', word: 'Indien', instead: 'als' }])
  expect(remarksOn('Bel met betrekking tot je vraag.')).toMatchObject([{ word: 'met betrekking tot', instead: 'over' }])
  expect(remarksOn('We hebben het beëindigd.')).toMatchObject([{ word: 'beëindigd' }])
  expect(remarksOn('De mitsen en maren.')).toEqual([])
  expect(adviceOn('Indien it rains.', 'en', list).remarks).toEqual([])
})

test('a sentence that does not say who does something is remarked on', () => {
  expect(remarksOn('De brief wordt morgen gestuurd.')).toMatchObject([{ kind: 'passive', word: 'wordt … gestuurd' }])
  expect(remarksOn('Wij sturen de brief morgen.')).toEqual([])
  expect(remarksOn('Het wordt morgen warm.')).toEqual([])
})

test.each([
  ['over', 2],
  ['avond', 2],
  ['nieuw', 1],
  ['leeuw', 1],
  ['maaien', 2],
  ['geërfd', 2],
  ['één', 1],
  ['coördinator', 5],
  ['financieel', 4],
  ['sociaal', 3],
  ['gezinsondersteuning', 6],
  ['ij', 1],
  ['yoga', 2],
  ['co-ouder', 3],
  ['2026', 1],
])('%s has %i syllables', (word, count) => {
  expect(syllablesIn(word)).toBe(count)
})

test('the scores are those of the formulas, worked out by hand', () => {
  // Ten sentences of ten words, each word of two syllables: 200 per hundred words, 10 words per sentence.
  const scores = scoresOf(
    sentencesIn(
      'Jullie willen morgen samen over vakantie-geld lopen praten zonder ruzie. '
        .repeat(10)
        .replaceAll('vakantie-geld', 'geld-zaak'),
    ),
  )
  expect(scores).toMatchObject({ words: 100, wordsPerSentence: 10, syllablesPer100: 200 })
  // 206.84 - 0.77 x 200 - 0.93 x 10 and 195 - 2/3 x 200 - 2 x 10
  expect(scores?.fleschDouma).toBeCloseTo(43.54, 5)
  expect(scores?.brouwer).toBeCloseTo(41.6667, 3)
  expect(scoresOf(sentencesIn(ofWords(99)))).toBeUndefined()
})

test('a full stop more never makes the longest sentence longer', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.nat(), (words, at) => {
      const stopped = words.map((one, nth) => (nth === at % words.length ? `${one}.` : one))
      const longest = (all: readonly string[]) => adviceOn(all.join(' '), 'nl', list).longest
      expect(longest(stopped)).toBeLessThanOrEqual(longest(words))
    }),
  )
})

test('whatever is typed gets an answer, and no remark quotes what is not there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const { sentences, longest, remarks } = adviceOn(text, 'nl', list)
      expect(sentences === 0).toBe(longest === 0)
      for (const remark of remarks) if (remark.kind === 'word') expect(remark.sentence).toContain(remark.word)
    }),
  )
})

test('a text of fifty thousand letters without an end is looked at within a second', () => {
  const start = performance.now()
  adviceOn('wordt ge'.repeat(6_250), 'nl', list)
  adviceOn('a '.repeat(25_000), 'nl', list)
  adviceOn('['.repeat(50_000), 'nl', list)
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('every office word stands in the list once, and no everyday word is an office word itself', () => {
  const forms = list.flatMap(([office]) => office.split('|'))
  expect(forms.length).toBeGreaterThan(150)
  expect(forms).toEqual([...new Set(forms)])
  const own = list.filter(([, everyday]) => remarksOn(`${everyday}.`).some(({ kind }) => kind === 'word'))
  expect(own).toEqual([])
})

const SAY: Sentences = {
  ...{ long: '{n} lang', tooLong: '{n} te lang', word: '{word}: {instead}', passive: '{word}', nothing: 'niets' },
  ...{ noText: 'geen tekst', count: '{n} dingen', countOne: 'één', more: 'nog {n}', limits: 'grenzen' },
  ...{ scores: '{douma} {brouwer} {mean}', scoresHard: 'moeilijk {douma}' },
}

test('what is worst is told first, and more than twelve remarks are counted', () => {
  const told = tellAdvice(adviceOn(`Indien. ${ofWords(21)}`, 'nl', list), SAY)
  expect(told.lines.map(({ says }) => says)).toEqual(['21 te lang', 'Indien: als'])
  expect(tellAdvice(adviceOn('', 'nl', list), SAY).summary).toBe('geen tekst')
  expect(tellAdvice(adviceOn('Kom maar.', 'nl', list), SAY).summary).toBe('niets')
  const many = tellAdvice(adviceOn(`${ofWords(21)} `.repeat(15), 'nl', list), SAY)
  expect([many.lines.length, many.more, many.summary]).toEqual([12, 'nog 3', '15 dingen'])
  expect(many.scores).not.toBe('')
  expect(many.limits).toBe('grenzen')
})
