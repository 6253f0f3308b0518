import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { Municipality } from '../../../capabilities/access/queries.ts'
import { municipalitiesKept, type RulesKept, rulesKept } from '../../../capabilities/money-help/queries.ts'
import type { ToldValue } from '../../../capabilities/money-help/rule-told.ts'
import { type AskedOn, type Dated, whyNot } from '../../../capabilities/money-help/rules.ts'
import type { Refused } from '../../../foundation/result.ts'
import { RadioGroup } from '../../design/choices.tsx'
import { ErrorSummary } from '../../design/error-summary.tsx'
import { DayField, FieldRow, TextField } from '../../design/field.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { moneyKeepingWords } from '../../words/money-keeping.ts'
import { refusalSentence } from '../../words/refusals.ts'

export type Kept = {
  readonly mine: readonly Municipality[]
  readonly municipality: Municipality
  readonly rules: RulesKept
}

/** The municipality in the address, or the first one that this person keeps; undefined for any other. */
export async function keptAt(actor: Actor, page: PageRequest): Promise<Kept | undefined> {
  const mine = await municipalitiesKept(actor)
  const asked = page.query.get('gemeente')
  const municipality = asked === null ? mine[0] : mine.find(({ id }) => id === asked)
  const rules = municipality && (await rulesKept(actor, municipality))
  return municipality === undefined || rules === undefined ? undefined : { mine, municipality, rules }
}

/** What was typed, by the name of its field. */
export const toldIn = ({ form }: PageRequest): ToldValue => ({
  text: (field) => String(form.get(field) ?? '').trim(),
  all: (field) => form.getAll(field).map(String),
})

export const versionIn = (page: PageRequest): number => {
  const typed = String(page.form.get('_versie') ?? '')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

/** Which field a refusal is about, and what it says there. */
export type Refusal = { readonly page: PageRequest; readonly refused: Refused | undefined }

export const fieldOf = (refused: Refused | undefined): string | undefined =>
  refused?.with?.field === undefined ? undefined : String(refused.with.field)

export const Refusals: FC<Refusal> = ({ page, refused }) =>
  refused === undefined ? null : (
    <ErrorSummary
      lang={page.lang}
      errors={[{ field: fieldOf(refused), message: refusalSentence(page.lang, refused) }]}
    />
  )

/** What a field holds: what was typed, else what is stored; with what is wrong with it. */
export const fieldsOf =
  ({ page, refused }: Refusal) =>
  (name: string, stored: string | number | null | undefined) => ({
    ...{ name, autocomplete: 'off' },
    value: page.form.has('_versie') ? String(page.form.get(name) ?? '') : String(stored ?? ''),
    error: refused !== undefined && fieldOf(refused) === name ? refusalSentence(page.lang, refused) : undefined,
  })

/** As somebody types an amount: euros, with cents when there are any. */
export const inEuros = (cents: number | null | undefined): string =>
  cents === null || cents === undefined
    ? ''
    : cents % 100 === 0
      ? String(cents / 100)
      : (cents / 100).toFixed(2).replace('.', ',')

export const stateOf = (value: Dated, asked: AskedOn) => {
  const why = whyNot(value, asked)
  if (why !== undefined) return why
  return value.status === 'unverified' ? ('unverified-demo' as const) : ('holds' as const)
}

/** The days on which a value holds, where it stands and how sure it is. */
export const DatedFields: FC<Refusal & { stored: Dated | undefined }> = (props) => {
  const { page, stored } = props
  const words = moneyKeepingWords[page.lang]
  const at = fieldsOf(props)
  return (
    <>
      <FieldRow>
        <DayField {...at('validFrom', stored?.validFrom)} label={words.from} />
        <DayField {...at('validUntil', stored?.validUntil)} label={words.until} hint={words.untilHint} />
        <DayField {...at('checkedOn', stored?.checkedOn)} label={words.checkedOn} />
      </FieldRow>
      <TextField {...at('source', stored?.source)} label={words.source} hint={words.sourceHint} />
      <RadioGroup
        {...at('status', stored?.status)}
        label={words.statusAsk}
        inline
        choices={(['verified', 'secondary', 'unverified'] as const).map((value) => ({
          value,
          label: words.statuses[value],
        }))}
      />
    </>
  )
}
