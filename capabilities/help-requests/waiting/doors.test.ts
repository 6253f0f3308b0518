import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { after, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aReceivingPlace, aRequestIn, publishReceiving, today } from '../../../tests/support/requests.ts'
import { aVisitor } from '../../../tests/support/signing-in.ts'
import { someone, yes } from '../../../tests/support/world.ts'
import { municipalityWithId } from '../../access/queries.ts'
import { referenceFor } from '../reference.ts'
import { dropWaitingTerm, setWaitingTerm, takeLaterTerm } from './actions.ts'
import type { ToldTerm } from './own-term.ts'
import { promisedFor, termsAt, termsKept } from './queries.ts'

const database = withDatabase()
beforeAll(publishReceiving)

const tomorrow = after(today, { days: 1 })
const told = (hours = 24, until = after(today, { days: 40 })): ToldTerm => ({
  ...{ from: tomorrow, until, source: 'college', hours: () => String(hours) },
})
const setting = (municipalityId: string, id = newId()) => ({ municipalityId, id, today })

async function aPlaceWithManager() {
  const here = await aReceivingPlace()
  const manager = await someone({ role: 'manager', municipalityId: here.municipalityId })
  const municipality = await municipalityWithId(manager, here.municipalityId)
  if (municipality === undefined) throw new Error('the municipality is there')
  return { ...here, manager, municipality }
}

test('[R-018] a municipality has a term of its own from its first day until its last; another keeps the one of the product', async () => {
  const { municipalityId, manager, municipality } = await aPlaceWithManager()
  const elsewhere = (await aPlaceWithManager()).municipalityId
  yes(await setWaitingTerm(manager, setting(municipalityId), told(5)))
  const termIn = await termsAt(await aVisitor(), [municipalityId, elsewhere])
  const [own, shipped] = [termIn(municipalityId), termIn(elsewhere)]
  const days = [today, tomorrow, after(today, { days: 40 }), after(today, { days: 41 })]
  const product = shipped(today).hours.none
  expect(days.map((on) => own(on).hours.none)).toEqual([product, 5, 5, product])
  expect(days.map((on) => shipped(on).hours.none)).toEqual([product, product, product, product])
  expect(await termsKept(manager, municipality, today)).toMatchObject({ isOwn: false, own: [{ from: tomorrow }] })
  expect(await termsKept(manager, municipality, tomorrow)).toMatchObject({ isOwn: true, now: { hours: { none: 5 } } })
  expect(await termsKept(manager, municipality, after(today, { days: 41 }))).toMatchObject({ isOwn: false })
  yes(await dropWaitingTerm(manager, setting(municipalityId)))
  expect(await termsKept(manager, municipality, tomorrow)).toMatchObject({ isOwn: false })
})

test('[R-018] who has a code reads the days that were promised when it came in, and nobody reads them without', async () => {
  const { place, municipalityId, manager } = await aPlaceWithManager()
  const code = referenceFor(await aRequestIn(place))
  const visitor = await aVisitor()
  const shipped = (await termsAt(visitor, [municipalityId]))(municipalityId)(today)
  const inHours = (hours: number) => dayAt(new Date(Date.now() + hours * 3_600_000))
  const promised = { readBy: inHours(shipped.hours.none), contactBy: inHours(shipped.contactHours.none) }
  expect(await promisedFor(visitor, code)).toEqual(promised)
  yes(await setWaitingTerm(manager, setting(municipalityId), told(1)))
  expect(await promisedFor(visitor, code)).toEqual(promised)
  for (const wrong of ['BBBB-CCCC-DDDD', 'no code', '', "'; drop table help_requests; --"])
    expect(await promisedFor(visitor, wrong)).toBeUndefined()
  const moved = sql`update help_requests set received_at = received_at + interval '2 days' where municipality_id = ${municipalityId}`
  await asOwner(database(), moved)
  expect((await promisedFor(visitor, code))?.readBy).toBe(dayAt(new Date(Date.now() + 49 * 3_600_000)))
})

test('a manager of that municipality sets it and nobody else; sent twice it is one', async () => {
  const { municipalityId, manager, municipality, worker } = await aPlaceWithManager()
  const elsewhere = (await aPlaceWithManager()).manager
  for (const other of [await worker('coordinator'), await worker(), elsewhere, await aVisitor()]) {
    expect(await setWaitingTerm(other, setting(municipalityId), told())).toEqual(refuse('not-found'))
    expect(await dropWaitingTerm(other, setting(municipalityId))).toEqual(refuse('not-found'))
    expect(await termsKept(other, municipality, today)).toBeUndefined()
  }
  const twice = setting(municipalityId)
  yes(await setWaitingTerm(manager, twice, told()))
  yes(await setWaitingTerm(manager, twice, told()))
  expect((await termsKept(manager, municipality, today))?.own).toHaveLength(1)
  for (const id of ['x', ''])
    expect(await setWaitingTerm(manager, setting(municipalityId, id), told())).toEqual(refuse('not-found'))
  expect(await setWaitingTerm(manager, setting(newId()), told())).toEqual(refuse('not-found'))
})

test('[R-018] what was set for a day to come is taken away before it begins, by who sets it there; what it covered comes back', async () => {
  const { municipalityId, manager, municipality, worker } = await aPlaceWithManager()
  const later = after(today, { days: 10 })
  yes(await setWaitingTerm(manager, setting(municipalityId), told(5)))
  yes(await setWaitingTerm(manager, setting(municipalityId), { ...told(9), from: later }))
  const holds = async (on = later) => (await termsAt(manager, [municipalityId]))(municipalityId)(on).hours.none
  expect(await holds()).toBe(9)
  for (const other of [await worker('coordinator'), (await aPlaceWithManager()).manager, await aVisitor()])
    expect(await takeLaterTerm(other, setting(municipalityId), later)).toEqual(refuse('not-found'))
  const known = { municipalityId, id: newId() }
  for (const [day, on] of [
    [later, later],
    [today, today],
    [after(today, { days: 11 }), today],
    [undefined, today],
  ] as const)
    expect(await takeLaterTerm(manager, { ...known, today: on }, day)).toEqual(refuse('not-found'))
  expect(await holds()).toBe(9)
  yes(await takeLaterTerm(manager, setting(municipalityId), later))
  // A second press finds it gone, and says nothing worse.
  yes(await takeLaterTerm(manager, setting(municipalityId), later))
  expect(await holds()).toBe(5)
  expect((await termsKept(manager, municipality, today))?.own.map(({ from }) => from)).toEqual([tomorrow])
  yes(await takeLaterTerm(manager, setting(municipalityId), tomorrow))
  const shipped = (await termsAt(manager, [(await aPlaceWithManager()).municipalityId]))(municipalityId)(today).hours
    .none
  expect([await holds(), await holds(tomorrow)]).toEqual([shipped, shipped])
  yes(await setWaitingTerm(manager, setting(municipalityId), { ...told(7), from: later }))
  expect(await holds()).toBe(7)
})
