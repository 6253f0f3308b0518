import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { after, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aVisitor } from '../../../tests/support/signing-in.ts'
import { aMunicipality, aRegion, someone, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import { useFormSecret } from '../../forms/keys.ts'
import { publicationMark } from '../../information/queries.ts'
import {
  endStories,
  pauseStory,
  publishStory,
  readyStory,
  recordConsent,
  saveStory,
  withdrawForTeller,
  withdrawStory,
} from './actions.ts'
import { publicStories, storiesKept, storyBehind, storyKept, withdrawalCode } from './queries.ts'
import { CHECKS } from './story.ts'

const database = withDatabase()
const today = dayAt(new Date())
const WORDS = 'Eerst praatte ik alleen. Daarna wist ik wat ik wilde.'
let region: string
let here: string
let there: string
let writer: Actor
let other: Actor
let visitor: Actor
let addresses = 0
const address = () => `192.0.2.${++addresses % 250}`

beforeAll(async () => {
  useFormSecret('a secret for the tests of stories')
  region = await aRegion()
  here = await aMunicipality({ regionId: region })
  there = await aMunicipality({ regionId: region })
  writer = await someone({ role: 'communication-adviser', municipalityId: here })
  other = await someone({ role: 'manager', municipalityId: here })
  visitor = await aVisitor()
})
beforeEach(async () => {
  await asOwner(
    database(),
    sql`update stories set consent_id = null, until_on = null, state = 'draft' where state not in ('withdrawn', 'ended')`,
  )
  for (const table of ['story_steps', 'story_consents', 'stories'])
    await asOwner(database(), sql.raw(`delete from ${table}`))
})

const aStory = (given: object = {}) => ({
  ...{ language: 'nl', wordsNl: WORDS, wordsEn: '', shownName: 'Noor', entrances: ['gevoel'], isRegional: false },
  ...given,
})
const aConsent = (given: object = {}) => ({
  ...{ askedBy: 'Een collega', agreedOn: today, untilOn: after(today, { years: 1 }) },
  ...{ teller: '16-and-older', givenBy: ['teller'], nameKind: 'invented' },
  ...given,
})
async function written(given: object = {}): Promise<string> {
  const id = newId()
  yes(await saveStory(writer, { municipalityId: here, id, story: aStory(given) }))
  return id
}
async function agreed(given: object = {}, consent: object = {}): Promise<string> {
  const id = await written(given)
  yes(await recordConsent(writer, { municipalityId: here, id, rowVersion: 1, consent: aConsent(consent), today }))
  return id
}
async function published(given: object = {}, consent: object = {}): Promise<string> {
  const id = await agreed(given, consent)
  yes(await readyStory(writer, { municipalityId: here, id, rowVersion: 2 }, CHECKS))
  yes(await publishStory(other, { municipalityId: here, id, rowVersion: 3 }, today))
  return id
}
const readIn = (municipalityId: string, language: 'nl' | 'en' = 'nl', on = today) =>
  publicStories(visitor, { place: { municipalityId, regionId: region }, language, today: on })
const tokenOf = async (id: string): Promise<string> => (await withdrawalCode(writer, here, id)) ?? ''

test('[R-006] a story is public once it was agreed on, looked at, and let through by somebody else', async () => {
  const id = await written()
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
  expect(await readIn(here)).toMatchObject([{ id, words: WORDS, name: 'Noor', isTranslated: false }])
  expect(await readIn(here, 'en')).toEqual([])
  expect((await storyKept(writer, here, id))?.steps.map(({ step }) => step)).toEqual([
    ...['public', 'ready', 'agreed', 'written'],
  ])
})

test('[R-006] who got it ready does not let it through, whoever wrote it', async () => {
  const id = await agreed()
  yes(await readyStory(other, { municipalityId: here, id, rowVersion: 2 }, CHECKS))
  for (const both of [writer, other])
    expect(await publishStory(both, { municipalityId: here, id, rowVersion: 3 }, today)).toEqual(
      refuse('story-four-eyes'),
    )
})

test('[R-006] whoever told it takes it back by the link: gone for everyone, and its words from the database', async () => {
  const id = await published({ wordsEn: 'First I talked.' })
  const token = await tokenOf(id)
  const mark = await publicationMark(visitor)
  expect(await storyBehind(visitor, token, address())).toMatchObject({ wordsNl: WORDS, shownName: 'Noor' })
  expect(await readIn(here)).toHaveLength(1)
  yes(await withdrawStory(visitor, token.toUpperCase(), address()))
  expect(await readIn(here)).toEqual([])
  expect(await publicationMark(visitor)).toBeGreaterThan(mark)
  const rows = await asOwner(
    database(),
    sql`select row_to_json(s)::text as row from stories s union all select row_to_json(t)::text from story_steps t`,
  )
  for (const gone of [WORDS, 'Noor', 'First I talked', 'gevoel']) expect(JSON.stringify(rows)).not.toContain(gone)
  const kept = await storyKept(writer, here, id)
  expect(kept).toMatchObject({ story: { state: 'withdrawn', wordsNl: null }, consent: undefined })
  expect(kept?.steps[0]).toMatchObject({ step: 'withdrawn' })
})

test('a link that was used, that is wrong and that nobody gave answer alike', async () => {
  const token = await tokenOf(await published())
  yes(await withdrawStory(visitor, token, address()))
  const wrong = `b${token.slice(1)}` === token ? `c${token.slice(1)}` : `b${token.slice(1)}`
  for (const one of [token, wrong, '', 'x', "'; drop table stories; --", '../../etc/passwd', 'b'.repeat(5_000)]) {
    expect(await withdrawStory(visitor, one, address())).toEqual(refuse('story-link-over'))
    expect(await storyBehind(visitor, one, address())).toBeUndefined()
  }
})

test('looking at a link changes nothing, and a story that is still written is taken back too', async () => {
  const id = await agreed()
  const token = await tokenOf(id)
  await storyBehind(visitor, token, address())
  expect((await storyKept(writer, here, id))?.story.state).toBe('draft')
  yes(await withdrawStory(visitor, token, address()))
  expect((await storyKept(writer, here, id))?.story.state).toBe('withdrawn')
})

test('the link of an earlier agreement works as long as the story does', async () => {
  const id = await published()
  const token = await tokenOf(id)
  yes(await saveStory(writer, { municipalityId: here, id, rowVersion: 4, story: aStory({ shownName: 'Fien' }) }))
  yes(await recordConsent(writer, { municipalityId: here, id, rowVersion: 5, consent: aConsent(), today }))
  expect(await tokenOf(id)).not.toBe(token)
  yes(await withdrawStory(visitor, token, address()))
  expect(await withdrawalCode(writer, here, id)).toBeUndefined()
})

test('who tries codes is stopped after twenty, and is told nothing else', async () => {
  const from = address()
  const token = await tokenOf(await published())
  for (let at = 0; at < 20; at++) await withdrawStory(visitor, `${at}`, from)
  expect(await withdrawStory(visitor, token, from)).toEqual(refuse('story-link-often'))
  expect(await storyBehind(visitor, token, from)).toBeUndefined()
  expect(await readIn(here)).toHaveLength(1)
})

test('of a link only a hash is kept', async () => {
  const token = await tokenOf(await published())
  const rows = await asOwner(database(), sql`select row_to_json(c)::text as row from story_consents c`)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(JSON.stringify(rows)).not.toContain(token.replaceAll('-', ''))
})

test('[R-006] the day after its last a story is not shown, and a month later its words are erased', async () => {
  const id = await published({}, { untilOn: after(today, { days: 3 }) })
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
        `update story_consents set agreed_on = current_date - 99, until_on = current_date - ${days} where story_id = '${id}'`,
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
  const id = await written()
  await asOwner(database(), sql`update stories set changed_at = now() - interval '100 days'`)
  for (const somebody of [writer, visitor]) expect(await endStories(somebody)).toBe(0)
  expect(await endStories(await theActor(BUILT_IN.jobs))).toBe(1)
  expect((await storyKept(writer, here, id))?.story.state).toBe('ended')
})

test('what changes after it was agreed on is asked again, and is off the site until then', async () => {
  const id = await published()
  yes(await saveStory(writer, { municipalityId: here, id, rowVersion: 4, story: aStory({ wordsNl: 'Iets anders.' }) }))
  expect((await storyKept(writer, here, id))?.story).toMatchObject({ state: 'draft', consentId: null, untilOn: null })
  expect(await readIn(here)).toEqual([])
})

test('a story is taken off for a while and put back by other eyes', async () => {
  const id = await published()
  const at = (rowVersion: number) => ({ municipalityId: here, id, rowVersion })
  yes(await pauseStory(writer, at(4)))
  expect(await readIn(here)).toEqual([])
  expect(await pauseStory(writer, at(5))).toEqual(refuse('story-no-step'))
  expect(await publishStory(writer, at(5), today)).toEqual(refuse('story-four-eyes'))
  yes(await publishStory(other, at(5), today))
  expect(await readIn(here)).toHaveLength(1)
})

test('an editor erases it when the teller calls, once', async () => {
  const id = await published()
  yes(await withdrawForTeller(writer, { municipalityId: here, id, rowVersion: 4 }))
  expect(await withdrawForTeller(writer, { municipalityId: here, id, rowVersion: 5 })).toEqual(refuse('story-gone'))
  expect(await saveStory(writer, { municipalityId: here, id, rowVersion: 5, story: aStory() })).toEqual(
    refuse('story-gone'),
  )
})

test('a story of the region is read in the whole region, any other in its own municipality', async () => {
  await published()
  const regional = await published({ isRegional: true })
  expect(await readIn(there)).toMatchObject([{ id: regional }])
  expect(await readIn(here)).toHaveLength(2)
})

test.each([
  ['a mailbox', { wordsNl: 'Mail naam@voorbeeld.example' }, 'participation-holds-mail', 'wordsNl'],
  ['a number to call', { wordsEn: 'Call 06 12345678' }, 'participation-holds-phone', 'wordsEn'],
  ['a postcode as name', { shownName: '1234 AB' }, 'participation-holds-postcode', 'shownName'],
  ['no words', { wordsNl: ' ' }, 'participation-field-wrong', 'words'],
  ['nowhere to stand', { entrances: [] }, 'participation-field-wrong', 'entrances'],
])('a story with %s is not kept', async (_, given, reason, field) => {
  const id = newId()
  expect(await saveStory(writer, { municipalityId: here, id, story: aStory(given) })).toEqual(refuse(reason, { field }))
  expect(await storiesKept(writer, here)).toEqual([])
})

test('[R-006] a child of 12 does not agree alone', async () => {
  const id = await written()
  const at = { municipalityId: here, id, rowVersion: 1, today }
  const alone = aConsent({ teller: '12-to-15', givenBy: ['teller'] })
  expect(await recordConsent(writer, { ...at, consent: alone })).toMatchObject({ reason: 'story-consent-parents' })
  yes(await recordConsent(writer, { ...at, consent: { ...alone, givenBy: ['teller', 'parents'] } }))
})

test('two editors at once: the second reads that it changed; a form that was sent twice makes one story', async () => {
  const id = await written()
  yes(await saveStory(writer, { municipalityId: here, id, story: aStory() }))
  expect(await storiesKept(writer, here)).toHaveLength(1)
  yes(await saveStory(writer, { municipalityId: here, id, rowVersion: 1, story: aStory({ shownName: '' }) }))
  expect(await saveStory(other, { municipalityId: here, id, rowVersion: 1, story: aStory() })).toEqual(
    refuse('changed-meanwhile'),
  )
})

test.each(['policy-adviser', 'coordinator', 'privacy-officer', 'communication-adviser'] as const)(
  'a %s of elsewhere or without pages keeps, reads and prints none',
  async (role) => {
    const municipalityId = role === 'communication-adviser' ? there : here
    const organisationId = role === 'coordinator' ? newId() : undefined
    const stranger = organisationId === undefined ? await someone({ role, municipalityId }) : visitor
    const id = await published()
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
