import { beforeAll, expect, test } from 'vitest'
import { dayAt } from '../../../foundation/day.ts'
import { newId } from '../../../foundation/id.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { aCard } from '../../../tests/support/offers.ts'
import { aRegistration } from '../../../tests/support/registrations.ts'
import { aVisitor } from '../../../tests/support/signing-in.ts'
import { aMunicipality, anOperator, aProvision, someone, yes } from '../../../tests/support/world.ts'
import type { Actor } from '../../access/actor.ts'
import { registerMany } from '../../cases/actions.ts'
import { publishShippedProgrammes } from '../../programmes/shipped.ts'
import { moveOffer, saveOffer } from '../actions.ts'
import { lastFourQuarters } from './period.ts'
import { municipalitiesWithGaps, supplyAndDemand } from './queries.ts'

withDatabase()
const today = dayAt(new Date())
const { to } = lastFourQuarters(today)
let here: string
let organisationId: string
let adviser: Actor

/** Twelve families in Noord, four in Zuid and six in Midden; an offer about parenting in Midden alone. */
beforeAll(async () => {
  await publishShippedProgrammes(await anOperator())
  here = await aMunicipality()
  const provision = await aProvision({ municipalityId: here, programmeCode: 'home-start' })
  organisationId = provision.organisationId
  const coordinator = await someone({ role: 'coordinator', municipalityId: here, organisationId })
  const villages = [
    ...Array<string>(12).fill('noord'),
    ...Array<string>(4).fill('zuid'),
    ...Array<string>(6).fill('midden'),
  ]
  const families = villages.map((village) =>
    aRegistration({
      answers: { village, children: [{ years: 4 }], question: ['listening-ear'], referrer: 'school' },
      phase: 'active',
      holdsOn: to,
    }),
  )
  yes(await registerMany(coordinator, provision.id, families))
  const editor = await someone({ role: 'manager', municipalityId: here })
  const at = { municipalityId: here, id: newId() }
  const card = aCard({ domains: ['parenting'], villages: ['midden'] })
  yes(
    await saveOffer(editor, {
      ...at,
      village: 'midden',
      card,
      startsOn: null,
      endsOn: null,
      confirmedOn: today,
      today,
    }),
  )
  yes(await moveOffer(editor, { ...at, rowVersion: 1 }, 'public'))
  adviser = await someone({ role: 'policy-adviser', municipalityId: here })
})

async function lineIn(actor: Actor, village: string | undefined, domain: string) {
  const found = await supplyAndDemand(actor, here, today)
  return found?.lines.find((one) => one.village === village && one.domain === domain)
}

test('[R-146] policy sees supply and demand of each village and part of life beside each other, and the gap in words', async () => {
  expect(await lineIn(adviser, 'noord', 'parenting')).toMatchObject({
    ...{ offers: 0, demand: 12, finding: 'much-without-offer' },
  })
  expect(await lineIn(adviser, undefined, 'parenting')).toMatchObject({
    offers: 1,
    demand: 22,
    finding: 'much-for-offer',
  })
  expect(await lineIn(adviser, 'noord', 'housing')).toMatchObject({ offers: 0, finding: 'not-counted' })
  const found = await supplyAndDemand(adviser, here, today)
  expect(found?.counted.map(({ code }) => code)).toEqual(['home-start-registered'])
  expect(found?.lines).toHaveLength(4 * 8)
})

test('[R-146] [R-265] a village with few families is hidden, with the one it could be worked out by, and nothing is said of it', async () => {
  for (const village of ['zuid', 'midden'])
    expect(await lineIn(adviser, village, 'parenting')).toMatchObject({ demand: null, finding: 'hidden' })
})

test('[R-146] an expert who sees no figures for policy sees them as the public does: rounded, and none below ten', async () => {
  const expert = await someone({ role: 'separation-expert', municipalityId: here, organisationId, ownMatches: true })
  expect(await lineIn(expert, 'noord', 'parenting')).toMatchObject({ offers: 0, demand: 10 })
  expect(await lineIn(expert, undefined, 'parenting')).toMatchObject({ demand: 20 })
  expect(await lineIn(expert, 'midden', 'parenting')).toMatchObject({ demand: null })
})

test('[R-146] nobody of elsewhere, no resident and no visitor lays them side by side', async () => {
  const strangers = [
    await someone({ role: 'policy-adviser', municipalityId: await aMunicipality() }),
    await someone({ role: 'resident', municipalityId: here }),
    await aVisitor(),
  ]
  for (const actor of strangers) {
    expect(await supplyAndDemand(actor, here, today)).toBeUndefined()
    expect((await municipalitiesWithGaps(actor)).map(({ id }) => id)).not.toContain(here)
  }
  expect(await supplyAndDemand(adviser, newId(), today)).toBeUndefined()
})
