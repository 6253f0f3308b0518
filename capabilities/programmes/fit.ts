import type { Age, Answers } from '../cases/event.ts'
import { codesIn } from './asked.ts'
import type { FitRule, FitValue, ProgrammeDefinition } from './definition.ts'

/** What a municipality set for itself, by rule code; the definition holds for every other rule. */
export type FitSettings = Readonly<Record<string, FitValue>>

/** A rule that is not met, and the answer that says so. */
export type FitFinding = {
  readonly rule: string
  readonly question: string
  readonly option: string
  /** The municipality chose nothing, so the default of the definition was used. */
  readonly isByDefault: boolean
}
export type Fit = {
  readonly outcome: 'fits' | 'does-not-fit' | 'not-known'
  readonly findings: readonly FitFinding[]
  /** Questions that must be answered before the fit is known. */
  readonly open: readonly string[]
}

/**
 * Whether a family fits the programme in a municipality. It fits with at least one child of a fitting age and at
 * least one question that fits; a question that does not fit beside one that does is a finding, no refusal.
 */
export function fitOf({ fit }: Pick<ProgrammeDefinition, 'fit'>, settings: FitSettings, answers: Answers): Fit {
  const rules = fit.map((rule) => inForce(rule, settings))
  const open = [...new Set(rules.map(({ rule }) => rule.question))].filter((code) => isOpen(answers[code]))
  const findings = rules.flatMap(({ rule, isByDefault }) => {
    const isFound = !open.includes(rule.question) && isMissed(rule, answers)
    return isFound ? [{ rule: rule.code, ...rule.finding, isByDefault }] : []
  })
  if (rules.some(({ rule }) => !open.includes(rule.question) && isWhollyMissed(rule, rules, answers))) {
    return { outcome: 'does-not-fit', findings, open }
  }
  return { outcome: open.length === 0 ? 'fits' : 'not-known', findings, open }
}

type InForce = { readonly rule: FitRule; readonly isByDefault: boolean }

/** The rule with the value that holds in the municipality; a value of the wrong kind changes nothing. */
export function inForce(rule: FitRule, settings: FitSettings): InForce {
  const value = rule.perMunicipality ? settings[rule.code] : undefined
  if (value !== undefined && rule.kind === 'options' && 'fits' in value) {
    return { rule: { ...rule, fits: value.fits }, isByDefault: false }
  }
  if (value !== undefined && rule.kind === 'ages' && 'ages' in value) {
    return { rule: { ...rule, ages: value.ages }, isByDefault: false }
  }
  return { rule, isByDefault: true }
}

const isOpen = (answer: Answers[string] | undefined): boolean =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)

function isMissed(rule: FitRule, answers: Answers): boolean {
  const answer = answers[rule.question]
  if (rule.kind === 'options') return !rule.fits && codesIn(answer).some((code) => rule.options.includes(code))
  return !(Array.isArray(answer) && answer.filter(isAge).some((age) => isWithin(age, rule)))
}

/** No child of a fitting age, or nothing asked but what does not fit. */
function isWhollyMissed(rule: FitRule, rules: readonly InForce[], answers: Answers): boolean {
  if (rule.kind === 'ages') return isMissed(rule, answers)
  const unfit = rules.flatMap(({ rule: one }) =>
    one.kind === 'options' && !one.fits && one.question === rule.question ? one.options : [],
  )
  return codesIn(answers[rule.question]).every((code) => unfit.includes(code))
}

const isAge = (one: string | Age): one is Age => typeof one === 'object'

function isWithin(age: Age, { ages }: Extract<FitRule, { kind: 'ages' }>): boolean {
  if ('years' in age) return ages.from <= age.years && age.years <= ages.to
  return ages.weeksPregnantFrom !== undefined && age.weeksPregnant >= ages.weeksPregnantFrom
}
