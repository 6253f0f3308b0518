import type { Actor } from '../../capabilities/access/actor.ts'
import { type SavingCampaign, saveCampaign } from '../../capabilities/campaigns/actions.ts'
import { day } from '../../foundation/day.ts'
import { type Id, newId } from '../../foundation/id.ts'
import { yes } from './world.ts'

export const CAMPAIGN_DAY = day('2026-09-15')

/** What an editor types, with everything that no sentence mentions. */
export const aCampaignTold = (given: object = {}) => ({
  ...{ name: 'Jij telt mee', audience: 'young', channel: 'instagram', leadsTo: 'voorpagina' },
  ...{ startsOn: '2026-09-01', endsOn: '2026-09-30', ...given },
})

let made = 0

export const savingCampaign = (given: Partial<SavingCampaign> = {}, told: object = {}): SavingCampaign => ({
  ...{ id: newId(), code: `actie-${++made}`, today: CAMPAIGN_DAY, isDemo: true, campaign: aCampaignTold(told) },
  ...given,
})

/** A campaign of this place; of everyone without one. */
export async function aCampaign(
  actor: Actor,
  given: Partial<SavingCampaign> = {},
  told: object = {},
): Promise<{ id: Id; code: string }> {
  const saving = savingCampaign(given, told)
  yes(await saveCampaign(actor, saving))
  return { id: saving.id, code: saving.code }
}
