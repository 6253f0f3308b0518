import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { dayAt, after as later } from '../../../foundation/day.ts'
import { type Id, newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aRegistration } from '../../../tests/support/registrations.ts'
import {
  aFamilyInTwoHomes,
  everybodyOf,
  publishWalk,
  type TwoHomes,
  walkOfOne,
  whoOf,
} from '../../../tests/support/two-homes.ts'
import { aMunicipality, anOperator, aProvision, someone, yes } from '../../../tests/support/world.ts'
import { recordChildVoice } from '../../families/notes/actions.ts'
import { publishProgramme } from '../../programmes/actions.ts'
import { keepOffer } from '../afterwards/actions.ts'
import { handedIn, offersFor } from '../afterwards/queries.ts'
import { completeMilestone, correctEvent, moveTrajectory, setAnchor } from '../history/actions.ts'
import { startTrajectory } from '../person/actions.ts'
import { trajectoryDetail } from '../queries.ts'
import { explainVoice } from '../voice/actions.ts'
import { childrenOfCase } from '../voice/queries.ts'
import { closeTrajectory } from './actions.ts'

withDatabase()
const today = dayAt(new Date())
let home: TwoHomes

beforeAll(publishWalk, 60_000)
beforeEach(async () => {
  home = await aFamilyInTwoHomes()
}, 60_000)

const because = 'Lotte wil nu niet praten.'
type Who = keyof TwoHomes['actors']
type Whose = keyof TwoHomes['trajectories']

const close = (who: Who, whose: Whose, given: { because?: string; offerIds?: Id[]; key?: Id } = {}) =>
  closeTrajectory(
    home.actors[who],
    { trajectoryId: home.trajectories[whose] },
    {
      ...{ to: 'arrived', on: today, answers: {}, offerIds: given.offerIds ?? [], key: given.key ?? newId() },
      voices: new Map(given.because === undefined ? [] : [[home.persons.lotte, given.because]]),
    },
  )
const hear = () =>
  recordChildVoice(home.actors.workerOfLotte, {
    ...{ personId: home.persons.lotte, holdsOn: today, body: 'Ik wil bij allebei slapen.' },
    voice: { form: 'talk', heardBy: 'juf' },
  })
const phaseOf = async (whose: Whose) =>
  (await trajectoryDetail(home.actors.coordinator, home.trajectories[whose]))?.trajectory.phase

describe('[R-067] closing waits for the voice of the child', () => {
  test('of a child, until the child itself was heard by who works on it', async () => {
    expect(await close('workerOfLotte', 'lotte')).toEqual(refuse('child-voice-missing', { children: 1 }))
    yes(await hear())
    yes(await close('workerOfLotte', 'lotte'))
    expect(await phaseOf('lotte')).toBe('arrived')
  })

  test('of a parent, or for the written reason why it is missing', async () => {
    expect(await close('workerOfSanne', 'sanne')).toEqual(refuse('child-voice-missing', { children: 1 }))
    expect(await close('workerOfSanne', 'sanne', { because: 'te jong' })).toMatchObject({
      reason: 'child-voice-reason',
    })
    expect(await phaseOf('sanne')).toBe('signed-up')
    yes(await close('workerOfSanne', 'sanne', { because }))
    expect(await phaseOf('sanne')).toBe('arrived')
  })

  test('[R-088] [R-076] and tells the worker of a parent nothing of what the child told its own worker', async () => {
    const before = await childrenOfCase(home.actors.workerOfMark, home.trajectories.mark)
    const refused = await close('workerOfMark', 'mark')
    yes(await hear())
    expect(await childrenOfCase(home.actors.workerOfMark, home.trajectories.mark)).toEqual(before)
    expect(await close('workerOfMark', 'mark')).toEqual(refused)
    expect(await childrenOfCase(home.actors.coordinator, home.trajectories.lotte)).toMatchObject([
      { heardOn: undefined },
    ])
  })

  test('and a reason given with one parent excuses nobody with the other', async () => {
    yes(await close('workerOfSanne', 'sanne', { because }))
    expect((await close('workerOfMark', 'mark')).ok).toBe(false)
    expect((await close('workerOfLotte', 'lotte')).ok).toBe(false)
  })

  test('by a plain step or a correction of an earlier one as well', async () => {
    const [actor, seen] = [home.actors.workerOfSanne, { trajectoryId: home.trajectories.sanne }]
    expect(await moveTrajectory(actor, seen, { to: 'arrived', on: today })).toMatchObject({
      reason: 'child-voice-missing',
    })
    yes(await moveTrajectory(actor, seen, { to: 'stayed-home', on: today, reason: 'no-time' }))
    const moved = (await trajectoryDetail(actor, seen.trajectoryId))?.events.find(({ type }) => type === 'moved')
    const to = { type: 'moved', holdsOn: today, to: 'arrived' } as const
    expect(await correctEvent(actor, seen, moved?.id ?? '', to)).toMatchObject({ reason: 'child-voice-missing' })
  })

  test('in the database too, past every door', async () => {
    const past = (whose: Whose, who: Who) =>
      inScope(home.actors[who], (tx) =>
        tx.execute(sql`update trajectories set phase = 'arrived' where id = ${home.trajectories[whose]}`),
      )
    await expect(past('sanne', 'coordinator')).rejects.toThrow()
    yes(await hear())
    // What the actor may not read does not count, so the refusal tells nothing.
    await expect(past('lotte', 'coordinator')).rejects.toThrow()
    await past('lotte', 'workerOfLotte')
    expect(await phaseOf('lotte')).toBe('arrived')
  })

  test('an evaluation that the programme names waits as well', async () => {
    const document = JSON.parse(JSON.stringify(walkOfOne()).replaceAll('fathers-walk', 'mothers-walk'))
    document.childVoice = { phases: ['arrived'], milestones: ['look-back'] }
    await publishProgramme(await anOperator(), document)
    const { municipalityId, organisationId } = home
    const { id } = await aProvision({ municipalityId, organisationId, programmeCode: 'mothers-walk' })
    const actor = home.actors.workerOfSanne
    const { trajectoryId } = yes(
      await startTrajectory(actor, {
        ...{ provisionId: id, personId: home.persons.sanne, registration: aRegistration({ phase: 'signed-up' }) },
        worker: { accountId: actor.personId, role: 'worker' },
      }),
    )
    yes(await setAnchor(actor, { trajectoryId }, { anchor: 'first-walk', on: today }))
    const evaluate = () => completeMilestone(actor, { trajectoryId }, { milestone: 'look-back', on: today })
    expect(await evaluate()).toEqual(refuse('child-voice-missing', { children: 1 }))
    yes(await explainVoice(actor, trajectoryId, { childId: home.persons.lotte, because }))
    yes(await evaluate())
  })
})

describe('the reason why a voice is missing', () => {
  test('[R-088] is given by who works on the trajectory or leads it, for a child of this case', async () => {
    const explain = async (who: Who) =>
      (await explainVoice(home.actors[who], home.trajectories.sanne, { childId: home.persons.lotte, because })).ok
    expect(await whoOf(home, explain)).toEqual(['workerOfSanne', 'coordinator'])
    const other = await aFamilyInTwoHomes()
    const given = { childId: other.persons.lotte, because }
    expect(await explainVoice(home.actors.workerOfSanne, home.trajectories.sanne, given)).toEqual(refuse('not-found'))
    const parent = { childId: home.persons.mark, because }
    expect(await explainVoice(home.actors.workerOfSanne, home.trajectories.sanne, parent)).toEqual(refuse('not-found'))
  })

  test('[R-088] is read by nobody on the other side', async () => {
    yes(
      await explainVoice(home.actors.workerOfSanne, home.trajectories.sanne, { childId: home.persons.lotte, because }),
    )
    const reads = async (who: Who) =>
      (await childrenOfCase(home.actors[who], home.trajectories.sanne)).some((one) => one.because === because)
    expect(await whoOf(home, reads)).toEqual(['workerOfSanne', 'coordinator'])
  })
})

describe('[R-062] what is handed over at closing', () => {
  const told = { name: 'Oudercafé', what: 'Ouders ontmoeten', reach: 'Loop binnen', source: 'Gebeld' }
  const offer = async (given: { municipalityId?: Id; until?: number; programme?: string } = {}) => {
    const id = newId()
    const days = { validFrom: later(today, { days: -30 }), validUntil: null as typeof today | null }
    if (given.until !== undefined) days.validUntil = later(today, { days: given.until })
    const programmeCodes = [given.programme ?? 'fathers-walk']
    const municipalityId = given.municipalityId ?? home.municipalityId
    yes(await keepOffer(await anOperator(), municipalityId, { id, told: { ...told, ...days, programmeCodes } }))
    return id
  }

  test('is of the own municipality and holds today; anything else closes nothing', async () => {
    const [good, ended] = [await offer(), await offer({ until: -1 })]
    const elsewhere = await offer({ municipalityId: await aMunicipality() })
    const [actor, id] = [home.actors.workerOfSanne, home.trajectories.sanne]
    expect((await offersFor(actor, id, today)).map((one) => one.id)).toEqual([good])
    for (const wrong of [ended, elsewhere, newId(), 'nothing'])
      expect(await close('workerOfSanne', 'sanne', { because, offerIds: [good, wrong] })).toEqual(
        refuse('offer-not-here'),
      )
    expect([await phaseOf('sanne'), await handedIn(actor, id)]).toEqual(['signed-up', []])
    yes(await close('workerOfSanne', 'sanne', { because, offerIds: [good, good] }))
    expect(await handedIn(actor, id)).toMatchObject([{ offerId: good, name: 'Oudercafé', handedOn: today }])
  })

  test('[R-088] is read by who works on that person and by who leads, and stays as it was when the list changes', async () => {
    const id = await offer()
    yes(await close('workerOfSanne', 'sanne', { because, offerIds: [id] }))
    const programmeCodes = ['fathers-walk']
    const changed = { ...told, name: 'Praatcafé', validFrom: today, validUntil: null, programmeCodes }
    yes(await keepOffer(await anOperator(), home.municipalityId, { id, rowVersion: 1, told: changed }))
    const reads = async (who: Who) =>
      (await handedIn(home.actors[who], home.trajectories.sanne)).some(({ name }) => name === 'Oudercafé')
    expect(await whoOf(home, reads)).toEqual(['workerOfSanne', 'coordinator'])
  })

  test('[R-252] is kept by a manager of that municipality, once per form and never over somebody else', async () => {
    const id = newId()
    const given = { ...told, validFrom: today, validUntil: null, programmeCodes: ['fathers-walk'] }
    const manager = await someone({ role: 'manager', municipalityId: home.municipalityId })
    const stranger = await someone({ role: 'manager', municipalityId: await aMunicipality() })
    for (const actor of [...everybodyOf(home).map((who) => home.actors[who]), stranger])
      expect(await keepOffer(actor, home.municipalityId, { id, told: given })).toEqual(refuse('not-found'))
    yes(await keepOffer(manager, home.municipalityId, { id, told: given }))
    yes(await keepOffer(manager, home.municipalityId, { id, told: given }))
    expect(await offersFor(home.actors.workerOfMark, home.trajectories.mark, today)).toHaveLength(1)
    yes(await keepOffer(manager, home.municipalityId, { id, rowVersion: 1, told: given }))
    expect(await keepOffer(manager, home.municipalityId, { id, rowVersion: 1, told: given })).toEqual(
      refuse('changed-meanwhile'),
    )
  })
})

test('closing sent twice is one closing', async () => {
  const key = newId()
  yes(await close('workerOfSanne', 'sanne', { because, key }))
  yes(await close('workerOfSanne', 'sanne', { because, key }))
  const { events = [] } = (await trajectoryDetail(home.actors.workerOfSanne, home.trajectories.sanne)) ?? {}
  expect(events.filter(({ type }) => type === 'moved')).toHaveLength(1)
})
