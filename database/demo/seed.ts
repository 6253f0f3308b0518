import type { Actor } from '../../capabilities/access/actor.ts'
import { dayAt } from '../../foundation/day.ts'
import { offerAfterwards } from './afterwards.ts'
import { runCampaigns } from './campaigns.ts'
import { openGroups } from './groups.ts'
import { giveMoney } from './money.ts'
import { giveNames } from './names.ts'
import { offerNearby } from './offers.ts'
import { hearResidents } from './participation.ts'
import { keepPartners } from './partners.ts'
import { givePhones } from './phones.ts'
import { completeDemo, makePlaces } from './places.ts'
import { demoPeople } from './region.ts'
import { bringInFile } from './registration-file.ts'
import { tellStory } from './tell.ts'
import { demoActor, drawTrajectories } from './trajectories.ts'
import { countVisits } from './visits.ts'

/**
 * Fills an empty database with the fictional region: places and people, the registration file of its first coordinator,
 * the trajectories of three years, and the story of a few with a name. Everything goes through the doors that colleagues use.
 */
export async function seedDemo(operator: Actor): Promise<void> {
  const today = dayAt(new Date())
  const places = await makePlaces(operator)
  const [first] = demoPeople()
  if (first !== undefined) await bringInFile(await demoActor(operator, first))
  await drawTrajectories(operator, today)
  await openGroups(operator, today)
  await offerAfterwards(operator, places, today)
  await givePhones(operator, places, today)
  await giveMoney(operator, places, today)
  await giveNames(operator, places)
  await offerNearby(operator, places, today)
  await hearResidents(operator, places, today)
  await keepPartners(operator, places, today)
  await countVisits(operator, today)
  await runCampaigns(operator, today)
  await tellStory(operator, today)
  await completeDemo(operator, places)
}
