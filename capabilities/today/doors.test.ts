import { beforeAll, expect, test } from 'vitest'
import { after, dayAt } from '../../foundation/day.ts'
import { withDatabase } from '../../tests/support/database.ts'
import { aFamilyInTwoHomes, publishWalk, type TwoHomes } from '../../tests/support/two-homes.ts'
import { yes } from '../../tests/support/world.ts'
import { answerQuestions, completeMilestone, setAnchor } from '../cases/history/actions.ts'
import { addItem, openPlan } from '../family-plan/actions.ts'
import { todayOf } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
let home: TwoHomes

beforeAll(async () => {
  await publishWalk()
  home = await aFamilyInTwoHomes()
}, 60_000)

type Who = keyof TwoHomes['actors']
async function whoSees(id: string): Promise<Who[]> {
  const seeing: Who[] = []
  for (const who of Object.keys(home.actors) as Who[]) {
    const { late, today: now, week } = await todayOf(home.actors[who], today, new Date()) // keys of the record above
    if ([...late, ...now, ...week].some((one) => one.id === id)) seeing.push(who)
  }
  return seeing
}

test('[R-110] a milestone that is due stands with the worker of that person and with who leads, until it is done', async () => {
  const { actors, trajectories } = home
  const seen = { trajectoryId: trajectories.sanne }
  yes(await setAnchor(actors.workerOfSanne, seen, { anchor: 'first-walk', on: after(today, { weeks: -60 }) }))
  expect(await whoSees(trajectories.sanne)).toEqual(['workerOfSanne', 'coordinator'])
  const { late } = await todayOf(actors.workerOfSanne, today, new Date())
  expect(late.map((one) => one.about)).toEqual(['Sanne'])
  yes(await answerQuestions(actors.workerOfSanne, seen, { answers: { pace: 'slow' }, on: today }))
  yes(await completeMilestone(actors.workerOfSanne, seen, { milestone: 'look-back', on: today }))
  expect(await whoSees(trajectories.sanne)).toEqual([])
})

test('an action in the plan stands with who is to do it, and with nobody else', async () => {
  const { actors, persons } = home
  const { planId } = yes(
    await openPlan(actors.workerOfSanne, persons.sanne, { participants: [persons.mark], on: today }),
  )
  const { itemId } = yes(
    await addItem(actors.workerOfMark, planId, {
      ...{ kind: 'action', body: 'Kennismaken op school', dueOn: after(today, { days: -3 }) },
      ownerAccountId: actors.workerOfMark.personId,
    }),
  )
  expect(await whoSees(itemId)).toEqual(['workerOfMark'])
  expect((await todayOf(actors.workerOfMark, today, new Date())).late).toHaveLength(1)
})

test('what others promised in a plan one takes part in stands as waiting, and with nobody outside the plan', async () => {
  const { actors, persons } = await aFamilyInTwoHomes()
  const { planId } = yes(
    await openPlan(actors.workerOfSanne, persons.sanne, { participants: [persons.mark], on: today }),
  )
  const promise = (days: number) =>
    addItem(actors.workerOfSanne, planId, {
      ...{ kind: 'action', body: 'Zwemles regelen', dueOn: after(today, { days }) },
      ownerPersonId: persons.mark,
    })
  const [{ itemId }, far] = [yes(await promise(-2)), yes(await promise(60))]
  const waitsFor: Who[] = []
  for (const who of Object.keys(actors) as Who[]) {
    const ids = (await todayOf(actors[who], today, new Date())).others.map((one) => one.id)
    if (ids.includes(itemId)) waitsFor.push(who)
    expect(ids, who).not.toContain(far.itemId)
  }
  expect(waitsFor).toContain('workerOfSanne')
  expect(waitsFor).toContain('workerOfMark')
  expect(waitsFor).not.toContain('coordinator')
})
