/**
 * The parts of a programme definition that counting reads (`capabilities/programmes/definition.ts` is wider).
 */
export type CountedQuestion = {
  readonly code: string
  readonly type: string
  /** `contact` and the like: asked anew at every contact or referral, so the answer is of that one. */
  readonly asked?: string | undefined
  /** AVG article 9: the answer is kept apart and only ever summed. */
  readonly special?: boolean | undefined
  readonly options?: readonly { readonly code: string }[] | undefined
}

export type Band = { readonly code: string; readonly from: number; readonly to: number }

export type CountedGrouping = {
  readonly code: string
  readonly question: string
  readonly bands?: readonly Band[] | undefined
  /** Of ages: every year by itself, or how many there are, instead of bands. */
  readonly each?: 'year' | 'number' | undefined
  /** What happens to small groups on screen: hidden, or taken together as `other`. */
  readonly small: 'hide' | 'merge'
}

/** Phase codes; nothing given means every registered trajectory. */
export type Where = {
  readonly reached?: readonly string[] | undefined
  readonly in?: readonly string[] | undefined
  readonly notIn?: readonly string[] | undefined
  /** Only with one of these answers, or without all of these; no answer is without. */
  readonly answer?: AnswerWhere | undefined
  /** Only where both scores are there and went so. */
  readonly change?: ChangeWhere | undefined
}

export type ChangeWhere = {
  readonly from: string
  readonly to: string
  readonly is: readonly ('higher' | 'same' | 'lower')[]
}

export type AnswerWhere = {
  readonly question: string
  readonly is?: readonly string[] | undefined
  readonly isNot?: readonly string[] | undefined
}

export type CountedMeasure = {
  readonly code: string
  readonly counts: 'trajectories' | 'mentions' | 'children' | 'contacts' | 'referrals' | 'worker-changes'
  /** The question whose mentions or children are counted. */
  readonly of?: string | undefined
  readonly where: Where
  readonly groupings: readonly string[]
  /** Exact and for the organisation alone; no plan hides anything of them. */
  readonly ownGroupings?: readonly string[] | undefined
  readonly crosses: readonly (readonly [string, string])[]
  /** The measure this one is a part of, such as supported families of registered ones. */
  readonly partOf?: string | undefined
}

export type CountedParts = {
  readonly questions: readonly CountedQuestion[]
  readonly groupings: readonly CountedGrouping[]
  readonly measures: readonly CountedMeasure[]
}
