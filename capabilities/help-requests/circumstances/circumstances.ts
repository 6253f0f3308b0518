import type { Day } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../../foundation/result.ts'
import type { Answers, AnswerValue } from '../../cases/event.ts'
import type { FormDefinition, FormQuestion } from '../../forms/form.ts'
import { codesIn } from '../../programmes/asked.ts'
import { LIFE_DOMAINS } from '../../programmes/definition.ts'
import type { HelpRequest } from '../request.ts'
import { isAboutSeparation } from '../triage/weighing.ts'

/** the parts of life that may be raised; never a grid that has to be filled in. */
export const DOMAINS = LIFE_DOMAINS
/** who may end up without a home, and children who cannot stay the night in a home of this parent. */
export const HOUSING = ['may-lose-home', 'no-place', 'children-cannot-stay'] as const
/** */
export const NO_HELP_BEFORE = ['unknown', 'complicated', 'ashamed', 'other'] as const
/** */
export const LAWS = ['youth-act', 'wmo', 'participation-act', 'debt-assistance', 'no-law'] as const
export type Law = (typeof LAWS)[number]
export const KNOWN = ['yes', 'no', 'unknown'] as const
type Known = (typeof KNOWN)[number]

/** What plays a part, as far as it was raised; the words are gone when the details of the request are. */
export type Circumstances = {
  readonly domains: readonly string[]
  readonly separating: Known | null
  readonly money: Known | null
  readonly housing: readonly string[]
  readonly noHelpBefore: readonly string[]
  readonly law: Law | null
  readonly words: string | null
}

/** One version of it in the history. */
export type CircumstancesNoted = Circumstances & {
  readonly number: number
  readonly holdsOn: Day
  readonly recordedAt: Date
  readonly recordedBy: Id
}

/**
 * The questions that are asked about this request: about a separation money must be answered, not knowing it included
 * and whether people split up is known already.
 */
export const questionsAbout = (form: FormDefinition, request: Pick<HelpRequest, 'topics'>): readonly FormQuestion[] =>
  isAboutSeparation(request)
    ? form.questions
        .filter(({ code }) => code !== 'separating')
        .map((one) => (one.code === 'money' ? { ...one, required: true } : one))
    : form.questions

/** What the answers of `content/forms/circumstances.json` say, or why it cannot be kept; with the question it is about. */
export function circumstancesTold(request: Pick<HelpRequest, 'topics'>, answers: Answers): Answer<Circumstances> {
  const isSeparation = isAboutSeparation(request)
  const told: Circumstances = {
    domains: among(DOMAINS, answers.domains),
    separating: isSeparation ? null : oneOf(KNOWN, answers.separating),
    money: oneOf(KNOWN, answers.money),
    housing: among(HOUSING, answers.housing),
    noHelpBefore: among(NO_HELP_BEFORE, answers['no-help-before']),
    law: oneOf(LAWS, answers.law),
    words: typeof answers.words === 'string' && answers.words !== '' ? answers.words : null,
  }
  if (isSeparation && told.money === null) return refuse('circumstances-money-missing', { question: 'money' })
  return isEmpty(told) ? refuse('circumstances-empty') : allow(told)
}

/** The same as the answers of the form, for showing and changing it. */
export const answersOf = (given: Circumstances): Answers => ({
  domains: given.domains,
  ...(given.separating !== null && { separating: given.separating }),
  ...(given.money !== null && { money: given.money }),
  housing: given.housing,
  'no-help-before': given.noHelpBefore,
  ...(given.law !== null && { law: given.law }),
  ...(given.words !== null && { words: given.words }),
})

const oneOf = <T extends string>(all: readonly T[], answer: AnswerValue | undefined): T | null =>
  all.find((one) => one === answer) ?? null

const among = (all: readonly string[], answer: AnswerValue | undefined): string[] => {
  const given = codesIn(answer)
  return all.filter((one) => given.includes(one))
}

const isEmpty = ({ domains, housing, noHelpBefore, separating, money, law, words }: Circumstances): boolean =>
  domains.length + housing.length + noHelpBefore.length === 0 &&
  [separating, money, law, words].every((one) => one === null)
