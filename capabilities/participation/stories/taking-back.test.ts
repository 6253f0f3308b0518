import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { after, dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
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
  STORY_WORDS,
} from '../../../tests/support/stories.ts'
import { theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { publicationMark } from '../../information/queries.ts'
import { endStories, recordConsent, saveStory, withdrawStory } from './actions.ts'
import { publicStories, storyBehind, storyKept, withdrawalCode } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
let room: Newsroom
let here: Id
let writer: Actor
let visitor: Actor

beforeAll(async () => {
  room = await aNewsroom()
  ;({ here, writer, visitor } = room)
})
beforeEach(() => forgetStories(database()))

const readIn = (municipalityId: Id, language: 'nl' | 'en' = 'nl', on = today) =>
  publicStories(visitor, { place: { municipalityId, regionId: room.region }, language, today: on })
const tokenOf = async (id: Id): Promise<string> => (await withdrawalCode(writer, here, id)) ?? ''
let addresses = 0
const address = () => `192.0.2.${++addresses % 250}`

test('[R-006] whoever told it takes it back by the link: gone for everyone, and its words from the database', async () => {
  const id = await aPublicStory(room, { wordsEn: 'First I talked.' })
  const token = await tokenOf(id)
  const mark = await publicationMark(visitor)
  expect(await storyBehind(visitor, token, address())).toMatchObject({ wordsNl: STORY_WORDS, shownName: 'Noor' })
  expect(await readIn(here)).toHaveLength(1)
  yes(await withdrawStory(visitor, token.toUpperCase(), address()))
  expect(await readIn(here)).toEqual([])
  expect(await publicationMark(visitor)).toBeGreaterThan(mark)
  const rows = await asOwner(
    database(),
    sql`select row_to_json(s)::text as row from stories s union all select row_to_json(t)::text from story_steps t`,
  )
  for (const gone of [STORY_WORDS, 'Noor', 'First I talked', 'gevoel']) expect(JSON.stringify(rows)).not.toContain(gone)
  const kept = await storyKept(writer, here, id)
  expect(kept).toMatchObject({ story: { state: 'withdrawn', wordsNl: null }, consent: undefined })
  expect(kept?.steps[0]).toMatchObject({ step: 'withdrawn' })
})

test('a link that was used, that is wrong and that nobody gave answer alike', async () => {
  const token = await tokenOf(await aPublicStory(room))
  yes(await withdrawStory(visitor, token, address()))
  const wrong = `b${token.slice(1)}` === token ? `c${token.slice(1)}` : `b${token.slice(1)}`
  for (const one of [token, wrong, '', 'x', "'; drop table stories; --", '../../etc/passwd', 'b'.repeat(5_000)]) {
    expect(await withdrawStory(visitor, one, address())).toEqual(refuse('story-link-over'))
    expect(await storyBehind(visitor, one, address())).toBeUndefined()
  }
})

test('looking at a link changes nothing, and a story that is still written is taken back too', async () => {
  const id = await anAgreedStory(room)
  const token = await tokenOf(id)
  await storyBehind(visitor, token, address())
  expect((await storyKept(writer, here, id))?.story.state).toBe('draft')
  yes(await withdrawStory(visitor, token, address()))
  expect((await storyKept(writer, here, id))?.story.state).toBe('withdrawn')
})

test('the link of an earlier agreement works as long as the story does', async () => {
  const id = await aPublicStory(room)
  const token = await tokenOf(id)
  yes(await saveStory(writer, { municipalityId: here, id, rowVersion: 4, story: aStory({ shownName: 'Fien' }) }))
  yes(await recordConsent(writer, { municipalityId: here, id, rowVersion: 5, consent: aConsent(), today }))
  expect(await tokenOf(id)).not.toBe(token)
  yes(await withdrawStory(visitor, token, address()))
  expect(await withdrawalCode(writer, here, id)).toBeUndefined()
})

test('who tries codes is stopped after twenty, and is told nothing else', async () => {
  const from = address()
  const token = await tokenOf(await aPublicStory(room))
  for (let at = 0; at < 20; at++) await withdrawStory(visitor, `${at}`, from)
  expect(await withdrawStory(visitor, token, from)).toEqual(refuse('story-link-often'))
  expect(await storyBehind(visitor, token, from)).toBeUndefined()
  expect(await readIn(here)).toHaveLength(1)
})

test('of a link only a hash is kept', async () => {
  const token = await tokenOf(await aPublicStory(room))
  const rows = await asOwner(database(), sql`select row_to_json(c)::text as row from story_consents c`)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(rows)).not.toContain(token.replaceAll('-', ''))
})

test('[R-006] the day after its last a story is not shown, and a month later its words are erased', async () => {
  const id = await aPublicStory(room, {}, { untilOn: after(today, { days: 3 }) })
  expect(await readIn(here, 'nl', after(today, { days: 3 }))).toHaveLength(1)
  expect(await readIn(here, 'nl', after(today, { days: 4 }))).toEqual([])
  const jobs = await theActor(BUILT_IN.jobs)
  expect(await endStories(jobs)).toBe(0)
  for (const days of [30, 31]) {
    await asOwner(
      database(),
      sql`with c as (select id from story_consents where story_id = ${id})
        update stories set consent_id = null, until_on = null, state = 'draft' where id = ${id}`,
    )
    await asOwner(
      database(),
      sql.raw(
        `update story_consents set agreed_on = access.today() - 99, until_on = access.today() - ${days} where story_id = '${id}'`,
      ),
    )
    await asOwner(
      database(),
      sql.raw(
        `update stories s set consent_id = c.id, until_on = c.until_on, state = 'public' from story_consents c where c.story_id = s.id`,
      ),
    )
    expect(await endStories(jobs)).toBe(days === 31 ? 1 : 0)
  }
  expect((await storyKept(writer, here, id))?.story).toMatchObject({ state: 'ended', wordsNl: null })
})

test('a draft without any agreement goes after three months; nobody but the background jobs erases', async () => {
  const id = await aWrittenStory(room)
  await asOwner(database(), sql`update stories set changed_at = now() - interval '100 days'`)
  for (const somebody of [writer, visitor]) expect(await endStories(somebody)).toBe(0)
  expect(await endStories(await theActor(BUILT_IN.jobs))).toBe(1)
  expect((await storyKept(writer, here, id))?.story.state).toBe('ended')
})

test.each([
  ['a page', 'page_steps (id, version_id, state, recorded_by)', "gen_random_uuid(), gen_random_uuid(), 'draft'"],
  ['a translation', 'page_proofreadings (version_id, proofread_by)', 'gen_random_uuid()'],
  [
    'a card',
    'offer_steps (municipality_id, id, offer_id, step, state, card, recorded_by)',
    "gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'written', 'draft', '{}'",
  ],
  [
    'a story',
    'story_steps (municipality_id, id, story_id, step, recorded_by)',
    "gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'written'",
  ],
])('every step of %s makes the kept pages anew', async (_, columns, values) => {
  const before = await publicationMark(visitor)
  await asOwner(
    database(),
    sql.raw(`do $$ begin
      perform set_config('session_replication_role', 'replica', true);
      insert into ${columns} values (${values}, '${writer.personId}');
    end $$`),
  )
  expect(Number(await publicationMark(visitor))).toBe(Number(before) + 1)
})
