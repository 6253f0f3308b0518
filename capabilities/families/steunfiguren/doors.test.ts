import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { after, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aFamilyInTwoHomes, everybodyOf, publishWalk, type TwoHomes, whoOf } from '../../../tests/support/two-homes.ts'
import { theActor, yes } from '../../../tests/support/world.ts'
import { BUILT_IN } from '../../access/actor.ts'
import { destroyTrajectories } from '../../cases/destruction/actions.ts'
import { breakGlass } from '../glass/actions.ts'
import { endSteunfiguur, linkSteunfiguur } from './actions.ts'
import { steunfigurenOf } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
let home: TwoHomes

beforeAll(publishWalk, 60_000)
beforeEach(async () => {
  home = await aFamilyInTwoHomes()
}, 60_000)

type Who = keyof TwoHomes['actors']
type Given = Parameters<typeof linkSteunfiguur>[2]

const link = (who: Who, given: Partial<Given> = {}, childId = home.persons.lotte) =>
  linkSteunfiguur(home.actors[who], childId, {
    ...{ kind: 'online-buddy', called: 'Puck', organisation: 'Maatjesplein', startsOn: today },
    ...{ isAgreed: true, agreedOn: after(today, { days: -2 }), agreedBy: 'chat' },
    ...given,
  })
const ofLotte = (who: Who) => steunfigurenOf(home.actors[who], home.persons.lotte)

test('[R-068] somebody is linked by the own worker of the child and read by nobody beside the two', async () => {
  const linked = new Map<Who, boolean>()
  for (const who of everybodyOf(home)) linked.set(who, (await link(who)).ok)
  expect([...linked].filter(([, isDone]) => isDone).map(([who]) => who)).toEqual(['workerOfLotte'])
  expect(await whoOf(home, async (who) => (await ofLotte(who)).length > 0)).toEqual(['lotte', 'workerOfLotte'])
  expect(await ofLotte('lotte')).toEqual([
    expect.objectContaining({ called: 'Puck', organisation: 'Maatjesplein', agreedBy: 'chat', endsOn: null }),
  ])
})

test('[R-068] whom the child did not agree to is not linked, and nothing of it is kept', async () => {
  expect(await link('workerOfLotte', { isAgreed: false })).toEqual(refuse('steunfiguur-not-agreed'))
  expect(await ofLotte('workerOfLotte')).toEqual([])
})

test('[R-068] the same person is there once at a time, also for a form that is sent twice', async () => {
  const key = newId()
  const first = yes(await link('workerOfLotte', { key }))
  expect(yes(await link('workerOfLotte', { key }))).toEqual(first)
  expect(await link('workerOfLotte', { called: 'PUCK' })).toEqual(refuse('steunfiguur-twice'))
  expect(await ofLotte('workerOfLotte')).toHaveLength(1)
})

test('[R-068] who ended stays in the history, and can come back afterwards', async () => {
  const startsOn = after(today, { days: -9 })
  const { id } = yes(await link('workerOfLotte', { startsOn, agreedOn: startsOn }))
  const worker = home.actors.workerOfLotte
  const until = after(today, { days: -1 })
  for (const who of everybodyOf(home).filter((one) => one !== 'workerOfLotte'))
    expect(await endSteunfiguur(home.actors[who], home.persons.lotte, id, until)).toEqual(refuse('not-found'))
  expect(await endSteunfiguur(worker, home.persons.sanne, id, until)).toEqual(refuse('not-found'))
  yes(await endSteunfiguur(worker, home.persons.lotte, id, until))
  yes(await endSteunfiguur(worker, home.persons.lotte, id, until))
  expect(await endSteunfiguur(worker, home.persons.lotte, id, today)).toEqual(refuse('steunfiguur-ended'))
  yes(await link('workerOfLotte'))
  expect((await ofLotte('workerOfLotte')).map(({ endsOn }) => endsOn)).toEqual([null, until])
})

/** Another row, past every rule but those of the database. */
const rowOf = (called: string, daysLater: number) =>
  inScope(home.actors.workerOfLotte, (tx) =>
    tx.execute(sql`
      insert into steunfiguren (municipality_id, id, child_id, kind, called, organisation, starts_on, agreed_on, agreed_by, recorded_by)
      select municipality_id, ${newId()}, child_id, kind, ${called}, organisation, starts_on, starts_on + ${daysLater}::int, agreed_by, recorded_by
      from steunfiguren where child_id = ${home.persons.lotte}`),
  )

test('[R-068] the database says by itself that nobody is there twice, and that the child agreed before it began', async () => {
  yes(await link('workerOfLotte'))
  await expect(rowOf(' puck', 0)).rejects.toMatchObject({ cause: { code: '23P01' } })
  await expect(rowOf('Bo', 1)).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('[R-068] [R-263] who opens the file with a reason reads it and changes nothing', async () => {
  const { id } = yes(await link('workerOfLotte'))
  const reason = 'Dringend, de eigen hulpverlener is ziek.'
  yes(await breakGlass(home.actors.colleague, home.persons.lotte, reason))
  expect(await ofLotte('colleague')).toHaveLength(1)
  expect(await link('colleague', { called: 'Bo' })).toEqual(refuse('not-found'))
  expect(await endSteunfiguur(home.actors.colleague, home.persons.lotte, id, today)).toEqual(refuse('not-found'))
})

test('[R-068] an adult has none', async () => {
  expect(await link('workerOfSanne', {}, home.persons.sanne)).toEqual(refuse('not-found'))
})

test('[R-274] the end of the family is the end of who was there for its child', async () => {
  yes(await link('workerOfLotte'))
  const jobs = await theActor(BUILT_IN.jobs)
  await destroyTrajectories(jobs, Object.values(home.trajectories))
  const left = await inScope(jobs, (tx) =>
    tx.execute(sql`select from steunfiguren where child_id = ${home.persons.lotte}`),
  )
  expect(left.rows).toEqual([])
})
