import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { after } from '../../../foundation/day.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aReceivingPlace, aRequestIn, publishReceiving, today } from '../../../tests/support/requests.ts'
import { aVisitor } from '../../../tests/support/signing-in.ts'
import { someone, yes } from '../../../tests/support/world.ts'
import { municipalityWithId } from '../../access/queries.ts'
import { referenceFor } from '../reference.ts'
import { type KeepingPhone, keepPhone } from './actions.ts'
import { phonesKept, phoneToCall } from './queries.ts'

const database = withDatabase()
beforeAll(publishReceiving)

const told = {
  number: '0999 000 111',
  openNl: 'op werkdagen',
  openEn: 'on working days',
  source: 'balie',
  checkedOn: today,
}
const keeping = (more: Partial<KeepingPhone['told']> = {}, rowVersion?: number): KeepingPhone => ({
  ...{ told: { ...told, ...more }, today },
  ...(rowVersion !== undefined && { rowVersion }),
})
const shown = { number: '0999 000 111', open: { nl: 'op werkdagen', en: 'on working days' } }

async function aPlaceWithManager() {
  const here = await aReceivingPlace()
  return { ...here, manager: await someone({ role: 'manager', municipalityId: here.municipalityId }) }
}

test('[R-018] [R-037] who has a code gets the number of who has the request, until nobody checked it for a year', async () => {
  const { place, provision, manager } = await aPlaceWithManager()
  const [visitor, code] = [await aVisitor(), referenceFor(await aRequestIn(place, { reach: 'none' }))]
  expect(await phoneToCall(visitor, code, today)).toBeUndefined()
  yes(await keepPhone(manager, provision.id, keeping()))
  expect(await phoneToCall(visitor, code, today)).toEqual(shown)
  expect(await phoneToCall(visitor, 'BBBB-CCCC-DDDD', today)).toBeUndefined()
  expect(await phoneToCall(visitor, 'no code', today)).toBeUndefined()
  expect(await phoneToCall(visitor, code, after(today, { months: 12 }))).toEqual(shown)
  expect(await phoneToCall(visitor, code, after(today, { months: 12, days: 1 }))).toBeUndefined()
})

test('the number is the same whatever somebody asked and chose, so it tells nothing of the request', async () => {
  const { place, provision, manager } = await aPlaceWithManager()
  yes(await keepPhone(manager, provision.id, keeping()))
  const visitor = await aVisitor()
  for (const more of [{ reach: 'none' }, { about: ['safety'], who: 'network' }, {}])
    expect(await phoneToCall(visitor, referenceFor(await aRequestIn(place, more)), today)).toEqual(shown)
})

test('a manager of the municipality keeps it; a version that somebody changed meanwhile is refused', async () => {
  const { municipalityId, provision, manager, worker } = await aPlaceWithManager()
  const elsewhere = (await aPlaceWithManager()).manager
  for (const other of [await worker('coordinator'), await worker(), elsewhere, await aVisitor()])
    expect(await keepPhone(other, provision.id, keeping())).toEqual(refuse('not-found'))
  yes(await keepPhone(manager, provision.id, keeping()))
  expect(await keepPhone(manager, provision.id, keeping())).toEqual(refuse('changed-meanwhile'))
  yes(await keepPhone(manager, provision.id, keeping({ number: '0999-222' }, 1)))
  expect(await keepPhone(manager, provision.id, keeping({}, 1))).toEqual(refuse('changed-meanwhile'))
  const here = await municipalityWithId(manager, municipalityId)
  if (here === undefined) throw new Error('the municipality is there')
  expect(await phonesKept(elsewhere, here, today)).toEqual([])
  expect(await phonesKept(manager, here, today)).toMatchObject([{ number: '0999-222', rowVersion: 2, isShown: true }])
  expect(await phonesKept(manager, here, after(today, { months: 13 }))).toMatchObject([{ isShown: false }])
})

test('what is no number, empty, too long or checked on a day to come is refused, and the database refuses it too', async () => {
  const { municipalityId, provision, manager } = await aPlaceWithManager()
  const trials: readonly [Partial<KeepingPhone['told']>, string][] = [
    [{ number: '' }, 'phone-wrong'],
    [{ number: 'bel mij' }, 'phone-wrong'],
    [{ number: '1'.repeat(40) }, 'phone-wrong'],
    [{ number: '"><script>' }, 'phone-wrong'],
    [{ openNl: '  ' }, 'phone-empty'],
    [{ openEn: '' }, 'phone-empty'],
    [{ source: 'x'.repeat(201) }, 'phone-long'],
    [{ checkedOn: undefined }, 'phone-day'],
    [{ checkedOn: after(today, { days: 1 }) }, 'phone-day'],
  ]
  for (const [wrong, reason] of trials)
    expect(await keepPhone(manager, provision.id, keeping(wrong))).toMatchObject({ reason })
  expect(await keepPhone(manager, 'no id', keeping())).toEqual(refuse('not-found'))
  await expect(
    asOwner(
      database(),
      sql`insert into provision_phones (municipality_id, provision_id, number, open_nl, open_en, source, checked_on, recorded_by)
        values (${municipalityId}, ${provision.id}, 'bel mij', 'a', 'b', 'c', ${today}, ${manager.personId})`,
    ),
  ).rejects.toThrow()
})
