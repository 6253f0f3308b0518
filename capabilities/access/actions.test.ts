import { expect, test } from 'vitest'
import { newId } from '../../foundation/id.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import {
  aMunicipality,
  anOperator,
  anOrganisation,
  aProvision,
  aRegion,
  someone,
  theActor,
  yes,
} from '../../tests/support/world.ts'
import { addMunicipality, addPerson, countMigrationBackground, giveGrant } from './actions.ts'
import { municipalityWithId, provisionsInReach, villagesIn } from './queries.ts'
import { ROLES, reachesOwnMatchesOnly, worksForAnOrganisation } from './roles.ts'

withDatabase()

test('[R-252] the operator adds a municipality with its villages, in the order given', async () => {
  const operator = await anOperator()
  const { id } = yes(
    await addMunicipality(operator, { code: 'GM0001', name: 'Akkerveen', villages: ['Oosterveld', 'Akkerveen-Dorp'] }),
  )
  expect((await villagesIn(operator, id)).map((village) => village.name)).toEqual(['Oosterveld', 'Akkerveen-Dorp'])
})

test('a municipality that is there already is refused, and so is a code that is no CBS code', async () => {
  const operator = await anOperator()
  yes(await addMunicipality(operator, { code: 'GM0002', name: 'Rietmeer', villages: [] }))
  const again = await addMunicipality(operator, { code: 'GM0002', name: 'Ander', villages: [] })
  expect(again).toEqual(refuse('municipality-exists', { code: 'GM0002' }))
  const wrong = await addMunicipality(operator, { code: '0002', name: 'Ander', villages: [] })
  expect(wrong).toEqual(refuse('municipality-code-wrong', { code: '0002' }))
})

test('[R-259] a manager gives roles in the own municipality only, and never to oneself', async () => {
  const [here, there] = [await aMunicipality(), await aMunicipality()]
  const manager = await someone({ role: 'manager', municipalityId: here })
  const colleague = yes(
    await addPerson(manager, { name: 'Nieuw', email: 'nieuw@voorbeeld.example' }, [
      { role: 'policy-adviser', municipalityId: here },
    ]),
  )
  expect(await giveGrant(manager, colleague.id, { role: 'policy-adviser', municipalityId: there })).toEqual(
    refuse('grant-out-of-reach'),
  )
  expect(await giveGrant(manager, manager.personId, { role: 'coordinator', municipalityId: here })).toEqual(
    refuse('grant-out-of-reach'),
  )
  expect(await giveGrant(manager, colleague.id, { role: 'manager', everywhere: true })).toEqual(
    refuse('grant-out-of-reach'),
  )
})

test('[R-107] [R-263] a volunteer, a consulent and the like are given own matches only, whatever was asked', async () => {
  const municipalityId = await aMunicipality()
  const organisationId = await anOrganisation()
  for (const role of ROLES.filter(reachesOwnMatchesOnly)) {
    const { grants } = await someone({ role, municipalityId, organisationId })
    expect(grants).toEqual([expect.objectContaining({ role, ownMatches: true })])
  }
})

test('a person in an organisation that is not there is refused, not a fault', async () => {
  const municipalityId = await aMunicipality()
  const manager = await someone({ role: 'manager', municipalityId })
  const grant = { role: 'coordinator', municipalityId, organisationId: newId() } as const
  const person = { name: 'Iemand Verdwaald', email: `verdwaald-${newId()}@voorbeeld.example` }
  expect(await addPerson(manager, person, [grant])).toEqual(refuse('grant-out-of-reach'))
})

test('[R-263] who works on files works for an organisation, not for a whole municipality or region', async () => {
  const operator = await anOperator()
  const [municipalityId, regionId] = [await aMunicipality(), await aRegion()]
  const { personId } = await someone({ role: 'policy-adviser', municipalityId })
  for (const role of ROLES.filter(worksForAnOrganisation)) {
    for (const scope of [{ municipalityId }, { regionId }, { everywhere: true }]) {
      expect(await giveGrant(operator, personId, { role, ...scope })).toEqual(refuse('grant-needs-organisation'))
    }
  }
  expect((await theActor(personId)).grants).toHaveLength(1)
})

test('[R-264] migration background is off until the municipality itself switches it on', async () => {
  const [here, there] = [await aMunicipality(), await aMunicipality()]
  const manager = await someone({ role: 'manager', municipalityId: here })
  expect((await municipalityWithId(manager, here))?.countsMigrationBackground).toBe(false)
  yes(await countMigrationBackground(manager, here, true))
  expect((await municipalityWithId(manager, here))?.countsMigrationBackground).toBe(true)
  expect(await countMigrationBackground(manager, there, true)).toEqual(refuse('not-found'))
})

test('a person with grants in two municipalities reaches the provisions of both and of no other', async () => {
  const regionId = await aRegion()
  const places = [
    await aMunicipality({ regionId }),
    await aMunicipality({ regionId }),
    await aMunicipality({ regionId }),
  ]
  const provisions = []
  for (const municipalityId of places)
    provisions.push(await aProvision({ municipalityId, programmeCode: 'any-programme' }))
  const both = await someone(
    ...provisions
      .slice(0, 2)
      .map(({ municipalityId, organisationId }) => ({ role: 'coordinator' as const, municipalityId, organisationId })),
  )
  expect((await provisionsInReach(both)).map((one) => one.id).sort()).toEqual(
    provisions
      .slice(0, 2)
      .map((one) => one.id)
      .sort(),
  )
})
