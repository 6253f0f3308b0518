import { type AudienceSetting, rounded } from '../../measures/audience.ts'
import { suppress } from '../../measures/suppress.ts'
import { LAWS, type Law } from '../circumstances/circumstances.ts'

/** Requests by the law they fall under; those that nobody labelled count apart, so that the parts make the total. */
export const LABELS = [...LAWS, 'unlabelled'] as const satisfies readonly (Law | 'unlabelled')[]
export type Label = (typeof LABELS)[number]

/** Null is hidden. */
export type LawCounts = {
  readonly total: number | null
  readonly laws: Readonly<Record<Label, number | null>>
}

const TOTAL = 'total'

/** how the requests of a period are spread over the laws, with what this audience may not see or work out hidden. */
export function lawCounts(
  counted: Readonly<Partial<Record<Label, number>>>,
  { hideBelow, roundTo }: Pick<AudienceSetting, 'hideBelow' | 'roundTo'>,
): LawCounts {
  const numberOf = (label: Label): number => counted[label] ?? 0
  const total = LABELS.reduce((sum, label) => sum + numberOf(label), 0)
  const cells = [{ id: TOTAL, value: total, families: total }, ...LABELS.map((label) => cell(label, numberOf(label)))]
  const hidden = suppress({ cells, sums: [{ total: TOTAL, parts: LABELS }], hideBelow })
  const shown = (id: string, value: number) => (hidden.has(id) ? null : rounded(value, roundTo))
  return {
    total: shown(TOTAL, total),
    laws: {
      'youth-act': shown('youth-act', numberOf('youth-act')),
      wmo: shown('wmo', numberOf('wmo')),
      'participation-act': shown('participation-act', numberOf('participation-act')),
      'debt-assistance': shown('debt-assistance', numberOf('debt-assistance')),
      'no-law': shown('no-law', numberOf('no-law')),
      unlabelled: shown('unlabelled', numberOf('unlabelled')),
    },
  }
}

const cell = (id: Label, value: number) => ({ id, value, families: value })
