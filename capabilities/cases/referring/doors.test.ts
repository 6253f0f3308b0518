import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { after, dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { refuse } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aFamilyInTwoHomes, everybodyOf, publishWalk, type TwoHomes, whoOf } from '../../../tests/support/two-homes.ts'
import { someone, theActor, yes } from '../../../tests/support/world.ts'
import { BUILT_IN } from '../../access/actor.ts'
import { figure } from '../../measures/queries.ts'
import { destroyTrajectories } from '../destruction/actions.ts'
import { trajectoryDetail } from '../queries.ts'
import { refer, sayResult } from './actions.ts'
import { referralsOf, referredTo } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
const MEASURE = 'fathers-walk-online'
let home: TwoHomes

beforeAll(publishWalk, 60_000)
beforeEach(async () => {
  home = await aFamilyInTwoHomes()
}, 60_000)

type Who = keyof TwoHomes['actors']

const send = (
  who: Who,
  given: Partial<Parameters<typeof refer>[2]> & { kind?: string } = {},
  of = home.trajectories.lotte,
) =>
  refer(home.actors[who], of, {
    ...{ key: newId(), on: today, organisation: 'Maatjesplein', isAgreed: true },
    given: () => ({ 'online-kind': [given.kind ?? 'buddy'] }),
    ...given,
  })
const tell = (who: Who, referralId: string, on = today, result = 'started') =>
  sayResult(home.actors[who], home.trajectories.lotte, {
    ...{ referralId, key: newId(), on, given: () => ({ 'online-result': [result] }) },
  })
const ofLotte = async (who: Who) => (await referralsOf(home.actors[who], home.persons.lotte)).referrals

test('[R-070] a referral is recorded by the own worker of the child and read in the own file by nobody beside the two', async () => {
  const recorded = new Map<Who, boolean>()
  for (const who of everybodyOf(home)) recorded.set(who, (await send(who)).ok)
  expect([...recorded].filter(([, isDone]) => isDone).map(([who]) => who)).toEqual(['workerOfLotte'])
  expect(await whoOf(home, async (who) => (await ofLotte(who)).length > 0)).toEqual(['workerOfLotte'])
  expect(await ofLotte('workerOfLotte')).toEqual([
    expect.objectContaining({ organisation: 'Maatjesplein', answers: { 'online-kind': 'buddy' }, result: undefined }),
  ])
  const isTold = async (who: Who) => (await referredTo(home.actors[who], home.persons.lotte)).includes('Maatjesplein')
  expect(await whoOf(home, isTold)).toEqual(['lotte', 'workerOfLotte'])
})

test('[R-070] where to is in no event: who leads the provision sees that it was done, and not where', async () => {
  yes(await send('workerOfLotte'))
  const detail = await trajectoryDetail(home.actors.coordinator, home.trajectories.lotte)
  expect(detail?.events.map(({ type }) => type)).toContain('referral-made')
  expect(JSON.stringify(detail)).not.toContain('Maatjesplein')
  expect(await trajectoryDetail(home.actors.workerOfMark, home.trajectories.lotte)).toBeUndefined()
})

test('[R-070] what the child did not agree to is not recorded, and nothing of it is kept', async () => {
  expect(await send('workerOfLotte', { isAgreed: false })).toMatchObject(refuse('referral-not-agreed'))
  expect(await ofLotte('workerOfLotte')).toEqual([])
  expect(await send('workerOfSanne', {}, home.trajectories.sanne)).toMatchObject(refuse('not-found'))
})

test('[R-070] sent twice it is one, and what came of it is told later, by the last that was said', async () => {
  const key = newId()
  yes(await send('workerOfLotte', { key, on: after(today, { days: -3 }) }))
  yes(await send('workerOfLotte', { key }))
  for (const who of everybodyOf(home).filter((one) => one !== 'workerOfLotte'))
    expect(await tell(who, key)).toMatchObject(refuse('not-found'))
  expect(await tell('workerOfLotte', newId())).toMatchObject(refuse('not-found'))
  expect(await tell('workerOfLotte', key, after(today, { days: -4 }))).toMatchObject(refuse('referral-result-early'))
  yes(await tell('workerOfLotte', key, today, 'not-started'))
  yes(await tell('workerOfLotte', key))
  expect((await ofLotte('workerOfLotte')).map(({ result }) => result?.answers)).toEqual([
    { 'online-result': 'started' },
  ])
})

test('[R-070] [R-060] referrals are a figure by kind and by what came of it, the same for ever as it was known', async () => {
  const key = newId()
  yes(await send('workerOfLotte', { key, on: after(today, { days: -3 }) }))
  yes(await send('workerOfLotte', { kind: 'chat' }))
  const ask = { measure: MEASURE, scope: { municipalityId: home.municipalityId }, asOf: today, by: 'online-result' }
  const own = async (knownOn?: Date) => {
    const asked = { ...ask, audience: 'organisation' as const, ...(knownOn !== undefined && { knownOn }) }
    const { value, breakdown, knownAt } = yes(await figure(home.actors.coordinator, asked))
    return { value, groups: breakdown.flatMap((one) => (one.value === 0 ? [] : [[one.key, one.value]])), knownAt }
  }
  const before = await own()
  expect(before).toMatchObject({ value: 2, groups: [['unknown', 2]] })
  yes(await tell('workerOfLotte', key))
  expect(await own()).toMatchObject({ value: 2, groups: expect.arrayContaining([['started', 1]]) })
  expect(await own(new Date(before.knownAt))).toEqual(before)
  const byKind = { ...ask, by: 'online-kind', audience: 'organisation' as const }
  const kinds = yes(await figure(home.actors.coordinator, byKind)).breakdown
  expect(kinds.map((one) => [one.key, one.value])).toEqual(
    expect.arrayContaining([
      ['buddy', 1],
      ['chat', 1],
    ]),
  )
})

test('[R-070] [R-265] a few referrals are told to nobody outside the organisation, also not per municipality', async () => {
  yes(await send('workerOfLotte'))
  const { municipalityId, regionId } = home
  const adviser = await someone({ role: 'policy-adviser', municipalityId })
  const leader = await someone({ role: 'policy-adviser', regionId })
  const ask = { measure: MEASURE, asOf: today, audience: 'policy' as const }
  const here = yes(await figure(adviser, { ...ask, scope: { municipalityId }, by: 'online-kind' }))
  expect([here.value, here.suppressed]).toEqual([null, true])
  const around = yes(await figure(leader, { ...ask, scope: { regionId }, by: 'municipality' }))
  expect(around.breakdown.some(({ value }) => value === 1)).toBe(false)
  for (const who of ['sanne', 'mark', 'lotte', 'workerOfMark', 'elsewhere'] as const)
    expect((await figure(home.actors[who], { ...ask, scope: { municipalityId } })).ok).toBe(false)
})

test('[R-070] the database refuses another’s child and what is not agreed', async () => {
  yes(await send('workerOfLotte'))
  const copied = (who: Who, agreed: boolean) =>
    inScope(home.actors[who], (tx) =>
      tx.execute(sql`
        insert into online_referrals (municipality_id, id, trajectory_id, child_id, organisation, is_agreed, recorded_by)
        values (${home.municipalityId}, ${newId()}, ${home.trajectories.lotte}, ${home.persons.lotte}, 'Plein', ${agreed}, ${home.actors[who].personId})`),
    )
  await expect(copied('workerOfLotte', false)).rejects.toMatchObject({ cause: { code: '23514' } })
  await expect(copied('workerOfMark', true)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('[R-274] the end of the trajectory is the end of where a child was referred to', async () => {
  yes(await send('workerOfLotte'))
  const jobs = await theActor(BUILT_IN.jobs)
  yes(await destroyTrajectories(jobs, Object.values(home.trajectories)))
  const left = await inScope(jobs, (tx) =>
    tx.execute(sql`select from online_referrals where child_id = ${home.persons.lotte}`),
  )
  expect(left.rows).toEqual([])
})
