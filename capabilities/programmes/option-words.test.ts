import fc from 'fast-check'
import { expect, test } from 'vitest'
import { homeStart } from '../../tests/support/programmes.ts'
import { normaliseWord, optionFor, optionsOf, phaseFor, reasonFor, wordsOf } from './option-words.ts'

const { questions, phases, reasons } = homeStart()
const questionNamed = (code: string) => {
  const found = questions.find((one) => one.code === code)
  if (found === undefined) throw new Error(`no question ${code}`)
  return found
}

test.each([
  ['Wegwijs maken', 'find-way'],
  ['netwerk vergroten', 'widen-network'],
  ['STRUCTUUR', 'structure'],
  ['positief  opvoeden', 'positive-parenting'],
  ['Verzorgen baby', 'baby-care'],
  ['verzorging baby', 'baby-care'],
  ['Opvoedondersteuning', 'parenting-support'],
  ['schermtijd', 'screen-time'],
  ['luisterend oor', 'listening-ear'],
  ['Opvoeden in twee culturen', 'two-cultures'],
  ['wennen aan ouderrol', 'parent-role'],
  ['grenzen stellen.', 'setting-limits'],
  ['Nederlands oefenen', 'practise-dutch'],
  ['isolement doorbreken', 'break-isolation'],
  ['zelfvertrouwen als ouder', 'parent-confidence'],
])('the help question written as “%s” is %s', (word, code) => {
  expect(optionFor(questionNamed('question'), word)).toBe(code)
})

test.each([
  ['Gemeente', 'municipality'],
  ['gemeente Akkerveen', 'municipality'],
  ['Familie', 'family'],
  ['GGD', 'ggd'],
  ['consultatiebureau', 'ggd'],
  ['AMW', 'amw'],
  ['Algemeen maatschappelijk werk', 'amw'],
  ['School', 'school'],
  ["ib'er", 'school'],
  ['ib’er', 'school'],
  ['Intern begeleider', 'school'],
  ['Eigen initiatief', 'own-initiative'],
  ['zelf', 'own-initiative'],
  ['De Linde thuisbegeleiding', 'home-care'],
  ['Team Mens en Gezin', 'local-team'],
  ['tasje', 'handed-out-bag'],
])('the referrer written as “%s” is %s', (word, code) => {
  expect(optionFor(questionNamed('referrer'), word)).toBe(code)
})

test('a text with the words of two options, of none, or of a denied one is no option', () => {
  const referrer = questionNamed('referrer')
  expect(optionFor(referrer, 'school en gemeente')).toBeUndefined()
  expect(optionFor(referrer, 'de bakker')).toBeUndefined()
  expect(optionFor(referrer, 'niet via school')).toBeUndefined()
  expect(optionFor(referrer, 'hogeschoolkantine')).toBeUndefined()
  expect(optionFor(referrer, ' , ')).toBeUndefined()
})

test('yes, no and unknown are understood as people write them, and only as a whole', () => {
  const question = questionNamed('migration-background')
  expect(['Ja', 'j', 'JA ', 'yes'].map((word) => optionFor(question, word))).toEqual(['yes', 'yes', 'yes', 'yes'])
  expect(['Nee', 'n', 'geen'].map((word) => optionFor(question, word))).toEqual(['no', 'no', 'no'])
  expect(['onbekend', '?', 'n.v.t.'].map((word) => optionFor(question, word))).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ])
  expect(optionFor(question, 'ja, maar')).toBeUndefined()
})

test('a status is only its own word: “niet gestart” is not “gestart”', () => {
  expect(phaseFor({ phases }, 'Actief')).toBe('active')
  expect(phaseFor({ phases }, 'afgerond')).toBe('closed')
  expect(phaseFor({ phases }, 'Niet gestart')).toBe('not-supported')
  expect(phaseFor({ phases }, 'gestart in mei')).toBeUndefined()
})

test('[R-063] reasons in a file are those of the list', () => {
  const [notSupported] = reasons
  const codes = [
    'Geen klik',
    'ziet af van hulp',
    'te weinig Nederlands',
    'geen passende vraag',
    'eigen netwerk',
    'slecht weer',
  ]
  expect(codes.map((word) => notSupported && reasonFor(notSupported, word))).toEqual([
    'no-click',
    'refrains',
    'too-little-dutch',
    'no-fitting-question',
    'network-steps-in',
    undefined,
  ])
})

test('every name and synonym of every option leads to that option', () => {
  for (const question of questions) {
    for (const option of question.options ?? []) {
      for (const word of [option.name.nl, option.name.en, ...option.synonyms])
        expect(optionFor(question, word)).toBe(option.code)
    }
  }
})

test('capitals, accents, spaces and marks at the ends make no difference', () => {
  const words = fc.constantFrom(...questions.flatMap(({ options = [] }) => options.flatMap((one) => [...wordsOf(one)])))
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '  ', '\t', '. ', '“'), (word, around) => {
      expect(normaliseWord(`${around}${word.toUpperCase()}${around}`)).toBe(normaliseWord(word))
    }),
  )
})

test('a normalised word stays as it is', () => {
  const anyText = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(anyText, (text) => {
      expect(normaliseWord(normaliseWord(text))).toBe(normaliseWord(text))
    }),
  )
})

test('a question offers its options, or yes, no and unknown, or nothing to choose from', () => {
  expect(optionsOf(questionNamed('migration-background')).map(({ name }) => name.nl)).toEqual(['Ja', 'Nee', 'Onbekend'])
  expect(optionsOf(questionNamed('referrer')).length).toBe(questionNamed('referrer').options?.length)
  expect(optionsOf(questionNamed('motivation'))).toEqual([])
})
