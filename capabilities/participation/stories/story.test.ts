import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, day } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import {
  consentFault,
  consentFormat,
  GIVERS,
  hashOf,
  NAME_KINDS,
  TELLERS,
  type TypedConsent,
  tokenFor,
} from './consent.ts'
import {
  asksAgain,
  endsSoon,
  hasFourEyes,
  isReadIn,
  isShown,
  STATES,
  STORY_ENTRANCES,
  type Story,
  shownIn,
  storiesBehind,
  storyFormat,
} from './story.ts'

const today = day('2026-11-27')

const aStory = (given: Partial<Story> = {}): Story => ({
  ...{ municipalityId: newId(), id: newId(), state: 'public', language: 'nl' },
  ...{ wordsNl: 'Het werd rustiger in huis.', wordsEn: null, shownName: null, entrances: ['gevoel'] },
  ...{ isRegional: false, consentId: newId(), untilOn: after(today, { months: 6 }) },
  ...{ writtenBy: 'writer', readiedBy: 'writer', approvedBy: 'other', rowVersion: 1 },
  ...{ form: 'text', transcriptNl: null, transcriptEn: null, videoUrl: null, videoSeconds: null },
  ...{ hasCaptions: false, shows: [] },
  ...given,
})
const aConsent = (given: Partial<TypedConsent> = {}): TypedConsent => ({
  ...{ askedBy: 'Een collega', agreedOn: today, untilOn: after(today, { years: 1 }) },
  ...{ teller: '16-and-older', givenBy: ['teller'], nameKind: 'none', uses: ['text'] },
  ...given,
})
const anyDay = fc.integer({ min: -900, max: 900 }).map((days) => after(today, { days }))

test('[R-006] a story is shown up to and including its last day, and only while it is public', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATES), fc.option(anyDay), anyDay, (state, untilOn, on) => {
      expect(isShown({ state, untilOn }, on)).toBe(state === 'public' && untilOn !== null && on <= untilOn)
    }),
  )
})

test('an agreement that ends within two months is listed before', () => {
  expect(endsSoon({ untilOn: after(today, { days: 60 }) }, today)).toBe(true)
  expect(endsSoon({ untilOn: after(today, { days: 61 }) }, today)).toBe(false)
  expect(endsSoon({ untilOn: null }, today)).toBe(false)
})

test('[R-006] nobody lets a story be public that the same person wrote or got ready', () => {
  const who = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(who, fc.option(who), who, (writtenBy, readiedBy, approver) => {
      const may = hasFourEyes(aStory({ writtenBy, readiedBy }), approver)
      expect(may).toBe(readiedBy !== null && ![writtenBy, readiedBy].includes(approver))
    }),
  )
})

test.each(['wordsNl', 'wordsEn', 'shownName'] as const)('another %s is asked again', (field) => {
  const story = aStory()
  expect(asksAgain(story, { ...same(story), [field]: 'Iets anders' })).toBe(true)
})

const same = ({ language, wordsNl, wordsEn, shownName, entrances, isRegional, ...told }: Story) => ({
  ...{ form: told.form, transcriptNl: told.transcriptNl, transcriptEn: told.transcriptEn, videoUrl: told.videoUrl },
  ...{ videoSeconds: told.videoSeconds, hasCaptions: told.hasCaptions, shows: told.shows },
  ...{ language, wordsNl, wordsEn, shownName, isRegional },
  entrances: STORY_ENTRANCES.filter((code) => entrances.includes(code)),
})

test('another place is asked again, another language of telling is not', () => {
  const story = aStory()
  expect(asksAgain(story, same(story))).toBe(false)
  expect(asksAgain(story, { ...same(story), entrances: ['wonen'] })).toBe(true)
  expect(asksAgain(story, { ...same(story), isRegional: true })).toBe(true)
})

test('[R-006] below 16 all parents with authority and the child agree, from 16 on somebody alone', () => {
  const given = fc.subarray([...GIVERS])
  fc.assert(
    fc.property(fc.constantFrom(...TELLERS), given, (teller, givenBy) => {
      const holds = consentFault(aConsent({ teller, givenBy }), { shownName: null, shows: [], today }) === undefined
      expect(holds).toBe(givenBy.includes('teller') && (teller === '16-and-older' || givenBy.includes('parents')))
    }),
  )
})

test('a child is never shown under its own name, and the name that is shown is the one agreed on', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TELLERS),
      fc.constantFrom(...NAME_KINDS),
      fc.option(fc.constant('Noor')),
      (teller, nameKind, shownName) => {
        const consent = aConsent({ teller, nameKind, givenBy: ['teller', 'parents'] })
        const holds = consentFault(consent, { shownName, shows: [], today }) === undefined
        const isOwnOfChild = nameKind === 'own' && teller !== '16-and-older'
        expect(holds).toBe(!isOwnOfChild && (nameKind === 'none') === (shownName === null))
      },
    ),
  )
})

test.each([
  ['on a day to come', { agreedOn: after(today, { days: 1 }) }, 'story-consent-ahead'],
  ['until today', { untilOn: today }, 'story-consent-over'],
  ['for more than two years', { untilOn: after(today, { years: 2, days: 1 }) }, 'story-consent-long'],
] as const)('an agreement %s does not hold', (_, given, fault) => {
  expect(consentFault(aConsent(given), { shownName: null, shows: [], today })?.[0]).toBe(fault)
})

test('an agreement of exactly two years holds', () => {
  expect(
    consentFault(aConsent({ untilOn: after(today, { years: 2 }) }), { shownName: null, shows: [], today }),
  ).toBeUndefined()
})

test('the code of a paper is found again however it is typed over, and no other is', () => {
  const key = new Uint8Array(32).fill(7)
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (id, other) => {
      const token = tokenFor(id, key)
      expect(token).toMatch(/^([b-z346789]{4}-){5}[b-z346789]{4}$/)
      expect(hashOf(token.toUpperCase().replaceAll('-', ' '))).toBe(hashOf(token))
      if (id !== other) expect(hashOf(tokenFor(other, key))).not.toBe(hashOf(token))
    }),
  )
  expect(['', 'x', 'a'.repeat(24), "'; drop table stories"].map(hashOf)).toEqual([...Array(4)])
})

test('a story stays in its municipality, and in its region where that was agreed', () => {
  const story = { ...aStory({ municipalityId: 'm' }), regionId: 'r' }
  expect(isReadIn(story, { municipalityId: 'm', regionId: 'r' })).toBe(true)
  expect(isReadIn(story, { municipalityId: 'n', regionId: 'r' })).toBe(false)
  expect(isReadIn({ ...story, isRegional: true }, { municipalityId: 'n', regionId: 'r' })).toBe(true)
  expect(isReadIn({ ...story, isRegional: true }, { municipalityId: 'n', regionId: 's' })).toBe(false)
  expect(isReadIn({ ...story, isRegional: true, regionId: null }, { municipalityId: null, regionId: null })).toBe(false)
})

test('a story is read in the languages in which it stands', () => {
  const story = aStory({ wordsEn: 'It became quieter.' })
  expect(shownIn(story, 'en')).toMatchObject({ words: 'It became quieter.', isTranslated: true })
  expect(shownIn(story, 'nl')).toMatchObject({ isTranslated: false })
  expect(shownIn(aStory(), 'en')).toBeUndefined()
})

test('every story that fits has its turn, one after the other by the day', () => {
  const shown = ['a', 'b', 'c'].map((id) => ({
    id,
    words: id,
    name: null,
    isTranslated: false,
    more: undefined,
    entrances: ['gevoel'],
  }))
  const on = (days: number) =>
    storiesBehind(shown, ['gevoel'], { today: after(today, { days }), most: 1 }).map(({ id }) => id)
  expect(new Set([0, 1, 2].flatMap(on))).toEqual(new Set(['a', 'b', 'c']))
  expect(storiesBehind(shown, ['wonen'], { today, most: 1 })).toEqual([])
  expect(storiesBehind(shown, ['gevoel', 'wonen'], { today, most: 9 })).toHaveLength(3)
})

test('beside danger there is no place for a story', () => {
  expect(STORY_ENTRANCES.filter((code) => /veilig|gevaar|geweld/.test(code))).toEqual([])
})

const typed = {
  language: 'nl',
  wordsNl: ' Rust. \r\nEindelijk.\u202e ',
  wordsEn: ' ',
  shownName: '',
  isRegional: false,
}

test('what was typed is kept as it reads, without what turns writing round', () => {
  expect(storyFormat.parse({ ...typed, entrances: ['wonen', 'gevoel', 'wonen'] })).toMatchObject({
    ...{ language: 'nl', wordsNl: 'Rust. \nEindelijk.', wordsEn: null, shownName: null, isRegional: false },
    entrances: STORY_ENTRANCES.filter((code) => ['gevoel', 'wonen'].includes(code)),
  })
})

test.each([
  ['no words', { wordsNl: '' }],
  ['words in another language only', { language: 'en' }],
  ['too many words', { wordsNl: 'a'.repeat(1_201) }],
  ['half a letter', { wordsNl: 'a\ud800' }],
  ['nowhere', { entrances: [] }],
  ['elsewhere', { entrances: ['veiligheid'] }],
  ['something more', { more: true }],
])('a story with %s is none', (_, given) => {
  expect(storyFormat.safeParse({ ...typed, entrances: ['gevoel'], ...given }).success).toBe(false)
})

test('whatever is typed, the formats throw nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (given) => {
      storyFormat.safeParse(given)
      consentFormat.safeParse(given)
    }),
  )
})
