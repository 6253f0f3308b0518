import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { inScope } from '../../../database/transaction.ts'
import { allow } from '../../../foundation/result.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aMunicipality, anOperator, aRegion, someone, theActor, yes } from '../../../tests/support/world.ts'
import { type Actor, BUILT_IN } from '../../access/actor.ts'
import type { StepPlan } from '../definition.ts'
import { shippedStepPlan } from '../queries.ts'
import { addToStepPlan, changeStepPlan, discardStepPlan, publishStepPlan, restoreStepPlan } from './actions.ts'
import { type Spot, sealOf, thingAt, withStepAdded, withThing } from './changes.ts'
import { mayKeepStepPlan, publicStepPlan, stepPlanKept, stepPlanMark, stepPlanVersion } from './queries.ts'
import { referencesTo, sealOfReferences, withQuestionChanged, withQuestionRemoved } from './references.ts'
import { asItComes } from './told.ts'

withDatabase()

type People = Record<'ofRegion' | 'colleague' | 'operator' | 'ofPlace' | 'adviser' | 'visitor', Actor>
let people: People

beforeAll(async () => {
  const regionId = await aRegion()
  const municipalityId = await aMunicipality({ regionId })
  people = {
    ofRegion: await someone({ role: 'communication-adviser', regionId }),
    colleague: await someone({ role: 'communication-adviser', regionId }),
    operator: await anOperator(),
    ofPlace: await someone({ role: 'manager', municipalityId }),
    adviser: await someone({ role: 'policy-adviser', municipalityId }),
    visitor: await theActor(BUILT_IN.visitor),
  }
}, 60_000)

const SCHOOL = { part: 'steps', code: 'school' } as const
const kept = async (actor = people.ofRegion) => {
  const found = await stepPlanKept(actor)
  if (found === undefined) throw new Error('kept by somebody else')
  return found
}

/** Only who has children under twelve hears of school now. */
const narrower = (plan: StepPlan): StepPlan => {
  const school = plan.steps.find(({ code }) => code === SCHOOL.code)
  if (school === undefined) return plan
  const set = [
    { question: 'afraid', isNot: ['yes', 'now'] },
    { question: 'children', is: ['under-12'] },
  ]
  return withThing(plan, SCHOOL, { ...school, if: [set] })
}

const change = async (actor: Actor, changed: (plan: StepPlan) => StepPlan, spot: Spot = SCHOOL) =>
  changeStepPlan(actor, { spot, changed: (plan) => allow(changed(plan)), seal: sealOf((await kept()).draft, spot) })

const seen = async () => {
  const { rowVersion, current } = await kept()
  return { rowVersion, current: current.version }
}

/** Each example person expects what the draft gives. */
const acceptEveryExample = async () => {
  for (const { code } of (await kept()).draft.examples)
    yes(
      await change(
        people.ofRegion,
        (plan) => ({ ...plan, examples: plan.examples.map((one) => asItComes(plan, one)) }),
        {
          part: 'examples',
          code,
        },
      ),
    )
}

test('[R-004] the plan is kept by who keeps the pages of everyone, and by nobody else', async () => {
  for (const actor of [people.ofPlace, people.adviser, people.visitor]) {
    expect(await mayKeepStepPlan(actor)).toBe(false)
    expect(await stepPlanKept(actor)).toBeUndefined()
    expect(await stepPlanVersion(actor, 1)).toBeUndefined()
    expect(await change(actor, narrower)).toMatchObject({ reason: 'not-found' })
    expect(
      await addToStepPlan(actor, (plan) => withStepAdded(plan, { title: { nl: 'a', en: 'a' }, at: 'now' })),
    ).toMatchObject({ reason: 'not-found' })
    expect(await publishStepPlan(actor, { rowVersion: 0, current: 1 })).toMatchObject({ reason: 'not-found' })
    expect(await restoreStepPlan(actor, { version: 1, current: 1 })).toMatchObject({ reason: 'not-found' })
    expect(await discardStepPlan(actor, 0)).toMatchObject({ reason: 'not-found' })
  }
  expect((await kept(people.operator)).versions).toEqual([{ version: 1, published: undefined }])
})

test('[R-004] a draft is public to nobody, is refused while an example gets other steps, and then becomes a version', async () => {
  const mark = await stepPlanMark(people.visitor)
  yes(await change(people.ofRegion, narrower))
  expect((await publicStepPlan(people.visitor)).version).toBe(1)
  expect((await kept(people.colleague)).draft.steps.find(({ code }) => code === 'school')?.if).toHaveLength(1)
  const none = (plan: StepPlan) => {
    const step = plan.steps.find(({ code }) => code === SCHOOL.code)
    return step === undefined ? plan : withThing(plan, SCHOOL, { ...step, at: 'later' })
  }
  yes(await change(people.ofRegion, none))
  expect((await kept()).faults).toContainEqual(
    expect.objectContaining({ part: 'examples', code: 'rented-two-children', why: 'plan-example-differs' }),
  )
  expect(await publishStepPlan(people.ofRegion, await seen())).toMatchObject({ reason: 'step-plan-not-ready' })
  await acceptEveryExample()
  expect(yes(await publishStepPlan(people.ofRegion, await seen()))).toEqual({ version: 2 })
  const now = await publicStepPlan(people.visitor)
  expect([now.version, now.steps.find(({ code }) => code === 'school')?.at]).toEqual([2, 'later'])
  expect(await stepPlanMark(people.visitor)).toBe(mark + 1)
  const after = await kept()
  expect([after.rowVersion, after.draft]).toEqual([0, now])
  expect(after.versions.map(({ version, published }) => [version, published?.publishedBy])).toEqual([
    [2, people.ofRegion.personId],
    [1, undefined],
  ])
  expect(await publishStepPlan(people.ofRegion, await seen())).toMatchObject({ reason: 'step-plan-same' })

  expect(yes(await restoreStepPlan(people.colleague, { version: 1, current: 2 }))).toEqual({ version: 3 })
  const { version: _, ...restored } = await publicStepPlan(people.visitor)
  const { version: __, ...shipped } = shippedStepPlan(people.visitor)
  expect(restored).toEqual(shipped)
  expect((await kept()).versions[0].published?.restores).toBe(1)
  expect(await restoreStepPlan(people.colleague, { version: 9, current: 3 })).toMatchObject({ reason: 'not-found' })
})

test('what a colleague changed meanwhile is not written over: not a thing, not the draft, not the public plan', async () => {
  const first = await kept()
  yes(await change(people.colleague, narrower))
  const seal = sealOf(first.draft, SCHOOL)
  expect(
    await changeStepPlan(people.ofRegion, { spot: SCHOOL, seal, changed: (plan) => allow(narrower(plan)) }),
  ).toMatchObject({
    reason: 'changed-meanwhile',
  })
  const other: Spot = { part: 'steps', code: 'papers' }
  yes(await changeStepPlan(people.ofRegion, { spot: other, seal: sealOf(first.draft, other), changed: allow }))
  const stale = { ...(await seen()), rowVersion: 1 }
  expect(await publishStepPlan(people.ofRegion, stale)).toMatchObject({ reason: 'changed-meanwhile' })
  expect(await discardStepPlan(people.ofRegion, 1)).toMatchObject({ reason: 'changed-meanwhile' })
  expect(await restoreStepPlan(people.ofRegion, { version: 1, current: 7 })).toMatchObject({
    reason: 'changed-meanwhile',
  })
  yes(await discardStepPlan(people.ofRegion, (await seen()).rowVersion))
  expect((await kept()).rowVersion).toBe(0)
})

test('a step told twice is one, and a thing that is not there is not found', async () => {
  const title = { nl: 'Bel de huisarts', en: 'Call the doctor' }
  const added = () => addToStepPlan(people.ofRegion, (plan) => withStepAdded(plan, { title, at: 'now' }))
  expect([yes(await added()), yes(await added())]).toEqual([{ code: 'bel-de-huisarts' }, { code: 'bel-de-huisarts' }])
  expect(await change(people.ofRegion, narrower, { part: 'steps', code: 'nergens' })).toMatchObject({
    reason: 'not-found',
  })
})

test('[R-004] what makes a plan unsafe for who is afraid is not published, whoever asks', async () => {
  yes(
    await change(people.operator, (plan) => {
      const step = plan.steps.find(({ code }) => code === 'doubt-talk')
      if (step === undefined) return plan
      const { isJoint: _, ...alone } = step
      return withThing(
        plan,
        { part: 'steps', code: step.code },
        { ...alone, if: [[{ question: 'stage', is: ['doubt'] }]] },
      )
    }),
  )
  expect((await kept()).faults.map(({ why }) => why)).toContain('plan-both-routes')
  expect(await publishStepPlan(people.operator, await seen())).toMatchObject({ reason: 'step-plan-not-ready' })
})

test('[R-004] other words for the question after fear are public only when somebody read them again', async () => {
  yes(await discardStepPlan(people.ofRegion, (await seen()).rowVersion))
  const spot = { part: 'questions', code: 'afraid' } as const
  const change = async () => {
    const { draft } = await kept()
    const question = thingAt(draft, spot)
    if (question === undefined) throw new Error('no question')
    const after = { ...question, ask: { nl: 'Ben je bang?', en: 'Are you afraid?' } }
    return changeStepPlan(people.ofRegion, {
      ...{ spot, seal: sealOf(draft, spot) },
      changed: (plan) => withQuestionChanged(plan, after, ''),
    })
  }
  yes(await change())
  expect(await publishStepPlan(people.ofRegion, await seen())).toMatchObject({ reason: 'step-plan-safety-unread' })
  expect((await publicStepPlan(people.visitor)).questions[0]?.ask.nl).not.toBe('Ben je bang?')
  yes(await publishStepPlan(people.ofRegion, { ...(await seen()), isSafetyRead: true }))
  expect((await publicStepPlan(people.visitor)).questions[0]?.ask.nl).toBe('Ben je bang?')
})

test('[R-004] a question goes only when every place that names it now was told, and the one after fear never', async () => {
  const remove = async (code: string, told: string) =>
    changeStepPlan(people.ofRegion, {
      ...{ spot: { part: 'questions', code }, seal: sealOf((await kept()).draft, { part: 'questions', code }) },
      changed: (plan) => withQuestionRemoved(plan, code, told),
    })
  const told = sealOfReferences(referencesTo((await kept()).draft, { question: 'money' }))
  // A colleague lets one more step look at it meanwhile.
  yes(
    await change(people.colleague, (plan) => {
      const papers = plan.steps.find(({ code }) => code === 'papers')
      if (papers === undefined) return plan
      const more = papers.if.map((set) => [...set, { question: 'money', isNot: ['fine'] }])
      return withThing(plan, { part: 'steps', code: 'papers' }, { ...papers, if: more })
    }),
  )
  expect(await remove('money', told)).toMatchObject({ reason: 'step-plan-referred' })
  const now = sealOfReferences(referencesTo((await kept()).draft, { question: 'money' }))
  yes(await remove('money', now))
  expect(await remove('money', now)).toMatchObject({ reason: 'not-found' })
  expect(await remove('afraid', '')).toMatchObject({ reason: 'step-plan-safety-stays' })
  expect(await publishStepPlan(people.ofRegion, await seen())).toMatchObject({ reason: 'step-plan-not-ready' })
  yes(await discardStepPlan(people.ofRegion, (await seen()).rowVersion))
})

test('a published version that this product can not read gives way to the plan that comes with it', async () => {
  await inScope(people.ofRegion, (tx) =>
    tx.execute(
      sql`insert into step_plans (version, plan, published_by) values (9, '{"format":9}', ${people.ofRegion.personId})`,
    ),
  )
  expect((await publicStepPlan(people.visitor)).version).toBe(1)
  expect(await stepPlanVersion(people.ofRegion, 9)).toBeUndefined()
})

test('where an installation has more regions, the plan of everyone is that of who has the whole platform', async () => {
  expect(await mayKeepStepPlan(people.ofRegion)).toBe(true)
  await aRegion()
  expect(await mayKeepStepPlan(people.ofRegion)).toBe(false)
  expect(await stepPlanKept(people.ofRegion)).toBeUndefined()
  expect(await mayKeepStepPlan(people.operator)).toBe(true)
})
