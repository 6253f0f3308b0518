import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Actor, BUILT_IN } from '../../capabilities/access/actor.ts'
import { loadActor } from '../../capabilities/access/queries.ts'
import { recordReach, saveCampaign, writeClicks } from '../../capabilities/campaigns/actions.ts'
import { clickTally } from '../../capabilities/campaigns/clicks.ts'
import { monthOf } from '../../capabilities/campaigns/queries.ts'
import { publishShippedPages } from '../../capabilities/information/actions.ts'
import { after, type Day } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { must } from './must.ts'
import { demoActor } from './trajectories.ts'

const count = z.int().min(0)
const format = z.strictObject({
  about: z.string(),
  recorder: z.email(),
  campaigns: z.array(
    z.strictObject({
      code: z.string(),
      municipality: z.string().nullable(),
      firstDaysAgo: z.int(),
      lastDaysAgo: z.int(),
      campaign: z.record(z.string(), z.unknown()),
      /** This month first. */
      clicksPerMonth: z.array(count),
      reaches: z.array(z.strictObject({ daysAgo: count, reach: count, source: z.string() })),
    }),
  ),
})

/** Campaigns that were never shown: one that is over, one that runs and one that still begins. */
export async function runCampaigns(operator: Actor, today: Day): Promise<void> {
  const { recorder, campaigns } = format.parse(JSON.parse(readFileSync('database/demo/campaigns.json', 'utf8')))
  const actor = await demoActor(operator, { email: recorder })
  // A campaign leads to a page that is there.
  await publishShippedPages(operator, { isDemo: true })
  const ago = (days: number) => after(today, { days: -days })
  for (const { code, municipality, firstDaysAgo, lastDaysAgo, campaign, clicksPerMonth, reaches } of campaigns) {
    const id = newId()
    const [startsOn, endsOn] = [ago(firstDaysAgo), ago(lastDaysAgo)]
    const place = municipality === null ? {} : { municipalityCode: municipality }
    const told = { ...campaign, startsOn, endsOn }
    must(await saveCampaign(actor, { id, code, ...place, campaign: told, today, isDemo: true }))
    for (const [back, n] of clicksPerMonth.entries()) {
      const month = monthOf(after(monthOf(today), { months: -back }))
      if (n > 0) clickTally.add({ campaignId: id, month, isWithin: true }, n)
    }
    for (const { daysAgo, reach, source } of reaches) {
      const read = { readOn: ago(daysAgo), reach, source }
      must(await recordReach(actor, { campaignId: id, id: newId(), reach: read, today }))
    }
  }
  const jobs = await loadActor(BUILT_IN.jobs, operator.traceId, 'job')
  if (jobs !== undefined) await writeClicks(jobs)
}
