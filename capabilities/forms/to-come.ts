import type { Answers } from '../cases/event.ts'
import { isAsked } from '../programmes/asked.ts'
import type { FormDefinition, FormQuestion } from './form.ts'
import { groupsOf } from './pages.ts'

/** How many pages somebody gets in all: as few as that, as many as that, or anything between. */
export type PagesToCome = { readonly least: number; readonly most: number }

type Asked = Pick<FormDefinition, 'questions'>

/**
 * How many pages whoever is at this one gets in all, whatever is answered here and after it. What was answered before holds. So
 * the most never rises while somebody goes on, and nobody is told of a shorter way than it may become.
 */
export function pagesToCome(form: Asked, answers: Answers, code: string): PagesToCome {
  const groups = groupsOf(form)
  const here = groups.findIndex(([first]) => first?.code === code)
  const ways = { left: MOST_WAYS }
  const found = from({ form, groups, here, answers, ways }, 0, {})
  return ways.left > 0 ? found : { least: found.least, most: groups.length }
}

/** More ways through a form than this are not tried one by one; the whole form is what nobody goes beyond. */
const MOST_WAYS = 5_000

type Known = {
  readonly form: Asked
  readonly groups: readonly (readonly FormQuestion[])[]
  /** The page where somebody is; what stands before it was answered. */
  readonly here: number
  readonly answers: Answers
  readonly ways: { left: number }
}

/** The pages from the nth on, for whoever answered this so far. */
function from(known: Known, nth: number, counting: Answers): PagesToCome {
  const group = known.groups[nth]
  if (group === undefined || known.ways.left <= 0) return { least: 0, most: 0 }
  const asked = group.filter((question) => isAsked(question, counting))
  if (asked.length === 0) return from(known, nth + 1, counting)
  const rest = waysOn(known, nth, asked, counting).map((answers) => from(known, nth + 1, answers))
  return {
    least: 1 + Math.min(...rest.map(({ least }) => least)),
    most: 1 + Math.max(...rest.map(({ most }) => most)),
  }
}

/** The answers with which somebody can leave a page, as far as a later condition tells them apart. */
function waysOn(known: Known, nth: number, asked: readonly FormQuestion[], counting: Answers): Answers[] {
  return asked.reduce<Answers[]>(
    (ways, question) => {
      const possible = nth < known.here ? [known.answers[question.code]] : [...answersApart(known.form, question)]
      known.ways.left -= ways.length * possible.length
      return ways.flatMap((way) =>
        possible.map((answer) => (answer === undefined ? way : { ...way, [question.code]: answer })),
      )
    },
    [counting],
  )
}

/** Each answer that a condition names, all of them where more may be given, and none of them where that is possible. */
function answersApart({ questions }: Asked, question: FormQuestion): readonly (Answers[string] | undefined)[] {
  const named = new Set(questions.flatMap(({ when }) => (when?.question === question.code ? when.is : [])))
  if (named.size === 0) return [undefined]
  const known =
    question.type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : question.options?.map(({ code }) => code)
  const isAllNamed = known?.every((code) => named.has(code)) === true
  const told = [...named].map((code) => (question.type === 'many' ? [code] : code))
  return [
    ...told,
    ...(question.type === 'many' ? [[...named]] : []),
    ...(isAllNamed && question.required === true ? [] : [undefined]),
  ]
}
