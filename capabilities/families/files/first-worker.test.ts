import { expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { publishWalk } from '../../../tests/support/two-homes.ts'
import { aMunicipality, anOrganisation, aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { openFamily, startWork } from './actions.ts'

withDatabase()
const today = dayAt(new Date())

/** A provision with somebody who works there, in an organisation of its own unless given. */
async function aWorkplace(municipalityId: Id, organisationId: Id) {
  const { id } = await aProvision({ municipalityId, programmeCode: 'fathers-walk', organisationId })
  const expert = () => someone({ role: 'separation-expert', municipalityId, organisationId, ownMatches: true })
  return { provisionId: id, expert }
}

const begin = (actor: Actor, personId: Id, provisionId: Id) =>
  startWork(actor, { personId, provisionId, accountId: actor.personId, role: 'worker', fromOn: today })

test('[R-076] the first to work on a parent is of the organisation that knows the family, known number or not', async () => {
  await publishWalk()
  const municipalityId = await aMunicipality()
  const here = await aWorkplace(municipalityId, await anOrganisation())
  const there = await aWorkplace(municipalityId, await anOrganisation())
  const [worker, colleague, stranger] = [await here.expert(), await here.expert(), await there.expert()]
  const family = yes(
    await openFamily(worker, here.provisionId, {
      members: [
        { kind: 'adult', role: 'parent', name: 'Ilse' },
        { kind: 'adult', role: 'parent', name: 'Bo' },
      ],
      worker: { accountId: worker.personId, role: 'worker', fromOn: today },
    }),
  )
  const [, bo = ''] = family.personIds
  await expect(begin(stranger, bo, there.provisionId)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('row-level security') },
  })
  expect((await begin(colleague, bo, here.provisionId)).ok).toBe(true)
  // From here on somebody works on Bo, whom the first worker of Ilse does not see; the refusal names nobody.
  expect(await begin(await here.expert(), bo, here.provisionId)).toEqual(refuse('file-with-others'))
})
