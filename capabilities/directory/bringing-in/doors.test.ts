import { beforeAll, expect, test } from 'vitest'
import { after, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aCard } from '../../../tests/support/offers.ts'
import { aVisitor } from '../../../tests/support/signing-in.ts'
import { aMunicipality, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { moveOffer, saveOffer } from '../actions.ts'
import { hsdsFile } from '../hsds/service.ts'
import { municipalityKept, offerFile, offerKept, offersKept, publicOffers, whereOf } from '../queries.ts'
import { bringIn } from './actions.ts'
import { LARGEST_FILE } from './file.ts'
import { lookAtFile } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
let visitor: Actor
beforeAll(async () => {
  visitor = await aVisitor()
})

async function aPlace() {
  const municipalityId = await aMunicipality({ villages: ['Oost', 'West'] })
  return { municipalityId, editor: await someone({ role: 'communication-adviser', municipalityId }) }
}
type Place = Awaited<ReturnType<typeof aPlace>>

async function anOffer({ municipalityId, editor }: Place, name: string): Promise<string> {
  const id = newId()
  const more = { village: 'oost', card: aCard({ name }), startsOn: null, endsOn: null, confirmedOn: today, today }
  yes(await saveOffer(editor, { municipalityId, id, ...more }))
  yes(await moveOffer(editor, { municipalityId, id, rowVersion: 1 }, 'public'))
  return id
}

type Service = Record<string, unknown> & { attributes: unknown[] }
async function fileOf({ municipalityId, editor }: Place): Promise<{ contents: Service[] }> {
  return JSON.parse(JSON.stringify(await offerFile(editor, municipalityId, today))) as { contents: Service[] }
}
const text = JSON.stringify

test('[R-008] what one municipality gives as a file, another brings in: new, then the same, then changed and ended', async () => {
  const [from, to] = [await aPlace(), await aPlace()]
  for (const name of ['Eerste', 'Tweede', 'Derde']) await anOffer(from, name)
  const file = await fileOf(from)
  const given = { municipalityId: to.municipalityId, today }
  const looked = yes(await lookAtFile(to.editor, { ...given, text: text(file) }))
  expect([looked.added.length, looked.changed.length, looked.ended.length, looked.same]).toEqual([3, 0, 0, 0])
  expect(await offersKept(to.editor, to.municipalityId)).toEqual([])
  yes(await bringIn(to.editor, { ...given, text: text(file) }))
  expect((await publicOffers(visitor, to.municipalityId, today)).map(({ card }) => card.name)).toEqual([
    'Derde',
    'Eerste',
    'Tweede',
  ])
  expect(yes(await lookAtFile(to.editor, { ...given, text: text(file) })).same).toBe(3)
  const [first, second, third] = file.contents
  const next = { contents: [{ ...first, name: 'Anders' }, { ...second, status: 'defunct' }, third] }
  const brought = yes(await bringIn(to.editor, { ...given, text: text(next) }))
  expect([brought.added.length, brought.changed.length, brought.ended.length, brought.same]).toEqual([0, 1, 1, 1])
  expect(await publicOffers(visitor, to.municipalityId, today)).toHaveLength(2)
  const ended = await offerKept(to.editor, to.municipalityId, String(second?.id))
  expect(ended?.offer.endsOn).toBe(after(today, { days: -1 }))
  expect(ended?.steps.map(({ step }) => step)).toEqual(['brought-in', 'brought-in'])
})

test('what is kept and not in the file stays as it is', async () => {
  const place = await aPlace()
  await anOffer(place, 'Blijft')
  const file = await fileOf(place)
  await anOffer(place, 'Staat er niet in')
  yes(await bringIn(place.editor, { municipalityId: place.municipalityId, text: text(file), today }))
  expect(await publicOffers(visitor, place.municipalityId, today)).toHaveLength(2)
})

test('[R-008] a programme that only another system knows stays on the card that a file brought, and comes on no other card', async () => {
  const place = await aPlace()
  const { municipalityId, editor } = place
  const [id, card] = [newId(), aCard({ programme: 'tea-house' })]
  const told = { id, card, village: 'oost', startsOn: null, endsOn: null, confirmedOn: null }
  const municipality = await municipalityKept(editor, municipalityId)
  if (municipality === undefined) throw new Error('an editor keeps an own municipality')
  const file = hsdsFile([{ ...told, state: 'public' }], await whereOf(editor, municipality, today))
  yes(await bringIn(editor, { municipalityId, text: text(file), today }))
  const saving = { ...told, municipalityId, today, card: { ...card, name: 'Theehuis' } }
  expect(await saveOffer(editor, { ...saving, id: newId() })).toMatchObject({ reason: 'offer-programme-unknown' })
  yes(await saveOffer(editor, { ...saving, rowVersion: 1 }))
  expect((await offerKept(editor, municipalityId, id))?.offer.card).toEqual(saving.card)
})

test('with one fault nothing of a file is brought in', async () => {
  const [from, to] = [await aPlace(), await aPlace()]
  await anOffer(from, 'Goed')
  await anOffer(from, 'Fout')
  const file = await fileOf(from)
  const broken = text({ contents: [file.contents[1], { ...file.contents[0], status: 'gone' }] })
  const given = { municipalityId: to.municipalityId, text: broken, today }
  expect(yes(await lookAtFile(to.editor, given)).faults).toEqual([{ at: 'contents[1].status', code: 'wrong' }])
  expect(await bringIn(to.editor, given)).toEqual(refuse('offer-file-faulty', { faults: 1, at: 'contents[1].status' }))
  expect(await offersKept(to.editor, to.municipalityId)).toEqual([])
})

test.each<[string, string, string]>([
  ['nothing', '', 'offer-file-unreadable'],
  ['a table', 'naam;plaats', 'offer-file-unreadable'],
  ['half a file', '{"contents": [', 'offer-file-unreadable'],
  ['lists in lists', `${'['.repeat(100_000)}`, 'offer-file-unreadable'],
  ['far too much', ' '.repeat(LARGEST_FILE + 1), 'offer-file-large'],
])('a file with %s is refused with a sentence', async (_, given, reason) => {
  const { municipalityId, editor } = await aPlace()
  expect(await bringIn(editor, { municipalityId, text: given, today })).toMatchObject({ reason })
})

test('lists in lists that are whole are no services', async () => {
  const { municipalityId, editor } = await aPlace()
  const deep = '['.repeat(5_000) + ']'.repeat(5_000)
  expect(yes(await lookAtFile(editor, { municipalityId, text: deep, today })).faults).toHaveLength(1)
})

test('nobody brings in or gets a file of a municipality that is not theirs', async () => {
  const [mine, other] = [await aPlace(), await aPlace()]
  await anOffer(mine, 'Van ons')
  const given = { municipalityId: mine.municipalityId, text: text(await fileOf(mine)), today }
  for (const stranger of [other.editor, visitor]) {
    expect(await bringIn(stranger, given)).toEqual(refuse('not-found'))
    expect(await offerFile(stranger, mine.municipalityId, today)).toBeUndefined()
  }
})
