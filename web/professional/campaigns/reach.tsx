import type { Actor } from '../../../capabilities/access/actor.ts'
import { recordReach } from '../../../capabilities/campaigns/actions.ts'
import { campaignKept } from '../../../capabilities/campaigns/queries.ts'
import { isId } from '../../../foundation/id.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { DayField, FieldRow, TextField } from '../../design/field.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { workPage } from '../../shell/pages.tsx'
import { formShown, typedNumber, typedOne } from '../../shell/typed.ts'
import { campaignWords } from '../../words/campaigns.ts'

/** How many people a campaign reached, as somebody read it in its channel. */
export const get = guarded({ may: ['change', 'page'], act: 'campaign.reach-asked' }, (actor, page) => show(actor, page))

export const post = guarded({ may: ['change', 'page'], act: 'campaign.reach-recorded' }, async (actor, page) => {
  const { id = '', bereik = '' } = page.params
  const done = await recordReach(actor, {
    ...{ campaignId: id, id: bereik, today: page.today },
    reach: {
      ...{ readOn: typedOne(page, 'readOn'), reach: typedNumber(page, 'reach'), source: typedOne(page, 'source') },
    },
  })
  if (done.ok) return redirect(links.campaign(id, 'bereik'))
  return done.reason === 'not-found' ? notFound() : show(actor, page, done)
})

async function show(actor: Actor, page: PageRequest, refused?: Refused) {
  const { id = '', bereik = '' } = page.params
  const kept = await campaignKept(actor, id, page.today)
  // What was kept does not change, so it has no form any more.
  if (kept === undefined || !isId(bereik) || kept.reaches.some((one) => one.id === bereik)) return notFound()
  const words = campaignWords[page.lang]
  const { one, errorOf, message, field, status } = formShown(page, refused)
  const tied = (name: 'readOn' | 'reach' | 'source', other = '') => ({
    ...{ name, value: one(name, other), error: errorOf(name) },
  })
  return workPage(
    page,
    actor,
    {
      ...{ title: words.addReach, active: 'campaigns' },
      ...(refused !== undefined && { status, refusedWith: refused.reason }),
    },
    <>
      <BackLink href={links.campaign(id)} label={kept.campaign.name} />
      <h1>{words.addReach}</h1>
      <p class="soft">{words.reachLead}</p>
      {message === undefined ? null : <ErrorSummary lang={page.lang} errors={[{ field, message }]} />}
      <form method="post" action={links.campaignReach(id, bereik)} class="form">
        <FieldRow>
          <TextField {...tied('reach')} label={words.reachField} type="number" autocomplete="off" />
          <DayField {...tied('readOn', page.today)} label={words.readOn} max={page.today} />
        </FieldRow>
        <TextField {...tied('source')} label={words.source} hint={words.sourceHint} autocomplete="off" />
        <Button>{words.save}</Button>
      </form>
    </>,
  )
}
