import type { ProgrammeDefinition } from './definition.ts'
import { answerFaults, typeFaults, WITH_OPTIONS } from './definition-asking.ts'
import { type Fault, fault, type Path } from './definition-faults.ts'
import { CERTAINTIES } from './definition-persons.ts'
import type { References } from './definition-references.ts'

/** Faults in what is told per person: tracks, outcomes, and what would have been used otherwise. */
export function trackFaults(definition: ProgrammeDefinition, points: References): Fault[] {
  const { tracks, about, outcomes } = definition
  return [
    ...(tracks !== undefined && about !== 'person' ? [fault(['tracks'], 'definition-tracks-of-family')] : []),
    ...(tracks === undefined ? [] : toldFaults(tracks, points)),
    ...(tracks === undefined ? [] : placeFaults(tracks, points)),
    ...outcomes.flatMap((outcome, index) => outcomeFaults(definition, outcome, points, ['outcomes', index])),
    ...otherwiseFaults(definition, points),
    ...voiceFaults(definition, points),
  ]
}

type Tracks = NonNullable<ProgrammeDefinition['tracks']>

/** Every trajectory has one track from the start: a required choice at registration, with a track for each option. */
function toldFaults({ question: code, each }: Tracks, points: References): Fault[] {
  const path: Path = ['tracks', 'question']
  const question = points.question(code)
  const isTold = question === undefined || (question.asked === 'registration' && question.required === true)
  const left = (question?.options ?? []).filter((option) => !each.some((track) => track.code === option.code))
  return [
    ...points.answers.one(code, path),
    ...typeFaults(question, ['choice'], path),
    ...(isTold ? [] : [fault(path, 'definition-track-untold', { code })]),
    ...left.map((option) => fault(['tracks', 'each'], 'definition-track-missing', { code: option.code })),
    ...each.flatMap((track, index) => answerFaults(question, track.code, ['tracks', 'each', index, 'code'])),
  ]
}

/** A question stands in one track at most, and the one that tells the track in none. */
function placeFaults({ question, each }: Tracks, points: References): Fault[] {
  const seen = new Set([question])
  return each.flatMap(({ questions }, track) =>
    questions.flatMap((code, index) => {
      const path: Path = ['tracks', 'each', track, 'questions', index]
      if (seen.has(code)) return [fault(path, 'definition-track-question-twice', { code })]
      seen.add(code)
      return points.questions.one(code, path)
    }),
  )
}

type Outcome = ProgrammeDefinition['outcomes'][number]

function outcomeFaults({ tracks }: ProgrammeDefinition, outcome: Outcome, points: References, path: Path): Fault[] {
  const { track: code, by, question } = outcome
  const track = tracks?.each.find((one) => one.code === code)
  const asked = tracks?.each.find((one) => question !== undefined && one.questions.includes(question))
  const isOdd = (by === 'adult' || by === 'child') && track !== undefined && track.person !== by
  return [
    ...(code !== undefined && track === undefined
      ? [fault([...path, 'track'], 'definition-track-unknown', { code })]
      : []),
    ...points.answers.one(question, [...path, 'question']),
    ...tickFaults(outcome, points, [...path, 'question']),
    ...(asked !== undefined && asked.code !== code
      ? [fault([...path, 'question'], 'definition-outcome-elsewhere', { code: asked.code })]
      : []),
    ...(isOdd ? [fault([...path, 'by'], 'definition-outcome-by')] : []),
  ]
}

/** In a list to tick, the option with the code of the outcome tells that it was reached. */
function tickFaults({ code, question }: Outcome, points: References, path: Path): Fault[] {
  const list = points.question(question ?? '')
  return list?.type === 'many' ? answerFaults(list, code, path) : []
}

function otherwiseFaults({ counterfactual }: ProgrammeDefinition, points: References): Fault[] {
  if (counterfactual === undefined) return []
  const types = {
    provision: WITH_OPTIONS,
    amount: ['number'],
    certainty: ['choice'],
    source: [...WITH_OPTIONS, 'text'],
  } as const
  const parts = Object.keys(types) as (keyof typeof types)[] // keys of the literal above
  const certain = points.question(counterfactual.certainty)?.options?.map(({ code }) => code)
  const isKnown =
    certain === undefined ||
    (certain.length === CERTAINTIES.length && CERTAINTIES.every((one) => certain.includes(one)))
  return [
    ...parts.flatMap((part) => {
      const path: Path = ['counterfactual', part]
      const code = counterfactual[part]
      return [...points.answers.one(code, path), ...typeFaults(points.question(code), types[part], path)]
    }),
    ...(isKnown
      ? []
      : [fault(['counterfactual', 'certainty'], 'definition-certainty', { allowed: CERTAINTIES.join(', ') })]),
  ]
}

/** Only a trajectory of a person knows children by themselves, each with words of their own. */
function voiceFaults({ childVoice, about }: ProgrammeDefinition, points: References): Fault[] {
  if (childVoice === undefined) return []
  return [
    ...(about === 'person' ? [] : [fault(['childVoice'], 'definition-voice-of-family')]),
    ...points.phases.all(childVoice.phases, ['childVoice', 'phases']),
    ...points.milestones.all(childVoice.milestones, ['childVoice', 'milestones']),
  ]
}
