import type { FC } from 'hono/jsx'
import type { Village } from '../../../capabilities/access/queries.ts'
import { ACCESSES, ACCESSIBLE, AUDIENCES, DOMAINS, SPOKEN, TYPES } from '../../../capabilities/directory/card.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup } from '../../design/choices.tsx'
import { DayField, FieldRow, type Option, SelectField, TextArea, TextField } from '../../design/field.tsx'
import { offerFormWords } from '../../words/offer-form.ts'
import { languageName, weekdayName } from '../../words/offer-hours.ts'
import { offerWords } from '../../words/offers.ts'
import type { Lang } from '../../words/words.ts'
import type { Typed } from './typed-card.ts'

type Props = {
  lang: Lang
  action: string
  typed: Typed
  villages: readonly Village[]
  /** Programmes that a card can be the door of, by their names. */
  programmes: readonly Option[]
  /** The version on the screen; undefined for a new card. */
  rowVersion: number | undefined
  wrong: { readonly field: string; readonly message: string } | undefined
  today: string
}

/** Everything that a card says, on one page: an editor looks a call up and types on. */
export const CardForm: FC<Props> = (props) => {
  const { lang, action, rowVersion } = props
  const words = offerFormWords[lang]
  return (
    <form class="compact" method="post" action={action} novalidate>
      <input type="hidden" name="_versie" value={rowVersion === undefined ? '' : String(rowVersion)} />
      <What {...props} />
      <Who {...props} />
      <Where {...props} />
      <Know {...props} />
      <Days {...props} />
      <Button name="doe" value="bewaar">
        {rowVersion === undefined ? words.saveNew : words.save}
      </Button>
    </form>
  )
}

const at = ({ typed, wrong }: Props) => ({
  text: (name: string) => ({
    ...{ name, value: typed.one(name), autocomplete: 'off' },
    error: wrong?.field === name ? wrong.message : undefined,
  }),
  many: (name: string) => ({
    ...{ name, values: typed.all(name), inline: true },
    error: wrong?.field === name ? wrong.message : undefined,
  }),
  tick: (name: string) => ({
    ...{ name, values: typed.one(name) === '' ? [] : ['ja'], inline: true },
    error: wrong?.field === name ? wrong.message : undefined,
  }),
})

const choices = <T extends string>(codes: readonly T[], names: Readonly<Record<T, string>>) =>
  codes.map((code) => ({ value: code, label: names[code] }))

const What: FC<Props> = (props) => {
  const { lang } = props
  const [words, terms, { text, many }] = [offerFormWords[lang], offerWords[lang], at(props)]
  return (
    <section>
      <h2>{words.parts.what}</h2>
      <TextField {...text('name')} label={words.name} />
      <TextArea {...text('about')} label={words.about} hint={words.aboutHint} rows={3} />
      <TextArea {...text('aboutEn')} label={words.english} rows={3} />
      <TextField {...text('provider')} label={words.provider} />
      <FieldRow>
        <SelectField {...text('type')} label={words.type} options={choices(TYPES, terms.types)} />
        <SelectField {...text('access')} label={words.access} options={choices(ACCESSES, terms.accesses)} />
      </FieldRow>
      <SelectField
        {...text('programme')}
        label={words.programme}
        hint={words.programmeHint}
        options={[{ value: '', label: words.noProgramme }, ...programmesFor(props)]}
      />
      <CheckboxGroup {...many('domains')} label={words.domains} choices={choices(DOMAINS, terms.domains)} />
    </section>
  )
}

/** The programmes, and the one that stands on the card although nobody knows it here. */
function programmesFor({ programmes, typed }: Props): readonly Option[] {
  const chosen = typed.one('programme')
  const isKnown = chosen === '' || programmes.some(({ value }) => value === chosen)
  return isKnown ? programmes : [...programmes, { value: chosen, label: chosen }]
}

const Who: FC<Props> = (props) => {
  const { lang } = props
  const [words, terms, { text, many }] = [offerFormWords[lang], offerWords[lang], at(props)]
  return (
    <section>
      <h2>{words.parts.who}</h2>
      <CheckboxGroup {...many('audiences')} label={words.audiences} choices={choices(AUDIENCES, terms.audiences)} />
      <FieldRow>
        <TextField {...text('minAge')} label={words.minAge} hint={words.empty} />
        <TextField {...text('maxAge')} label={words.maxAge} hint={words.empty} />
      </FieldRow>
      <TextField {...text('duration')} label={words.duration} hint={words.durationHint} />
      <TextField {...text('durationEn')} label={words.english} />
    </section>
  )
}

const Where: FC<Props> = (props) => {
  const { lang, villages } = props
  const [words, { text, many, tick }] = [offerFormWords[lang], at(props)]
  const named = villages.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <section>
      <h2>{words.parts.where}</h2>
      <SelectField
        {...text('village')}
        label={words.village}
        options={[{ value: '', label: words.noVillage }, ...named]}
      />
      <CheckboxGroup {...many('villages')} label={words.villages} hint={words.villagesHint} choices={named} />
      <CheckboxGroup {...tick('isWalkIn')} label={words.isWalkIn} choices={[{ value: 'ja', label: words.isWalkIn }]} />
      <TextField {...text('placeName')} label={words.placeName} />
      <TextField {...text('street')} label={words.street} />
      <FieldRow>
        <TextField {...text('postcode')} label={words.postcode} hint={words.postcodeHint} />
        <TextField {...text('town')} label={words.town} />
      </FieldRow>
      <fieldset class="field">
        <legend>{words.hours}</legend>
        <p class="hint small">{words.hoursHint}</p>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <TextField {...text(`d${weekday}`)} label={weekdayName(lang, weekday)} />
        ))}
      </fieldset>
      <TextArea {...text('single')} label={words.single} hint={words.singleHint} rows={3} />
      <CheckboxGroup
        {...tick('isClosedOnHolidays')}
        label={words.isClosedOnHolidays}
        choices={[{ value: 'ja', label: words.isClosedOnHolidays }]}
      />
    </section>
  )
}

const Know: FC<Props> = (props) => {
  const { lang, typed } = props
  const [words, terms, { text, many }] = [offerFormWords[lang], offerWords[lang], at(props)]
  const spoken = [
    ...new Set<string>([...SPOKEN, ...typed.all('languages').filter((code) => /^[a-z]{2,3}$/.test(code))]),
  ]
  return (
    <section>
      <h2>{words.parts.know}</h2>
      <FieldRow>
        <TextField {...text('phone')} label={words.phone} type="tel" />
        <TextField {...text('email')} label={words.email} hint={words.emailHint} type="email" />
      </FieldRow>
      <TextField {...text('website')} label={words.website} hint={words.websiteHint} />
      <FieldRow>
        <TextField {...text('cents')} label={words.cents} hint={words.centsHint} />
        <TextField {...text('waitingWeeks')} label={words.waitingWeeks} hint={words.waitingHint} />
      </FieldRow>
      <TextField {...text('costWords')} label={words.costWords} />
      <TextField {...text('costWordsEn')} label={words.english} />
      <CheckboxGroup
        {...many('languages')}
        label={words.languages}
        choices={spoken.map((code) => ({ value: code, label: languageName(lang, code) }))}
      />
      <CheckboxGroup
        {...many('accessible')}
        label={words.accessible}
        choices={choices(ACCESSIBLE, terms.accessibles)}
      />
    </section>
  )
}

const Days: FC<Props> = (props) => {
  const { lang, today } = props
  const [words, { text }] = [offerFormWords[lang], at(props)]
  return (
    <section>
      <h2>{words.parts.days}</h2>
      <FieldRow>
        <DayField {...text('startsOn')} label={words.startsOn} hint={words.empty} />
        <DayField {...text('endsOn')} label={words.endsOn} hint={words.empty} />
        <DayField {...text('confirmedOn')} label={words.confirmedOn} max={today} />
      </FieldRow>
    </section>
  )
}
