import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { after } from '../../foundation/day.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aRule } from '../../tests/support/households.ts'
import { asOwner, rowsOf } from '../../tests/support/logs.ts'
import { confirmationFor, publishMoney, rulesOfNow, today, toldContact } from '../../tests/support/money-rules.ts'
import { aVisitor } from '../../tests/support/signing-in.ts'
import { aMunicipality, anOperator, someone, yes } from '../../tests/support/world.ts'
import { municipalityWithId } from '../access/queries.ts'
import { dropDraft, dropOwnScheme, keepContact, keepOwnScheme, keepRule, keepRules, publishRules } from './actions.ts'
import { AGE_GROUPS, HOMES } from './household.ts'
import {
  contactKept,
  contactPoint,
  examplesKnown,
  findSchemes,
  moneyMark,
  municipalitiesKept,
  publicRules,
  rulesKept,
  schemesKnown,
  schemesShown,
} from './queries.ts'

const database = withDatabase()
const asked = () => ({ today: today(), isDemo: false })

async function aPlace() {
  const municipalityId = await aMunicipality()
  const keeper = await someone({ role: 'communication-adviser', municipalityId })
  const municipality = await municipalityWithId(keeper, municipalityId)
  if (municipality === undefined) throw new Error('the municipality is there')
  return { municipalityId, municipality, keeper }
}

test('[R-130] nothing is public before it was published, and what example households would notice is confirmed first', async () => {
  const { municipalityId, municipality, keeper } = await aPlace()
  const visitor = await aVisitor()
  yes(await keepRules(keeper, municipalityId, rulesOfNow(), 0))
  expect(await publicRules(visitor, municipalityId)).toEqual({ norms: [], schemes: [] })
  const { version, confirmed } = await confirmationFor(keeper, municipalityId)
  expect(confirmed).not.toBe('')
  for (const wrong of [undefined, '', `${confirmed}; more`])
    expect(await publishRules(keeper, municipalityId, { ...asked(), version, confirmed: wrong })).toMatchObject({
      reason: 'examples-changed',
    })
  expect(await publicRules(visitor, municipalityId)).toEqual({ norms: [], schemes: [] })
  const before = await moneyMark(visitor)
  yes(await publishRules(keeper, municipalityId, { ...asked(), version, confirmed }))
  expect((await publicRules(visitor, municipalityId)).schemes).toHaveLength(3)
  expect(await moneyMark(visitor)).toBeGreaterThan(before)
  expect(await rulesKept(keeper, municipality)).toMatchObject({ isDraft: false, version })
  expect(await publishRules(keeper, municipalityId, { ...asked(), version, confirmed })).toMatchObject({
    reason: 'money-nothing-to-publish',
  })
})

test('a change that no example household notices needs no confirmation; a thrown away one leaves what was public', async () => {
  const { municipalityId, municipality, keeper } = await aPlace()
  await publishMoney(municipalityId)
  const now = rulesOfNow()
  const reworded = { ...now, schemes: now.schemes.map((rule) => ({ ...rule, source: 'Nieuw besluit' })) }
  const version = async () => (await rulesKept(keeper, municipality))?.version ?? 0
  yes(await keepRules(keeper, municipalityId, reworded, await version()))
  yes(await publishRules(keeper, municipalityId, { ...asked(), version: await version(), confirmed: undefined }))
  expect((await publicRules(await aVisitor(), municipalityId)).schemes[0]?.source).toBe('Nieuw besluit')
  yes(await keepRules(keeper, municipalityId, { norms: [], schemes: [] }, await version()))
  yes(await dropDraft(keeper, municipalityId, await version()))
  expect((await publicRules(await aVisitor(), municipalityId)).schemes).toHaveLength(3)
  expect(await dropDraft(keeper, municipalityId, await version())).toEqual(refuse('changed-meanwhile'))
})

test('who keeps the public pages of a municipality keeps its values; nobody else, and nobody over a version that changed', async () => {
  const { municipalityId, municipality, keeper } = await aPlace()
  const elsewhere = (await aPlace()).keeper
  for (const other of [elsewhere, await aVisitor(), await someone({ role: 'privacy-officer', municipalityId })]) {
    expect(await keepRules(other, municipalityId, rulesOfNow(), 0)).toEqual(refuse('not-found'))
    expect(await keepContact(other, municipalityId, { told: toldContact(), today: today() })).toEqual(
      refuse('not-found'),
    )
    expect(await rulesKept(other, municipality)).toBeUndefined()
    expect(await contactKept(other, municipality, today())).toBeUndefined()
    expect((await municipalitiesKept(other)).map(({ id }) => id)).not.toContain(municipalityId)
  }
  yes(await keepRules(keeper, municipalityId, rulesOfNow(), 0))
  expect(await keepRules(keeper, municipalityId, rulesOfNow(), 0)).toEqual(refuse('changed-meanwhile'))
  expect(await keepRules(keeper, 'no id', rulesOfNow(), 0)).toEqual(refuse('not-found'))
  const [wrong, kept] = [
    { norms: [], schemes: [{ ...aRule(), incomePercent: -4 }] },
    await rulesKept(keeper, municipality),
  ]
  expect(await keepRules(keeper, municipalityId, wrong, kept?.version ?? 0)).toMatchObject({
    reason: 'money-rules-faulty',
  })
})

test('[R-132] everyone sees the one contact point of a municipality, until nobody looked at it for a year', async () => {
  const { municipalityId, municipality, keeper } = await aPlace()
  const visitor = await aVisitor()
  expect(await contactPoint(visitor, municipalityId, today())).toBeUndefined()
  yes(await keepContact(keeper, municipalityId, { told: toldContact(), today: today() }))
  expect(await contactPoint(visitor, municipalityId, today())).toMatchObject({ name: 'Geldloket Hier' })
  expect(await keepContact(keeper, municipalityId, { told: toldContact(), today: today() })).toEqual(
    refuse('changed-meanwhile'),
  )
  yes(
    await keepContact(keeper, municipalityId, {
      told: { ...toldContact(), name: 'Geldplein' },
      rowVersion: 1,
      today: today(),
    }),
  )
  expect(await contactPoint(visitor, municipalityId, after(today(), { months: 12 }))).toMatchObject({
    name: 'Geldplein',
  })
  const late = after(today(), { months: 12, days: 1 })
  expect(await contactPoint(visitor, municipalityId, late)).toBeUndefined()
  expect(await contactKept(keeper, municipality, late)).toMatchObject({ isShown: false, rowVersion: 2 })
})

test('a scheme without a source is read in the demo, or where the municipality vouches for it', async () => {
  const { municipalityId } = await aPlace()
  const visitor = await aVisitor()
  const shown = async (isDemo: boolean, at: string | null) =>
    (await schemesShown(visitor, { municipalityId: at, today: today(), isDemo })).map(({ scheme }) => scheme.code)
  expect(await shown(false, null)).not.toContain('kwijtschelding')
  expect(await shown(true, null)).toContain('kwijtschelding')
  const now = rulesOfNow()
  const dated = now.schemes[0] ?? aRule()
  await publishMoney(municipalityId, { ...now, schemes: [{ ...dated, scheme: 'kwijtschelding' }] })
  expect(await shown(false, municipalityId)).toContain('kwijtschelding')
})

test.each([
  ['voetbal', 'nl', undefined],
  ['schoolreis', 'nl', 'meedoen-kinderen'],
  ['zorgverzekering', 'nl', 'zorgverzekering-gemeente'],
  ['zorgverzekring', 'nl', 'zorgverzekering-gemeente'],
  ['school trip', 'en', 'meedoen-kinderen'],
  ["'; drop table money_rules; --", 'nl', undefined],
  ['', 'nl', undefined],
] as const)('[R-130] who looks for “%s” (%s) finds %s first', async (typed, language, code) => {
  const where = { municipalityId: null, today: today(), isDemo: true }
  const [first] = await findSchemes(await aVisitor(), typed, language, where)
  expect(first?.code).toBe(code)
})

test('every shipped scheme leads to one address, and every example household says something', async () => {
  const operator = await anOperator()
  const codes = schemesKnown(operator).map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => ['kijken', 'meer-inkomen'].includes(code))).toEqual([])
  expect(examplesKnown(operator).length).toBeGreaterThan(5)
})

test('the database refuses what the doors refuse, and keeps who did what', async () => {
  const { municipalityId, keeper } = await aPlace()
  await publishMoney(municipalityId)
  const steps = await asOwner(
    database(),
    sql`select what, state from money_steps where municipality_id = ${municipalityId} order by what, state`,
  )
  expect(steps).toEqual([
    { what: 'contact', state: 'public' },
    { what: 'rules', state: 'draft' },
    { what: 'rules', state: 'public' },
  ])
  const wrong = [
    sql`update money_rules set confirmed = null where municipality_id = ${municipalityId}`,
    sql`update money_contacts set phone = null, mail = null where municipality_id = ${municipalityId}`,
    sql`insert into money_rules (municipality_id, version, rules, state, confirmed, written_by)
      values (${municipalityId}, 9, '{}', 'public', '', ${keeper.personId})`,
  ]
  for (const statement of wrong) await expect(asOwner(database(), statement)).rejects.toThrow()
  expect(await rowsOf(database(), 'money.published')).toEqual([])
})

test('[R-130] a scheme that only one municipality has is public there with its values, and nowhere else', async () => {
  const { municipalityId, keeper } = await aPlace()
  const visitor = await aVisitor()
  const read = async (at: string | null) =>
    (await schemesShown(visitor, { municipalityId: at, ...asked() })).map(({ scheme }) => scheme.code)
  const fields: Record<string, string> = {
    ...{ 'name/nl': 'Fietsenplan', 'name/en': 'Bicycle plan', 'summary/nl': 'Een fiets.', 'summary/en': 'A bicycle.' },
    ...{
      'forWhom/nl': 'Voor kinderen.',
      'forWhom/en': 'For children.',
      'gives/nl': 'Een fiets.',
      'gives/en': 'A bicycle.',
    },
    ...{ 'apply/nl': 'Vraag het op school.', 'apply/en': 'Ask at school.', source: 'Besluit', status: 'verified' },
    ...{ checkedOn: today(), reviewOn: after(today(), { months: 6 }) },
  }
  const told = { text: (field: string) => fields[field] ?? '', all: () => [] }
  yes(await keepRules(keeper, municipalityId, rulesOfNow(), 0))
  yes(await keepOwnScheme(keeper, municipalityId, told, { version: 1, today: today() }))
  expect(await keepOwnScheme(keeper, municipalityId, told, { version: 1, today: today() })).toMatchObject({
    reason: 'changed-meanwhile',
  })
  const stranger = await someone({ role: 'communication-adviser', municipalityId: await aMunicipality() })
  for (const refused of [
    await keepOwnScheme(stranger, municipalityId, told, { version: 2, today: today() }),
    await dropOwnScheme(stranger, municipalityId, { code: 'eigen-fietsenplan', version: 2 }),
    await dropOwnScheme(keeper, municipalityId, { code: 'eigen-anders', version: 2 }),
  ])
    expect(refused).toMatchObject({ reason: 'not-found' })
  const publish = async () => {
    const { version, confirmed } = await confirmationFor(keeper, municipalityId)
    yes(await publishRules(keeper, municipalityId, { ...asked(), version, confirmed }))
  }
  await publish()
  // Without values nobody vouches for it.
  expect(await read(municipalityId)).not.toContain('eigen-fietsenplan')
  const values: Record<string, string> = {
    ...{ validFrom: today(), validUntil: after(today(), { months: 6 }), source: 'Besluit', status: 'verified' },
    ...{ checkedOn: today(), incomePercent: '120' },
  }
  const amounts = {
    text: (field: string) => values[field] ?? '',
    all: (field: string) => (field === 'ages' ? [...AGE_GROUPS] : field === 'homes' ? [...HOMES] : []),
  }
  yes(await keepRule(keeper, municipalityId, 'eigen-fietsenplan', amounts, { version: 2, today: today() }))
  // What example households would notice is confirmed first, as for every scheme.
  expect(await publishRules(keeper, municipalityId, { ...asked(), version: 3, confirmed: undefined })).toMatchObject({
    reason: 'examples-changed',
  })
  await publish()
  expect(await read(municipalityId)).toContain('eigen-fietsenplan')
  expect([await read(null), await read(await aMunicipality())].flat()).not.toContain('eigen-fietsenplan')
  const found = await findSchemes(visitor, 'fietsenplan', 'nl', { municipalityId, ...asked() })
  expect(found.map(({ code }) => code)).toEqual(['eigen-fietsenplan'])
  yes(await dropOwnScheme(keeper, municipalityId, { code: 'eigen-fietsenplan', version: 3 }))
  await publish()
  expect(await read(municipalityId)).not.toContain('eigen-fietsenplan')
})
