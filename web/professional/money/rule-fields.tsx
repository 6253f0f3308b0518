import type { FC } from 'hono/jsx'
import { AGE_GROUPS, HOMES } from '../../../capabilities/money-help/household.ts'
import { ALSO_NEEDS, PER, PERIODS, type SchemeRule } from '../../../capabilities/money-help/rules.ts'
import { CheckboxGroup } from '../../design/choices.tsx'
import { FieldRow, SelectField, TextField } from '../../design/field.tsx'
import { moneyKeepingWords } from '../../words/money-keeping.ts'
import { fieldsOf, inEuros, type Refusal } from './kept.tsx'

type Props = Refusal & { stored: SchemeRule | undefined }

/** Everything that a municipality decides about one scheme, but for its days and source. */
export const RuleFields: FC<Props> = (props) => (
  <>
    <Limits {...props} />
    <ForWhom {...props} />
    <Gives {...props} />
  </>
)

const Limits: FC<Props> = (props) => {
  const { page, stored } = props
  const words = moneyKeepingWords[page.lang]
  const at = fieldsOf(props)
  return (
    <>
      <TextField {...at('incomePercent', stored?.incomePercent)} label={words.incomePercent} hint={words.incomeHint} />
      <CheckboxGroup
        {...ticked(props, 'holidayPay', stored?.withHolidayPay === true ? ['ja'] : [])}
        label={words.holidayPay}
        choices={[{ value: 'ja', label: words.holidayPayCounts }]}
      />
      <FieldRow>
        <TextField
          {...at('meansSingle', inEuros(stored?.means?.single))}
          label={words.meansSingle}
          hint={words.meansHint}
        />
        <TextField
          {...at('meansFamily', inEuros(stored?.means?.family))}
          label={words.meansFamily}
          hint={words.meansHint}
        />
      </FieldRow>
    </>
  )
}

const ForWhom: FC<Props> = (props) => {
  const { page, stored } = props
  const words = moneyKeepingWords[page.lang]
  const at = fieldsOf(props)
  const choices = <T extends string>(codes: readonly T[], named: Readonly<Record<T, string>>) =>
    codes.map((value) => ({ value, label: named[value] }))
  return (
    <>
      <CheckboxGroup
        {...ticked(props, 'ages', stored?.ages ?? AGE_GROUPS)}
        label={words.ages}
        choices={choices(AGE_GROUPS, words.ageNames)}
      />
      <FieldRow>
        <TextField
          {...at('childrenFrom', stored?.children?.from)}
          label={words.childrenFrom}
          hint={words.childrenHint}
        />
        <TextField {...at('childrenTo', stored?.children?.to)} label={words.childrenTo} hint={words.childrenHint} />
      </FieldRow>
      <CheckboxGroup
        {...ticked(props, 'homes', stored?.homes ?? HOMES)}
        label={words.homes}
        choices={choices(HOMES, words.homeNames)}
      />
      <CheckboxGroup
        {...ticked(props, 'alsoNeeds', stored?.alsoNeeds ?? [])}
        label={words.alsoNeeds}
        hint={words.alsoNeedsHint}
        choices={choices(ALSO_NEEDS, words.needNames)}
      />
    </>
  )
}

const Gives: FC<Props> = (props) => {
  const { page, stored } = props
  const words = moneyKeepingWords[page.lang]
  const at = fieldsOf(props)
  return (
    <>
      <FieldRow>
        <TextField {...at('gives', inEuros(stored?.gives?.cents))} label={words.gives} hint={words.givesHint} />
        <SelectField
          {...at('per', stored?.gives?.per ?? 'household')}
          label={words.per}
          options={PER.map((value) => ({ value, label: words.perNames[value] }))}
        />
        <SelectField
          {...at('period', stored?.gives?.period ?? 'year')}
          label={words.every}
          options={PERIODS.map((value) => ({ value, label: words.periodNames[value] }))}
        />
      </FieldRow>
      <TextField {...at('applyNl', stored?.applyHere.nl)} label={words.applyNl} hint={words.applyHint} />
      <TextField {...at('applyEn', stored?.applyHere.en)} label={words.applyEn} hint={words.applyHint} />
    </>
  )
}

/** What is ticked: as it was sent, else as it is stored. */
function ticked(props: Props, name: string, stored: readonly string[]) {
  const { form } = props.page
  const { error } = fieldsOf(props)(name, '')
  return { name, error, inline: true, values: form.has('_versie') ? form.getAll(name).map(String) : stored }
}
