import type { Actor } from '../../../capabilities/access/actor.ts'
import { type CampaignKept, campaignsKept } from '../../../capabilities/campaigns/queries.ts'
import { type Sheet, toCsv } from '../../../capabilities/measures/export.ts'
import { links } from '../../links.ts'
import { download, guarded, type PageRequest } from '../../shell/guarded.ts'
import { campaignWords } from '../../words/campaigns.ts'
import { placeTold } from './naming.ts'

/** A neutral name: a file name never tells a place or a topic. */
const CSV = { name: 'lijst.csv', type: 'text/csv; charset=utf-8' }

/** The campaigns of the list with a line per month. */
export const getCsv = guarded({ may: ['change', 'page'], act: 'campaign.exported' }, async (actor, page) =>
  download({ ...CSV, body: toCsv(await sheetOf(actor, page)) }),
)

async function sheetOf(actor: Actor, page: PageRequest): Promise<Sheet> {
  const words = campaignWords[page.lang]
  return {
    head: [
      ...[words.campaign, words.audience, words.channel, words.place, words.startsOn, words.endsOn, words.address],
      ...[words.reach, words.readOn, words.source, words.month, words.clicks, words.outside, `${words.share} (%)`],
    ],
    rows: (await campaignsKept(actor, page.today)).flatMap((kept) => linesOf(page, kept)),
    notes: [
      [words.asOf, page.today],
      [words.whatClicks, `${words.lasting} ${words.runningMonth}`],
    ],
    hidden: words.hidden,
  }
}

/** A line for the whole of a campaign, and one per month that is over. */
function linesOf(page: PageRequest, kept: CampaignKept) {
  const words = campaignWords[page.lang]
  const { campaign, reaches, report } = kept
  const [last] = reaches
  const line = [
    ...[campaign.name, words.audiences[campaign.audience], words.channels[campaign.channel]],
    ...[placeTold(page.lang, kept), campaign.startsOn, campaign.endsOn, page.origin + links.campaignGo(campaign.code)],
    ...[last?.reach ?? words.unknown, last?.readOn ?? '', last?.source ?? ''],
  ]
  const share = last === undefined || last.reach === 0 ? words.unknown : report.percentOfReach
  return [
    [...line, words.together, report.within, report.outside, share],
    ...report.months.map(({ month, within, outside }) => [...line, month.slice(0, 7), within, outside, '']),
  ]
}
