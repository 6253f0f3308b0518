import { stageOn } from '../../../capabilities/campaigns/campaign.ts'
import { campaignsKept } from '../../../capabilities/campaigns/queries.ts'
import { newId } from '../../../foundation/id.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { EmptyState } from '../../design/notice.tsx'
import { DataTable } from '../../design/table.tsx'
import { links } from '../../links.ts'
import { guarded } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { campaignWords } from '../../words/campaigns.ts'
import { clicksTold, placeTold, shareTold } from './naming.ts'

/** The campaigns of the places whose pages the actor keeps, also those that are over. */
export const get = guarded({ may: ['change', 'page'], act: 'campaign.listed' }, async (actor, page) => {
  const words = campaignWords[page.lang]
  const all = await campaignsKept(actor, page.today)
  return workPage(
    page,
    actor,
    { title: words.title, active: 'campaigns' },
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <ButtonRow>
        <LinkButton href={links.campaign(newId())}>{words.add}</LinkButton>
        {all.length === 0 ? null : <a href={links.campaignsFile()}>{words.csv}</a>}
      </ButtonRow>
      {all.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>
      ) : (
        <>
          <DataTable
            lang={page.lang}
            caption={words.title}
            captionUnseen
            head={words.campaign}
            columns={[
              ...[words.audience, words.channel, words.place, words.period, words.address].map((head) => ({ head })),
              ...[words.clicks, words.share].map((head) => ({ head, numeric: true })),
            ]}
            stacked
            rows={all.map((kept) => {
              const { campaign, report } = kept
              return {
                head: <a href={links.campaign(campaign.id)}>{campaign.name}</a>,
                cells: [
                  ...[words.audiences[campaign.audience], words.channels[campaign.channel], placeTold(page.lang, kept)],
                  `${words.from(campaign.startsOn, campaign.endsOn)}, ${words.stages[stageOn(campaign, page.today)]}`,
                  ...[links.campaignGo(campaign.code), clicksTold(report.within), shareTold(page.lang, kept)],
                ],
              }
            })}
          />
          <p class="soft">
            {words.lasting} {words.runningMonth}
          </p>
        </>
      )}
    </>,
  )
})
