import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../database/transaction.ts'
import { after, dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { type Refused, refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { asOwner } from '../../tests/support/logs.ts'
import { aCard } from '../../tests/support/offers.ts'
import { aVisitor } from '../../tests/support/signing-in.ts'
import { aMunicipality, anOperator, aRegion, someone, yes } from '../../tests/support/world.ts'
import type { Actor } from '../access/actor.ts'
import { publicationMark } from '../information/queries.ts'
import { confirmOffer, endOffer, moveOffer, type SavingOffer, saveOffer } from './actions.ts'
import { findOffers } from './finding/queries.ts'
import { offerFile, offerKept, offersKept, publicOffer, publicOffers } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
let here: string
let elsewhere: string
let editor: Actor
let visitor: Actor

beforeAll(async () => {
  const regionId = await aRegion()
  here = await aMunicipality({ regionId, villages: ['Oost', 'West'] })
  elsewhere = await aMunicipality({ regionId, villages: ['Oost'] })
  editor = await someone({ role: 'communication-adviser', municipalityId: here })
  visitor = await aVisitor()
})

const saving = (more: Partial<SavingOffer> = {}): SavingOffer => ({
  ...{ municipalityId: here, id: newId(), village: null, card: aCard(), startsOn: null, endsOn: null },
  ...{ confirmedOn: null, today },
  ...more,
})

async function aPublicOffer(more: Partial<SavingOffer> = {}): Promise<string> {
  const given = saving(more)
  yes(await saveOffer(editor, given))
  yes(await moveOffer(editor, { municipalityId: here, id: given.id, rowVersion: 1 }, 'public'))
  return given.id
}

const at = (id: string, rowVersion: number) => ({ municipalityId: here, id, rowVersion })

test('[R-008] a card is a draft until an editor makes it public, and then everyone reads it, in this municipality only', async () => {
  const given = saving({ village: 'oost' })
  yes(await saveOffer(editor, given))
  expect(await publicOffer(visitor, here, given.id, today)).toBeUndefined()
  yes(await moveOffer(editor, at(given.id, 1), 'public'))
  expect(await publicOffer(visitor, here, given.id, today)).toMatchObject({ village: 'oost', card: aCard() })
  expect(await publicOffer(visitor, elsewhere, given.id, today)).toBeUndefined()
  expect(await publicOffers(visitor, elsewhere, today)).toEqual([])
  yes(await moveOffer(editor, at(given.id, 2), 'paused'))
  expect(await publicOffer(visitor, here, given.id, today)).toBeUndefined()
})

test('[R-009] what ended is gone from the public view on the day after its last day, and stays with every step in the history', async () => {
  const id = await aPublicOffer()
  yes(await endOffer(editor, at(id, 2), today))
  expect(await publicOffer(visitor, here, id, today)).toBeDefined()
  expect(await publicOffer(visitor, here, id, after(today, { days: 1 }))).toBeUndefined()
  yes(await endOffer(editor, at(id, 3), after(today, { days: -1 })))
  expect(await publicOffer(visitor, here, id, today)).toBeUndefined()
  const unseen = await inScope(visitor, (tx) => tx.execute(sql`select id from offers where id = ${id}`))
  expect(unseen.rows).toEqual([])
  const kept = await offerKept(editor, here, id)
  expect(kept?.steps.map(({ step }) => step)).toEqual(['ended', 'ended', 'public', 'written'])
  expect(kept?.steps.map(({ endsOn }) => endsOn)).toEqual([after(today, { days: -1 }), today, null, null])
})

test('every step of a card makes kept public pages anew', async () => {
  const given = saving()
  let mark = await publicationMark(visitor)
  const rises = async () => {
    const before = mark
    mark = await publicationMark(visitor)
    expect(mark).toBeGreaterThan(before)
  }
  yes(await saveOffer(editor, given))
  await rises()
  yes(await moveOffer(editor, at(given.id, 1), 'public'))
  await rises()
  yes(await endOffer(editor, at(given.id, 2), today))
  await rises()
})

test('an editor of the municipality, its manager and who keeps the whole region keep cards; nobody else does', async () => {
  const id = await aPublicOffer()
  const others = [
    visitor,
    await someone({ role: 'communication-adviser', municipalityId: elsewhere }),
    await someone({ role: 'policy-adviser', municipalityId: here }),
  ]
  for (const other of others) {
    expect(await saveOffer(other, saving())).toEqual(refuse('not-found'))
    expect(await endOffer(other, at(id, 2), today)).toEqual(refuse('not-found'))
    expect(await moveOffer(other, at(id, 2), 'paused')).toEqual(refuse('not-found'))
    expect(await confirmOffer(other, at(id, 2), today)).toEqual(refuse('not-found'))
    expect(await offerKept(other, here, id)).toBeUndefined()
    expect(await offersKept(other, here)).toEqual([])
    expect(await offerFile(other, here, today)).toBeUndefined()
  }
  yes(await saveOffer(await someone({ role: 'manager', municipalityId: here }), saving()))
  yes(await saveOffer(await anOperator(), saving()))
})

test('a form that was sent twice makes one card, and a card that somebody changed meanwhile is not overwritten', async () => {
  const given = saving()
  yes(await saveOffer(editor, given))
  yes(await saveOffer(editor, given))
  expect((await offerKept(editor, here, given.id))?.steps).toHaveLength(1)
  yes(await saveOffer(editor, { ...given, rowVersion: 1, card: aCard({ name: 'Nieuwe naam' }) }))
  expect(await saveOffer(editor, { ...given, rowVersion: 1 })).toEqual(refuse('changed-meanwhile'))
  expect(await endOffer(editor, at(given.id, 1), today)).toEqual(refuse('changed-meanwhile'))
  expect((await offerKept(editor, here, given.id))?.offer.card.name).toBe('Nieuwe naam')
})

test.each<[string, () => Partial<SavingOffer>, Refused]>([
  ['a field that is wrong', () => ({ card: { ...aCard(), name: '' } }), refuse('offer-field-wrong', { field: 'name' })],
  ['no card at all', () => ({ card: null }), refuse('offer-field-wrong', { field: 'card' })],
  ['a village of elsewhere', () => ({ village: 'noord' }), refuse('offer-village-unknown', { field: 'village' })],
  [
    'a village of elsewhere to serve',
    () => ({ card: aCard({ villages: ['noord'] }) }),
    refuse('offer-village-unknown', { field: 'villages' }),
  ],
  [
    'a programme that nobody knows',
    () => ({ card: aCard({ programme: 'tea-house' }) }),
    refuse('offer-programme-unknown', { field: 'programme' }),
  ],
  [
    'an end before the beginning',
    () => ({ startsOn: today, endsOn: after(today, { days: -1 }) }),
    refuse('offer-ends-first', { field: 'endsOn' }),
  ],
  [
    'a check on a day to come',
    () => ({ confirmedOn: after(today, { days: 1 }) }),
    refuse('offer-checked-ahead', { field: 'confirmedOn' }),
  ],
  ['an id that is none', () => ({ id: 'x' }), refuse('not-found')],
])('a card with %s is refused', async (_, more, refusal) => {
  expect(await saveOffer(editor, saving(more()))).toEqual(refusal)
})

test('what is public already is not made public again, and nothing ends before it begins', async () => {
  const id = await aPublicOffer({ startsOn: today })
  expect(await moveOffer(editor, at(id, 2), 'public')).toEqual(refuse('offer-no-step'))
  expect(await endOffer(editor, at(id, 2), after(today, { days: -1 }))).toMatchObject({ reason: 'offer-ends-first' })
})

test('the database keeps no card of a village elsewhere, none with an end before its beginning, and none in the name of another', async () => {
  const id = await aPublicOffer()
  for (const wrong of [sql`village = 'noord'`, sql`starts_on = '2026-02-01', ends_on = '2026-01-01'`, sql`card = '[]'`])
    await expect(asOwner(database(), sql`update offers set ${wrong} where id = ${id}`)).rejects.toThrow()
})

test('[R-009] what somebody looks for is found on a card too: by a word of it, an everyday word, and with a slip', async () => {
  const id = await aPublicOffer({
    card: aCard({
      name: 'Spreekuur schulden',
      about: { nl: 'Samen je brieven openen.', en: 'Open your letters together.' },
    }),
  })
  const looking = { municipalityId: here, language: 'nl', today } as const
  const found = async (typed: string, more = {}) =>
    (await findOffers(visitor, typed, { ...looking, ...more })).map((one) => one.id)
  expect(await found('schuld')).toEqual([id])
  expect(await found('brieven')).toEqual([id])
  expect(await found('schuldne')).toEqual([id])
  expect(await found('letters', { language: 'en' })).toEqual([id])
  expect(await found('paardrijden')).toEqual([])
  expect(await found('x')).toEqual([])
  expect(await found('schuld', { municipalityId: elsewhere })).toEqual([])
  for (const hostile of ["'; drop table offers; --", 'a & | ! (', '\u0000\u0000ab', 'a'.repeat(5_000)])
    expect(Array.isArray(await found(hostile))).toBe(true)
})
