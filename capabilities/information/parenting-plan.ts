import { z } from 'zod'
import { code, isoDay, words } from '../programmes/definition-basics.ts'
import { type Block, inlinesOf } from './blocks.ts'
import { LANGUAGES, type Language, slugFormat, sourceFormat } from './front-matter.ts'
import { readText } from './markdown.ts'

/** What the law asks of a plan (815 Rv): care, informing each other, costs, and how the children took part. */
export const REQUIRED_BLOCKS = ['care', 'informing', 'costs', 'children'] as const

/** 0 to 3, 4 to 7, 8 to 11 and 12 to 17 years: how one talks with a child, not what the law says of it. */
export const AGE_GROUPS = ['baby', 'young', 'middle', 'teen'] as const

const FEWEST_QUESTIONS = 2
const MOST_QUESTIONS = 4

const starters = z.array(words).min(1).max(4)

const block = z.strictObject({
  code,
  title: words,
  /** What the law asks, or that the block is optional. */
  about: words,
  questions: z
    .array(z.strictObject({ code, ask: words, hint: z.exactOptional(words) }))
    .min(FEWEST_QUESTIONS)
    .max(MOST_QUESTIONS),
  /** To begin a talk with a child, by its age. */
  starters: z.strictObject({ baby: starters, young: starters, middle: starters, teen: starters }),
  pages: z.array(slugFormat).min(1),
})

/** The questions of the parenting plan helper, with what stands around them. */
export const parentingPlanFormat = z.strictObject({
  /** The page that explains the plan: the helper is public where and when that page is. */
  page: slugFormat,
  reviewOn: isoDay,
  facts: z.array(slugFormat),
  sources: z.array(sourceFormat).min(1),
  /** For whom the law asks a plan. */
  whom: words,
  /** Where to go who is afraid of the other parent. */
  afraid: words,
  /** When a plan cannot be made. */
  cannot: words,
  required: z.array(block),
  optional: z.array(block),
})

export type ParentingPlan = z.infer<typeof parentingPlanFormat>
export type PlanBlock = z.infer<typeof block>

/** Something in the helper that is not right, with its place, such as `required/care/about/en`. */
export type PlanFault = { readonly at: string; readonly what: string }

type Known = { readonly slugs: ReadonlySet<string>; readonly facts: readonly string[] }

/** Every fault of a document for the helper: its form, the four blocks of the law, and what its texts lead to. */
export function parentingPlanFaults(given: unknown, known: Known): PlanFault[] {
  const read = parentingPlanFormat.safeParse(given)
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({ at: placeIn(given, path), what: `wrong: ${message}` }))
  const plan = read.data
  return [...blockFaults(plan), ...pageFaults(plan, known), ...factFaults(plan, known), ...textFaults(plan, known)]
}

/** A list in a place is named by the code of its element, so that somebody finds it without counting. */
function placeIn(given: unknown, path: readonly PropertyKey[]): string {
  let inside: unknown = given
  return path
    .map((key) => {
      inside = (inside as Record<PropertyKey, unknown> | null | undefined)?.[key] // whatever a document holds
      const named = (inside as { code?: unknown } | null | undefined)?.code // the same
      return typeof key === 'number' && typeof named === 'string' ? named : String(key)
    })
    .join('/')
}

function blockFaults({ required, optional }: ParentingPlan): PlanFault[] {
  const has = required.map((one) => one.code)
  const missing = REQUIRED_BLOCKS.filter((one) => !has.includes(one))
  const unknown = has.filter((one) => !REQUIRED_BLOCKS.some((wanted) => wanted === one))
  const all = [...required, ...optional]
  return [
    ...missing.map((one) => ({ at: `required/${one}`, what: 'missing: the law asks it' })),
    ...unknown.map((one) => ({ at: `required/${one}`, what: 'not asked by the law: put it in optional' })),
    ...twice(all.map((one) => one.code)).map((one) => ({ at: one, what: 'stands twice' })),
    ...all.flatMap((one) =>
      twice(one.questions.map((question) => question.code)).map((question) => ({
        ...{ at: `${one.code}/questions/${question}`, what: 'stands twice' },
      })),
    ),
  ]
}

const twice = (codes: readonly string[]): string[] => codes.filter((one, at) => codes.indexOf(one) !== at)

function pageFaults({ page, required, optional }: ParentingPlan, { slugs }: Known): PlanFault[] {
  const named = [
    { at: 'page', slug: page },
    ...[...required, ...optional].flatMap((one) => one.pages.map((slug) => ({ at: `${one.code}/pages`, slug }))),
  ]
  return named.filter(({ slug }) => !slugs.has(slug)).map(({ at, slug }) => ({ at, what: `no such page: ${slug}` }))
}

const factFaults = ({ facts }: ParentingPlan, known: Known): PlanFault[] =>
  facts.filter((one) => !known.facts.includes(one)).map((one) => ({ at: 'facts', what: `no such fact: ${one}` }))

/** The texts that may hold links and facts, in each language. */
function textFaults(plan: ParentingPlan, { slugs }: Known): PlanFault[] {
  const texts = [
    ...(['whom', 'afraid', 'cannot'] as const).map((name) => ({ at: name as string, text: plan[name] })),
    ...[...plan.required, ...plan.optional].map((one) => ({ at: `${one.code}/about`, text: one.about })),
  ]
  return texts.flatMap(({ at, text }) =>
    LANGUAGES.flatMap((language) => {
      const { blocks, faults } = readText(text[language])
      const inside = inlinesOf(blocks).flatMap((one) => {
        if (one.kind === 'link' && one.to.kind === 'page' && !slugs.has(one.to.slug))
          return [`no such page: ${one.to.slug}`]
        return one.kind === 'fact' && !plan.facts.includes(one.code) ? [`fact not listed: ${one.code}`] : []
      })
      const unread = faults.map((fault) => `${fault.code}: ${fault.what}`)
      return [...unread, ...inside].map((what) => ({ at: `${at}/${language}`, what }))
    }),
  )
}

/** A text of the helper as blocks, with its links and facts. */
export const planText = (text: Readonly<Record<Language, string>>, language: Language): readonly Block[] =>
  readText(text[language]).blocks
