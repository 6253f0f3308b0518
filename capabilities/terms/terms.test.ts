import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chosen, termsIn } from './chosen.ts'
import { namesAt, workingIn } from './name-book.ts'
import { soughtAs } from './sought.ts'
import { namedIn, saidWhole, spokenIn } from './spoken.ts'
import { type Named, type Said, shippedTermsFormat, TERM_CODES, type TermCode } from './term.ts'
import { termFrom } from './told.ts'

const { terms: shipped } = shippedTermsFormat.parse(JSON.parse(readFileSync('content/terms.json', 'utf8')))
const [REGION, HERE] = ['region', 'here']
const HERE_IN_REGION = { regionId: REGION, municipalityId: HERE }

const said = (code: TermCode, nl: Partial<Said['nl']>, en: Partial<Said['en']> = {}): Said => ({
  nl: { ...shipped[code].nl, ...nl },
  en: { ...shipped[code].en, ...en },
})
const ofHere = (code: TermCode, nl: Partial<Said['nl']>, en?: Partial<Said['en']>): Chosen => ({
  ...{ code, regionId: null, municipalityId: HERE, said: said(code, nl, en) },
})
const desk = ofHere(
  'relationship-point',
  { name: 'scheidingsloket', plural: 'scheidingsloketten', article: 'het', short: null },
  { name: 'advice desk', plural: 'advice desks', article: 'an' },
)
const coach = ofHere('separation-expert', { name: 'relatiemaatje', plural: 'relatiemaatjes', article: 'het' })
const speakWith = (...chosen: Chosen[]) => spokenIn(termsIn(shipped, chosen, HERE_IN_REGION), 'nl')

test('[R-262] a municipality uses its own name, else that of its region, else that of the product', () => {
  const ofRegion = {
    ...desk,
    regionId: REGION,
    municipalityId: null,
    said: said('relationship-point', { name: 'loket' }),
  }
  const nameIn = (chosen: Chosen[], place = HERE_IN_REGION) => {
    const term = termsIn(shipped, chosen, place).find(({ code }) => code === 'relationship-point')
    return [term?.said.nl.name, term?.level]
  }
  expect(nameIn([])).toEqual(['relatie- en scheidingspunt', 'shipped'])
  expect(nameIn([ofRegion])).toEqual(['loket', 'region'])
  expect(nameIn([ofRegion, desk])).toEqual(['scheidingsloket', 'municipality'])
  expect(nameIn([ofRegion, desk], { regionId: 'other', municipalityId: 'elsewhere' })).toEqual([
    ...['relatie- en scheidingspunt', 'shipped'],
  ])
})

test.each([
  ['De scheidingsdeskundige luistert.', 'Het relatiemaatje luistert.'],
  [
    'Vraag het aan onze scheidingsdeskundige, of aan twee scheidingsdeskundigen.',
    'Vraag het aan ons relatiemaatje, of aan twee relatiemaatjes.',
  ],
  ['De scheidingsdeskundigen kennen elkaar.', 'De relatiemaatjes kennen elkaar.'],
  ['Scheidingsdeskundige: naast je', 'Relatiemaatje: naast je'],
  ['Ga naar het Relatie- en scheidingspunt in Akkerveen.', 'Ga naar het Scheidingsloket in Akkerveen.'],
  ['De relatie- en scheidingsdeskundige is iemand anders.', 'De relatie- en scheidingsdeskundige is iemand anders.'],
  ['Een scheidingsdeskundige-gesprek is een ander woord.', 'Een scheidingsdeskundige-gesprek is een ander woord.'],
  ['Bel het RSP, niet rsp.', 'Bel het scheidingsloket, niet rsp.'],
  ['Het relatiemaatje heet hier zo.', 'Het relatiemaatje heet hier zo.'],
  ['Over iets anders.', 'Over iets anders.'],
])('[R-262] “%s” is said there as “%s”', (text, expected) => {
  expect(speakWith(desk, coach)(text)).toBe(expected)
})

test('[R-262] in English the article goes with the sound of the name', () => {
  const speak = spokenIn(termsIn(shipped, [desk], HERE_IN_REGION), 'en')
  expect(speak('There is a relationship and separation point here.')).toBe('There is an advice desk here.')
})

const aName = fc.stringMatching(/^[a-zé]{3,8}( [a-zé]{3,8}){0,2}$/)
const someText = fc
  .array(
    fc.oneof(
      aName,
      fc.constantFrom(
        'de',
        'het',
        'onze',
        ...TERM_CODES.flatMap((code) => [shipped[code].nl.name, shipped[code].nl.plural]),
      ),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(' '))

test('saying a text twice changes nothing more, whatever a place calls things', () => {
  fc.assert(
    fc.property(someText, aName, fc.constantFrom(...TERM_CODES), fc.boolean(), (text, name, code, isLonger) => {
      const chosen = isLonger ? `${shipped[code].nl.name} ${name}` : name
      const speak = speakWith(ofHere(code, { name: chosen, plural: `${chosen}en` }))
      const once = speak(text)
      expect(speak(once)).toBe(once)
    }),
  )
})

test('where nobody chose a name, every text stays as it is', () => {
  fc.assert(
    fc.property(someText, (text) => {
      expect(speakWith()(text)).toBe(text)
    }),
  )
})

test('[R-262] a page explains what stands on it, by the name that is used there', () => {
  const terms = termsIn(shipped, [desk], HERE_IN_REGION)
  const codes = namedIn(terms, 'nl', ['Kom naar het scheidingsloket.', 'Of vraag het lokale team.']).map(
    ({ code }) => code,
  )
  expect(codes).toEqual(['relationship-point'])
  expect(namedIn(terms, 'nl', ['Vraag een scheidingsdeskundige.'])).toHaveLength(1)
  expect(namedIn(terms, 'nl', ['Niets daarvan.'])).toEqual([])
})

test('[R-262] every name of a thing leads to every other one, and to no other thing', () => {
  const pairs = soughtAs(termsIn(shipped, [desk], HERE_IN_REGION), 'nl')
  const from = (word: string) => pairs.filter((one) => one.word === word).map(({ means }) => means)
  expect(from('rsp')).toEqual(
    expect.arrayContaining(['scheidingsloket', 'relatie- en scheidingspunt', 'scheidingspunt']),
  )
  expect(from('scheidingsloket')).toContain('relatie- en scheidingspunt')
  expect(from('rsp')).not.toContain('lokaal team')
  for (const { word, means } of pairs) expect(from(means)).toContain(word)
})

const told =
  (given: Record<string, string> = {}) =>
  (field: string) => {
    const whole: Record<string, string> = {
      ...{ 'name/nl': ' Scheidingsloket ', 'plural/nl': 'scheidingsloketten', 'article/nl': 'het', 'short/nl': '' },
      ...{ 'explanation/nl': 'Hier kun je terecht met vragen.', 'synonyms/nl': 'loket\r\n\r\nLoket\nRSP ' },
      ...{ 'name/en': 'separation desk', 'plural/en': 'separation desks', 'article/en': 'a', 'short/en': 'SD' },
      ...{ 'explanation/en': 'Here you can ask your questions.', 'synonyms/en': '' },
      ...given,
    }
    return whole[field] ?? ''
  }
const othersHere = termsIn(shipped, [], HERE_IN_REGION)

test('[R-262] what somebody typed is tidied: spaces, empty lines and names that stand there twice', () => {
  expect(termFrom(told(), 'relationship-point', othersHere)).toMatchObject({
    ok: true,
    value: {
      nl: { name: 'Scheidingsloket', short: null, synonyms: ['loket', 'RSP'] },
      en: { short: 'SD', synonyms: [] },
    },
  })
})

test.each([
  ['name/nl', '', 'term-empty'],
  ['plural/en', ' ', 'term-empty'],
  ['name/nl', 'x'.repeat(61), 'term-long'],
  ['name/en', '<b>desk</b>', 'term-no-name'],
  ['short/nl', '{{feit}}', 'term-no-name'],
  ['short/nl', 'R', 'term-no-name'],
  ['article/nl', 'a', 'term-article'],
  ['article/en', '', 'term-article'],
  ['explanation/nl', 'Kort', 'term-explanation'],
  ['explanation/en', 'x'.repeat(401), 'term-long'],
  ['synonyms/nl', Array.from({ length: 13 }, (_, at) => `naam ${at}`).join('\n'), 'term-many'],
  ['synonyms/nl', 'https://elders.example', 'term-no-name'],
  ['name/nl', 'Lokaal Team', 'term-taken'],
  ['synonyms/nl', 'wijkteam', 'term-taken'],
])('[R-262] at %s “%s” is refused as %s', (field, typed, reason) => {
  expect(termFrom(told({ [field]: typed }), 'relationship-point', othersHere)).toMatchObject({
    reason,
    with: { field },
  })
})

test('whatever is typed, an answer comes that the format knows, or a no at a field of the form', () => {
  const anything = fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }))
  fc.assert(
    fc.property(anything, anything, anything, (name, short, synonyms) => {
      const answer = termFrom(
        told({ 'name/nl': name, 'short/en': short, 'synonyms/nl': synonyms }),
        'relationship-point',
        othersHere,
      )
      if (answer.ok) expect(shippedTermsFormat.shape.terms.valueType.safeParse(answer.value).success).toBe(true)
      else expect(String(answer.with?.field)).toMatch(/^(name|plural|short|article|explanation|synonyms)\/(nl|en)$/)
    }),
  )
})

test.each(['name/nl', 'plural/en', 'short/en', 'synonyms/nl'])(
  'one letter is no %s, also one that takes two places',
  (field) => {
    for (const letter of ['a', '\u{17000}'])
      expect(termFrom(told({ [field]: letter }), 'relationship-point', othersHere)).toMatchObject({ with: { field } })
  },
)

test('the product calls no two things the same', () => {
  for (const language of ['nl', 'en'] as const) {
    const everyName = ({ name, plural, short, synonyms }: Named) => [...new Set([name, plural, short, ...synonyms])]
    const all = TERM_CODES.flatMap((code) => everyName(shipped[code][language]).filter((one) => one !== null))
    expect(all.map((one) => one.toLowerCase()).toSorted()).toEqual(
      [...new Set(all.map((one) => one.toLowerCase()))].toSorted(),
    )
  }
})

test('[R-261] the screens of who works in one municipality use its names; of who works in more, those of the region', () => {
  const book = {
    shipped,
    chosen: [desk],
    regionOf: new Map([
      [HERE, REGION],
      ['there', REGION],
    ]),
  }
  const grant = (municipalityId: string) => ({
    role: 'coordinator' as const,
    municipalityId,
    startsOn: '2026-01-01' as never,
  })
  expect(workingIn([grant(HERE), grant(HERE)], book)).toEqual({ municipalityId: HERE, regionId: REGION })
  expect(workingIn([grant(HERE), grant('there')], book)).toEqual({ municipalityId: null, regionId: REGION })
  expect(workingIn([], book)).toEqual({ municipalityId: null, regionId: null })
  expect(namesAt(book, { municipalityId: HERE, regionId: null }).speak.nl('het relatie- en scheidingspunt')).toBe(
    'het scheidingsloket',
  )
  expect(namesAt(book, { municipalityId: 'there', regionId: null }).speak.nl('het relatie- en scheidingspunt')).toBe(
    'het relatie- en scheidingspunt',
  )
})

test('[R-262] of a programme or a figure only what is told in both languages is said otherwise, however deep it stands', () => {
  const speak = { nl: speakWith(coach), en: (text: string) => text.replace('separation expert', 'guide') }
  const given = {
    code: 'scheidingsdeskundige',
    name: { nl: 'De scheidingsdeskundige', en: 'The separation expert' },
    options: [{ code: 'a', name: { nl: 'scheidingsdeskundigen', en: 'x' }, synonyms: ['scheidingsdeskundige'] }],
    ...{ count: 3, none: null, day: undefined, file: { nl: 'scheidingsdeskundige' } },
  }
  expect(saidWhole(given, speak)).toEqual({
    ...given,
    name: { nl: 'Het relatiemaatje', en: 'The guide' },
    options: [{ ...given.options[0], name: { nl: 'relatiemaatjes', en: 'x' } }],
  })
})

test('[R-262] where nobody chose another name, a programme or a figure is given as it was written', () => {
  const given = { name: { nl: 'De scheidingsdeskundige', en: 'The separation expert' }, options: [{ code: 'a' }] }
  expect(saidWhole(given, { nl: spokenIn([], 'nl'), en: spokenIn([], 'en') })).toEqual(given)
})

/** Dutch words that point back at a name by its article: another article would need another word. */
const pointingBack = (name: string) =>
  new RegExp(
    `(?<![\\p{L}-]|- en )${name}(?!\\p{L})(,? (?:die|dat|deze|dit) |[^.?!'"\n]{0,90}[.?!] (?:Die|Dat|Deze|Dit|Hij|Zij) )`,
    'iu',
  )

test('[R-262] no text of the product points back at a name by its article, so a name with another article never clashes', () => {
  const files = globSync([
    'content/pages/nl/*.md',
    'content/*.json',
    'content/{forms,step-plans,schemes}/**/*.json',
    'programmes/*.json',
    'web/words/**/*.ts',
  ])
  expect(files.length).toBeGreaterThan(100)
  const names = TERM_CODES.flatMap((code) => [shipped[code].nl.name, shipped[code].nl.short ?? shipped[code].nl.name])
  const found = files.flatMap((file) =>
    names.flatMap((name) => pointingBack(name).exec(readFileSync(file, 'utf8'))?.slice(0, 1) ?? []),
  )
  expect(found).toEqual([])
  expect(pointingBack('scheidingsdeskundige').test('De scheidingsdeskundige die meedenkt, geeft raad.')).toBe(true)
  expect(pointingBack('lokaal team').test('Vraag het lokaal team om raad. Dat luistert.')).toBe(true)
})
