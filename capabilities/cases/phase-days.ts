import type { ProgrammeDefinition } from '../programmes/definition.ts'
import type { Fact } from './event.ts'

type Moved = Extract<Fact, { type: 'moved' }>

/** A step with the anchors that the definition ties to its phase, such as the day of closing that aftercare counts from. */
export function withAnchors(
  { anchors }: Pick<ProgrammeDefinition, 'anchors'>,
  { sets: _, lifts: __, ...step }: Moved,
): Moved {
  const tied = anchors.filter(({ phase }) => phase !== undefined)
  const sets = tied.flatMap(({ code, phase }) => (phase === step.to ? [code] : []))
  const lifts = tied.flatMap(({ code, phase }) => (phase === step.to ? [] : [code]))
  return { ...step, ...(sets.length > 0 && { sets }), ...(lifts.length > 0 && { lifts }) }
}
