import type { Answers } from '../cases/event.ts'
import type { ProgrammeDefinition } from './definition.ts'

type WithTracks = Pick<ProgrammeDefinition, 'tracks'>

/** The track a trajectory runs in by its answers; undefined in a programme without tracks, or when not told yet. */
export function trackOf({ tracks }: WithTracks, answers: Answers) {
  const told = tracks === undefined ? undefined : answers[tracks.question]
  return tracks?.each.find((track) => track.code === told)
}

/** Whether a question belongs to the track of this trajectory: one of its own, or one that stands in no track. */
export function isInTrack(definition: WithTracks, question: string, answers: Answers): boolean {
  const owner = definition.tracks?.each.find((track) => track.questions.includes(question))
  return owner === undefined || owner.code === trackOf(definition, answers)?.code
}

/** What can be reached in this trajectory: the outcomes of its track, and those of every track. */
export function outcomesFor(definition: Pick<ProgrammeDefinition, 'tracks' | 'outcomes'>, answers: Answers) {
  const track = trackOf(definition, answers)
  return definition.outcomes.filter((outcome) => outcome.track === undefined || outcome.track === track?.code)
}
