import { beforeAll, beforeEach, expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import {
  aConsent,
  aNewsroom,
  anAgreedStory,
  aPublicStory,
  aStory,
  aWrittenStory,
  forgetStories,
  type Newsroom,
  STORY_WORDS,
} from '../../../tests/support/stories.ts'
import { someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { pauseStory, publishStory, readyStory, recordConsent, saveStory, withdrawForTeller } from './actions.ts'
import { publicStories, storiesKept, storyKept, withdrawalCode } from './queries.ts'
import { CHECKS } from './story.ts'

const database = withDatabase()
const today = dayAt(new Date())
let room: Newsroom
let here: Id
let writer: Actor
let other: Actor
let visitor: Actor

beforeAll(async () => {
  room = await aNewsroom()
  ;({ here, writer, other, visitor } = room)
})
beforeEach(() => forgetStories(database()))

const readIn = (municipalityId: Id, language: 'nl' | 'en' = 'nl', on = today) =>
  publicStories(visitor, { place: { municipalityId, regionId: room.region }, language, today: on })

test('[R-006] a story is public once it was agreed on, looked at, and let through by somebody else', async () => {
  const id = await aWrittenStory(room)
  const at = (rowVersion: number) => ({ municipalityId: here, id, rowVersion })
  expect(await readyStory(writer, at(1), CHECKS)).toEqual(refuse('story-not-agreed'))
  expect(await publishStory(other, at(1), today)).toEqual(refuse('story-no-step'))
  yes(await recordConsent(writer, { ...at(1), consent: aConsent(), today }))
  for (const missing of CHECKS) {
    const ticked = CHECKS.filter((one) => one !== missing)
    expect(await readyStory(writer, at(2), ticked)).toMatchObject({ reason: 'story-not-checked' })
  }
  yes(await readyStory(writer, at(2), CHECKS))
  expect(await readIn(here)).toEqual([])
  expect(await publishStory(writer, at(3), today)).toEqual(refuse('story-four-eyes'))
  yes(await publishStory(other, at(3), today))
  expect(await readIn(here)).toMatchObject([{ id, words: STORY_WORDS, name: 'Noor', isTranslated: false }])
  expect(await readIn(here, 'en')).toEqual([])
  expect((await storyKept(writer, here, id))?.steps.map(({ step }) => step)).toEqual([
    ...['public', 'ready', 'agreed', 'written'],
  ])
})

test('[R-006] who got it ready does not let it through, whoever wrote it', async () => {
  const id = await anAgreedStory(room)
  yes(await readyStory(other, { municipalityId: here, id, rowVersion: 2 }, CHECKS))
  for (const both of [writer, other])
    expect(await publishStory(both, { municipalityId: here, id, rowVersion: 3 }, today)).toEqual(
      refuse('story-four-eyes'),
    )
})

test('what changes after it was agreed on is asked again, and is off the site until then', async () => {
  const id = await aPublicStory(room)
  yes(await saveStory(writer, { municipalityId: here, id, rowVersion: 4, story: aStory({ wordsNl: 'Iets anders.' }) }))
  expect((await storyKept(writer, here, id))?.story).toMatchObject({ state: 'draft', consentId: null, untilOn: null })
  expect(await readIn(here)).toEqual([])
})

test('a story is taken off for a while and put back by other eyes', async () => {
  const id = await aPublicStory(room)
  const at = (rowVersion: number) => ({ municipalityId: here, id, rowVersion })
  yes(await pauseStory(writer, at(4)))
  expect(await readIn(here)).toEqual([])
  expect(await pauseStory(writer, at(5))).toEqual(refuse('story-no-step'))
  expect(await publishStory(writer, at(5), today)).toEqual(refuse('story-four-eyes'))
  yes(await publishStory(other, at(5), today))
  expect(await readIn(here)).toHaveLength(1)
})

test('an editor erases it when the teller calls, once', async () => {
  const id = await aPublicStory(room)
  yes(await withdrawForTeller(writer, { municipalityId: here, id, rowVersion: 4 }))
  expect(await withdrawForTeller(writer, { municipalityId: here, id, rowVersion: 5 })).toEqual(refuse('story-gone'))
  expect(await saveStory(writer, { municipalityId: here, id, rowVersion: 5, story: aStory() })).toEqual(
    refuse('story-gone'),
  )
})

test('a story of the region is read in the whole region, any other in its own municipality', async () => {
  await aPublicStory(room)
  const regional = await aPublicStory(room, { isRegional: true })
  expect(await readIn(room.there)).toMatchObject([{ id: regional }])
  expect(await readIn(here)).toHaveLength(2)
})

test.each([
  ['a mailbox', { wordsNl: 'Mail naam@voorbeeld.example' }, 'typed-holds-mail', 'wordsNl'],
  ['a number to call', { wordsEn: 'Call 06 12345678' }, 'typed-holds-phone', 'wordsEn'],
  ['a postcode as name', { shownName: '1234 AB' }, 'typed-holds-postcode', 'shownName'],
  ['no words', { wordsNl: ' ' }, 'typed-field-wrong', 'words'],
  ['nowhere to stand', { entrances: [] }, 'typed-field-wrong', 'entrances'],
])('a story with %s is not kept', async (_, given, reason, field) => {
  const id = newId()
  expect(await saveStory(writer, { municipalityId: here, id, story: aStory(given) })).toEqual(refuse(reason, { field }))
  expect(await storiesKept(writer, here)).toEqual([])
})

test('[R-006] a child of 12 does not agree alone', async () => {
  const id = await aWrittenStory(room)
  const at = { municipalityId: here, id, rowVersion: 1, today }
  const alone = aConsent({ teller: '12-to-15', givenBy: ['teller'] })
  expect(await recordConsent(writer, { ...at, consent: alone })).toMatchObject({ reason: 'story-consent-parents' })
  yes(await recordConsent(writer, { ...at, consent: { ...alone, givenBy: ['teller', 'parents'] } }))
})

test('two editors at once: the second reads that it changed; a form that was sent twice makes one story', async () => {
  const id = await aWrittenStory(room)
  yes(await saveStory(writer, { municipalityId: here, id, story: aStory() }))
  expect(await storiesKept(writer, here)).toHaveLength(1)
  yes(await saveStory(writer, { municipalityId: here, id, rowVersion: 1, story: aStory({ shownName: '' }) }))
  expect(await saveStory(other, { municipalityId: here, id, rowVersion: 1, story: aStory() })).toEqual(
    refuse('changed-meanwhile'),
  )
})

test.each(['policy-adviser', 'visitor', 'privacy-officer', 'communication-adviser'] as const)(
  'a %s of elsewhere or without pages keeps, reads and prints none',
  async (role) => {
    const municipalityId = role === 'communication-adviser' ? room.there : here
    const stranger = role === 'visitor' ? visitor : await someone({ role, municipalityId })
    const id = await aPublicStory(room)
    const at = { municipalityId: here, id, rowVersion: 4 }
    expect(await storiesKept(stranger, here)).toEqual([])
    expect(await storyKept(stranger, here, id)).toBeUndefined()
    expect(await withdrawalCode(stranger, here, id)).toBeUndefined()
    const nowhere = refuse('not-found')
    expect(await saveStory(stranger, { ...at, story: aStory() })).toEqual(nowhere)
    expect(await recordConsent(stranger, { ...at, consent: aConsent(), today })).toEqual(nowhere)
    expect(await readyStory(stranger, at, CHECKS)).toEqual(nowhere)
    expect(await publishStory(stranger, at, today)).toEqual(nowhere)
    expect(await pauseStory(stranger, at)).toEqual(nowhere)
    expect(await withdrawForTeller(stranger, at)).toEqual(nowhere)
  },
)
