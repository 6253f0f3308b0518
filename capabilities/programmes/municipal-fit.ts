import type { Id } from '../../foundation/id.ts'
import { type Answer, allow, refuse } from '../../foundation/result.ts'
import { may } from '../access/access.ts'
import type { Actor } from '../access/actor.ts'
import type { FitValue, ProgrammeDefinition } from './definition.ts'
import { fitValue } from './definition-questions.ts'

type Municipality = { readonly id: Id; readonly regionId: Id | null }

const placeOf = ({ id, regionId }: Municipality) => ({ municipalityId: id, regionId: regionId ?? undefined })

/** Settings belong to the municipality: read and changed by who may do so there. */
export const mayReadFitSettings = (actor: Actor, municipality: Municipality): boolean =>
  may(actor, 'read', 'setting', placeOf(municipality))

export const mayChangeFitSettings = (actor: Actor, municipality: Municipality): boolean =>
  may(actor, 'change', 'setting', placeOf(municipality))

/**
 * Whether a municipality may give a fit rule this value. Refuses a rule that is not there or is the same
 * everywhere, and a value of another kind.
 */
export function checkFitValue(
  { fit }: Pick<ProgrammeDefinition, 'fit'>,
  code: string,
  value: unknown,
): Answer<FitValue> {
  const rule = fit.find((one) => one.code === code)
  if (rule === undefined) return refuse('fit-rule-unknown', { code })
  if (!rule.perMunicipality) return refuse('fit-rule-fixed', { nl: rule.name.nl, en: rule.name.en })
  const parsed = fitValue.safeParse(value)
  if (!parsed.success || 'ages' in parsed.data !== (rule.kind === 'ages')) return refuse('fit-value-wrong')
  if ('ages' in parsed.data && parsed.data.ages.from > parsed.data.ages.to) return refuse('fit-value-wrong')
  return allow(parsed.data)
}
