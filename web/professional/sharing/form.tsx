import type { FC } from 'hono/jsx'
import type { PlaceToShare } from '../../../capabilities/families/sharing/queries.ts'
import { CONSENT_GIVERS, CONSENT_WAYS, longestUntil } from '../../../capabilities/families/sharing/sharing.ts'
import type { ProgrammeDefinition } from '../../../capabilities/programmes/definition.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../design/choices.tsx'
import { DayField, SelectField, TextArea, TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { sharingWords } from '../../words/sharing.ts'
import { KEY, keyOf, text } from '../case/frame.tsx'
import type { Mine } from '../case/person-frame.tsx'

export type Choosing = {
  readonly places: readonly PlaceToShare[]
  readonly definitions: readonly ProgrammeDefinition[]
  /** How many days a sharing lasts at most here. */
  readonly days: number
}

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['sharing-place', 'waar'],
  ['sharing-receiver', 'werkadres'],
  ['sharing-there-is-one', 'werkadres'],
  ['sharing-what', 'wat'],
  ['sharing-purpose', 'waarvoor'],
  ['sharing-ground', 'grond'],
  ['sharing-consent', 'toestemming-dag'],
  ['sharing-consent-self', 'toestemming-dag'],
  ['day-in-future', 'toestemming-dag'],
  ['sharing-safety-reason', 'reden'],
  ['sharing-until', 'tot'],
])

/** At which field a refusal belongs. */
export const fieldOf = ({ reason }: Refused): string | undefined => FIELDS.get(reason)

type FormProps = { page: PageRequest; mine: Mine; name: string; choosing: Choosing; refused: Refused | undefined }

/** With whom, what, what for, why it is allowed and until when; consent comes first. */
export const SharingForm: FC<FormProps> = (props) => {
  const { page, mine, name, choosing, refused } = props
  const words = sharingWords[page.lang]
  const error = (field: string): string | undefined =>
    refused !== undefined && fieldOf(refused) === field ? refusalSentence(page.lang, refused) : undefined
  const field = (at: string) => ({ name: at, value: text(page, at), error: error(at), autocomplete: 'off' })
  const last = longestUntil(page.today, choosing.days)
  return (
    <form class="compact sharing" method="post" action={links.fileSharing(mine.file.person.id)} novalidate>
      <input type="hidden" name={KEY} value={keyOf(page)} />
      <SelectField {...field('waar')} label={words.place} options={placeOptions(page, choosing)} />
      <TextField {...field('werkadres')} label={words.mail} hint={words.mailHint} type="email" />
      <CheckboxGroup
        name="wat"
        label={words.whatAsk}
        error={error('wat')}
        values={page.form.getAll('wat').map(String)}
        choices={[
          { value: 'plan', label: words.planChoice(name), hint: words.planHint(name) },
          { value: 'reach', label: words.reachChoice(name), hint: words.reachHint },
        ]}
      />
      <TextField {...field('waarvoor')} label={words.purposeAsk} hint={words.purposeHint(name)} />
      <DayField
        {...field('tot')}
        label={words.endsOn}
        hint={words.endsOnHint(choosing.days)}
        value={text(page, 'tot') || last}
        min={page.today}
        max={last}
      />
      <RadioGroup
        name="grond"
        label={words.groundAsk}
        error={error('grond')}
        value={text(page, 'grond') || 'consent'}
        choices={[
          { value: 'consent', label: words.grounds.consent(name), hint: words.groundHints.consent },
          { value: 'safety', label: words.grounds.safety, hint: words.groundHints.safety },
        ]}
      />
      <ConsentFields {...props} />
      <div class="by-safety">
        <TextArea {...field('reden')} label={words.safetyReason} hint={words.safetyReasonHint} rows={3} />
      </div>
      <Button name="doe" value="deel">
        {words.save}
      </Button>
    </form>
  )
}

const ConsentFields: FC<FormProps> = ({ page, mine, name, refused }) => {
  const words = sharingWords[page.lang]
  const isAdult = mine.file.person.kind === 'adult'
  const isWrong = refused !== undefined && fieldOf(refused) === 'toestemming-dag'
  return (
    <div class="by-consent">
      <DayField
        name="toestemming-dag"
        label={isAdult ? words.consentOn(name) : words.consentOnOther}
        value={text(page, 'toestemming-dag') || page.today}
        error={isWrong ? refusalSentence(page.lang, refused) : undefined}
        max={page.today}
      />
      <RadioGroup
        name="toestemming-hoe"
        label={words.consentHow}
        inline
        value={text(page, 'toestemming-hoe')}
        choices={CONSENT_WAYS.map((one) => ({ value: one, label: words.ways[one] }))}
      />
      {isAdult ? null : (
        <RadioGroup
          name="toestemming-van"
          label={words.consentBy}
          inline
          value={text(page, 'toestemming-van')}
          choices={CONSENT_GIVERS.map((one) => ({ value: one, label: words.givers[one] }))}
        />
      )}
    </div>
  )
}

function placeOptions(page: PageRequest, { places, definitions }: Choosing) {
  const { lang } = page
  const words = sharingWords[lang]
  const programme = (code: string) => definitions.find((one) => one.code === code)?.name[lang] ?? code
  return [
    { value: '', label: words.placeChoose },
    ...places.map((one) => ({
      value: one.provisionId,
      label: `${one.municipalityName}: ${one.organisationName}, ${page.said(programme(one.programmeCode))}`,
    })),
  ]
}
