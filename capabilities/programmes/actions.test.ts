import { sql } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { inScope } from '../../database/transaction.ts'
import { newId } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { definitionFile, SHIPPED, STRANGER } from '../../tests/support/programmes.ts'
import {
  aMunicipality,
  anOperator,
  anOrganisation,
  aRegion,
  someone,
  theActor,
  yes,
} from '../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../access/actor.ts'
import { publishProgramme, retireProgramme, setFitRule } from './actions.ts'
import { fitSettingsOf, programmeDefinition, programmesKnown } from './queries.ts'
import { publishShippedProgrammes } from './shipped.ts'

withDatabase()

let operator: Actor
beforeAll(async () => {
  operator = await anOperator()
})

/** The stranger as another programme, so that each test has one of its own. */
function aDefinition(code: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const text = JSON.stringify(definitionFile(STRANGER)).replaceAll('fathers-walk', code)
  return { ...JSON.parse(text), ...changes }
}

/** Somebody without any role, unknown to the database too. */
const aNobody = (): Actor => ({ ...operator, personId: newId(), grants: [] })

test('[R-114] each version that was published stays readable; without a version the last one counts', async () => {
  const renamed = { nl: 'Vaders verder', en: 'Fathers further' }
  yes(await publishProgramme(operator, aDefinition('versions')))
  yes(await publishProgramme(operator, aDefinition('versions', { version: 2, name: renamed })))
  expect((await programmeDefinition(operator, 'versions'))?.name).toEqual(renamed)
  expect((await programmeDefinition(operator, 'versions', 1))?.name.en).toBe('Fathers’ walk')
  expect(await programmeDefinition(operator, 'versions', 3)).toBeUndefined()
  expect(await programmeDefinition(operator, 'nobody-knows')).toBeUndefined()
})

test('[R-114] what is published is never replaced: the same again changes nothing, other content is refused', async () => {
  const first = yes(await publishProgramme(operator, aDefinition('fixed')))
  const again = yes(await publishProgramme(operator, aDefinition('fixed')))
  expect([first.isNew, again.isNew]).toEqual([true, false])
  const other = await publishProgramme(operator, aDefinition('fixed', { summary: { nl: 'Anders', en: 'Other' } }))
  expect(other).toEqual(refuse('programme-version-exists', { code: 'fixed', version: 1 }))
})

test('a version rises by one, whatever it begins with', async () => {
  yes(await publishProgramme(operator, aDefinition('rising', { version: 4 })))
  for (const version of [3, 6]) {
    const answer = await publishProgramme(operator, aDefinition('rising', { version }))
    expect(answer).toEqual(refuse('programme-version-gap', { code: 'rising', version, last: 4, next: 5 }))
  }
  yes(await publishProgramme(operator, aDefinition('rising', { version: 5 })))
})

test('a faulty definition is refused with every fault, and nothing is stored', async () => {
  const answer = await publishProgramme(operator, aDefinition('faulty', { anchors: [] }))
  expect(answer).toMatchObject({
    ok: false,
    reason: 'definition-faulty',
    faults: [{ at: '/milestones/0/anchor', code: 'definition-anchor-unknown' }],
  })
  expect(await publishProgramme(operator, 'no definition')).toMatchObject({ reason: 'definition-faulty' })
  expect(await publishProgramme(operator, { code: 'x', version: 1e12 })).toMatchObject({ reason: 'definition-faulty' })
  expect(await programmeDefinition(operator, 'faulty')).toBeUndefined()
})

test('two programmes never share a measure', async () => {
  yes(await publishProgramme(operator, aDefinition('walk-far')))
  const [measure] = aDefinition('walk-far').measures as Record<string, unknown>[] // the stranger has one
  const nearer = aDefinition('walk', { measures: [measure] })
  expect(await publishProgramme(operator, nearer)).toEqual(
    refuse('programme-measure-taken', { measure: 'walk-far-walkers' }),
  )
})

test('a programme that retired starts no new trajectories, and running ones keep reading it', async () => {
  yes(await publishProgramme(operator, aDefinition('ending')))
  yes(await retireProgramme(operator, 'ending'))
  expect(await programmeDefinition(operator, 'ending')).toBeUndefined()
  expect((await programmeDefinition(operator, 'ending', 1))?.code).toBe('ending')
  expect((await programmesKnown(operator)).map(({ code }) => code)).not.toContain('ending')
  expect(await retireProgramme(operator, 'ending')).toEqual(refuse('not-found'))
})

test('publishing the same version twice at once stores it once', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => publishProgramme(operator, aDefinition('at-once'))))
  expect(answers.map((answer) => yes(answer).isNew).toSorted()).toEqual([false, false, true])
})

test('everyone with a role reads programmes, also a visitor; who has none does not', async () => {
  yes(await publishProgramme(operator, aDefinition('open-book')))
  const place = { municipalityId: await aMunicipality() }
  const organisationId = await anOrganisation()
  const readers = [
    await theActor(BUILT_IN.visitor),
    await theActor(BUILT_IN.jobs),
    await someone({ role: 'coordinator', ...place, organisationId }),
    await someone({ role: 'volunteer', ...place, organisationId, ownMatches: true }),
    await someone({ role: 'policy-adviser', ...place }),
    await someone({ role: 'board-member', regionId: await aRegion() }),
  ]
  for (const reader of readers) expect((await programmeDefinition(reader, 'open-book'))?.code).toBe('open-book')
  const nobody = aNobody()
  expect(await programmeDefinition(nobody, 'open-book')).toBeUndefined()
  expect(await programmesKnown(nobody)).toEqual([])
})

test('[R-114] a version that was published long ago stays what it is, and is known only to who may read programmes', async () => {
  yes(await publishProgramme(operator, aDefinition('long-ago')))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
  try {
    const first = await programmeDefinition(operator, 'long-ago', 1)
    expect(first?.code).toBe('long-ago')
    expect(await programmeDefinition(await theActor(BUILT_IN.visitor), 'long-ago', 1)).toBe(first)
    expect(await programmeDefinition(aNobody(), 'long-ago', 1)).toBeUndefined()
    expect(await programmeDefinition(operator, 'long-ago', 2)).toBeUndefined()
    yes(await publishProgramme(operator, aDefinition('long-ago', { version: 2 })))
    expect((await programmeDefinition(operator, 'long-ago', 2))?.version).toBe(2)
    expect((await programmeDefinition(operator, 'long-ago'))?.version).toBe(2)
  } finally {
    vi.useRealTimers()
  }
})

test('what a transaction that failed had published is nothing, and the same version says what is published next', async () => {
  const failing = inScope(operator, async () => {
    yes(await publishProgramme(operator, aDefinition('failing')))
    expect((await programmeDefinition(operator, 'failing', 1))?.code).toBe('failing')
    throw new Error('halfway')
  })
  await expect(failing).rejects.toThrow('halfway')
  const renamed = { nl: 'Anders', en: 'Other' }
  yes(await publishProgramme(operator, aDefinition('failing', { name: renamed })))
  expect((await programmeDefinition(operator, 'failing', 1))?.name).toEqual(renamed)
})

/** Everyone who must not publish, by role; a platform manager of one region does not decide for all. */
async function thoseWhoMayNot(): Promise<Actor[]> {
  const place = { municipalityId: await aMunicipality() }
  const organisationId = await anOrganisation()
  return [
    await theActor(BUILT_IN.visitor),
    await theActor(BUILT_IN.jobs),
    aNobody(),
    await someone({ role: 'manager', ...place }),
    await someone({ role: 'platform-manager', ...place }),
    await someone({ role: 'platform-manager', regionId: await aRegion() }),
    await someone({ role: 'coordinator', ...place, organisationId }),
    await someone({ role: 'policy-adviser', ...place }),
    await someone({ role: 'licence-holder', everywhere: true }),
  ]
}

test('a programme of the whole platform is published and retired only by who may change programmes everywhere', async () => {
  yes(await publishProgramme(operator, aDefinition('guarded')))
  for (const actor of await thoseWhoMayNot()) {
    expect(await publishProgramme(actor, aDefinition('guarded', { version: 2 }))).toEqual(refuse('not-yours'))
    expect(await retireProgramme(actor, 'guarded')).toEqual(refuse('not-yours'))
  }
  const manager = await someone({ role: 'platform-manager', everywhere: true })
  expect(yes(await publishProgramme(manager, aDefinition('guarded', { version: 2 }))).isNew).toBe(true)
})

/** What the database says to a statement that goes past the doors: the message, or how many rows it touched. */
async function past(actor: Actor, statement: ReturnType<typeof sql>): Promise<string | number> {
  try {
    return await inScope(actor, async (tx) => (await tx.execute(statement)).rows.length)
  } catch (fault) {
    return fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : String(fault)
  }
}

test('row-level security lets nobody else write a programme, whatever a door would say', async () => {
  yes(await publishProgramme(operator, aDefinition('walled')))
  for (const actor of await thoseWhoMayNot()) {
    const definition = JSON.stringify({ code: 'walled', version: 2 })
    const insert = sql`insert into programmes (code, version, definition, published_by)
      values ('walled', 2, ${definition}::jsonb, ${actor.personId})`
    expect(await past(actor, insert)).toMatch(/row-level security/)
    expect(
      await past(actor, sql`update programmes set retired_at = clock_timestamp() where code = 'walled' returning code`),
    ).toBe(0)
  }
  expect((await programmeDefinition(operator, 'walled'))?.version).toBe(1)
})

test('[R-114] the database itself lets nobody change or remove what was published, not even the operator', async () => {
  yes(await publishProgramme(operator, aDefinition('stone')))
  expect(await past(operator, sql`update programmes set definition = '{}' where code = 'stone'`)).toMatch(
    /permission denied/,
  )
  expect(await past(operator, sql`update programmes set version = 9 where code = 'stone'`)).toMatch(/permission denied/)
  expect(await past(operator, sql`delete from programmes where code = 'stone'`)).toMatch(/permission denied/)
  yes(await retireProgramme(operator, 'stone'))
  expect(await past(operator, sql`update programmes set retired_at = null where code = 'stone' returning code`)).toBe(0)
})

test('a publication carries the name of who published it, and the number that its document says', async () => {
  const insert = (definition: string, by: string) =>
    sql`insert into programmes (code, version, definition, published_by) values ('signed', 1, ${definition}::jsonb, ${by})`
  expect(await past(operator, insert('{"code":"signed","version":1}', BUILT_IN.visitor))).toMatch(/row-level security/)
  expect(await past(operator, insert('{"code":"signed","version":2}', operator.personId))).toMatch(/check constraint/)
})

test('the definitions that come with the product are published once, at any start', async () => {
  const first = await publishShippedProgrammes(operator)
  expect(first.map(({ file }) => `programmes/${file}`)).toContain(SHIPPED)
  expect(first.every(({ publication }) => yes(publication).isNew)).toBe(true)
  expect((await publishShippedProgrammes(operator)).every(({ publication }) => !yes(publication).isNew)).toBe(true)
})

test('[R-033] [R-034] each municipality has its own fit rules, and may go back to the default', async () => {
  await publishShippedProgrammes(operator)
  const [here, there] = [await aMunicipality(), await aMunicipality()]
  const manager = await someone({ role: 'manager', municipalityId: here })
  const rule = (code: string, value: Parameters<typeof setFitRule>[1]['value'], municipalityId = here) =>
    setFitRule(manager, { municipalityId, programmeCode: 'home-start', rule: code, value })
  yes(await rule('practise-dutch', { fits: true }))
  yes(await rule('child-age', { ages: { from: 0, to: 18, weeksPregnantFrom: 28 } }))
  expect(await fitSettingsOf(manager, here, 'home-start')).toEqual({
    'practise-dutch': { fits: true },
    'child-age': { ages: { from: 0, to: 18, weeksPregnantFrom: 28 } },
  })
  expect(await fitSettingsOf(operator, there, 'home-start')).toEqual({})
  yes(await rule('practise-dutch', null))
  expect(Object.keys(await fitSettingsOf(manager, here, 'home-start'))).toEqual(['child-age'])
  expect(await rule('child-age', { fits: true })).toEqual(refuse('fit-value-wrong'))
  expect(await rule('practise-dutch', { fits: true }, there)).toEqual(refuse('not-found'))
})

test('a coordinator reads the fit rules of the own municipality and changes none; others see none', async () => {
  await publishShippedProgrammes(operator)
  const [here, there] = [await aMunicipality(), await aMunicipality()]
  const given = { municipalityId: here, programmeCode: 'home-start', rule: 'practise-dutch', value: { fits: true } }
  yes(await setFitRule(operator, given))
  const coordinator = await someone({
    role: 'coordinator',
    municipalityId: here,
    organisationId: await anOrganisation(),
  })
  expect(await fitSettingsOf(coordinator, here, 'home-start')).toEqual({ 'practise-dutch': { fits: true } })
  expect(await setFitRule(coordinator, given)).toEqual(refuse('not-yours'))
  const elsewhere = await someone({ role: 'manager', municipalityId: there })
  const adviser = await someone({ role: 'policy-adviser', municipalityId: here })
  for (const actor of [elsewhere, adviser]) {
    expect(await fitSettingsOf(actor, here, 'home-start')).toEqual({})
    expect(await setFitRule(actor, given)).toEqual(refuse('not-found'))
    expect(await past(actor, sql`select rule_code from fit_settings where municipality_id = ${here}`)).toBe(0)
  }
  for (const actor of [coordinator, elsewhere, adviser]) {
    const insert = sql`insert into fit_settings (municipality_id, id, programme_code, rule_code, recorded_by)
      values (${here}, gen_random_uuid(), 'home-start', 'practise-dutch', ${actor.personId})`
    expect(await past(actor, insert)).toMatch(/row-level security/)
  }
})

test('a fit rule of a programme that is not there cannot be set', async () => {
  const municipalityId = await aMunicipality()
  const given = { municipalityId, programmeCode: 'nobody-knows', rule: 'x', value: { fits: true } }
  expect(await setFitRule(operator, given)).toEqual(refuse('programme-unknown', { code: 'nobody-knows' }))
})
