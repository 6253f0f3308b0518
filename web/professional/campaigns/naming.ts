import type { CampaignKept } from '../../../capabilities/campaigns/queries.ts'
import type { Shown } from '../../../capabilities/campaigns/report.ts'
import { HIDDEN } from '../../design/shown.ts'
import { campaignWords } from '../../words/campaigns.ts'
import type { Lang } from '../../words/words.ts'

/** A number of clicks, or that it is hidden. */
export const clicksTold = (n: Shown): number | typeof HIDDEN => n ?? HIDDEN

/** The clicks within the period as a share of the reach that was read last. */
export function shareTold(lang: Lang, { report, reaches }: CampaignKept): string | typeof HIDDEN {
  const words = campaignWords[lang]
  const reach = reaches[0]?.reach ?? 0
  if (reach === 0) return words.unknown
  return report.percentOfReach === null ? HIDDEN : words.percent(report.percentOfReach)
}

/** Of which place a campaign is. */
export const placeTold = (lang: Lang, { municipality, region }: CampaignKept): string =>
  municipality?.name ?? region?.name ?? campaignWords[lang].everyone
