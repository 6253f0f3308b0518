import type { Actor } from '../../../capabilities/access/actor.ts'
import { villagesIn } from '../../../capabilities/access/queries.ts'
import { shippedForm } from '../../../capabilities/forms/queries.ts'
import type { HelpRequest } from '../../../capabilities/help-requests/request.ts'
import type { Lang } from '../../words/words.ts'

/** Names of villages in the municipalities of these requests, by code. */
export async function placeNames(actor: Actor, rows: readonly HelpRequest[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const id of new Set(rows.map(({ municipalityId }) => municipalityId)))
    for (const { code, name } of await villagesIn(actor, id)) names.set(code, name)
  return names
}

/** Codes of one question in the words of the form that asked it. */
export function optionNames(
  actor: Actor,
  lang: Lang,
  { formCode }: Pick<HelpRequest, 'formCode'>,
  { question, codes }: { question: string; codes: readonly string[] },
): string[] {
  const options = shippedForm(actor, formCode).questions.find(({ code }) => code === question)?.options ?? []
  return codes.map((code) => options.find((one) => one.code === code)?.name[lang] ?? code)
}

export const topicNames = (actor: Actor, lang: Lang, row: HelpRequest): string[] =>
  optionNames(actor, lang, row, { question: 'about', codes: row.topics })

/** the term of the details of a request is the longest that a question of their form names. */
export const longestKept = (actor: Actor, { formCode }: Pick<HelpRequest, 'formCode'>): number =>
  Math.max(...shippedForm(actor, formCode).questions.map(({ keepMonths }) => keepMonths))
