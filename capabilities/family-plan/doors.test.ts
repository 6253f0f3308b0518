import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayAt } from '../../foundation/day.ts'
import { refuse } from '../../foundation/result.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aFamilyInTwoHomes, publishWalk, type TwoHomes } from '../../tests/support/two-homes.ts'
import { yes } from '../../tests/support/world.ts'
import { addItem, openPlan, tickItem } from './actions.ts'
import { byGoal, ITEM_KINDS, type PlanItem } from './plan.ts'
import { sharedPlan } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
let home: TwoHomes
let planId = ''

beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
  const { actors, persons } = home
  planId = yes(await openPlan(actors.workerOfSanne, persons.sanne, { participants: [persons.mark], on: today })).planId
}, 60_000)

type Who = keyof TwoHomes['actors']
const seen = (who: Who) => sharedPlan(home.actors[who], [home.familyId])

describe('the plan of a family', () => {
  test('[R-077] is one, with one director: a second is refused, whoever asks', async () => {
    const { actors, persons } = home
    const again = { participants: [], on: today }
    expect(await openPlan(actors.workerOfMark, persons.mark, again)).toEqual(refuse('plan-there-is-one'))
    expect(await openPlan(actors.workerOfLotte, persons.lotte, again)).toEqual(refuse('plan-there-is-one'))
    expect((await seen('workerOfMark'))?.plan.directorId).toBe(actors.workerOfSanne.personId)
  })

  test('[R-088] is read by who takes part and by who works on them; not by the child’s worker, the coordinator or anybody else', async () => {
    const reading: Who[] = []
    for (const who of Object.keys(home.actors) as Who[]) if ((await seen(who)) !== undefined) reading.push(who) // keys of the record
    expect(reading).toEqual(['sanne', 'mark', 'workerOfSanne', 'workerOfMark'])
  })

  test('[R-078] holds goals, actions with one owner and agreements, in short lines', async () => {
    const { actors, persons } = home
    const add = (who: Who, given: Parameters<typeof addItem>[2]) => addItem(actors[who], planId, given)
    const goal = yes(await add('workerOfSanne', { kind: 'goal', body: 'Lotte weet waar ze slaapt' }))
    yes(
      await add('workerOfMark', {
        kind: 'action',
        goalId: goal.itemId,
        body: 'Rooster op de koelkast',
        ownerPersonId: persons.mark,
      }),
    )
    yes(await add('workerOfSanne', { kind: 'agreement', body: 'Overdracht op school, niet aan de deur' }))
    expect(await add('workerOfSanne', { kind: 'action', body: 'Zonder iemand' })).toEqual(refuse('plan-owner'))
    expect(await add('workerOfSanne', { kind: 'goal', body: ' ' })).toEqual(refuse('plan-empty'))
    expect(await add('workerOfSanne', { kind: 'goal', body: 'x'.repeat(201) })).toEqual(
      refuse('plan-long', { most: 200 }),
    )
    expect(await add('workerOfSanne', { kind: 'note', body: 'Wat Sanne zei' })).toEqual(refuse('plan-kind'))
    expect(await add('workerOfSanne', { kind: 'action', body: 'x', ownerPersonId: persons.lotte })).toEqual(
      refuse('plan-not-family'),
    )
    for (const who of ['sanne', 'mark', 'workerOfLotte', 'coordinator', 'elsewhere'] as const)
      expect(await add(who, { kind: 'goal', body: 'Mag dit?' })).toEqual(refuse('not-found'))
    const shared = await seen('mark')
    expect(byGoal(shared?.items ?? []).map(({ goal: one, items }) => [one?.body, items.length])).toEqual([
      ['Lotte weet waar ze slaapt', 1],
      [undefined, 1],
    ])
  })

  test('somebody of the family ticks what is theirs, and nothing else; a second tick at once is heard', async () => {
    const { actors } = home
    const action = (await seen('mark'))?.items.find((one) => one.kind === 'action') as PlanItem // made in the test above
    const given = { itemId: action.id, rowVersion: action.rowVersion, doneOn: today }
    expect(await tickItem(actors.sanne, planId, given)).toEqual(refuse('not-found'))
    yes(await tickItem(actors.mark, planId, given))
    expect(await tickItem(actors.workerOfSanne, planId, given)).toEqual(refuse('changed-meanwhile'))
    expect((await seen('sanne'))?.items.find((one) => one.id === action.id)?.doneOn).toBe(today)
  })

  test('takes nobody of another family', async () => {
    const other = await aFamilyInTwoHomes()
    const { actors, persons } = other
    expect(
      await openPlan(actors.workerOfSanne, persons.sanne, { participants: [home.persons.mark], on: today }),
    ).toEqual(refuse('plan-not-family'))
    // Refused is refused: nothing of it was written.
    yes(await openPlan(actors.workerOfSanne, persons.sanne, { participants: [persons.mark], on: today }))
  })

  test('a version that is no number is a version that somebody else has changed', async () => {
    const item = (await seen('mark'))?.items.find((one) => one.kind === 'action') as PlanItem // made in a test above
    for (const rowVersion of [Number.NaN, 1e15, -1])
      expect(await tickItem(home.actors.mark, planId, { itemId: item.id, rowVersion, doneOn: null })).toEqual(
        refuse('changed-meanwhile'),
      )
  })
})

test('every line stands in the plan once, under its goal or at the end', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const items = fc.uniqueArray(
    fc.record({ id: ids, kind: fc.constantFrom(...ITEM_KINDS), goalId: fc.option(ids) }).map(
      (one): PlanItem => ({
        ...one,
        goalId: one.kind === 'goal' ? null : one.goalId,
        ...{
          planId: 'p',
          body: one.id,
          ownerPersonId: null,
          ownerAccountId: null,
          dueOn: null,
          doneOn: null,
          rowVersion: 1,
        },
      }),
    ),
    { selector: (one) => one.id },
  )
  fc.assert(
    fc.property(items, (given) => {
      const shown = byGoal(given).flatMap(({ goal, items: under }) => [...(goal === undefined ? [] : [goal]), ...under])
      expect(shown.map((one) => one.id).sort()).toEqual(given.map((one) => one.id).sort())
    }),
  )
})
