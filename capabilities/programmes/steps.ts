import type { Day } from '../../foundation/day.ts'
import { type Answer, allow, type Refused, refuse } from '../../foundation/result.ts'
import type { Answers } from '../cases/event.ts'
import { firstOpen } from './asked.ts'
import type { Milestone, ProgrammeDefinition, Step } from './definition.ts'
import type { Fit } from './fit.ts'
import { type Anchors, longestDay } from './milestones.ts'

/** A milestone that was done, when, and with which outcome. */
export type MilestoneDone = { readonly milestone: string; readonly on: Day; readonly outcome?: string }

/** Where a trajectory stands, as far as its next step needs to know. */
export type Standing = {
  readonly phase: string
  readonly answers: Answers
  readonly anchors: Anchors
  /** In the order in which they were done. */
  readonly done: readonly MilestoneDone[]
  /** Only for steps that need it. */
  readonly fit?: Fit
}

/** The step asked for, the reason given with it, and the day on which it is taken. */
export type Asked = { readonly to: string; readonly reason?: string; readonly today: Day }

/** Whether somebody waits or is supported in this phase, so that there is work to do. */
export const isOpenPhase = ({ phases }: Pick<ProgrammeDefinition, 'phases'>, phase: string): boolean =>
  phases.some(({ code, kind }) => code === phase && (kind === 'waiting' || kind === 'supporting'))

/** The steps that lead on from a phase, whether or not they may be taken now. */
export const stepsFrom = ({ phases }: Pick<ProgrammeDefinition, 'phases'>, phase: string): readonly Step[] =>
  phases.find((one) => one.code === phase)?.steps ?? []

/**
 * Whether a trajectory may take a step. Refuses a step that does not lead on from its phase, answers that are missing
 * a question that does not fit, a milestone not done, a reason missing or not on the list, and
 * support beyond the longest duration.
 */
export function takeStep(definition: ProgrammeDefinition, standing: Standing, asked: Asked): Answer<{ step: Step }> {
  const step = stepsFrom(definition, standing.phase).find((one) => one.to === asked.to)
  if (step === undefined) return refuse('step-not-from-here')
  const reason = reasonGiven(definition, step, asked)
  const refused =
    answerMissing(definition, step.needs?.answers ?? [], standing) ??
    unfit(step, standing) ??
    milestoneMissing(definition, step, standing) ??
    reason.refused ??
    answerMissing(definition, reason.needs, standing) ??
    tooLong(definition, standing, asked)
  return refused ?? allow({ step })
}

function answerMissing(
  definition: ProgrammeDefinition,
  codes: readonly string[],
  standing: Standing,
): Refused | undefined {
  const open = firstOpen(definition, codes, standing.answers)
  return open === undefined ? undefined : refuse('step-needs-answer', { question: open.code, ...open.ask })
}

function unfit({ needs }: Step, { fit }: Standing): Refused | undefined {
  if (needs?.fit !== true || fit?.outcome === 'fits') return undefined
  return fit?.outcome === 'does-not-fit' ? refuse('step-does-not-fit') : refuse('step-fit-not-known')
}

/** What the step names itself, and every milestone that blocks the phase it leads to. */
function milestoneMissing({ milestones }: ProgrammeDefinition, step: Step, standing: Standing): Refused | undefined {
  const needed = milestones.filter((one) => step.needs?.milestones?.includes(one.code) || one.blocks.includes(step.to))
  const missing = needed.find((one) => !isPassed(one, standing))
  return missing === undefined
    ? undefined
    : refuse('step-needs-milestone', { milestone: missing.code, ...missing.name })
}

/**
 * Done since its anchor, and with an outcome that opens the way: when a family meets another volunteer, the anchor is set
 * anew and what was done before it no longer counts.
 */
function isPassed({ code, anchor, outcomes }: Milestone, { anchors, done }: Standing): boolean {
  const since = anchors[anchor]
  const last = done.findLast((one) => one.milestone === code && since !== undefined && one.on >= since)
  if (last === undefined) return false
  return outcomes?.find((outcome) => outcome.code === last.outcome)?.effect !== 'stays-blocked'
}

/** The reason given must be on the list of the step; some reasons need answers of their own. */
function reasonGiven({ reasons }: ProgrammeDefinition, { needs }: Step, { reason }: Asked) {
  const list = needs?.reason
  if (list === undefined) return { refused: undefined, needs: [] }
  if (reason === undefined) return { refused: refuse('step-needs-reason'), needs: [] }
  const chosen = reasons.find(({ code }) => code === list)?.options.find(({ code }) => code === reason)
  if (chosen === undefined) return { refused: refuse('step-reason-unknown', { reason }), needs: [] }
  return { refused: undefined, needs: chosen.needs ?? [] }
}

/** From the last day on no step leads into support any more. */
function tooLong(
  { phases, longest }: ProgrammeDefinition,
  { anchors }: Standing,
  { to, today }: Asked,
): Refused | undefined {
  const last = longestDay(longest, anchors)
  const supports = phases.find((phase) => phase.code === to)?.kind === 'supporting'
  return supports && last !== undefined && today >= last ? refuse('support-too-long', { last }) : undefined
}
