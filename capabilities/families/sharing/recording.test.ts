import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giveGrant, setSharingDays } from '../../../capabilities/access/actions.ts'
import { dayAt, after as later } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aReceiver, aSharing, type Receiver } from '../../../tests/support/sharings.ts'
import { aFamilyInTwoHomes, everybodyOf, publishWalk, type TwoHomes } from '../../../tests/support/two-homes.ts'
import { anOperator, someone, theActor, yes } from '../../../tests/support/world.ts'
import { arrangeStandIn } from '../../cases/standing-in/actions.ts'
import { personFile } from '../files/queries.ts'
import { acceptSharing, share, withdrawSharing } from './actions.ts'
import { placesToShare, safetySharings, sharingsOf } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
let home: TwoHomes
let wilma: Receiver

beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
}, 60_000)
// To each test a receiver of its own; what was shared with others before stays.
beforeEach(async () => {
  wilma = await aReceiver()
})

const shareSanne = async (given: Parameters<typeof aSharing>[1] = {}, to: Receiver = wilma) =>
  yes(await share(home.actors.workerOfSanne, home.persons.sanne, aSharing(to, given))).sharingId

describe('recording a sharing', () => {
  test('[R-263] is done by who works on the person; like an unknown one for everybody else', async () => {
    const { actors, persons } = home
    for (const who of everybodyOf(home).filter((one) => one !== 'workerOfSanne')) {
      expect(await share(actors[who], persons.sanne, aSharing(wilma))).toEqual(refuse('not-found'))
      expect(await placesToShare(actors[who], persons.sanne)).toEqual([])
    }
  })

  test('[R-263] is not done by who only stands in: a sharing lasts longer than that', async () => {
    const { actors, persons, provisionId } = await aFamilyInTwoHomes()
    const days = { fromOn: today, untilOn: later(today, { days: 7 }) }
    const arranged = {
      provisionId,
      awayId: actors.workerOfSanne.personId,
      standInId: actors.colleague.personId,
      ...days,
    }
    yes(await arrangeStandIn(actors.workerOfSanne, { ...arranged, key: newId() }))
    expect(await personFile(actors.colleague, persons.sanne)).toBeDefined()
    expect(await placesToShare(actors.colleague, persons.sanne)).toEqual([])
    expect(await share(actors.colleague, persons.sanne, aSharing(wilma))).toEqual(refuse('sharing-place'))
  })

  test('[R-263] who receives of one parent does not stand in for who works on the other', async () => {
    const { actors, persons, municipalityId, organisationId, provisionId } = await aFamilyInTwoHomes()
    const both = await aReceiver({ municipalityId })
    const grant = { role: 'separation-expert', municipalityId, organisationId, ownMatches: true } as const
    yes(await giveGrant(await anOperator(), both.actor.personId, grant))
    const { sharingId } = yes(await share(actors.workerOfSanne, persons.sanne, aSharing(both)))
    yes(await acceptSharing(await theActor(both.actor.personId), sharingId))
    const days = { fromOn: today, untilOn: later(today, { days: 7 }) }
    const arranged = { provisionId, awayId: actors.workerOfMark.personId, standInId: both.actor.personId, ...days }
    expect((await arrangeStandIn(actors.workerOfMark, { ...arranged, key: newId() })).ok).toBe(false)
  })

  test('[R-252] goes to another municipality or another organisation, never to the own one', async () => {
    const { actors, persons, provisionId } = home
    const places = await placesToShare(actors.workerOfSanne, persons.sanne)
    expect(places.map((one) => one.provisionId)).toContain(wilma.provisionId)
    expect(places.map((one) => one.provisionId)).not.toContain(provisionId)
    expect(await share(actors.workerOfSanne, persons.sanne, aSharing({ ...wilma, provisionId }))).toEqual(
      refuse('sharing-place'),
    )
  })

  test('an address that is unknown, of somebody elsewhere, of who may not work on files or of oneself gets one answer', async () => {
    const { actors, persons } = home
    const elsewhere = await aReceiver()
    const volunteer = await aReceiver({ role: 'volunteer' })
    const tries = [
      { ...wilma, mail: 'niemand@voorbeeld.example' },
      { ...wilma, mail: elsewhere.mail },
      { ...wilma, mail: '' },
      volunteer,
    ]
    for (const to of tries)
      expect(await share(actors.workerOfSanne, persons.sanne, aSharing(to))).toEqual(refuse('sharing-receiver'))
    yes(await share(actors.workerOfSanne, persons.sanne, aSharing({ ...wilma, mail: ` ${wilma.mail.toUpperCase()} ` })))
  })

  test('a form sent twice is one sharing; a second one with the same worker is refused while the first stands', async () => {
    const { actors, persons } = home
    const key = newId()
    await shareSanne({ key })
    await shareSanne({ key })
    const all = await sharingsOf(actors.workerOfSanne, persons.sanne)
    expect(all.filter((one) => one.receiverId === wilma.actor.personId)).toHaveLength(1)
    expect(await share(actors.workerOfSanne, persons.sanne, aSharing(wilma))).toEqual(refuse('sharing-there-is-one'))
    yes(await withdrawSharing(actors.workerOfSanne, persons.sanne, key))
    await shareSanne()
  })

  test('lasts as long as the municipality set, which its manager can change', async () => {
    const { municipalityId, actors, persons } = await aFamilyInTwoHomes()
    const manager = await someone({ role: 'manager', municipalityId })
    expect(await setSharingDays(actors.coordinator, municipalityId, 5)).toEqual(refuse('not-found'))
    for (const days of [0, 367, Number.NaN, 1.5])
      expect(await setSharingDays(manager, municipalityId, days)).toEqual(refuse('sharing-days', { most: 366 }))
    yes(await setSharingDays(manager, municipalityId, 5))
    const late = aSharing(wilma, { endsOn: later(today, { days: 6 }) })
    expect(await share(actors.workerOfSanne, persons.sanne, late)).toEqual(refuse('sharing-until', { days: 5 }))
  })

  test('[R-268] a ground of safety is seen with its reason by the privacy officer, and consent is not', async () => {
    const { actors } = home
    await shareSanne()
    const other = await aReceiver()
    await shareSanne({ ground: 'safety', safetyReason: 'Er is gedreigd; de opvang moet dit weten.' }, other)
    const seen = await safetySharings(actors.officer)
    expect(seen.map((one) => [one.personName, one.safetyReason, one.ground])).toContainEqual([
      ...[null, 'Er is gedreigd; de opvang moet dit weten.', 'safety'],
    ])
    expect(seen.filter((one) => one.receiverId === wilma.actor.personId)).toEqual([])
    for (const who of everybodyOf(home).filter((one) => one !== 'officer'))
      expect(await safetySharings(actors[who])).toEqual([])
  })
})
