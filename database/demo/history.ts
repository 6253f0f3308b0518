import type { Answers, Fact } from '../../capabilities/cases/event.ts'
import { withAnchors } from '../../capabilities/cases/phase-days.ts'
import { fold, type TrajectoryState } from '../../capabilities/cases/timeline.ts'
import type { Registration } from '../../capabilities/cases/trajectory.ts'
import type { Milestone, Step } from '../../capabilities/programmes/definition.ts'
import { fitOf } from '../../capabilities/programmes/fit.ts'
import { mayCompleteMilestone } from '../../capabilities/programmes/milestone-outcome.ts'
import { milestoneDays } from '../../capabilities/programmes/milestones.ts'
import { type MilestoneDone, stepsFrom, takeStep } from '../../capabilities/programmes/steps.ts'
import { after, type Day, daysBetween } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { answersTo, type Drawing } from './answers.ts'

export type Drawn = Drawing & {
  readonly today: Day
  /** What is told at registration, instead of drawn. */
  readonly told?: Answers
  /** Whose work it may become. */
  readonly workers: readonly Id[]
}

/** More steps than any family takes. */
const MOST_STEPS = 12

/**
 * One invented trajectory from its registration up to today. It walks the steps of its definition by the rules of that
 * definition, so whatever it does, a colleague could have done.
 */
export function drawnHistory(drawn: Drawn, holdsOn: Day): Registration {
  const { definition } = drawn
  const asked = definition.questions.filter((one) => one.asked === 'registration')
  const open = asked.flatMap((one) => (one.special === true ? [] : [one.code]))
  const special = asked.flatMap((one) => (one.special === true ? [one.code] : []))
  const { told = {} } = drawn
  const answers = { ...told, ...answersTo(drawn, open, told, holdsOn) }
  const { phase } = definition.registration
  const facts: Fact[] = [{ type: 'registered', holdsOn, phase, answers }]
  const worker = drawn.chance.oneOf(drawn.workers)
  if (worker !== undefined) facts.push({ type: 'worker-assigned', holdsOn, personId: worker })
  walk(drawn, facts)
  meetMilestones(drawn, facts)
  takeOver(drawn, facts)
  return {
    answers,
    special: onlyTexts(answersTo(drawn, special, {}, holdsOn)),
    originalWords: [],
    holdsOn,
    approximateDay: false,
    phase,
    history: inOrder(facts).slice(1),
  }
}

const onlyTexts = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([code, answer]) => (typeof answer === 'string' ? [[code, answer]] : [])),
  )

const inOrder = (facts: readonly Fact[]): Fact[] =>
  facts.toSorted((a, b) => (a.holdsOn < b.holdsOn ? -1 : a.holdsOn > b.holdsOn ? 1 : 0))

const lastDay = (facts: readonly Fact[]): Day =>
  facts.reduce((last, { holdsOn }) => (holdsOn > last ? holdsOn : last), '' as Day) // earlier than every day

/** What holds after all of these facts. */
function stateAfter(facts: readonly Fact[], on: Day = lastDay(facts)): TrajectoryState {
  const state = fold(inOrder(facts), on)
  if (state === undefined) throw new Error('a history without a registration')
  return state
}

/** Step after step, until the next would lie after today or no step is left. */
function walk(drawn: Drawn, facts: Fact[]): void {
  for (let left = MOST_STEPS; left > 0; left--) {
    const from = lastDay(facts)
    const { phase } = stateAfter(facts)
    const step = nextStep(drawn, phase)
    const stays = drawn.shape.days[phase] ?? [7, 60]
    const on = after(from, { days: drawn.chance.between(...stays) })
    const last = on < drawn.today ? on : drawn.today
    if (step === undefined) return
    haveContacts(drawn, facts, { phase, from, to: last })
    if (on > drawn.today || !takes(drawn, facts, step, on)) return
  }
}

function nextStep({ definition, shape, chance }: Drawn, phase: string): Step | undefined {
  const weights = shape.steps[phase]
  const isEnd = definition.phases.some(
    ({ code, kind }) => code === phase && (kind === 'closed' || kind === 'not-supported'),
  )
  if (isEnd && weights === undefined) return undefined
  return chance.oneOf(stepsFrom(definition, phase), ({ to }) => (weights === undefined ? 1 : (weights[to] ?? 0)))
}

/** Contacts while somebody is helped, with the questions asked at each; none in a programme that asks nothing then. */
function haveContacts(
  drawn: Drawn,
  facts: Fact[],
  { phase, from, to }: { readonly phase: string; readonly from: Day; readonly to: Day },
): void {
  const { definition, chance, shape } = drawn
  const codes = definition.questions.flatMap((one) => (one.asked === 'contact' ? [one.code] : []))
  const isHelped = definition.phases.some(({ code, kind }) => code === phase && kind === 'supporting')
  if (codes.length === 0 || !isHelped) return
  let on = after(from, { days: chance.between(...shape.contactEvery) })
  for (; on <= to; on = after(on, { days: 1 + chance.between(...shape.contactEvery) }))
    facts.push({ type: 'contact-made', holdsOn: on, answers: answersTo(drawn, codes, {}, on) })
}

/** Does what the step asks for and takes it; false when today comes first, or when the rules say no. */
function takes(drawn: Drawn, facts: Fact[], step: Step, asked: Day): boolean {
  const { definition, chance, shape } = drawn
  const on = passBlocks(drawn, facts, step, asked)
  if (on === undefined) return false
  const list = definition.reasons.find(({ code }) => code === step.needs?.reason)
  const weights = list && shape.reasons[list.code]
  const reason = list && chance.oneOf(list.options, ({ code }) => (weights === undefined ? 1 : (weights[code] ?? 0)))
  const before = stateAfter(facts)
  const needed = [...(step.needs?.answers ?? []), ...(reason?.needs ?? [])]
  const answers = answersTo(drawn, needed, before.answers, on)
  const why = reason === undefined ? {} : { reason: reason.code }
  const standing = {
    ...before,
    answers: { ...before.answers, ...answers },
    done: doneIn(facts),
    fit: fitOf(definition, {}, before.answers),
  }
  if (!takeStep(definition, standing, { to: step.to, today: on, ...why }).ok) return false
  if (Object.keys(answers).length > 0) facts.push({ type: 'answered', holdsOn: on, answers })
  facts.push(withAnchors(definition, { type: 'moved', holdsOn: on, to: step.to, ...why }))
  return true
}

const doneIn = (facts: readonly Fact[]): MilestoneDone[] =>
  inOrder(facts).flatMap((fact) => (fact.type === 'milestone-done' ? [{ ...fact, on: fact.holdsOn }] : []))

/** Passes the milestones that keep a phase shut, from their anchor on; the day after, or undefined when that is still to come. */
function passBlocks(drawn: Drawn, facts: Fact[], step: Step, asked: Day): Day | undefined {
  const { definition, today } = drawn
  let on = asked
  const needed = definition.milestones.filter(
    ({ code, blocks }) => blocks.includes(step.to) || step.needs?.milestones?.includes(code),
  )
  for (const milestone of needed) {
    const anchor = definition.anchors.find(({ code }) => code === milestone.anchor)
    if (anchor?.phase === undefined) facts.push({ type: 'anchor-set', holdsOn: on, anchor: milestone.anchor })
    const set = stateAfter(facts).anchors[milestone.anchor]
    const due = set && dueOn(drawn, milestone, { [milestone.anchor]: set })
    if (due === undefined || due > today || !isMet(drawn, facts, milestone, due)) return undefined
    on = due > on ? due : on
  }
  return on
}

const dueOn = ({ definition }: Drawn, milestone: Milestone, anchors: Readonly<Record<string, Day>>): Day | undefined =>
  milestoneDays({ ...definition, milestones: [milestone] }, anchors).find(({ code }) => code === milestone.code)?.latest

/** Longer than this nothing waits on anybody's list of today: a region in which it did would not be believed. */
const MOST_DAYS_LATE = 10

/** What came due while the family was helped, and after closing what counts from the closing, was mostly done. */
function meetMilestones(drawn: Drawn, facts: Fact[]): void {
  const { definition, chance, shape, today } = drawn
  const { anchors, phase, milestonesDone } = stateAfter(facts)
  const kind = definition.phases.find(({ code }) => code === phase)?.kind
  const ended = kind === 'closed' || kind === 'not-supported' ? lastDay(facts) : today
  for (const milestone of definition.milestones) {
    const due = dueOn(drawn, milestone, anchors)
    const isTied = definition.anchors.some(({ code, phase: tied }) => code === milestone.anchor && tied !== undefined)
    if (due === undefined || due > (isTied ? today : ended) || milestonesDone.includes(milestone.code)) continue
    const isDone = chance.happens(shape.milestonesDone)
    const waits = isTied || ended === today
    if (isDone || (waits && daysBetween(due, today) > MOST_DAYS_LATE)) isMet(drawn, facts, milestone, due)
  }
}

/** Answers what a milestone asks and meets it with its usual outcome; false when the rules say no. */
function isMet(drawn: Drawn, facts: Fact[], milestone: Milestone, on: Day): boolean {
  const { definition, chance } = drawn
  const { outcomes = [] } = milestone
  const going = outcomes.filter((one) => one.effect !== 'stays-blocked')
  const outcome = chance.oneOf(going, (one) => (one.default === true ? 6 : 1))
  const state = stateAfter(facts, on)
  const needed = [...(milestone.asks ?? []), ...(outcome?.needs ?? [])]
  const answers = answersTo(drawn, needed, state.answers, on)
  const said = outcome === undefined ? {} : { outcome: outcome.code }
  const report = { milestone: milestone.code, on, ...said, anchors: state.anchors }
  if (!mayCompleteMilestone(definition, { ...report, answers: { ...state.answers, ...answers } }).ok) return false
  if (Object.keys(answers).length > 0) facts.push({ type: 'answered', holdsOn: on, answers })
  facts.push({ type: 'milestone-done', holdsOn: on, milestone: milestone.code, ...said })
  return true
}

/** Sometimes a colleague takes over, somewhere halfway. */
function takeOver({ chance, shape, workers }: Drawn, facts: Fact[]): void {
  const first = facts.find((fact) => fact.type === 'worker-assigned')
  const start = facts[0]?.holdsOn
  const next = chance.oneOf(workers.filter((one) => first?.type === 'worker-assigned' && one !== first.personId))
  if (
    first === undefined ||
    start === undefined ||
    next === undefined ||
    first.type !== 'worker-assigned' ||
    !chance.happens(shape.takenOver)
  )
    return
  const on = after(start, { days: Math.floor(daysBetween(start, lastDay(facts)) / 2) })
  facts.push({ type: 'worker-left', holdsOn: on, personId: first.personId })
  facts.push({ type: 'worker-assigned', holdsOn: on, personId: next })
}
