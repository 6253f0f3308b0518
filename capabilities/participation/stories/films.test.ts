import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import {
  aConsent,
  aNewsroom,
  anAgreedStory,
  aPublicStory,
  aStory,
  aWrittenStory,
  forgetStories,
  type Newsroom,
} from '../../../tests/support/stories.ts'
import { yes } from '../../../tests/support/world.ts'
import { recordConsent, saveStory, withdrawForTeller, withdrawStory } from './actions.ts'
import { publicStories, storyBehind, storyKept, withdrawalCode } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
const FILM = {
  ...{ form: 'video', transcriptNl: 'Het was stil in huis.', videoUrl: 'https://films.voorbeeld.example/7' },
  ...{ videoSeconds: 225, hasCaptions: true, shows: ['voice', 'face'] },
}
const TALK = { form: 'interview', transcriptNl: 'V: Hoe was dat?\nStil.' }
const USES = { uses: ['voice', 'face'] }
let room: Newsroom

beforeAll(async () => {
  room = await aNewsroom()
}, 60_000)
afterEach(() => forgetStories(database()))

const read = async () =>
  publicStories(room.visitor, { place: { municipalityId: room.here, regionId: room.region }, language: 'nl', today })

test('[R-249] a film is public with its short text, where it stands and all that is said in it; a talk with its questions', async () => {
  await aPublicStory(room, FILM, USES)
  const [shown] = await read()
  expect(shown?.more).toEqual({
    ...{ form: 'video', transcript: FILM.transcriptNl, language: 'nl' },
    film: { url: FILM.videoUrl, seconds: 225 },
  })
  await aPublicStory(room, TALK)
  expect((await read()).map(({ more }) => more?.form).sort()).toEqual(['interview', 'video'])
})

test('[R-249] without consent for the voice and the face that it shows a film does not become public', async () => {
  for (const uses of [[], ['voice'], ['face']])
    await expect(anAgreedStory(room, FILM, { uses })).rejects.toThrow('story-consent-uses')
  const child = { ...USES, teller: '12-to-15', givenBy: ['teller', 'parents'] }
  await expect(anAgreedStory(room, FILM, child)).rejects.toThrow('story-consent-face')
  yes(
    await saveStory(room.writer, {
      municipalityId: room.here,
      id: await aWrittenStory(room),
      rowVersion: 1,
      story: aStory(FILM),
    }),
  )
  expect(await read()).toEqual([])
})

test('[R-249] whoever agreed to less asks it off: a new agreement that covers less than the film shows is refused, and a film with more asks again', async () => {
  const id = await aPublicStory(room, { ...FILM, shows: ['voice'] }, { uses: ['voice'] })
  const at = { municipalityId: room.here, id }
  const narrower = { ...at, rowVersion: 4, consent: aConsent({ uses: [] }), today }
  expect(await recordConsent(room.writer, narrower)).toMatchObject({ reason: 'story-consent-uses' })
  yes(await saveStory(room.writer, { ...at, rowVersion: 4, story: aStory(FILM) }))
  expect(await read()).toEqual([])
  expect((await storyKept(room.writer, room.here, id))?.consent).toBeUndefined()
})

test('[R-249] the teller takes a film back by the link: at once nothing of it is left, here or behind the link', async () => {
  const id = await aPublicStory(room, FILM, USES)
  const code = (await withdrawalCode(room.writer, room.here, id)) ?? ''
  expect(await storyBehind(room.visitor, code, '192.0.2.20')).toMatchObject({ form: 'video', videoUrl: FILM.videoUrl })
  yes(await withdrawStory(room.visitor, code, '192.0.2.20'))
  expect(await read()).toEqual([])
  expect(await storyBehind(room.visitor, code, '192.0.2.20')).toBeUndefined()
  const gone = {
    transcriptNl: null,
    transcriptEn: null,
    videoUrl: null,
    videoSeconds: null,
    shows: [],
    hasCaptions: false,
  }
  expect((await storyKept(room.writer, room.here, id))?.story).toMatchObject({ state: 'withdrawn', ...gone })
  const other = await aPublicStory(room, FILM, USES)
  yes(await withdrawForTeller(room.writer, { municipalityId: room.here, id: other, rowVersion: 4 }))
  expect((await storyKept(room.writer, room.here, other))?.story).toMatchObject(gone)
})

test('[R-249] the database itself keeps no film without its words, and none that shows more than was agreed', async () => {
  const id = await aPublicStory(room, { ...FILM, shows: ['voice'] }, { uses: ['voice'] })
  for (const change of [
    sql`transcript_nl = null`,
    sql`has_captions = false`,
    sql`video_url = 'javascript:alert(1)'`,
    sql`video_url = null`,
    sql`form = 'text'`,
    sql`shows = '{voice,face}'`,
  ])
    await expect(asOwner(database(), sql`update stories set ${change} where id = ${id}`)).rejects.toThrow()
})

test('[R-249] a transcript by which somebody can be found is refused at its field', async () => {
  const id = await aWrittenStory(room)
  const story = aStory({ ...FILM, transcriptNl: 'Bel mij op 06 12345678.' })
  expect(await saveStory(room.writer, { municipalityId: room.here, id, rowVersion: 1, story })).toMatchObject({
    ...{ reason: 'typed-holds-phone', with: { field: 'transcriptNl' } },
  })
})
