import type { Assessment, Reason, Verdict } from './assess.ts'

/** The sentences of one language: by code, with `{limit}`, `{from}`, `{to}`, `{age}` and `{day}` where a value stands. */
export type Sentences = {
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly because: Readonly<Record<string, string>>
  readonly change: Readonly<Record<string, string>>
}

/** How amounts and days are written in a language. */
export type Written = { readonly amount: (cents: number) => string; readonly day: (day: string) => string }

export type Told = {
  readonly scheme: string
  readonly verdict: Verdict
  readonly says: string
  readonly because: readonly string[]
  readonly change: readonly string[]
}

/** What comes first: where there is a chance, and last where there is none. */
const ORDER: readonly Verdict[] = ['good-chance', 'perhaps', 'unknown', 'no']

/** The assessments as they are read, chances first; the server and the browser say the same. */
export const tellAll = (assessments: readonly Assessment[], sentences: Sentences, written: Written): Told[] =>
  ORDER.flatMap((verdict) => assessments.filter((one) => one.verdict === verdict)).map(
    ({ scheme, verdict, because, change }) => ({
      ...{ scheme, verdict, says: sentences.verdicts[verdict] },
      because: because.map((reason) => filled(sentences.because, reason, written)),
      change: change.map((reason) => filled(sentences.change, reason, written)),
    }),
  )

/** A sentence with its values; a code without a sentence is a mistake of ours and is left out of sight. */
function filled(
  sentences: Readonly<Record<string, string>>,
  { code, with: values = {} }: Reason,
  written: Written,
): string {
  return (sentences[code] ?? '').replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key]
    if (value === undefined) return ''
    if (key === 'limit') return written.amount(Number(value))
    return key === 'day' ? written.day(String(value)) : String(value)
  })
}
