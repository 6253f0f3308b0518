import type { Child, FC } from 'hono/jsx'
import {
  AGE_GROUPS,
  FIELDS,
  HOMES,
  INCOME_BANDS,
  LIVING,
  MEANS_BANDS,
} from '../../../capabilities/money-help/household.ts'
import type { Refused } from '../../../foundation/result.ts'
import { RadioGroup } from '../../design/choices.tsx'
import { type Option, SelectField, TextField } from '../../design/field.tsx'
import { moneyCheckWords } from '../../words/money-check.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { Lang } from '../../words/words.ts'

export type Asked = {
  readonly lang: Lang
  /** What was typed, by field. */
  readonly given: (field: string) => string
  readonly faults: Readonly<Record<string, Refused>>
}

/** The few questions of the check, all on one page; `children` come before the button. */
export const CheckFields: FC<Asked & { children?: Child; needsIncome?: boolean }> = (props) => {
  const { lang, given, faults, needsIncome, children } = props
  const words = moneyCheckWords[lang]
  const at = (name: string) => {
    const fault = faults[name]
    return {
      ...{ name, autocomplete: 'off', value: given(name) },
      error: fault === undefined ? undefined : refusalSentence(lang, fault),
    }
  }
  const choices = <T extends string>(codes: readonly T[], named: Readonly<Record<T, string>>) =>
    codes.map((code) => ({ value: code, label: named[code] }))
  return (
    <>
      <RadioGroup {...at(FIELDS.age)} label={words.age} choices={choices(AGE_GROUPS, words.ages)} />
      <RadioGroup
        {...at(FIELDS.living)}
        label={words.living}
        hint={words.livingHint}
        choices={choices(LIVING, words.livings)}
      />
      <TextField {...at(FIELDS.children)} label={words.children} hint={words.childrenHint} />
      <TextField {...at(FIELDS.income)} label={words.income} hint={words.incomeHint} />
      {needsIncome === true ? null : (
        <SelectField {...at(FIELDS.incomeBand)} label={words.about} options={bands(lang, INCOME_BANDS)} />
      )}
      <TextField {...at(FIELDS.means)} label={words.means} hint={words.meansHint} />
      <SelectField {...at(FIELDS.meansBand)} label={words.about} options={bands(lang, MEANS_BANDS)} />
      <RadioGroup {...at(FIELDS.home)} label={words.home} choices={choices(HOMES, words.homes)} />
      {children}
    </>
  )
}

function bands(lang: Lang, known: typeof INCOME_BANDS): Option[] {
  const words = moneyCheckWords[lang]
  return [
    { value: '', label: words.aboutNone },
    ...known.map(({ code, about: { from, upTo } }) => ({
      value: code,
      label: upTo === null ? words.bandLast(from) : words.band(from, upTo),
    })),
  ]
}

/** The same faults above the form, each with its question and the way to its field: two may wait for an answer. */
export function faultsAbove(lang: Lang, faults: Asked['faults']) {
  const words = moneyCheckWords[lang]
  const asked = new Map<string, string>([
    [FIELDS.age, words.age],
    [FIELDS.living, words.living],
    [FIELDS.children, words.children],
    [FIELDS.income, words.income],
    [FIELDS.means, words.means],
    [FIELDS.home, words.home],
  ])
  return Object.entries(faults).map(([field, fault]) => ({
    field,
    message: [asked.get(field) ?? '', refusalSentence(lang, fault)].join(' ').trim(),
  }))
}

/** What was typed in a field, cut off where no answer is so long. */
export const givenIn =
  (form: FormData) =>
  (field: string): string => {
    const value = form.get(field)
    return typeof value === 'string' ? value.slice(0, LONGEST) : ''
  }

const LONGEST = 200
