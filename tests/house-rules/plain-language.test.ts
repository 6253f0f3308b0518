import { expect, test } from 'vitest'
import { type Instead, OTHERWISE, STIFF } from './plain-words.ts'
import { said, type Text, texts, textsIn } from './texts.ts'

const found = (all: readonly Text[], isWrong: (text: Text) => boolean): string[] =>
  all.filter(isWrong).map(({ at, nl, en }) => `${at}: ${nl} | ${en}`)

/** What somebody says ends with its own full stop, inside the quotation mark. */
const sentences = (text: string): string[] => text.split(/(?<=[.?!]’?)\s+/)
const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length

/** B1: who is tired loses a longer sentence halfway. */
const MOST_WORDS = 20
const long = (all: readonly Text[]): string[] =>
  found(all, ({ nl }) => sentences(nl).some((sentence) => wordsIn(sentence) > MOST_WORDS))

/** Each text with a word out of the list, and what to write. */
const instead = (all: readonly Text[], list: readonly Instead[]): string[] =>
  list.flatMap(([word, plain]) => {
    const pattern = new RegExp(`(?<![\\p{L}\\d-])${escaped(word)}(?![\\p{L}\\d])`, 'iu')
    return found(all, ({ nl }) => pattern.test(nl)).map((place) => `“${word}”, write ${plain}: ${place}`)
  })

const escaped = (word: string): string => word.replaceAll('.', '\\.').replace('*', '\\p{L}*')

/** The product says "je" to everyone. */
const formal = (all: readonly Text[]): string[] =>
  found(all, ({ nl }) => /(?<![\p{L}\d])(u|uw|uzelf)(?![\p{L}\d])/iu.test(nl))

const SPACES = /\s{2}|^\s|\s$|\s[.,;:?!](\s|$)/
const spaces = (all: readonly Text[]): string[] => found(all, ({ nl, en }) => SPACES.test(nl) || SPACES.test(en))

/** Three words or more that are the same in both languages were never translated. */
const MEANT = 3
const untranslated = (all: readonly Text[]): string[] =>
  found(
    all,
    ({ nl, en }) =>
      nl.trim() === '' || en.trim() === '' || (nl === en && (nl.match(/\p{L}{2,}/gu) ?? []).length >= MEANT),
  )

/** `9.30 uur`, never `9:30`; a moment as a command line takes it is no clock. */
const clocks = (all: readonly Text[]): string[] => found(all, ({ nl }) => /(?<![\d:T])\d{1,2}:\d{2}(?!:)/.test(nl))

const text = (nl: string, en = 'Something else.'): Text[] => [{ at: 'planted', nl, en }]

test('a sentence has at most twenty words', () => {
  expect(long(texts)).toEqual([])
  const ofWords = (n: number): string => `${'woord '.repeat(n - 1)}woord.`
  expect(long(text(ofWords(MOST_WORDS + 1)))).toHaveLength(1)
  expect(long(text(ofWords(MOST_WORDS)))).toEqual([])
  expect(long(text(`${ofWords(MOST_WORDS)} En nog een zin.`))).toEqual([])
  expect(long(text(`‘${ofWords(MOST_WORDS)}’ En nog een zin.`))).toEqual([])
})

test('no text uses office Dutch', () => {
  expect(instead(texts, STIFF)).toEqual([])
  expect(instead(text('Gelieve dit formulier in te vullen.'), STIFF)).toHaveLength(1)
  expect(instead(text('We sturen je t.b.v. de aanvraag een brief.'), STIFF)).toHaveLength(1)
  expect(instead(text('Je cliënten staan hier.'), STIFF)).toHaveLength(1)
  expect(instead(text('Hier staat de geschiedenis van je browser. Vul in.'), STIFF)).toEqual([])
})

test('no text uses a second word for a thing', () => {
  expect(instead(texts, OTHERWISE)).toEqual([])
  expect(instead(text('Ga naar de volgende bladzijde.'), OTHERWISE)).toHaveLength(1)
  expect(instead(text('Vul je mailadres in.'), OTHERWISE)).toHaveLength(1)
  expect(instead(text('Vul je e-mailadres in. Een maatje helpt je.'), OTHERWISE)).toEqual([])
})

test('every list of words names each word once, and a plain one for it', () => {
  const words = [...STIFF, ...OTHERWISE].map(([word]) => word)
  expect(words).toEqual([...new Set(words)])
  const plain: Text[] = [...STIFF, ...OTHERWISE].flatMap(([, write]) => text(write))
  expect(instead(plain, [...STIFF, ...OTHERWISE])).toEqual([])
})

test('nobody is called u', () => {
  expect(formal(texts)).toEqual([])
  expect(formal(text('Wij bellen u terug.'))).toHaveLength(1)
  expect(formal(text('Uw vraag is binnen.'))).toHaveLength(1)
  expect(formal(text('Je vraag is binnen. Je bent gebeld om 9.30 uur.'))).toEqual([])
})

test('no text has a double space, or a space before a full stop', () => {
  expect(spaces(texts)).toEqual([])
  expect(spaces(text('Je vraag  is binnen.'))).toHaveLength(1)
  expect(spaces(text('Je vraag is binnen .'))).toHaveLength(1)
  expect(spaces(text('Je vraag is binnen.', 'Your question has arrived. '))).toHaveLength(1)
})

test('[R-261] every text stands in Dutch and in English', () => {
  expect(untranslated(texts)).toEqual([])
  expect(untranslated(textsIn({ questions: [{ code: 'name', ask: { nl: 'Hoe heet je?' } }] }, 'planted'))).toHaveLength(
    1,
  )
  expect(untranslated(textsIn({ ask: { en: 'What is your name?' } }, 'planted'))).toHaveLength(1)
  expect(untranslated(text('Hoe heet je eigenlijk?', 'Hoe heet je eigenlijk?'))).toHaveLength(1)
  expect(untranslated(text('Veilig Thuis', 'Veilig Thuis'))).toEqual([])
})

test('the clock is written the Dutch way', () => {
  expect(clocks(texts)).toEqual([])
  expect(clocks(text('Bel na 16:00 uur.'))).toHaveLength(1)
  expect(clocks(text('Bel na 16.00 uur.'))).toEqual([])
})

test('a text that fills something in is read with it filled in', () => {
  expect(said({ path: '', value: (given: { days: number }) => `Nog ${given.days} dagen` })).toBe('Nog 3 dagen')
  expect(said({ path: '', value: (days: number) => `Nog ${days} dagen` })).toBe('Nog 3 dagen')
  expect(texts.filter(({ nl }) => /\b(undefined|NaN)\b/.test(nl)).map(({ at }) => at)).toEqual([])
})
