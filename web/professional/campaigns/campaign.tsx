import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { saveCampaign } from '../../../capabilities/campaigns/actions.ts'
import { leadsToIn } from '../../../capabilities/campaigns/leads-to.ts'
import {
  type CampaignKept,
  campaignKept,
  pagesToChoose,
  pagesToLeadTo,
} from '../../../capabilities/campaigns/queries.ts'
import { placesToWrite } from '../../../capabilities/information/editing/queries.ts'
import { isId, newId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { LinkButton } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { Notice } from '../../design/notice.tsx'
import { BackLink } from '../../design/paging.tsx'
import { DataTable } from '../../design/table.tsx'
import { campaignPath, links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formShown, typedOne, typedVersion } from '../../shell/typed.ts'
import { campaignWords } from '../../words/campaigns.ts'
import { CampaignForm } from './form.tsx'
import { clicksTold, placeTold, shareTold } from './naming.ts'

/** One campaign with what it brought; an id that nobody knows yet is a new one. */
export const get = guarded({ may: ['change', 'page'], act: 'campaign.read' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'page'], act: 'campaign.changed' }, async (actor, page) => {
  const { id = '' } = page.params
  const one = (name: string) => typedOne(page, name)
  const places = await placesToWrite(actor)
  const region = places.regions.find(({ code }) => code === one('place'))
  const municipality = places.municipalities.find(({ code }) => code === one('place'))
  const done = await saveCampaign(actor, {
    ...{ id, code: one('code'), today: page.today, isDemo: page.isDemo, ...typedVersion(page) },
    ...(region !== undefined && { regionCode: region.code }),
    ...(municipality !== undefined && { municipalityCode: municipality.code }),
    campaign: {
      ...{ name: one('name'), audience: one('audience'), channel: one('channel') },
      ...{ startsOn: one('startsOn'), endsOn: one('endsOn'), leadsTo: one('leadsTo') },
    },
  })
  if (done.ok) return redirect(links.campaign(id, 'campagne'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { id = '' } = page.params
  const kept = await campaignKept(actor, id, page.today)
  const { today, isDemo } = page
  if (!isId(id)) return notFound()
  const asked = { today, isDemo }
  const pages =
    kept === undefined ? await pagesToChoose(actor, asked) : await pagesToLeadTo(actor, kept.municipality, asked)
  const words = campaignWords[page.lang]
  const form = formShown(page, refused)
  const done: Readonly<Record<string, string>> = words.done
  const told = page.query.get('gedaan') ?? ''
  const title = kept?.campaign.name ?? words.newTitle
  return workPage(
    page,
    actor,
    {
      ...{ title, active: 'campaigns' },
      ...(refused !== undefined && { status: form.status, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.campaigns()} label={words.back} />
      <h1>{title}</h1>
      {refused === undefined && kept !== undefined && Object.hasOwn(done, told) ? (
        <Notice isNews>{done[told]}</Notice>
      ) : null}
      {form.message === undefined ? null : (
        <ErrorSummary lang={page.lang} errors={[{ field: form.field, message: form.message }]} />
      )}
      {kept === undefined ? null : (
        <>
          <Address page={page} kept={kept} />
          <Clicks page={page} kept={kept} />
          <Reaches page={page} kept={kept} />
        </>
      )}
      <CampaignForm {...{ page, form, pages }} campaign={kept?.campaign} places={await placesToWrite(actor)} />
    </>,
  )
}

type Part = { page: PageRequest; kept: CampaignKept }

/** What stands on a poster, and where it leads. */
const Address: FC<Part> = ({ page, kept }) => {
  const words = campaignWords[page.lang]
  const { campaign, municipality } = kept
  const to = leadsToIn(campaign.leadsTo)
  const leads = to === undefined ? undefined : campaignPath({ lang: 'nl', place: municipality?.slug }, to)
  return (
    <section aria-labelledby="adres">
      <h2 id="adres">{words.address}</h2>
      <p>
        <a href={links.campaignGo(campaign.code)}>{page.origin + links.campaignGo(campaign.code)}</a>
        <br />
        <span class="soft">
          {words.audiences[campaign.audience]}, {words.channels[campaign.channel]}, {placeTold(page.lang, kept)}
          {leads === undefined ? null : `. ${words.leads(leads)}`}
        </span>
      </p>
      <p class="soft">
        {words.lasting} {words.ownTry}
      </p>
    </section>
  )
}

const Clicks: FC<Part> = ({ page, kept }) => {
  const words = campaignWords[page.lang]
  const { months, within, outside } = kept.report
  return (
    <section aria-labelledby="gevolgd">
      <h2 id="gevolgd">{words.perMonth}</h2>
      {months.length === 0 ? (
        <p>{words.noMonths}</p>
      ) : (
        <DataTable
          lang={page.lang}
          caption={words.perMonth}
          captionUnseen
          head={words.month}
          columns={[words.clicks, words.outside].map((head) => ({ head, numeric: true }))}
          rows={months.map((one) => ({
            head: words.monthOf(one.month),
            cells: [clicksTold(one.within), clicksTold(one.outside)],
          }))}
          total={{ head: words.together, cells: [clicksTold(within), clicksTold(outside)] }}
        />
      )}
      <p class="soft">{words.runningMonth}</p>
    </section>
  )
}

const Reaches: FC<Part> = ({ page, kept }) => {
  const words = campaignWords[page.lang]
  const { campaign, reaches } = kept
  return (
    <section aria-labelledby="bereik">
      <h2 id="bereik">{words.reachTitle}</h2>
      <p>{reaches.length === 0 ? words.noReach : words.shareIs(String(shareTold(page.lang, kept)))}</p>
      {reaches.length === 0 ? null : (
        <DataTable
          lang={page.lang}
          caption={words.reachTitle}
          captionUnseen
          head={words.readOn}
          columns={[{ head: words.reach, numeric: true }, { head: words.source }]}
          rows={reaches.map(({ readOn, reach, source }) => ({
            head: words.readOnDay(readOn),
            cells: [reach, source],
          }))}
        />
      )}
      <LinkButton href={links.campaignReach(campaign.id, newId())} look="plain">
        {words.addReach}
      </LinkButton>
    </section>
  )
}
