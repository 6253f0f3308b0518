import { type Answer, allow, refuse } from '../../foundation/result.ts'
import type { RequestEventType, RequestState } from './request.ts'

export const STEPS = ['take', 'give-back', 'answer', 'not-fitting'] as const
export type RequestStep = (typeof STEPS)[number]

/** Why a request does not fit; said to nobody outside. */
export const NOT_FITTING = ['elsewhere', 'other-municipality', 'not-reached', 'withdrawn', 'mistake'] as const

type Way = {
  readonly from: readonly RequestState[]
  readonly to: RequestState
  readonly event: RequestEventType
}

export const WAYS: Readonly<Record<RequestStep, Way>> = {
  take: { from: ['new'], to: 'taken', event: 'taken' },
  'give-back': { from: ['taken'], to: 'new', event: 'given-back' },
  answer: { from: ['taken'], to: 'answered', event: 'answered' },
  'not-fitting': { from: ['taken'], to: 'not-fitting', event: 'not-fitting' },
}

/** Whether a step may be taken from this state; a request that does not fit needs its reason. */
export function stepAllowed(step: RequestStep, state: RequestState, reason: string | undefined): Answer<Way> {
  const way = WAYS[step]
  if (!way.from.includes(state)) return refuse('request-step-not-now')
  const isReasoned = NOT_FITTING.some((one) => one === reason)
  if (step === 'not-fitting' && !isReasoned) return refuse('request-reason-missing')
  return allow(way)
}

/** What may be done next, in the order of the screen. */
export const stepsFrom = (state: RequestState): RequestStep[] => STEPS.filter((step) => WAYS[step].from.includes(state))
