import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { after, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { asOwner } from '../../../tests/support/logs.ts'
import { aVisitor } from '../../../tests/support/signing-in.ts'
import { aMunicipality, aRegion, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { recordTouch, saveAgreement, savePartner } from './actions.ts'
import { municipalitiesWithPartners, municipalityForPartners, partnerKept, partnersKept } from './queries.ts'

const database = withDatabase()
const today = dayAt(new Date())
let here: string
let elsewhere: string
let keeper: Actor
let reader: Actor
let strangers: Readonly<Record<string, Actor>>

beforeAll(async () => {
  const regionId = await aRegion()
  here = await aMunicipality({ regionId })
  elsewhere = await aMunicipality({ regionId })
  keeper = await someone({ role: 'policy-adviser', municipalityId: here })
  reader = await someone({ role: 'board-member', municipalityId: here })
  strangers = {
    'who keeps partners of another municipality': await someone({ role: 'policy-adviser', municipalityId: elsewhere }),
    'who looks after contracts': await someone({ role: 'contract-manager', municipalityId: here }),
    'a visitor': await aVisitor(),
  }
})
beforeEach(async () => {
  for (const table of ['partner_touches', 'partner_agreements', 'partners'])
    await asOwner(database(), sql.raw(`delete from ${table}`))
})

const aPartner = (given: object = {}) => ({
  ...{ name: 'Basisschool De Wilg', type: 'school', domains: ['parenting'], villages: [] },
  ...{ contactRole: 'intern begeleider', endedOn: '', ...given },
})
const anAgreement = (given: object = {}) => ({
  ...{ what: 'Elk kwartaal overleg.', sinceOn: today, untilOn: '', caredForBy: 'consulent', ...given },
})
const at = () => ({ municipalityId: here, id: newId() })
const touched = (partnerId: string, touch: object = {}) => ({
  ...{ ...at(), partnerId, today, touch: { heldOn: today, way: 'talk', about: 'Kennismaking.', ...touch } },
})

test('[R-142] a partner is kept with agreements and who looks after them, and with the last contact by who made it', async () => {
  const partner = at()
  yes(await savePartner(keeper, { ...partner, partner: aPartner() }))
  yes(await savePartner(keeper, { ...partner, partner: aPartner() }))
  const agreement = { ...at(), partnerId: partner.id }
  yes(await saveAgreement(keeper, { ...agreement, agreement: anAgreement() }))
  yes(await recordTouch(keeper, touched(partner.id, { heldOn: after(today, { days: -400 }), about: 'Eerste keer.' })))
  yes(await recordTouch(keeper, touched(partner.id)))
  const [told, ...more] = await partnersKept(reader, here)
  expect(more).toEqual([])
  expect(told).toMatchObject({
    partner: { name: 'Basisschool De Wilg', type: 'school', contactRole: 'intern begeleider', endedOn: null },
    agreements: [{ what: 'Elk kwartaal overleg.', untilOn: null, caredForBy: 'consulent' }],
    touches: [{ heldOn: today, byRole: 'policy-adviser' }, { about: 'Eerste keer.' }],
  })
})

test('[R-142] a change is kept once: who saw an older version is refused, and an end is a last day', async () => {
  const partner = at()
  yes(await savePartner(keeper, { ...partner, partner: aPartner() }))
  yes(await savePartner(keeper, { ...partner, rowVersion: 1, partner: aPartner({ endedOn: today }) }))
  expect((await partnerKept(keeper, here, partner.id))?.partner.endedOn).toBe(today)
  const late = { ...partner, rowVersion: 1, partner: aPartner({ name: 'Anders' }) }
  expect(await savePartner(keeper, late)).toEqual(refuse('changed-meanwhile'))
  const agreement = { ...at(), partnerId: partner.id }
  yes(await saveAgreement(keeper, { ...agreement, agreement: anAgreement() }))
  yes(await saveAgreement(keeper, { ...agreement, rowVersion: 1, agreement: anAgreement({ untilOn: today }) }))
  expect(await saveAgreement(keeper, { ...agreement, rowVersion: 1, agreement: anAgreement() })).toEqual(
    refuse('changed-meanwhile'),
  )
})

test.each([
  ['a mailbox as name', { name: 'school@voorbeeld.example' }, 'typed-holds-mail', 'name'],
  ['a number to call as contact', { contactRole: 'bel 06 12345678' }, 'typed-holds-phone', 'contactRole'],
  ['a village of nowhere', { villages: ['nergens'] }, 'typed-field-wrong', 'villages'],
  ['no part of life', { domains: [] }, 'typed-field-wrong', 'domains'],
  ['a kind that is none', { type: 'bank' }, 'typed-field-wrong', 'type'],
])('[R-142] a partner with %s is not kept', async (_, given, reason, field) => {
  expect(await savePartner(keeper, { ...at(), partner: aPartner(given) })).toEqual(refuse(reason, { field }))
  expect(await partnersKept(keeper, here)).toEqual([])
})

test.each([
  ['a number of a resident', { about: 'Ging over 111222333' }, 'typed-holds-citizen-number', 'about'],
  ['a day to come', { heldOn: after(today, { days: 1 }) }, 'typed-day-ahead', 'heldOn'],
])('[R-142] a contact with %s is not kept', async (_, given, reason, field) => {
  const partner = at()
  yes(await savePartner(keeper, { ...partner, partner: aPartner() }))
  expect(await recordTouch(keeper, touched(partner.id, given))).toEqual(refuse(reason, { field }))
})

test('[R-142] who only reads changes nothing, and outside the municipality nothing is there', async () => {
  const partner = at()
  yes(await savePartner(keeper, { ...partner, partner: aPartner() }))
  const tries = async (actor: Actor) => [
    await savePartner(actor, { ...partner, rowVersion: 1, partner: aPartner({ name: 'Anders' }) }),
    await savePartner(actor, { ...at(), partner: aPartner() }),
    await saveAgreement(actor, { ...at(), partnerId: partner.id, agreement: anAgreement() }),
    await recordTouch(actor, touched(partner.id)),
  ]
  for (const actor of [reader, ...Object.values(strangers)])
    expect(await tries(actor)).toEqual(Array.from({ length: 4 }, () => refuse('not-found')))
  for (const [name, actor] of Object.entries(strangers)) {
    expect([name, await partnersKept(actor, here)]).toEqual([name, []])
    expect([name, await partnerKept(actor, here, partner.id)]).toEqual([name, undefined])
    expect((await municipalitiesWithPartners(actor)).map(({ id }) => id)).not.toContain(here)
  }
  expect(await municipalityForPartners(reader, 'export', here)).toBeUndefined()
  expect((await municipalityForPartners(keeper, 'export', here))?.id).toBe(here)
  expect(await saveAgreement(keeper, { ...at(), partnerId: newId(), agreement: anAgreement() })).toEqual(
    refuse('not-found'),
  )
})
