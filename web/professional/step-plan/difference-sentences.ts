import type { Conditions, StepPlan } from '../../../capabilities/step-plan/definition.ts'
import {
  type ComparedPart,
  type Difference,
  differencesBetween,
} from '../../../capabilities/step-plan/editing/differences.ts'
import { differenceWords } from '../../words/programme-differences.ts'
import { planFormWords } from '../../words/step-plan-forms.ts'
import { planScreenWords } from '../../words/step-plan-screens.ts'
import type { Lang } from '../../words/words.ts'
import { answerName, conditionsInWords, questionName, said, setInWords, stepName } from './naming.ts'

/** What differs from one version of the plan to another, a sentence for each thing; empty when they say the same. */
export const differencesInWords = (lang: Lang, before: StepPlan, after: StepPlan): string[] =>
  differencesBetween(before, after).flatMap((one) => sentences(lang, before, after, one))

function sentences(lang: Lang, before: StepPlan, after: StepPlan, difference: Difference): string[] {
  const words = differenceWords[lang]
  const { part, code, how, fields } = difference
  if (how === 'order') return [planScreenWords[lang].reordered(planScreenWords[lang].kinds[part])]
  const [was, is] = [thingOf(before, part, code), thingOf(after, part, code)]
  const what = words.thing(planScreenWords[lang].kind[part], nameOf(lang, was ?? is ?? {}))
  if (how === 'came') return [words.came(what)]
  if (how === 'went') return [words.went(what)]
  return fields.map((field) => {
    const label = planFormWords[lang].fields[field] ?? field
    const [old, fresh] = [valueInWords(lang, before, field, was), valueInWords(lang, after, field, is)]
    if (fresh === '') return words.emptied(what, label, quoted(old))
    return old === '' || old === fresh
      ? words.set(what, label, quoted(fresh))
      : words.changed(what, label, quoted(old), quoted(fresh))
  })
}

const quoted = (text: string): string => `“${text}”`

type Thing = Readonly<Record<string, unknown>>

const thingOf = (plan: StepPlan, part: ComparedPart, code: string | undefined): Thing | undefined =>
  part === 'plan' ? plan : (plan[part] as readonly (Thing & { code: string })[]).find((one) => one.code === code) // all have codes

type Words = StepPlan['name']
const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'nl' in value

const nameOf = (lang: Lang, { title, ask, name, label, code }: Thing): string => {
  const words = [title, ask, name, label].find(isWords)
  return code === undefined ? '' : said(lang, words) || String(code)
}

/** What stands in one field of a thing, as one text. */
export function valueInWords(lang: Lang, plan: StepPlan, field: string, thing: Thing | undefined): string {
  const value = thing?.[field]
  if (value === undefined) return ''
  if (value === true) return planScreenWords[lang].yes
  if (isWords(value)) return bothWords(value)
  switch (field) {
    case 'if':
      return conditionsInWords(lang, plan, value as Conditions) // as the format says
    case 'when':
      return conditionsInWords(lang, plan, [[value as Conditions[number][number]]])
    case 'at':
      return planScreenWords[lang].parts[value as 'now']
    case 'set':
      return setInWords(lang, plan, value as Readonly<Record<string, string | readonly string[]>>)
    case 'steps':
      return (value as readonly string[]).map((code) => stepName(lang, plan, code)).join(', ')
    case 'answers':
      return Object.entries(value as Readonly<Record<string, string | readonly string[]>>)
        .map(
          ([of, some]) =>
            `${questionName(lang, plan, of)} ${[some]
              .flat()
              .map((one) => answerName(lang, plan, of, one))
              .join(', ')}`,
        )
        .join('; ')
    default:
      return Array.isArray(value) ? value.map((one) => rowInWords(lang, plan, one)).join('; ') : plain(value)
  }
}

const bothWords = ({ nl, en }: Words): string => [nl, en].filter((one) => one !== '').join(' / ')
const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** A row of a list: a line, a document or page with for whom it is, an answer, or a code. */
function rowInWords(lang: Lang, plan: StepPlan, row: unknown): string {
  if (typeof row !== 'object' || row === null) return String(row)
  if (isWords(row)) return bothWords(row)
  const { name, slug, hint, if: conditions } = row as Thing // a row of a document, page or answer
  const called = isWords(name) ? bothWords(name) : String(slug ?? '')
  const more = [
    ...(isWords(hint) ? [bothWords(hint)] : []),
    ...(conditions === undefined ? [] : [conditionsInWords(lang, plan, conditions as Conditions)]),
  ]
  return more.length === 0 ? called : `${called} (${more.join('; ')})`
}
