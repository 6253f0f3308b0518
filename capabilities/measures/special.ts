import type { CountedParts } from './counted.ts'
import { groupingsOf } from './counting.ts'

/** A group that is counted inside the database: the special grouping of a measure, alone (`other` is `all`) or crossed. */
export type SpecialGroup = {
  readonly measure: string
  readonly grouping: string
  readonly question: string
  readonly other: string
  readonly otherFirst: boolean
}

/** The special groupings (AVG article 9) of each measure, alone and crossed with an ordinary one. */
export function specialGroups(parts: CountedParts): SpecialGroup[] {
  return parts.measures.flatMap((measure) => {
    const special = new Map(
      groupingsOf(parts, measure).flatMap(({ grouping, question }) =>
        question.special === true ? [[grouping.code, question.code] as const] : [],
      ),
    )
    const alone = measure.groupings.flatMap((grouping): SpecialGroup[] => {
      const question = special.get(grouping)
      return question === undefined
        ? []
        : [{ measure: measure.code, grouping, question, other: 'all', otherFirst: false }]
    })
    const crossed = measure.crosses.flatMap(([a, b]): SpecialGroup[] => {
      const [question, other, otherFirst] = special.has(b) ? [special.get(b), a, true] : [special.get(a), b, false]
      return question === undefined
        ? []
        : [{ measure: measure.code, grouping: `${a}+${b}`, question, other, otherFirst }]
    })
    return [...alone, ...crossed]
  })
}

/** Whether a jump is one that the special groupings of these measures are made of; the others are of no use to them. */
export function partOfSpecial(
  parts: CountedParts,
): (cell: { readonly measure: string; readonly grouping: string }) => boolean {
  const needed = new Set(specialGroups(parts).map(({ measure, other }) => `${measure} ${other}`))
  return ({ measure, grouping }) => needed.has(`${measure} ${grouping}`)
}
