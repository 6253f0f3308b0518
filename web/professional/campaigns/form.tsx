import type { FC } from 'hono/jsx'
import { AUDIENCES, type Campaign, CHANNELS } from '../../../capabilities/campaigns/campaign.ts'
import { isThere, PLAIN } from '../../../capabilities/campaigns/leads-to.ts'
import type { PlacesToWrite } from '../../../capabilities/information/editing/queries.ts'
import { DOORS, SUBJECTS } from '../../../capabilities/information/entrances.ts'
import type { PageHead } from '../../../capabilities/information/page.ts'
import { Button } from '../../design/button.tsx'
import { DayField, FieldRow, SelectField, TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import type { FormShown } from '../../shell/typed.ts'
import { campaignWords } from '../../words/campaigns.ts'
import { entranceWords } from '../../words/entrances.ts'

type Props = {
  page: PageRequest
  form: FormShown
  /** Undefined for a new campaign, of which the address and place are chosen too. */
  campaign: Campaign | undefined
  pages: readonly PageHead[]
  places: PlacesToWrite
}

/** Campaigns are for young people first. */
const BEGUN: Readonly<Record<string, string>> = { audience: 'young' }

/** What somebody tells of a campaign. */
export const CampaignForm: FC<Props> = ({ page, form, campaign, pages, places }) => {
  const words = campaignWords[page.lang]
  const tied = (name: 'name' | 'audience' | 'channel' | 'startsOn' | 'endsOn' | 'leadsTo' | 'code') => ({
    ...{ name, value: form.one(name, campaign?.[name] ?? BEGUN[name]), error: form.errorOf(name) },
  })
  const options = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) =>
    codes.map((value) => ({ value, label: names[value] }))
  return (
    <section aria-labelledby="gegevens">
      <h2 id="gegevens">{words.edit}</h2>
      <form method="post" action={page.path} class="form">
        {campaign === undefined ? null : <input type="hidden" name="_versie" value={String(campaign.rowVersion)} />}
        <TextField {...tied('name')} label={words.name} hint={words.nameHint} autocomplete="off" />
        {campaign === undefined ? (
          <>
            <TextField
              {...tied('code')}
              label={words.code}
              hint={words.codeHint(page.origin + links.campaignGo(''))}
              autocomplete="off"
            />
            <SelectField
              name="place"
              label={words.placeField}
              value={form.one('place', '')}
              options={[
                ...(places.everyone ? [{ value: '', label: words.forEveryone }] : []),
                ...[...places.regions, ...places.municipalities].map(({ code, name }) => ({
                  value: code,
                  label: name,
                })),
              ]}
            />
          </>
        ) : null}
        <FieldRow>
          <SelectField {...tied('audience')} label={words.audience} options={options(AUDIENCES, words.audiences)} />
          <SelectField {...tied('channel')} label={words.channel} options={options(CHANNELS, words.channels)} />
        </FieldRow>
        <FieldRow>
          <DayField {...tied('startsOn')} label={words.startsOn} />
          <DayField {...tied('endsOn')} label={words.endsOn} />
        </FieldRow>
        <SelectField
          {...tied('leadsTo')}
          label={words.leadsTo}
          hint={words.leadsToHint}
          options={pagesOffered(page, pages)}
        />
        <Button look={campaign === undefined ? 'primary' : 'plain'}>{words.save}</Button>
      </form>
    </section>
  )
}

/** The pages that a campaign can lead to, by name; entrances only where something is behind them. */
function pagesOffered(page: PageRequest, pages: readonly PageHead[]): { value: string; label: string }[] {
  const words = campaignWords[page.lang]
  const { titles } = entranceWords[page.lang]
  const open = [...DOORS, ...SUBJECTS].filter(({ code }) => isThere({ kind: 'begin', code }, pages))
  return [
    ...PLAIN.map((value) => ({ value, label: words.pages[value] })),
    ...open.map(({ code }) => ({ value: `begin/${code}`, label: words.entrances(titles[code]) })),
    ...pages
      .map(({ slug, title }) => ({ value: `informatie/${slug}`, label: title }))
      .sort((a, b) => a.label.localeCompare(b.label, 'nl')),
  ]
}
