import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Actor } from '../../capabilities/access/actor.ts'
import { saveGathered, saveRecommendation } from '../../capabilities/participation/gathered/actions.ts'
import { saveFinding, saveRound } from '../../capabilities/participation/rounds/actions.ts'
import { publishStory, readyStory, recordConsent, saveStory } from '../../capabilities/participation/stories/actions.ts'
import { TELLERS } from '../../capabilities/participation/stories/consent.ts'
import { CHECKS } from '../../capabilities/participation/stories/story.ts'
import { after, type Day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { must } from './must.ts'
import type { Places } from './places.ts'
import { demoActor } from './trajectories.ts'

const something = z.record(z.string(), z.unknown())
const format = z.strictObject({
  about: z.string(),
  ...{ writer: z.email(), approver: z.email(), recorder: z.email() },
  stories: z.array(
    z.strictObject({
      municipality: z.string(),
      teller: z.enum(TELLERS),
      daysLeft: z.int().min(1),
      state: z.enum(['ready', 'public']),
      story: something,
    }),
  ),
  rounds: z.array(
    z.strictObject({
      municipality: z.string(),
      daysAgo: z.int().min(0),
      round: something,
      findings: z.array(something),
    }),
  ),
  gathered: z.array(
    z.strictObject({
      municipality: z.string(),
      recommendation: z.looseObject({ decidedDaysAgo: z.int().min(0).optional() }),
      said: z.array(z.looseObject({ daysAgo: z.int().min(0) })),
    }),
  ),
})
type Told = z.infer<typeof format>
type Making = { readonly today: Day; readonly placeOf: (code: string) => string }

/** Stories, a test round and what people said, all of it made up; some of it still to be decided. */
export async function hearResidents(operator: Actor, { municipalities }: Places, today: Day): Promise<void> {
  const { writer, approver, recorder, stories, rounds, gathered } = format.parse(
    JSON.parse(readFileSync('database/demo/participation.json', 'utf8')),
  )
  const actor = (email: string) => demoActor(operator, { email })
  const making = { today, placeOf: (code: string) => municipalities.get(code) ?? '' }
  await tellStories([await actor(writer), await actor(approver)], stories, making)
  await testWith(await actor(recorder), rounds, making)
  await gather(await actor(recorder), gathered, making)
}

async function tellStories(
  [writer, approver]: readonly [Actor, Actor],
  stories: Told['stories'],
  { today, placeOf }: Making,
): Promise<void> {
  for (const { municipality, teller, daysLeft, state, story } of stories) {
    const at = { municipalityId: placeOf(municipality), id: newId() }
    must(await saveStory(writer, { ...at, story }))
    const consent = {
      ...{ askedBy: 'Lieke Overkamp, scheidingsdeskundige', agreedOn: after(today, { days: -30 }) },
      ...{ untilOn: after(today, { days: daysLeft }), teller, givenBy: ['teller', 'parents'] },
      nameKind: story.shownName === null ? 'none' : 'invented',
    }
    must(await recordConsent(writer, { ...at, rowVersion: 1, consent, today }))
    must(await readyStory(writer, { ...at, rowVersion: 2 }, CHECKS))
    if (state === 'public') must(await publishStory(approver, { ...at, rowVersion: 3 }, today))
  }
}

async function testWith(recorder: Actor, rounds: Told['rounds'], { today, placeOf }: Making): Promise<void> {
  for (const { municipality, daysAgo, round, findings } of rounds) {
    const at = { municipalityId: placeOf(municipality), id: newId() }
    const fromOn = after(today, { days: -daysAgo })
    must(await saveRound(recorder, { ...at, round: { ...round, fromOn, toOn: after(fromOn, { days: 14 }) } }))
    for (const finding of findings)
      must(await saveFinding(recorder, { municipalityId: at.municipalityId, roundId: at.id, id: newId(), finding }))
  }
}

async function gather(recorder: Actor, gathered: Told['gathered'], { today, placeOf }: Making): Promise<void> {
  const on = (daysAgo: number | undefined) => (daysAgo === undefined ? null : after(today, { days: -daysAgo }))
  for (const { municipality, recommendation, said } of gathered) {
    const at = { municipalityId: placeOf(municipality), today }
    const id = newId()
    const { decidedDaysAgo, ...told } = recommendation
    const decided = { decidedBy: null, why: null, ...told, decidedOn: on(decidedDaysAgo) }
    must(await saveRecommendation(recorder, { ...at, id, recommendation: decided }))
    for (const { daysAgo, ...words } of said) {
      const given = { ...words, heldOn: on(daysAgo), recommendationId: id }
      must(await saveGathered(recorder, { ...at, id: newId(), gathered: given }))
    }
  }
}
